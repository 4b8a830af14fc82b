/** Cards with each invitation's QR, eight on A4: to be cut, and shown at the door in place of a phone. */
import type { Invitation } from '../invitations/invitation-schema.ts';
import { drawQr } from './draw-qr.ts';
import { drawEightUp, fitted, piece, type Size } from './eight-up.ts';
import type { Material } from './material.ts';
import { daysOf, hoursOf, timesOf, unitWithDistrict } from './paper-words.ts';
import { hairline, lineHeight, makePdf, mm, type Pdf, type Style, soft } from './pdf.ts';
import { onPaper } from './person-on-paper.ts';

const pad = mm(4);
const inner = piece.width - 2 * pad;
/** With its quiet zone: 113 pixels at 72 dpi, 2.8 a module. */
const qrSide = mm(40);
const officeSizes: readonly Size[] = [
  [12.5, 2],
  [11, 2],
  [9, 3],
  [8, 4],
];
const unitSizes: readonly Size[] = [
  [9, 1],
  [8, 1],
  [7, 1],
];
const aside = { x: pad + qrSide - mm(2.5), width: inner - qrSide + mm(2.5) };

const drawHead = (pdf: Pdf, { regency, session }: Material, invitation: Invitation, x: number, y: number): void => {
  const { office } = onPaper(invitation);
  const unit = unitWithDistrict(invitation, regency.labels);
  const isTold = office.toLowerCase().includes(unit.toLowerCase());
  const at = { x: x + pad, width: inner };
  const caption = fitted(pdf, session.title, { width: inner, sizes: [[7.5, 1]] });
  let below = y + pad - mm(0.5);
  pdf.tag('P', () => {
    below = pdf.text(caption.lines.join(''), { ...at, y: below, size: caption.size, color: soft }) + mm(0.5);
  });
  const title = fitted(pdf, office, { width: inner, sizes: officeSizes, bold: true });
  pdf.tag('H1', () => {
    below = pdf.text(title.lines.join('\n'), { ...at, y: below, size: title.size, bold: true });
    if (isTold) return;
    const line = fitted(pdf, unit, { width: inner, sizes: unitSizes });
    pdf.text(line.lines.join(''), { ...at, y: below, size: line.size, color: soft });
  });
};

interface Line {
  text: string;
  style: Style;
  /** Who gets room first: 1. Wave, time, seat and place are what the bearer needs; a name can be shortened. */
  turn: number;
  /** How many lines it takes at most, where there is room. */
  most?: number;
}

/** In one line with the name: where room is short, whoever reads it still sees that this is not the holder. */
const representedBy = (who: string | undefined): string => (who === undefined ? 'Diwakili' : `Diwakili oleh: ${who}`);

/** What stands beside the QR, from above. */
const linesOf = ({ session }: Material, invitation: Invitation): Line[] => {
  const { name, own, isDelegate } = onPaper(invitation);
  const times = timesOf(session, invitation);
  const small: Style = { size: 7.5, color: soft };
  const lines: (Omit<Line, 'text'> & { text: string | undefined | false })[] = [
    { text: isDelegate ? representedBy(name ?? own) : name, style: { size: 8.5 }, turn: 5 },
    { text: name !== undefined && own, style: small, turn: 6 },
    {
      text: invitation.seat !== undefined && `Tempat duduk: ${invitation.seat}`,
      style: { size: 10, bold: true },
      turn: 3,
    },
    { text: times.label, style: { size: 10, bold: true }, turn: 2 },
    { text: `${daysOf(session.zone, times)}\n${hoursOf(session.zone, times)}`, style: { size: 8 }, turn: 1 },
    { text: session.venue.name, style: { size: 8 }, turn: 4, most: 2 },
  ];
  return lines.filter((line): line is Line => typeof line.text === 'string');
};

const lineGap = mm(0.8);

/** The lines at the size and length for which there is room, in their order; one for which there is none at all is left out. */
const fitAll = (pdf: Pdf, lines: readonly Line[], height: number): [text: string, style: Style][] => {
  const kept = new Map<Line, [string, Style]>();
  let left = height;
  for (const line of [...lines].sort((a, b) => a.turn - b.turn)) {
    const { text, style, most = Infinity } = line;
    const sizes = [style.size, 7.5, 7]
      .filter((size) => size <= style.size)
      .map((size): Size => [size, Math.min(most, Math.floor(left / lineHeight({ size })))])
      .filter(([, count]) => count > 0);
    if (sizes.length === 0) continue;
    const { size, lines: rows } = fitted(pdf, text, { width: aside.width, sizes, bold: style.bold ?? false });
    kept.set(line, [rows.join('\n'), { ...style, size }]);
    left -= rows.length * lineHeight({ size }) + lineGap;
  }
  return lines.map((line) => kept.get(line)).filter((each) => each !== undefined);
};

const drawCard = (pdf: Pdf, material: Material, invitation: Invitation, x: number, y: number): void => {
  drawHead(pdf, material, invitation, x, y);
  const qrY = y + piece.height - qrSide - mm(0.5);
  const rule = qrY + mm(1.2);
  pdf.line([x + pad, rule], [x + pad + inner, rule], { width: 0.3, color: hairline });
  const code = material.links.doorCode(invitation);
  pdf.tag('Figure', () => drawQr(pdf, code, x + pad - mm(3.9), qrY, qrSide), 'Kode QR undangan');
  const hint = 'Tunjukkan kode ini di pintu masuk';
  const bottom = y + piece.height - pad - lineHeight({ size: 7 });
  pdf.tag('P', () => {
    let below = qrY + mm(3.5);
    for (const [text, style] of fitAll(pdf, linesOf(material, invitation), bottom - below))
      below = pdf.text(text, { x: x + aside.x, y: below, width: aside.width, ...style }) + lineGap;
    pdf.text(hint, { x: x + aside.x, y: bottom, width: aside.width, size: 7, color: soft });
  });
};

export const cardsOf = (material: Material): Promise<Uint8Array> =>
  makePdf(`Kartu QR: ${material.session.title}`, material.at, (pdf) =>
    drawEightUp(pdf, material.recipients.invitations, (invitation, x, y) =>
      pdf.section(invitation.office, () => drawCard(pdf, material, invitation, x, y)),
    ),
  );
