/** Follow-ups: when one is due, how they are ordered and counted, what a move does, and who is reminded. */
import type * as z from 'zod';
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';
import type { FollowUp, FollowUpFigures, FollowUpMove, FollowUpShown } from './follow-up-schema.ts';

export type FollowUpState = FollowUpShown['state'];
export type Move = z.output<typeof FollowUpMove>;

/** What is due within this many days is soon. */
export const soonDays = 7;

/** `2024-06-27` and 7 -> `2024-07-04`. */
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Due today is not overdue: a day is over when the next one begins in the regency's zone, whose day `today` is. */
export const stateOf = ({ done, withdrawn, due }: FollowUp, today: string): FollowUpState => {
  if (withdrawn) return 'WITHDRAWN';
  if (done) return 'DONE';
  if (due < today) return 'OVERDUE';
  return due <= daysAfter(today, soonDays) ? 'SOON' : 'LATER';
};

const isOpen = (state: FollowUpState): boolean => state !== 'DONE' && state !== 'WITHDRAWN';
/** Who is reminded now. */
const isPressing = (state: FollowUpState): boolean => state === 'OVERDUE' || state === 'SOON';

/** As it is answered; the answer's schema strips who wrote it. */
export const showFollowUp = (
  followUp: FollowUp,
  today: string,
  nameOf: (region: string) => string | undefined,
): FollowUpShown => ({
  ...followUp,
  districtName: followUp.district === undefined ? null : (nameOf(followUp.district) ?? null),
  state: stateOf(followUp, today),
});

/** Orders by due day, then by the unit's name, SDN 2 before SDN 10; of the name a cursor has no room for the whole. */
export const orderOf = ({ due, unitName = '', id }: Pick<FollowUp, 'due' | 'unitName' | 'id'>): string =>
  `${due} ${unitName.replace(/\d+/g, (digits) => digits.padStart(4, '0')).slice(0, 40)} ${id}`;

export const byOrder = (a: FollowUp, b: FollowUp): number => (orderOf(a) < orderOf(b) ? -1 : 1);

export type Asked = Partial<Record<'kind' | 'phase' | 'class' | 'unit' | 'session', string | undefined>>;

export const isAsked = (followUp: FollowUp, asked: Asked): boolean =>
  (['kind', 'phase', 'class', 'unit', 'session'] as const).every(
    (name) => asked[name] === undefined || followUp[name] === asked[name],
  );

/** Left out: all that is neither done nor withdrawn. */
export const isInState = (state: FollowUpState, asked: FollowUpState | 'ALL' | undefined): boolean =>
  asked === undefined ? isOpen(state) : asked === 'ALL' || asked === state;

/** In protocol order; what a regency undertook as a whole is of no class. */
export const classesOf = (followUps: readonly FollowUp[]): UnitClassCode[] =>
  [...new Set(followUps.flatMap((followUp) => followUp.class ?? []))].sort((a, b) => classOrder(a) - classOrder(b));

export const figuresOf = (states: readonly FollowUpState[]): z.output<typeof FollowUpFigures> => {
  const count = (wanted: FollowUpState) => states.filter((state) => state === wanted).length;
  return {
    overdue: count('OVERDUE'),
    soon: count('SOON'),
    later: count('LATER'),
    done: count('DONE'),
    withdrawn: count('WITHDRAWN'),
  };
};

/**
 * Whether what stands there is what the move, made at the version that it names, has left behind: then it is a repeat. After any other
 * move the version is another one.
 */
export const hasMoved = ({ version, done, withdrawn }: FollowUp, move: Move): boolean => {
  if (version !== move.version + 1) return false;
  if (move.move === 'done') return done?.on === move.on && done.note === move.note && !withdrawn;
  if (move.move === 'withdraw') return withdrawn?.reason === move.reason;
  return !done && !withdrawn;
};

export interface Owed {
  /** Undefined: the regency as a whole. */
  unit: string | undefined;
  /** In order; at least one. */
  followUps: FollowUp[];
}

/** Units that owe something now, each once, with all that is overdue or soon: whoever is latest first. */
export const owedNow = (followUps: readonly FollowUp[], today: string): Owed[] => {
  const groups = new Map<string, FollowUp[]>();
  for (const followUp of followUps.filter((one) => isPressing(stateOf(one, today))).sort(byOrder)) {
    const group = groups.get(followUp.unit ?? '') ?? [];
    groups.set(followUp.unit ?? '', [...group, followUp]);
  }
  return [...groups.values()].map((group) => ({ unit: group[0]?.unit, followUps: group }));
};

/** Groups come in the order of what each owes first. */
export const orderOfOwed = ({ followUps }: Owed): string => orderOf(followUps[0] as FollowUp);
