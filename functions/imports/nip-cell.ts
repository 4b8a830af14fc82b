/** A NIP as a cell of a spreadsheet gives it. */
import { isNip } from '../roster/nip.ts';

export type NipReading = { nip: string } | { problem: 'NIP_LOST_DIGITS' | 'NIP_INVALID' } | Record<string, never>;

/** A spreadsheet keeps 15 significant digits of a number: 18 typed as one are gone for good, also when shown whole. */
const readNumber = (value: number): NipReading => {
  if (value === 0) return {};
  return { problem: Math.abs(value) >= 1e15 ? 'NIP_LOST_DIGITS' : 'NIP_INVALID' };
};

const exponent = /^\d([.,]\d+)?E\+?\d+$/i;

// Sequences begin at 001. Three noughts are what a number leaves of them, saved as text afterwards.
const roundedOff = /^\d{15}000$/;

/**
 * The NIP in a cell without its spaces, dots, dashes and apostrophe; `{}` when the cell is empty or a dash. A number,
 * or text such as `1.98E+17`, has lost digits and is never guessed.
 */
export const readNipCell = (cell: string | number | null): NipReading => {
  if (cell === null) return {};
  if (typeof cell === 'number') return readNumber(cell);
  const text = cell.replace(/^\s*(NIP|NI\s?PPPK|NIPPPK)\b[.:\s]*/i, '').replace(/[\s\u00a0'’‘`"]/g, '');
  if (/^[-–—.0]*$/.test(text)) return {};
  if (exponent.test(text)) return { problem: 'NIP_LOST_DIGITS' };
  const digits = text.replace(/[.\-–]/g, '');
  if (roundedOff.test(digits)) return { problem: 'NIP_LOST_DIGITS' };
  return isNip(digits) ? { nip: digits } : { problem: 'NIP_INVALID' };
};
