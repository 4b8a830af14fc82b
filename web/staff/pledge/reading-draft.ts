/** What the form of a reading holds, and its way to the API; functions of values. */
import type { Api } from '../../../functions/endpoints.ts';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import type { ItemOf } from '../../shared/api.ts';
import { instantFromLocal, localFromInstant } from '../../shared/format.ts';
import type { FormError } from '../../shared/ui/error-summary.tsx';
import { t } from './reading-texts.ts';

export type ReadingShown = ItemOf<'GET /api/sessions/:session/readings'>;
type Body = Api['PUT /api/sessions/:session/readings/:reading']['body'];

export interface Person {
  name: string;
  office: string;
}
export interface ReadingDraft {
  reader: Person;
  witnesses: Person[];
  /** What was noted on paper: the times are typed, as `datetime-local` has them in the session's zone. */
  paper: boolean;
  startedAt: string;
  endedAt: string;
}

export const mostWitnesses = 10;

export const emptyReading = (paper: boolean): ReadingDraft => ({
  reader: { name: '', office: '' },
  witnesses: [],
  paper,
  startedAt: '',
  endedAt: '',
});

export const draftOfReading = ({ reader, witnesses, startedAt, endedAt }: ReadingShown, zone: Zone): ReadingDraft => ({
  reader,
  witnesses: [...witnesses],
  paper: startedAt !== null,
  startedAt: startedAt === null ? '' : localFromInstant(zone, startedAt),
  endedAt: endedAt === null ? '' : localFromInstant(zone, endedAt),
});

type Check = [wrong: boolean, id: string, text: string];
const blank = (text: string): boolean => !text.trim();

export const checkReading = ({ reader, witnesses, paper, startedAt, endedAt }: ReadingDraft): FormError[] => {
  const checks: Check[] = [
    [blank(reader.name), 'reader-name', t('needReaderName')],
    [blank(reader.office), 'reader-office', t('needReaderOffice')],
    ...witnesses.flatMap(({ name, office }, index): Check[] => [
      [blank(name), `witnesses-${index}-name`, t('needWitnessName', { n: index + 1 })],
      [blank(office), `witnesses-${index}-office`, t('needWitnessOffice', { n: index + 1 })],
    ]),
    [paper && blank(startedAt), 'startedAt', t('needStart')],
    [paper && blank(endedAt), 'endedAt', t('needEnd')],
    [paper && startedAt !== '' && endedAt !== '' && startedAt > endedAt, 'endedAt', t('endBeforeStart')],
  ];
  return checks.filter(([wrong]) => wrong).map(([, id, text]) => ({ id, text }));
};

export const readingBody = (draft: ReadingDraft, zone: Zone): Body => ({
  reader: draft.reader,
  witnesses: draft.witnesses,
  ...(draft.paper && {
    startedAt: instantFromLocal(zone, draft.startedAt),
    endedAt: instantFromLocal(zone, draft.endedAt),
  }),
});

const rank: Record<ReadingShown['state'], number> = { READ: 0, READING: 1, PLANNED: 2, VOID: 3 };

/** Those held in the order in which they were, then what is to come, then what was voided. */
export const inOrder = (readings: readonly ReadingShown[]): ReadingShown[] =>
  [...readings].sort(
    (a, b) => rank[a.state] - rank[b.state] || ((a.startedAt ?? a.id) < (b.startedAt ?? b.id) ? -1 : 1),
  );

/** Where the ceremony stands with its readings. */
export const readingStage = (readings: readonly ReadingShown[]): 'none' | 'planned' | 'now' | 'done' => {
  const states = readings.map(({ state }) => state);
  if (states.includes('READING')) return 'now';
  if (states.includes('READ')) return 'done';
  return states.includes('PLANNED') ? 'planned' : 'none';
};

/** People are counted at the reading they heard first, so the sum counts nobody twice. */
export const presentAtAll = (readings: readonly ReadingShown[]): number =>
  readings.reduce((sum, { state, present }) => sum + (state === 'VOID' ? 0 : present), 0);
