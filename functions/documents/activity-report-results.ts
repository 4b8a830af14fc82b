/** Of the report of an activity: what came of it, what was undertaken, and the photos. */

import { longDay } from '../platform/long-day.ts';
import { body, paragraphs, type ReportPhoto, type ReportWriting, small } from './activity-report-material.ts';
import { undertakingsOf, unitsNamed } from './activity-report-rules.ts';
import { readingsWithPresent } from './minutes-rules.ts';
import { clockOf, figure, percent, phaseWords, pledgeWords } from './paper-words.ts';
import { lineHeight, mm } from './pdf.ts';
import { type Column, drawTable, type TableRow } from './table.ts';

/** Names may bear titles behind commas: nothing else than a word keeps them apart. */
const witnessesOf = (witnesses: readonly { name: string }[]): string => witnesses.map(({ name }) => name).join(' dan ');

/** What is on record of the pledge: its readings, and the figures of the signatures. */
const pledgeSentences = ({ material }: ReportWriting): string[] => {
  const { session, readings, invitations, coverage } = material;
  const { pledge, zone } = session;
  if (pledge === null || coverage.frozenAt === null) return [];
  const { due, signed, notYet, byDelegateOnly, symbolic } = coverage.pledge;
  const read = readingsWithPresent(readings, invitations, session).map(
    ({ reading: { reader, startedAt, witnesses }, present }) => {
      const before = witnesses.length > 0 ? ` disaksikan ${witnessesOf(witnesses)}` : '';
      return `“${pledge.title}” dibacakan oleh ${reader.name}, ${reader.office}, pukul ${clockOf(zone, startedAt)}${before}; ${figure(present)} undangan sudah tercatat hadir ketika pembacaan dimulai.`;
    },
  );
  const byDelegate = byDelegateOnly > 0 ? ` (${figure(byDelegateOnly)} di antaranya baru ditandatangani wakilnya)` : '';
  const figures = `${pledgeWords.SIGNED}: ${figure(signed)} dari ${figure(due)} pejabat yang wajib (${percent(signed, due)}); ${pledgeWords.NOT_YET.toLowerCase()}: ${figure(notYet)}${byDelegate}.`;
  const apart = symbolic > 0 ? [`Tanda tangan simbolis, tidak dihitung: ${figure(symbolic)}.`] : [];
  return due === 0 ? read : [...read, [figures, ...apart].join(' ')];
};

const conflictSentence = ({ material }: ReportWriting): string[] => {
  const { open } = material.coverage.conflicts;
  return open === 0
    ? []
    : [
        `${figure(open)} perbedaan catatan antarpintu belum diputuskan; masing-masing masih dapat mengubah angka kehadiran sebesar satu.`,
      ];
};

export const drawResults = (writing: ReportWriting): void => {
  const { flow, material, heading } = writing;
  const { results } = material.report;
  const recorded = [...pledgeSentences(writing), ...conflictSentence(writing)];
  if (results === undefined && recorded.length === 0) return;
  heading('Hasil', mm(16));
  if (results !== undefined) {
    paragraphs(writing, results);
    flow.space(mm(2));
  }
  for (const text of recorded) {
    paragraphs(writing, text);
    flow.space(mm(1));
  }
  flow.space(mm(3));
};

const kindNames = {
  UNDERSTANDING: 'Pemahaman',
  SUPERVISION: 'Pengawasan',
  ENFORCEMENT: 'Penegakan',
  OUTREACH: 'Sosialisasi',
} as const;

const followUpColumns: readonly Column[] = [
  { title: 'No.', width: 9, align: 'right' },
  { title: 'Tindak lanjut', width: 62 },
  { title: 'Unit', width: 48 },
  { title: 'Jatuh tempo', width: 23 },
  { title: 'Keadaan', width: 23 },
];

/** A regency with many undertakings has its own list; what is left out is said. */
const mostRows = 40;

export const drawFollowUps = async (writing: ReportWriting): Promise<void> => {
  const { pdf, flow, material, heading } = writing;
  const { report, followUps, regency } = material;
  const all = undertakingsOf(followUps);
  if (report.followUp === undefined && all.length === 0) return;
  heading('Tindak Lanjut', mm(20));
  if (report.followUp !== undefined) {
    paragraphs(writing, report.followUp);
    flow.space(mm(2));
  }
  const rows = all.slice(0, mostRows).map((each, index): TableRow => {
    const { kind, phase, text, due, done, followUps: asked } = each;
    const [only] = asked;
    const single = asked.length === 1 && only?.done ? `selesai ${longDay(only.done.on)}` : undefined;
    const state = single ?? (done === 0 ? 'belum selesai' : `selesai ${figure(done)} dari ${figure(asked.length)}`);
    return {
      cells: [
        `${index + 1}.`,
        [[`${kindNames[kind]}, ${phaseWords[phase]}`, small], [text]],
        unitsNamed(asked, regency.name),
        longDay(due),
        state,
      ],
    };
  });
  if (rows.length > 0) await drawTable(pdf, flow, followUpColumns, rows);
  if (all.length > mostRows) {
    const text = `${figure(all.length - mostRows)} tindak lanjut lainnya ada dalam daftar tindak lanjut daerah.`;
    pdf.tag('P', () => flow.paragraph(text, small));
  }
  flow.space(mm(4));
};

const gap = mm(5);
const photoHeight = mm(56);

const captionHeight = ({ pdf }: ReportWriting, { caption }: ReportPhoto, width: number): number =>
  caption === undefined ? 0 : pdf.height(caption, width, small);

/** Two beside each other, their captions below them on one line. */
export const drawPhotos = (writing: ReportWriting): void => {
  const { pdf, flow, material, heading } = writing;
  const { photos } = material;
  if (photos.length === 0) return;
  const width = (flow.width - gap) / 2;
  heading('Dokumentasi', photoHeight + mm(12));
  for (let start = 0; start < photos.length; start += 2) {
    const pair = photos.slice(start, start + 2);
    const below = Math.max(...pair.map((photo) => captionHeight(writing, photo, width)));
    flow.need(photoHeight + mm(1.5) + below);
    const { y } = flow;
    for (const [place, { jpeg, caption }] of pair.entries()) {
      const x = flow.x + place * (width + gap);
      const alt = caption ?? `Foto ${start + place + 1}`;
      pdf.tag('Figure', () => pdf.picture(jpeg, x, y, width, photoHeight), alt);
      if (caption === undefined) continue;
      pdf.tag('P', () => {
        pdf.text(caption, { x, y: y + photoHeight + mm(1.5), width, align: 'center', ...small });
      });
    }
    flow.y += photoHeight + mm(1.5) + below + mm(4);
  }
};

/** Of the body's letters, for what must stay together. */
export const lines = (count: number): number => count * lineHeight(body);
