/** Name badges, eight on A4: the name large, the office, the unit, and a band that says who this is by colour and by word. */
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { UnitClassCode } from '../roster/unit-class.ts';
import { drawEightUp, fitted, piece, type Size } from './eight-up.ts';
import type { Material } from './material.ts';
import { classWord, guestGroupOf, unitWithDistrict } from './paper-words.ts';
import { hairline, lineHeight, makePdf, mm, type Pdf, type Style, soft } from './pdf.ts';
import { onPaper } from './person-on-paper.ts';

const pad = mm(5);
const inner = piece.width - 2 * pad;
const bandHeight = mm(11);

/** Dark enough for white words: each has a contrast of 5 and more. */
const colours: Record<UnitClassCode | 'GUEST' | 'SPEAKER', string> = {
  OPD: '#1f4e79',
  KECAMATAN: '#1b6b3a',
  KELURAHAN: '#4a6b12',
  DESA: '#7a5200',
  PUSKESMAS: '#00686b',
  TK: '#a1396b',
  SD: '#a32626',
  SMP: '#27408b',
  SMA: '#5a5a5a',
  BUMD: '#6b4423',
  VERTICAL: '#333333',
  GUEST_BODY: '#333333',
  GUEST: '#333333',
  SPEAKER: '#6a1b7a',
};

const bandOf = (invitation: Invitation, { regency }: Material): { word: string; colour: string } => {
  if (invitation.kind === 'guest') {
    const isSpeaker = guestGroupOf(invitation) === 'SPEAKER';
    return isSpeaker ? { word: 'Narasumber', colour: colours.SPEAKER } : { word: 'Tamu', colour: colours.GUEST };
  }
  const { class: unitClass } = invitation;
  if (unitClass === undefined) return { word: 'Peserta', colour: colours.GUEST };
  return { word: classWord(unitClass, regency.labels), colour: colours[unitClass] };
};

type Line = [text: string, options: { sizes: readonly Size[]; bold?: boolean; color?: string }];

/** The name where one is known, the office alone where it is not. */
const linesOf = (invitation: Invitation, { regency }: Material): Line[] => {
  const { office, name, own, isDelegate } = onPaper(invitation);
  const unit = unitWithDistrict(invitation, regency.labels);
  const told = `${office} ${own ?? ''}`.toLowerCase().includes(unit.toLowerCase());
  const below = {
    sizes: [
      [11, 2],
      [10, 2],
      [9, 2],
      [8, 3],
    ],
  } as const;
  const large = {
    sizes: [
      [21, 2],
      [18, 2],
      [16, 2],
      [13, 3],
      [11, 4],
      [10, 4],
    ],
    bold: true,
  } as const;
  const unitLine: Line[] = told
    ? []
    : [
        [
          unit,
          {
            sizes: [
              [9.5, 1],
              [8.5, 2],
              [7.5, 3],
            ],
            color: soft,
          },
        ],
      ];
  if (isDelegate) {
    const first = name ?? own ?? 'Wakil';
    const second: Line[] = own === undefined || own === first ? [] : [[own, below]];
    return [[first, large], ...second, [`mewakili ${office}`, { ...below, color: soft }]];
  }
  if (name === undefined) return [[office, large], ...unitLine];
  return [[name, large], [office, below], ...unitLine];
};

interface Drawn {
  text: string;
  style: Style;
  height: number;
}

/** Lines at the sizes of their own; where all of them together are too high, the largest sizes are not tried. */
const fitAll = (pdf: Pdf, lines: readonly Line[], height: number): Drawn[] => {
  const steps = Math.max(...lines.map(([, { sizes }]) => sizes.length));
  let drawn: Drawn[] = [];
  for (let step = 0; step < steps; step += 1) {
    drawn = lines.map(([text, { sizes, bold = false, color }], index) => {
      const smaller = sizes.slice(Math.min(step, sizes.length - 1));
      const { size, lines: rows } = fitted(pdf, text, { width: inner, sizes: smaller, bold });
      const style = { size, bold, ...(color && { color }) };
      return { text: rows.join('\n'), style, height: rows.length * lineHeight(style) + (index ? mm(1) : mm(2)) };
    });
    if (totalOf(drawn) <= height) break;
  }
  return drawn;
};

const totalOf = (drawn: readonly Drawn[]): number => drawn.reduce((sum, { height }) => sum + height, 0);

const drawBadge = (pdf: Pdf, material: Material, invitation: Invitation, x: number, y: number): void => {
  const { word, colour } = bandOf(invitation, material);
  const inset = mm(1.5);
  pdf.box(x + inset, y + inset, piece.width - 2 * inset, bandHeight, colour);
  const style = { size: 11, bold: true, color: '#ffffff', align: 'center' } as const;
  const middle = y + inset + (bandHeight - lineHeight(style)) / 2;
  pdf.tag('P', () => pdf.text(word.toUpperCase(), { x: x + pad, y: middle, width: inner, ...style }));

  const footY = y + piece.height - pad - lineHeight({ size: 7.5 });
  const top = y + inset + bandHeight;
  const rule = footY - mm(1);
  const lines = fitAll(pdf, linesOf(invitation, material), rule - top - mm(2));
  let below = top + Math.max(mm(2), (footY - top - totalOf(lines)) / 2);
  pdf.tag('H1', () => {
    for (const { text, style, height } of lines) {
      pdf.text(text, { x: x + pad, y: below, width: inner, align: 'center', ...style });
      below += height;
    }
  });
  pdf.line([x + pad, rule], [x + pad + inner, rule], { width: 0.3, color: hairline });
  const { lines: title } = fitted(pdf, material.session.title, { width: inner, sizes: [[7.5, 1]] });
  pdf.tag('P', () =>
    pdf.text(title.join(''), { x: x + pad, y: footY, width: inner, align: 'center', size: 7.5, color: soft }),
  );
};

export const badgesOf = (material: Material): Promise<Uint8Array> =>
  makePdf(`Tanda pengenal: ${material.session.title}`, material.at, (pdf) =>
    drawEightUp(pdf, material.recipients.invitations, (invitation, x, y) =>
      pdf.section(onPaper(invitation).office, () => drawBadge(pdf, material, invitation, x, y)),
    ),
  );
