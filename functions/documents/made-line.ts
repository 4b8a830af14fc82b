/** What every sheet says of itself at its foot: when it was made, under which seal of a closed session, and how many sheets there are. */
import type { Zone } from '../platform/base-schema.ts';
import type { SignedHead } from '../seals/seal-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Flow } from './flow.ts';
import { figure, momentOf } from './paper-words.ts';
import { mm, type Pdf, soft } from './pdf.ts';

/** What is told of a head. */
type Sealed = Pick<SignedHead['head'], 'number' | 'root'>;

/** Of the root, as far as it can be compared by eye. */
const rootSaid = (root: string): string => `${root.slice(0, 8)} ${root.slice(8, 16)}…`;

/** What is said of the seal; of a session that is not closed there is none, and `head` is undefined. */
const sealSaid = (state: Session['state'], head: Sealed | null | undefined): string[] => {
  if (state !== 'CLOSED') return [];
  return head ? [`segel nomor ${head.number}, akar ${rootSaid(head.root)}`] : ['belum disegel'];
};

/** `Dicetak Jumat, 28 Juni 2024, pukul 09.10 WIB`, for papers of no session, which no seal can be named for. */
export const printedLine = (zone: Zone, at: Date): string => `Dicetak ${momentOf(zone, at.toISOString())}`;

/** `Dicetak Jumat, 28 Juni 2024, pukul 09.10 WIB · segel nomor 1, akar a1b2c3d4 e5f60718…` */
export const madeLine = (
  { zone, state }: Pick<Session, 'zone' | 'state'>,
  at: Date,
  head: Sealed | undefined,
): string => [printedLine(zone, at), ...sealSaid(state, head)].join(' · ');

/** Of a paper over several sessions: of one alone its seal, of more how many of those that are closed are sealed. */
export const madeLineOfPeriod = (
  zone: Zone,
  at: Date,
  sessions: readonly { state: Session['state']; seal: Sealed | null }[],
): string => {
  const [only, ...others] = sessions;
  if (only && others.length === 0) return [printedLine(zone, at), ...sealSaid(only.state, only.seal)].join(' · ');
  const closed = sessions.filter(({ state }) => state === 'CLOSED');
  if (closed.length === 0) return printedLine(zone, at);
  const sealed = closed.filter(({ seal }) => seal !== null).length;
  return `${printedLine(zone, at)} · ${figure(sealed)} dari ${figure(closed.length)} kegiatan yang selesai sudah disegel`;
};

/** In a row of a session: `segel 1: a1b2c3d4`; nothing of one that is not closed. */
export const sealInRow = ({ state, seal }: { state: Session['state']; seal: Sealed | null }): string => {
  if (state !== 'CLOSED') return '';
  return seal ? `segel ${seal.number}: ${seal.root.slice(0, 8)}` : 'belum disegel';
};

/** On every sheet of a document that was begun as `numbered`: a text at the left, `Halaman x/y` at the right. */
export const drawFeet = (pdf: Pdf, { x, width }: Pick<Flow, 'x' | 'width'>, text: string): void => {
  const y = pdf.sheet.height - mm(13);
  pdf.onEveryPage((page, pages) =>
    pdf.aside(() => {
      const at = { x, y, size: 8, color: soft };
      pdf.line([x, y - mm(1)], [x + width, y - mm(1)], { width: 0.3, color: soft });
      pdf.text(text, { ...at, width: width - mm(30) });
      pdf.text(`Halaman ${page}/${pages}`, { ...at, width, align: 'right' });
    }),
  );
};
