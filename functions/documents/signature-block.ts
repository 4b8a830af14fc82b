/** The signature block of letters and annexes (rule 10). What is not known yet is a dotted line, to be filled in by hand. */
import { officeAsHeld } from '../invitations/addressee.ts';
import { showsNipAndRank } from '../pledges/signature-block-rules.ts';
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
  office: string;
  name: string;
  rank: string | undefined;
}

/** A rank stands under the name, except for a head of region, a deputy, a Sekda, and whoever holds such an office as acting. */
const blockOf = (signer: Signer): Block => {
  if (!signer) return { office: dotted(42), name: dotted(42), rank: undefined };
  const { office, acting, name, titlesBefore, titlesAfter, rank } = signer;
  const titles = { ...(titlesBefore && { titlesBefore }), ...(titlesAfter && { titlesAfter }) };
  return {
    office: `${officeAsHeld(office, acting)},`,
    name: name === undefined ? dotted(42) : fullName({ name, ...titles }),
    rank: showsNipAndRank(office) ? rank : undefined,
  };
};

export const signatureHeight = (pdf: Pdf, signer: Signer, width: number): number => {
  const { office, name, rank } = blockOf(signer);
  const rankHeight = rank === undefined ? 0 : lineHeight(body);
  return pdf.height(office, width, body) + room + pdf.height(name, width, strong) + rankHeight;
};

/** Draws the block and answers the y below it. */
export const drawSignature = (pdf: Pdf, signer: Signer, at: { x: number; y: number; width: number }): number => {
  const { office, name, rank } = blockOf(signer);
  const below = pdf.text(office, { ...at, ...body }) + room;
  const underName = pdf.text(name, { ...at, y: below, ...strong, color: ink });
  return rank === undefined ? underName : pdf.text(rank, { ...at, y: underName, ...body });
};
