/** The recap of attendance (rekapitulasi kehadiran) as PDF, as a workbook with a sheet for classes and one for districts, and as CSV. */

import { csvFile } from '../platform/csv-cell.ts';
import { percentOf } from '../platform/share.ts';
import type { Row } from './fact-rows.ts';
import { madeLine } from './made-line.ts';
import { absentWord, figure, momentOf, percent } from './paper-words.ts';
import {
  type RecapFigures,
  type RecapRow,
  recapByClass,
  recapByDistrict,
  recapCells,
  recapTotal,
} from './recap-rows.ts';
import type { SessionFacts } from './session-facts.ts';
import { type SummaryTable, sessionRows, summaryPaperOf } from './summary-paper.ts';
import type { Column, TableRow } from './table.ts';
import { type WorkbookSheet, workbookOf } from './workbook.ts';

export type RecapMaterial = SessionFacts & { signerNip: string | null };

type Field = keyof RecapFigures | 'percent';
const fields: readonly (readonly [field: Field, title: string])[] = [
  ['expected', 'Diundang'],
  ['inPerson', 'Hadir sendiri'],
  ['acting', 'Dihadiri Pj/Pjs/Plt/Plh'],
  ['delegated', 'Diwakili'],
  ['represented', 'Terwakili'],
  ['percent', 'Persen'],
  ['online', 'Daring'],
  ['missing', 'Tidak hadir'],
  ['due', 'Wajib ikrar'],
  ['signed', 'Sudah ikrar'],
  ['notYet', 'Belum ikrar'],
];

const titlesOf = ({ session }: Pick<RecapMaterial, 'session'>): string[] =>
  fields.map(([field, title]) => (field === 'missing' ? absentWord(session) : title));

const pledgeFields: readonly Field[] = ['due', 'signed', 'notYet'];

const textOf = (figures: RecapFigures, field: Field): string => {
  if (field === 'percent') return percent(figures.represented, figures.expected);
  // Where nobody owes a pledge, a nought would read as if nobody had given it.
  return pledgeFields.includes(field) && figures.due === 0 ? '–' : figure(figures[field]);
};

const tableRow = (name: string, figures: RecapFigures, bold = false): TableRow => ({
  cells: [name, ...fields.map(([field]) => textOf(figures, field))],
  bold,
});

const columnsOf = (material: RecapMaterial, first: string): Column[] => [
  { title: first, width: 56 },
  // Broken where it may be; in one word it would be broken anywhere.
  ...titlesOf(material).map((title): Column => ({ title: title.replace('Pjs/', 'Pjs/ '), width: 19, align: 'right' })),
];

const tableOf = (material: RecapMaterial, title: string, first: string, rows: readonly RecapRow[]): SummaryTable => ({
  title,
  columns: columnsOf(material, first),
  rows: [...rows.map((row) => tableRow(row.name, row)), tableRow('Jumlah', recapTotal(material.coverage), true)],
});

const basisOf = ({ session, coverage }: RecapMaterial): string => {
  const { frozenAt, amendments } = coverage;
  if (frozenAt === null) return 'Kegiatan belum dibuka: jumlah diundang masih dapat berubah.';
  const changed = amendments.added + amendments.revoked;
  const since =
    changed === 0
      ? ''
      : ` Sesudahnya ditambahkan ${figure(amendments.added)} dan dicabut ${figure(amendments.revoked)} undangan; jumlah diundang tidak berubah karenanya.`;
  return `Diundang menurut daftar yang dibekukan ketika kegiatan dibuka, ${momentOf(session.zone, frozenAt)}.${since}`;
};

const outsideOf = ({ coverage }: RecapMaterial): string[] => {
  const { guests, grouped } = coverage.people;
  const parts = [
    ...(guests > 0 ? [`tamu ${figure(guests)} orang`] : []),
    ...(grouped > 0 ? [`rombongan ${figure(grouped)} orang`] : []),
  ];
  return parts.length > 0 ? [`Di luar hitungan: ${parts.join(', ')}.`] : [];
};

const notesOf = (material: RecapMaterial): string[] => {
  const { conflicts, late } = material.coverage;
  return [
    basisOf(material),
    'Terwakili = hadir sendiri + dihadiri Pj/Pjs/Plt/Plh + diwakili. Daring bukan kehadiran di tempat dan tidak dihitung tidak hadir. Hadir tidak sama dengan ikrar: tanda tangan wakil tidak mengikat pejabatnya.',
    ...outsideOf(material),
    ...(late > 0 ? [`${figure(late)} kehadiran dicatat sesudah kegiatan ditutup.`] : []),
    ...(conflicts.open > 0 ? [`${figure(conflicts.open)} perbedaan antarpintu belum diputuskan.`] : []),
  ];
};

const tablesOf = (material: RecapMaterial): SummaryTable[] => {
  const { labels } = material.regency;
  return [
    tableOf(material, 'A. Menurut kelas unit', 'Kelas unit', recapByClass(material.coverage, labels)),
    tableOf(
      material,
      `B. Menurut ${labels.district.toLowerCase()}`,
      labels.district,
      recapByDistrict(material.coverage),
    ),
  ];
};

export const recapPdfOf = (material: RecapMaterial): Promise<Uint8Array> =>
  summaryPaperOf({
    ...material,
    title: 'REKAPITULASI KEHADIRAN',
    facts: [
      ...sessionRows(material.session),
      ['Data per', momentOf(material.session.zone, material.at.toISOString())] satisfies Row,
    ],
    tables: tablesOf(material),
    notes: notesOf(material),
    landscape: true,
  });

const numbersOf = (figures: RecapFigures): number[] =>
  fields.map(([field]) =>
    field === 'percent' ? (percentOf(figures.represented, figures.expected) ?? 0) : figures[field],
  );

export const recapXlsxOf = (material: RecapMaterial): Promise<Uint8Array> => {
  const { session, regency, coverage, at, head } = material;
  const sheetOf = (name: string, first: string, rows: readonly RecapRow[]): WorkbookSheet => ({
    name,
    lines: [`Rekapitulasi kehadiran: ${session.title}`, madeLine(session, at, head)],
    columns: [{ title: first, width: 30 }, ...titlesOf(material).map((title) => ({ title, width: 13 }))],
    rows: [...rows.map((row) => [row.name, ...numbersOf(row)]), ['Jumlah', ...numbersOf(recapTotal(coverage))]],
  });
  return workbookOf([
    sheetOf('Kelas unit', 'Kelas unit', recapByClass(coverage, regency.labels)),
    sheetOf('Wilayah', regency.labels.district, recapByDistrict(coverage)),
  ]);
};

/** One line a class in a district; no sums, so that nothing is counted twice by whoever adds them up. */
export const recapCsvOf = (material: RecapMaterial): string =>
  csvFile([
    [material.regency.labels.district, 'Kelas unit', ...titlesOf(material)],
    ...recapCells(material).map((cell) => [cell.district, cell.class, ...numbersOf(cell).map(String)]),
  ]);
