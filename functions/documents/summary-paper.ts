/** Papers of figures about a session: letterhead, title, facts, tables of sums under their titles, notes, and who takes note of it. */
import type { SignedHead } from '../seals/seal-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import { drawRows, type Row } from './fact-rows.ts';
import { type Flow, startFlow } from './flow.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawFeet, madeLine } from './made-line.ts';
import { daysOf, hoursOf, placeOf, venueLine } from './paper-words.ts';
import { lineHeight, makePdf, mm, type Pdf, type Style, soft } from './pdf.ts';
import type { RegencyOnPaper } from './regency-on-paper.ts';
import { dotted, drawSignature, signatureHeight } from './signature-block.ts';
import { type Column, drawTable, type TableRow } from './table.ts';

export interface SummaryTable {
  title: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
}

export interface SummaryPaper {
  regency: RegencyOnPaper;
  session: Session;
  /** `REKAPITULASI KEHADIRAN` */
  title: string;
  facts: readonly Row[];
  tables: readonly SummaryTable[];
  notes: readonly string[];
  /** Of whoever takes note; null where it is filled in by hand. */
  signerNip: string | null;
  head: SignedHead['head'] | undefined;
  at: Date;
  landscape?: boolean;
}

/** Of which meeting a paper is. */
export const sessionRows = (session: Session): Row[] => [
  ['Hari, tanggal', daysOf(session.zone, session)],
  ['Waktu', `Pukul ${hoursOf(session.zone, session)}`],
  ['Tempat', venueLine(session)],
  ['Acara', session.occasion === undefined ? session.title : `${session.title}, ${session.occasion}`],
];

const body: Style = { size: 9.5 };
const small: Style = { size: 8.5, color: soft };
const heading: Style = { size: 10.5, bold: true };
const blockWidth = mm(84);

type Signing = Pick<SummaryPaper, 'session' | 'regency' | 'signerNip'>;
const around = ({ signerNip }: Signing) => ({ caption: 'Mengetahui,', nip: signerNip });

/** Of the block with its place and date. */
export const takenNoteHeight = (pdf: Pdf, signing: Signing): number =>
  lineHeight({ size: 11 }) + signatureHeight(pdf, signing.session.letter?.signer, blockWidth, around(signing));

/** The block at the right, `Mengetahui` by the signer of the session's letter; its day is filled in by hand. */
export const drawTakenNote = (pdf: Pdf, flow: Flow, signing: Signing): void => {
  const { session, regency } = signing;
  const at = { x: flow.x + flow.width - blockWidth, width: blockWidth };
  pdf.tag('P', () => {
    const place = session.letter?.place ?? placeOf(regency.name);
    const y = pdf.text(`${place}, ${dotted(30)}`, { ...at, y: flow.y, size: 11 });
    flow.y = drawSignature(pdf, session.letter?.signer, { ...at, y }, around(signing));
  });
};

const drawOpening = (pdf: Pdf, flow: Flow, { regency, title, facts }: SummaryPaper): void => {
  flow.y = drawLetterhead(pdf, regency.letterhead, flow);
  pdf.tag('H1', () => {
    const at = { x: flow.x, y: flow.y, width: flow.width, align: 'center' } as const;
    flow.y = pdf.text(title, { ...at, size: 13, bold: true });
  });
  flow.space(mm(2));
  pdf.tag('P', () => drawRows(pdf, flow, facts, { style: body }));
  flow.space(mm(4));
};

const drawPaper = async (pdf: Pdf, paper: SummaryPaper): Promise<void> => {
  const { landscape = false } = paper;
  const margins = landscape ? { left: 17, right: 15, top: 14 } : { left: 20, right: 15 };
  const flow = startFlow(pdf, { numbered: false, margins });
  drawOpening(pdf, flow, paper);
  for (const { title, columns, rows } of paper.tables) {
    flow.need(lineHeight(heading) + mm(28));
    pdf.tag('H2', () => flow.paragraph(title, heading));
    flow.space(mm(1));
    await drawTable(pdf, flow, columns, rows);
    flow.space(mm(5));
  }
  const gap = mm(4);
  const notesHeight = paper.notes.reduce((sum, note) => sum + pdf.height(note, flow.width, small), 0);
  // Nobody signs an empty page.
  flow.need(notesHeight + gap + takenNoteHeight(pdf, paper));
  for (const note of paper.notes) pdf.tag('P', () => flow.paragraph(note, small));
  flow.space(gap);
  drawTakenNote(pdf, flow, paper);
  drawFeet(pdf, flow, madeLine(paper.session, paper.at, paper.head));
};

export const summaryPaperOf = (paper: SummaryPaper): Promise<Uint8Array> =>
  makePdf(`${paper.title}: ${paper.session.title}`, paper.at, (pdf) => drawPaper(pdf, paper), {
    numbered: true,
    landscape: paper.landscape ?? false,
  });
