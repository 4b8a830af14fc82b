/** A nil statement as a letter to be signed (rule 10): composed of what was drafted; without effect until it is signed. */

import { officeAsHeld, personAsWritten } from '../invitations/addressee.ts';
import type { NilStatement } from '../nil-statements/nil-statement-schema.ts';
import type { Zone } from '../platform/base-schema.ts';
import { longDay } from '../platform/long-day.ts';
import { startFlow } from './flow.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawFeet, printedLine } from './made-line.ts';
import { lineHeight, makePdf, mm, type Pdf, type Style, soft } from './pdf.ts';
import type { RegencyOnPaper } from './regency-on-paper.ts';
import { dotted, drawSignature, signatureHeight } from './signature-block.ts';

export interface NilMaterial {
  regency: RegencyOnPaper & { zone: Zone };
  statement: NilStatement;
  at: Date;
}

const body: Style = { size: 11 };
const blockWidth = mm(84);

/** Nobody must take for a statement what was taken back. */
const stateLine = ({ withdrawn }: NilStatement): string | undefined =>
  withdrawn ? `DICABUT: ${withdrawn.reason}` : undefined;

/** `1 sampai dengan 31 Oktober 2024` would be shorter; both days whole cannot be misread. */
const periodOf = ({ from, to }: NilStatement): string =>
  from === to ? `pada tanggal ${longDay(from)}` : `pada periode ${longDay(from)} sampai dengan ${longDay(to)}`;

const governmentOf = (name: string): string => (/^pemerintah /i.test(name) ? name : `Pemerintah ${name}`);

/** A draft is the very sheet that is signed: what it lacks is told in small print below, and not across the letter. */
const signedLine = ({ state, signed }: NilStatement): string | undefined => {
  if (state === 'DRAFT') return 'Tidak berlaku tanpa tanda tangan.';
  if (!signed) return undefined;
  const how = signed.method === 'CERTIFIED' ? 'dengan tanda tangan elektronik tersertifikasi' : 'dengan tangan';
  const reference = signed.reference === undefined ? '' : ` (rujukan: ${signed.reference})`;
  return `Tercatat ditandatangani ${longDay(signed.on)} ${how}${reference}.`;
};

const sentences = ({ statement, regency }: NilMaterial): string[] => {
  const { signer, subject, source, note } = statement;
  const held = officeAsHeld(signer.office, signer.acting);
  return [
    `Yang bertanda tangan di bawah ini, ${personAsWritten(signer)}, ${held}, menyatakan bahwa ${periodOf(statement)} di lingkungan ${governmentOf(regency.name)} tidak ditemukan ${subject} (NIHIL).`,
    `Pernyataan ini didasarkan pada: ${source}.`,
    ...(note === undefined ? [] : note.split('\n').filter((line) => line.trim() !== '')),
    'Demikian pernyataan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  ];
};

const drawStatement = (pdf: Pdf, material: NilMaterial): void => {
  const { regency, statement, at } = material;
  const { signer, place, dated, number } = statement;
  const flow = startFlow(pdf, { numbered: false });
  flow.y = drawLetterhead(pdf, regency.letterhead, flow);
  const centred = { x: flow.x, width: flow.width, align: 'center' } as const;
  pdf.tag('H1', () => {
    flow.y = pdf.text('PERNYATAAN NIHIL', { ...centred, y: flow.y, size: 14, bold: true });
  });
  pdf.tag('P', () => {
    flow.y = pdf.text(`Nomor: ${number ?? dotted(40)}`, { ...centred, y: flow.y + mm(1), ...body });
  });
  const state = stateLine(statement);
  if (state !== undefined)
    pdf.tag('P', () => {
      flow.y = pdf.text(state, { ...centred, y: flow.y + mm(2), ...body, bold: true });
    });
  flow.space(mm(8));
  for (const text of sentences(material)) {
    pdf.tag('P', () => flow.paragraph(text, { ...body, align: 'justify' }));
    flow.space(mm(3));
  }
  const around = { nip: signer.nip ?? null };
  const block = { x: flow.x + flow.width - blockWidth, width: blockWidth };
  flow.space(mm(5));
  flow.need(lineHeight(body) + signatureHeight(pdf, signer, blockWidth, around));
  pdf.tag('P', () => {
    flow.y = pdf.text(`${place}, ${longDay(dated)}`, { ...block, y: flow.y, ...body });
    flow.y = drawSignature(pdf, signer, { ...block, y: flow.y }, around);
  });
  const signed = signedLine(statement);
  flow.space(mm(8));
  if (signed !== undefined) pdf.tag('P', () => flow.paragraph(signed, { size: 8.5, color: soft }));
  drawFeet(pdf, flow, printedLine(regency.zone, at));
};

export const nilPaperOf = (material: NilMaterial): Promise<Uint8Array> =>
  makePdf('Pernyataan nihil', material.at, async (pdf) => drawStatement(pdf, material), { numbered: true });
