/** Who is missing, by name, in small columns under their districts, as far as the sheet holds. */
import { countedUnits, presenceOf } from '../coverage/coverage-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { classOrder } from '../roster/unit-class.ts';
import { oneLine, sheet } from './coverage-paper-parts.ts';
import { figure, noDistrict, unitWithDistrict } from './paper-words.ts';
import { lineHeight, mm, type Pdf, type Style } from './pdf.ts';
import type { SessionFacts } from './session-facts.ts';

/** Units of the denominator that nobody stood there for, by district, class and name; by video is none of them. */
export const missingUnits = ({ invitations, frozen }: Pick<SessionFacts, 'invitations' | 'frozen'>): Invitation[] =>
  countedUnits(invitations, frozen)
    .filter((unit) => presenceOf(unit) === 'MISSING')
    .sort(
      (a, b) =>
        (a.district ?? '').localeCompare(b.district ?? '') ||
        (a.class && b.class ? classOrder(a.class) - classOrder(b.class) : 0) ||
        a.name.localeCompare(b.name, 'id', { numeric: true }),
    );

interface Line {
  text: string;
  isHeading: boolean;
}

/** The lines of the columns: a district's name, then its units; a name never ends a column. */
export const missingLines = (
  units: readonly Pick<Invitation, 'name' | 'district' | 'districtName'>[],
  perColumn: number,
  without: string,
): Line[] => {
  const lines: Line[] = [];
  let district: string | null | undefined = null;
  for (const unit of units) {
    if (lines.length === 0 || unit.district !== district) {
      district = unit.district;
      if (lines.length % perColumn === perColumn - 1) lines.push({ text: '', isHeading: false });
      lines.push({ text: unit.districtName ?? unit.district ?? without, isHeading: true });
    }
    lines.push({ text: unit.name, isHeading: false });
  }
  return lines;
};

/** Cut to as many as there is room for; the last one says how many units are left out. */
export const cutLines = (lines: readonly Line[], room: number): Line[] => {
  if (lines.length <= room) return [...lines];
  const left = lines.slice(room - 1).filter(({ text, isHeading }) => text !== '' && !isHeading).length;
  return [...lines.slice(0, room - 1), { text: `dan ${figure(left)} unit lainnya`, isHeading: false }];
};

const style: Style = { size: 6.4 };
const columns = 4;
/** A short list takes wider ones: names stay whole, and no column stays empty beside them. */
const fewestColumns = 3;
const gap = mm(3);

interface Room {
  y: number;
  bottom: number;
  labels: Regency['labels'];
}

/** Where names would be left out, the headings give up their lines first; the district then stands behind the name. */
export const linesThatFit = (
  units: readonly Pick<Invitation, 'name' | 'district' | 'districtName'>[],
  perColumn: number,
  labels: Regency['labels'],
): Line[] => {
  const room = perColumn * columns;
  const headed = missingLines(units, perColumn, noDistrict);
  if (headed.length <= room) return headed;
  return cutLines(
    units.map((unit) => ({ text: unitWithDistrict(unit, labels), isHeading: false })),
    room,
  );
};

/** Draws as many as fit above the bottom; nothing where not even a few do. */
export const drawMissing = (pdf: Pdf, units: readonly Invitation[], { y, bottom, labels }: Room): void => {
  const perColumn = Math.floor((bottom - y) / lineHeight(style));
  if (perColumn < 2) return;
  const lines = linesThatFit(units, perColumn, labels);
  const taken = Math.max(fewestColumns, Math.ceil(lines.length / perColumn));
  const width = (sheet.width - (taken - 1) * gap) / taken;
  pdf.tag('P', () => {
    for (const [index, { text, isHeading }] of lines.entries()) {
      const at = {
        x: sheet.x + Math.floor(index / perColumn) * (width + gap),
        y: y + (index % perColumn) * lineHeight(style),
        width,
      };
      if (text !== '')
        pdf.text(oneLine(pdf, text, width, { ...style, bold: isHeading }), { ...at, ...style, bold: isHeading });
    }
  });
};
