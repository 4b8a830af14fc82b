/** The coverage of a session on one A4: the headline, figures apart, the heat table, the missing by name, and its seal if it is closed. */

import { representedOf } from '../coverage/represented.ts';
import { drawHeatTable } from './coverage-heat.ts';
import { drawMissing, missingUnits } from './coverage-missing.ts';
import { drawHead, drawHeadline, drawNotes, drawSubtitle, type Figure, sheet } from './coverage-paper-parts.ts';
import { drawFeet, madeLine } from './made-line.ts';
import { absentWord, daysOf, figure, hoursOf, momentOf, percent, pledgeWords, venueLine } from './paper-words.ts';
import { makePdf, mm, type Pdf } from './pdf.ts';
import type { SessionFacts } from './session-facts.ts';

export interface CoverageMaterial extends SessionFacts {
  /** Of the public check; undefined while nothing is sealed. */
  check: string | undefined;
}

const represented = ({ coverage: { units } }: CoverageMaterial): number => representedOf(units);

const saidOf = (material: CoverageMaterial): string => {
  const { coverage, session } = material;
  const { units, frozenAt } = coverage;
  const said = `${figure(represented(material))} dari ${figure(units.expected)} unit terwakili.`;
  return frozenAt === null
    ? `${said} Kegiatan belum dibuka: penyebutnya undangan yang berlaku sekarang.`
    : `${said} Penyebut: daftar yang dibekukan ${momentOf(session.zone, frozenAt)}.`;
};

const figuresOf = (material: CoverageMaterial): Figure[] => {
  const { units, pledge } = material.coverage;
  const { due, signed, notYet, byDelegateOnly } = pledge;
  return [
    { label: 'Hadir sendiri', value: figure(units.inPerson) },
    { label: 'Dihadiri Pj/Pjs/Plt/Plh', value: figure(units.acting) },
    { label: 'Diwakili', value: figure(units.delegated) },
    ...(units.online > 0 ? [{ label: 'Daring', value: figure(units.online), note: 'bukan hadir' }] : []),
    { label: absentWord(material.session), value: figure(units.missing) },
    ...(due > 0
      ? [
          { label: pledgeWords.SIGNED, value: figure(signed), note: `${percent(signed, due)} dari ${figure(due)}` },
          {
            label: pledgeWords.NOT_YET,
            value: figure(notYet),
            ...(byDelegateOnly > 0 && { note: `${figure(byDelegateOnly)} baru wakilnya` }),
          },
        ]
      : []),
  ];
};

const notesOf = ({ coverage, invitations }: CoverageMaterial): string[] => {
  const { conflicts, amendments, late, people, pledge } = coverage;
  const guests = invitations.filter(({ kind, revokedAt }) => kind === 'guest' && revokedAt === undefined).length;
  const told: [number, string][] = [
    [
      conflicts.open,
      `${figure(conflicts.open)} perbedaan antarpintu belum diputuskan (masing-masing dapat mengubah satu).`,
    ],
    [guests + people.guests, `Tamu ${figure(people.guests)} dari ${figure(guests)}, di luar hitungan.`],
    [people.grouped, `Rombongan tanpa nama ${figure(people.grouped)} orang, di luar hitungan.`],
    [late, `Masuk sesudah ditutup: ${figure(late)}.`],
    [pledge.symbolic, `Tanda tangan simbolis ${figure(pledge.symbolic)}, tidak dihitung.`],
    [
      amendments.added + amendments.revoked,
      `Sesudah dibekukan: ${figure(amendments.added)} ditambah, ${figure(amendments.revoked)} dicabut; penyebut tetap.`,
    ],
  ];
  return told.flatMap(([count, text]) => (count > 0 ? [text] : []));
};

const counting =
  'Cara hitung: satu unit terwakili satu kali, berapa pun yang datang; daring bukan hadir; tanda tangan wakil tidak menyelesaikan ikrar pejabat. Isi sel: terwakili/diundang.';

/** The sheet is shared: the names of the missing get what is left, but a few lines at least where somebody is missing. */
const leastForNames = mm(24);

const drawCoverage = (pdf: Pdf, material: CoverageMaterial): void => {
  const { session, coverage, regency, check, at, head } = material;
  const { units } = coverage;
  pdf.page();
  let y = drawHead(pdf, {
    from: `${regency.name} · ${session.organizer}`,
    title: 'Cakupan kehadiran',
    lines: [
      session.title,
      `${daysOf(session.zone, session)}, ${hoursOf(session.zone, session)} · ${venueLine(session)}`,
    ],
    check,
  });
  const headline = { share: percent(represented(material), units.expected), said: saidOf(material) };
  y = drawHeadline(pdf, y, { ...headline, figures: figuresOf(material) });
  y = drawNotes(pdf, y, [...notesOf(material), counting]);
  const missing = coverage.frozenAt === null ? [] : missingUnits(material);
  if (coverage.cells.length > 0) {
    const bottom = sheet.bottom - (missing.length > 0 ? leastForNames : mm(4));
    y = drawHeatTable(pdf, { ...coverage, labels: regency.labels }, { y, bottom });
  }
  if (missing.length > 0) {
    y = drawSubtitle(pdf, y + mm(0.5), `${absentWord(material.session)}: ${figure(missing.length)} unit`);
    drawMissing(pdf, missing, { y, bottom: sheet.bottom, labels: regency.labels });
  }
  drawFeet(pdf, sheet, madeLine(session, at, head));
};

export const coveragePaperOf = (material: CoverageMaterial): Promise<Uint8Array> =>
  makePdf(`Cakupan kehadiran: ${material.session.title}`, material.at, async (pdf) => drawCoverage(pdf, material), {
    numbered: true,
  });
