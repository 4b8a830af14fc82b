/** The coverage of a regency over a period on one A4, for its head: the headline, the trend, the heat table, the worst groups, who was missing again. */

import type { RegencyCoverage } from '../coverage/coverage-schema.ts';
import { representedOf } from '../coverage/represented.ts';
import type { Zone } from '../platform/base-schema.ts';
import { longDay } from '../platform/long-day.ts';
import { dayIn } from '../platform/time.ts';
import { drawHeatTable } from './coverage-heat.ts';
import {
  drawHead,
  drawHeadline,
  drawNotes,
  drawSubtitle,
  type Figure,
  fine,
  oneLine,
  sheet,
} from './coverage-paper-parts.ts';
import { absent, type RegencyCoverageMaterial } from './coverage-regency-source.ts';
import { drawFeet, madeLineOfPeriod, sealInRow } from './made-line.ts';
import { classWord, figure, momentOf, noDistrict, percent, phaseWords, pledgeWords } from './paper-words.ts';
import { ink, lineHeight, makePdf, mm, type Pdf, type Style } from './pdf.ts';

const periodLine = ({ period, sessions }: RegencyCoverage, zone: Zone): string => {
  const { from, to, phase } = period;
  const days = [from && `sejak ${longDay(from)}`, to && `sampai ${longDay(to)}`].filter(Boolean).join(' ');
  const stage = phase === null ? '' : ` · tahap ${phaseWords[phase]}`;
  const which = days === '' ? 'Semua kegiatan' : `Kegiatan ${days} (${zone})`;
  return `${which}${stage} · ${figure(sessions.length)} kegiatan`;
};

const figuresOf = ({ units, pledge }: RegencyCoverage): Figure[] => [
  { label: 'Hadir sendiri', value: figure(units.inPerson) },
  { label: 'Dihadiri Pj/Pjs/Plt/Plh', value: figure(units.acting) },
  { label: 'Diwakili', value: figure(units.delegated) },
  { label: 'Belum pernah terwakili', value: figure(units.never) },
  ...(pledge.due > 0
    ? [
        {
          label: pledgeWords.SIGNED,
          value: figure(pledge.signed),
          note: `${percent(pledge.signed, pledge.due)} dari ${figure(pledge.due)}`,
        },
        { label: pledgeWords.NOT_YET, value: figure(pledge.notYet) },
      ]
    : []),
];

const notesOf = ({ conflicts, doors, amendments, repeated }: RegencyCoverage): string[] => [
  `Berulang tidak hadir (sedikitnya dua kali): ${figure(repeated.missed)} unit; berulang diwakili: ${figure(repeated.delegated)} unit.`,
  `Perbedaan antarpintu yang belum diputuskan: ${figure(conflicts.open)}.`,
  `Perubahan daftar sesudah dibekukan: ${figure(amendments.added)} ditambah, ${figure(amendments.revoked)} dicabut; penyebut tetap.`,
  ...(doors.unsent > 0 ? [`${figure(doors.unsent)} pintu masih menyimpan ${figure(doors.scans)} pindaian.`] : []),
];

const counting =
  'Cara hitung: satu unit tercakup bila terwakili sedikitnya sekali selama masa ini, dan dihitung sekali, pada cara hadirnya yang terbaik; penyebut adalah unit dalam daftar yang dibekukan.';

const cellStyle: Style = { size: 7.5 };
const rowHeight = mm(3.9);
const hairline = { width: 0.3, color: '#8a8a8a' };

/** What is left to write in, from the left edge, and where each text ends. */
interface Columns {
  x: number;
  widths: readonly number[];
}

type Align = 'left' | 'right';

const drawLine = (pdf: Pdf, { x, widths }: Columns, texts: readonly string[], y: number, bold = false): void => {
  let left = x;
  const style = { ...cellStyle, bold };
  pdf.tag('P', () => {
    for (const [index, width] of widths.entries()) {
      const align: Align = index === 0 ? 'left' : 'right';
      const text = oneLine(pdf, texts[index] ?? '', width - 3, style);
      pdf.text(text, { x: left + 1, y: y + 1, width: width - 3, align, ...style });
      left += width;
    }
  });
  const right = x + widths.reduce((sum, width) => sum + width, 0);
  pdf.line([x, y + rowHeight], [right, y + rowHeight], bold ? { width: 0.8 } : hairline);
};

const trendColumns = { day: mm(18), title: mm(48), bar: mm(26), seal: mm(29) };
/** More would leave no room for the rest; what is left out is said. */
const mostSessions = 16;

/** Newest first: bars with what they stand for beside them, so that they need no colour. */
const drawTrend = (pdf: Pdf, top: number, { coverage, zone }: RegencyCoverageMaterial): number => {
  const { sessions } = coverage;
  if (sessions.length === 0) return drawNotes(pdf, top, ['Belum ada kegiatan yang dibuka dalam masa ini.'], cellStyle);
  let y = drawSubtitle(pdf, top, 'Perkembangan antarkegiatan (terwakili dari yang diundang)');
  for (const session of sessions.slice(0, mostSessions)) {
    const { expected } = session.units;
    const came = representedOf(session.units);
    const [year, month, date] = dayIn(zone, session.startsAt).split('-');
    const { day, title, bar, seal } = trendColumns;
    const x = sheet.x + day + title;
    const share = expected === 0 ? 0 : came / expected;
    pdf.tag('P', () => {
      pdf.text(`${date}-${month}-${year}`, { x: sheet.x, y, width: day, ...cellStyle });
      pdf.text(oneLine(pdf, session.title, title - mm(2), cellStyle), {
        x: sheet.x + day,
        y,
        width: title,
        ...cellStyle,
      });
      pdf.box(x, y + 1.5, bar * share, mm(2.4), '#555555');
      pdf.frame(x, y + 1.5, bar, mm(2.4), { width: 0.4, color: ink });
      const said = `${percent(came, expected)} · ${figure(came)}/${figure(expected)} · ikrar ${figure(session.pledge.signed)}/${figure(session.pledge.due)}`;
      const at = { x: x + bar + mm(2), width: sheet.width - day - title - bar - seal - mm(3) };
      pdf.text(oneLine(pdf, said, at.width, cellStyle), { ...at, y, ...cellStyle });
      const right = { x: sheet.x + sheet.width - seal, width: seal, align: 'right' } as const;
      pdf.text(sealInRow(session), { ...right, y, ...cellStyle });
    });
    y += rowHeight;
  }
  const left = sessions.length - mostSessions;
  return left > 0
    ? drawNotes(pdf, y, [`${figure(left)} kegiatan sebelumnya ikut dihitung, tetapi tidak digambar.`])
    : y + mm(2);
};

const half = (sheet.width - mm(6)) / 2;

/** The worst groups, with the names beside them; what does not fit above it is summed up. */
const heightOfLists = ({ worst }: RegencyCoverage): number => Math.max(5, worst.length + 1) * rowHeight + mm(9);

const drawDistricts = (pdf: Pdf, top: number, { coverage, labels }: RegencyCoverageMaterial): number => {
  const { districts } = coverage;
  const cells = coverage.cells.map((cell) => ({ ...cell, represented: cell.covered }));
  const title = `Pernah terwakili menurut ${labels.district.toLowerCase()} dan kelas unit (terwakili/unit)`;
  const y = drawSubtitle(pdf, top, title);
  return drawHeatTable(pdf, { cells, districts, labels }, { y, bottom: sheet.bottom - heightOfLists(coverage) });
};

const drawWorst = (pdf: Pdf, top: number, { coverage, labels }: RegencyCoverageMaterial): void => {
  const columns = { x: sheet.x, widths: [half - mm(24), mm(12), mm(12)] };
  let y = drawSubtitle(pdf, top, 'Yang paling banyak belum terwakili', { width: half });
  drawLine(pdf, columns, ['Kelas unit, wilayah', 'Belum', 'Dari'], y, true);
  for (const each of coverage.worst) {
    y += rowHeight;
    const place = each.districtName ?? noDistrict.toLowerCase();
    drawLine(
      pdf,
      columns,
      [`${classWord(each.class, labels)}, ${place}`, figure(each.never), figure(each.expected)],
      y,
    );
  }
  if (coverage.worst.length > 0) return;
  drawNotes(pdf, y + rowHeight, ['Tidak ada: semua unit pernah terwakili.'], { ...fine });
};

const absenteeStyle: Style = { size: 7 };

/** Names of units beside the worst groups, as far as the sheet holds. */
const drawAbsentees = (pdf: Pdf, top: number, { coverage, absentees }: RegencyCoverageMaterial): void => {
  const { again, count } = absent(coverage);
  if (count === 0) return;
  const at = { x: sheet.x + half + mm(6), width: half };
  const y = drawSubtitle(
    pdf,
    top,
    `${again ? 'Berulang tidak hadir' : 'Belum pernah terwakili'}: ${figure(count)} unit`,
    at,
  );
  const height = lineHeight(absenteeStyle);
  // The last line says how many are left out.
  const shown = absentees.slice(0, Math.max(0, Math.floor((sheet.bottom - y) / height) - 1));
  const left = count - shown.length;
  pdf.tag('P', () => {
    for (const [index, { name, missed: times, invited, missedInARow }] of shown.entries()) {
      const row = missedInARow > 1 ? `, ${figure(missedInARow)} terakhir berturut-turut` : '';
      const text = again ? `${name}: ${figure(times)} dari ${figure(invited)} kali${row}` : name;
      pdf.text(oneLine(pdf, text, half, absenteeStyle), { ...at, y: y + index * height, ...absenteeStyle });
    }
    const below = { ...at, y: y + shown.length * height, ...absenteeStyle, bold: true };
    if (left > 0) pdf.text(`dan ${figure(left)} unit lainnya`, below);
  });
};

const drawPaper = (pdf: Pdf, material: RegencyCoverageMaterial): void => {
  const { coverage, zone, at } = material;
  const { units } = coverage;
  pdf.page();
  let y = drawHead(pdf, {
    from: coverage.name,
    title: 'Cakupan kehadiran dan ikrar',
    lines: [periodLine(coverage, zone), `Data per ${momentOf(zone, coverage.asOf)}`],
  });
  y = drawHeadline(pdf, y, {
    share: percent(units.covered, units.expected),
    said: `${figure(units.covered)} dari ${figure(units.expected)} unit pernah terwakili; ${figure(units.never)} belum pernah.`,
    figures: figuresOf(coverage),
  });
  y = drawNotes(pdf, y, notesOf(coverage), { size: 8 });
  y = drawNotes(pdf, y, [counting]);
  y = drawTrend(pdf, y + mm(1), material);
  if (coverage.sessions.length > 0) {
    y = drawDistricts(pdf, y, material) + mm(1.5);
    drawWorst(pdf, y, material);
    drawAbsentees(pdf, y, material);
  }
  drawFeet(pdf, sheet, madeLineOfPeriod(zone, at, coverage.sessions));
};

export const regencyCoveragePaperOf = (material: RegencyCoverageMaterial): Promise<Uint8Array> =>
  makePdf(`Cakupan ${material.coverage.name}`, material.at, async (pdf) => drawPaper(pdf, material), {
    numbered: true,
  });
