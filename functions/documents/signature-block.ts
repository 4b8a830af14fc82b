/** The signature block of letters and annexes (rule 10). What is not known yet is a dotted line, to be filled in by hand. */
import { officeAsHeld } from '../invitations/addressee.ts';
import { showsNipAndRank } from '../pledges/signature-block-rules.ts';
import { nipOnPaper } from '../roster/nip.ts';
import { fullName } from '../roster/person-name.ts';
import type { Session } from '../sessions/session-schema.ts';
import { ink, lineHeight, mm, type Pdf, type Style } from './pdf.ts';

type Signer = NonNullable<Session['letter']>['signer'];

export const dotted = (count: number): string => '.'.repeat(count);

const body: Style = { size: 11 };
const strong: Style = { size: 11, bold: true };
/** For a signature by hand and a stamp. */
const room = mm(22);

interface Block {
  caption: string | undefined;
  office: string;
  name: string;
  /** Below the name: rank and number. */
  below: string[];
}

export interface Around {
  /** Above the office: `Mengetahui,`. */
  caption?: string;
  /** Papers that are accounts show the signer's number: 18 digits, or null where it is filled in by hand. Letters show none. */
  nip?: string | null;
}

const nipLine = (nip: string | null): string => (nip === null ? `NIP/NRP ${dotted(34)}` : `NIP ${nipOnPaper(nip)}`);

/** Rank and number stand under the name, except for a head of region, a deputy, a Sekda, and whoever holds such an office as acting. */
const blockOf = (signer: Signer, { caption, nip }: Around): Block => {
  const number = nip === undefined ? [] : [nipLine(nip)];
  if (!signer) return { caption, office: dotted(42), name: dotted(42), below: number };
  const { office, acting, name, titlesBefore, titlesAfter, rank } = signer;
  const titles = { ...(titlesBefore && { titlesBefore }), ...(titlesAfter && { titlesAfter }) };
  return {
    caption,
    office: `${officeAsHeld(office, acting)},`,
    name: name === undefined ? dotted(42) : fullName({ name, ...titles }),
    below: showsNipAndRank(office) ? [...(rank === undefined ? [] : [rank]), ...number] : [],
  };
};

export const signatureHeight = (pdf: Pdf, signer: Signer, width: number, around: Around = {}): number => {
  const { caption, office, name, below } = blockOf(signer, around);
  const captionHeight = caption === undefined ? 0 : lineHeight(body);
  const belowHeight = below.length * lineHeight(body);
  return captionHeight + pdf.height(office, width, body) + room + pdf.height(name, width, strong) + belowHeight;
};

/** Draws the block and answers the y below it. */
export const drawSignature = (
  pdf: Pdf,
  signer: Signer,
  at: { x: number; y: number; width: number },
  around: Around = {},
): number => {
  const { caption, office, name, below } = blockOf(signer, around);
  const officeY = caption === undefined ? at.y : pdf.text(caption, { ...at, ...body });
  let y = pdf.text(office, { ...at, y: officeY, ...body }) + room;
  y = pdf.text(name, { ...at, y, ...strong, color: ink });
  for (const line of below) y = pdf.text(line, { ...at, y, ...body });
  return y;
};
