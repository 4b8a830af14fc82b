/** A follow-up as the pages show it. */
import type { Answer, ItemOf } from '../../shared/api.ts';
import type { StatusIcon, Tone } from '../../shared/ui/index.ts';

type List = 'GET /api/regencies/:regency/follow-ups';
export type FollowUpShown = ItemOf<List>;
export type Figures = Answer<List>['figures'];
export type State = FollowUpShown['state'];

/** What is listed: one state, or all that is neither done nor withdrawn. */
export type StateFilter = State | '';
export const stateFilters: readonly StateFilter[] = ['', 'OVERDUE', 'SOON', 'LATER', 'DONE', 'WITHDRAWN'];

export const tones: Record<State, [Tone, StatusIcon]> = {
  OVERDUE: ['bad', 'alert'],
  SOON: ['warn', 'clock'],
  LATER: ['plain', 'clock'],
  DONE: ['good', 'check'],
  WITHDRAWN: ['plain', 'ban'],
};

export const openOf = ({ overdue, soon, later }: Figures): number => overdue + soon + later;

export const countOf = (figures: Figures, filter: StateFilter): number =>
  ({
    '': openOf(figures),
    OVERDUE: figures.overdue,
    SOON: figures.soon,
    LATER: figures.later,
    DONE: figures.done,
    WITHDRAWN: figures.withdrawn,
  })[filter];

/** The same thing, undertaken by several units for the same day. */
export interface Undertaking extends Pick<FollowUpShown, 'text' | 'kind' | 'phase' | 'due'> {
  items: FollowUpShown[];
}
export interface StateGroup {
  state: State;
  undertakings: Undertaking[];
}

const groupOf = <Group>(groups: Group[], isIts: (group: Group) => boolean, make: () => Group): Group => {
  const known = groups.find(isIts);
  if (known) return known;
  const made = make();
  groups.push(made);
  return made;
};

/** By state, then by the day when they are due, in the order in which they come; what several undertook stands together. */
export const grouped = (items: readonly FollowUpShown[]): StateGroup[] => {
  const groups: StateGroup[] = [];
  for (const item of items) {
    const { state, text, kind, phase, due } = item;
    const { undertakings } = groupOf(
      groups,
      (group) => group.state === state,
      () => ({ state, undertakings: [] }),
    );
    groupOf(
      undertakings,
      (one) => one.due === due && one.text === text && one.kind === kind && one.phase === phase,
      () => ({ text, kind, phase, due, items: [] }),
    ).items.push(item);
  }
  return groups;
};
