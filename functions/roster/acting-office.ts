/** Pj, Pjs, Plt and Plh before an office (or in brackets after it): how somebody holds it. */
import type { ActingStatus } from '../platform/base-schema.ts';

const spellings: readonly [ActingStatus, string][] = [
  ['PLT', 'PLT|PELAKSANA TUGAS'],
  ['PLH', 'PLH|PELAKSANA HARIAN'],
  ['PJS', 'PJS|PEN?JABAT SEMENTARA'],
  ['PJ', 'PJ|PENJABAT'],
];

const forms = spellings.map(([acting, words]) => ({
  acting,
  before: new RegExp(String.raw`^\(?(?:${words})\b\)?[.,:/]*\s*`, 'i'),
  // Begun where a run of signs begins: from every place in it, a long one would take the square of its length.
  after: new RegExp(String.raw`(?<![\s,/(])[\s,/(]+(?:${words})\b\.?\)?$`, 'i'),
}));

/**
 * `Plt. Kepala Dinas X` -> the office `Kepala Dinas X`, held as PLT; an office without a prefix is held definitively.
 */
export const readOffice = (text: string): { office: string; acting: ActingStatus } => {
  const office = text.replace(/[\s\u00a0]+/g, ' ').trim();
  for (const { acting, before, after } of forms) {
    if (before.test(office)) return { office: office.replace(before, ''), acting };
    if (after.test(office)) return { office: office.replace(after, '').trim(), acting };
  }
  return { office, acting: 'DEFINITIVE' };
};
