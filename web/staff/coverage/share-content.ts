/** What is shared of a regency or of a session: figures and office classes, nobody's name. */
import { dateIn, dateTimeIn, number, percent } from '../../shared/format.ts';
import { dictionary } from '../../shared/i18n.ts';
import { representedOf } from './figures.ts';
import type { PartLook } from './parts-bar.tsx';
import { periodText } from './period.ts';
import type { Place, RegencyCoverage } from './place.ts';
import type { SessionCoverage } from './session-figures.tsx';

export const t = dictionary({
  coverage: ['Cakupan kehadiran', 'Coverage of attendance'],
  ever: ['{part} dari {whole} unit pernah terwakili', '{part} of {whole} units represented at least once'],
  represented: ['{part} dari {whole} unit terwakili', '{part} of {whole} units represented'],
  inPerson: ['Hadir sendiri', 'In person'],
  acting: ['Dihadiri Pj/Pjs/Plt/Plh', 'By an acting head'],
  delegated: ['Diwakili', 'By a delegate'],
  never: ['Belum pernah terwakili', 'Never represented'],
  missing: ['Belum hadir', 'Missing'],
  absent: ['Tidak hadir', 'Absent'],
  notYet: ['Belum ikrar', 'Not yet pledged'],
  noPledge: ['tanpa ikrar', 'no pledge'],
  conflicts: ['Perbedaan antarpintu yang belum diputuskan: {n}', 'Open disagreements between doors: {n}'],
  data: ['Data per {time}', 'Data of {time}'],
  frozen: [
    'Dihitung dari daftar undangan yang dibekukan saat kegiatan dibuka',
    'Counted by the roster frozen when the session opened',
  ],
});

export interface ShareContent {
  regency: string;
  title: string;
  /** When: the day of the session, or the period. */
  when: string;
  share: string;
  sentence: string;
  parts: Record<PartLook, number>;
  whole: number;
  absent: { word: string; value: string };
  notYet: { word: string; value: string };
  conflicts: number;
  dataAt: string;
  /** Without ending. */
  file: string;
}

const partsOf = ({ inPerson, acting, delegated }: Record<PartLook, number>) => ({ inPerson, acting, delegated });

const notYetOf = ({ due, notYet }: { due: number; notYet: number }) => ({
  word: t('notYet'),
  value: due ? number(notYet) : t('noPledge'),
});

export const regencyShare = (coverage: RegencyCoverage, { name, zone, period }: Place): ShareContent => ({
  regency: name,
  title: t('coverage'),
  when: periodText(period),
  share: percent(coverage.units.covered, coverage.units.expected),
  sentence: t('ever', { part: number(coverage.units.covered), whole: number(coverage.units.expected) }),
  parts: partsOf(coverage.units),
  whole: coverage.units.expected,
  absent: { word: t('never'), value: number(coverage.units.never) },
  notYet: notYetOf(coverage.pledge),
  conflicts: coverage.conflicts.open,
  dataAt: dateTimeIn(zone, coverage.asOf),
  file: 'cakupan',
});

type Zone = Place['zone'];

export const sessionShare = (coverage: SessionCoverage, regency: string, zone: Zone): ShareContent => {
  const { units } = coverage;
  const represented = representedOf(units);
  return {
    regency,
    title: coverage.title,
    when: dateIn(zone, coverage.startsAt),
    share: percent(represented, units.expected),
    sentence: t('represented', { part: number(represented), whole: number(units.expected) }),
    parts: partsOf(units),
    whole: units.expected,
    absent: { word: coverage.state === 'CLOSED' ? t('absent') : t('missing'), value: number(units.missing) },
    notYet: notYetOf(coverage.pledge),
    conflicts: coverage.conflicts.open,
    dataAt: dateTimeIn(zone, coverage.asOf),
    file: 'cakupan-kegiatan',
  };
};

/** For a chat group: short lines, the asterisks that messengers print bold. */
export const shareText = (content: ShareContent): string =>
  [
    `*${content.title}*`,
    content.regency,
    content.when,
    '',
    `*${content.share}* – ${content.sentence}`,
    `• ${t('inPerson')}: ${number(content.parts.inPerson)}`,
    `• ${t('acting')}: ${number(content.parts.acting)}`,
    `• ${t('delegated')}: ${number(content.parts.delegated)}`,
    `${content.absent.word}: *${content.absent.value}*`,
    `${content.notYet.word}: *${content.notYet.value}*`,
    ...(content.conflicts ? [t('conflicts', { n: number(content.conflicts) })] : []),
    '',
    t('data', { time: content.dataAt }),
    t('frozen'),
  ].join('\n');
