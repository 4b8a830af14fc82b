/** The invitations of the session at this door: fetched to the end, refreshed, brought up to date by every answer. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { apiAll, type ItemOf } from '../../shared/api.ts';
import { type ApiProblem, asApiProblem } from '../../shared/api-problem.ts';
import type { Admitted } from '../scan/result.ts';
import { makeRows, type Row } from './match.ts';

export type Invited = Admitted & Pick<ItemOf<'GET /api/sessions/:session/invitations'>, 'link'>;

export interface DoorList {
  /** Undefined until a whole list has come; half of one is none. */
  rows: ReadonlySignal<Row<Invited>[] | undefined>;
  counts: ReadonlySignal<{ present: number; invited: number } | undefined>;
  problem: ReadonlySignal<ApiProblem | undefined>;
  byId: (id: string | undefined) => Invited | undefined;
  /** What an answer says of an invitation is newer than the list. */
  note: (invitation: Admitted) => void;
  refresh: () => Promise<void>;
  stop: () => void;
}

const everyMs = 60_000;
/** A list of thousands is many requests: less often. */
const everyLargeMs = 300_000;
const large = 1_000;

export const makeDoorList = (session: string): DoorList => {
  const byId = signal<ReadonlyMap<string, Invited> | undefined>(undefined);
  const problem = signal<ApiProblem | undefined>(undefined);
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    clearTimeout(timer);
    try {
      const query = { limit: 200 };
      const items = await apiAll('GET /api/sessions/:session/invitations', {
        params: { session },
        query,
        signal: abort.signal,
      });
      // A check-in that was answered while the pages came must not be undone by an older page.
      const known = byId.peek();
      const newest = items.map((item) => (item.checkIn ? item : { ...item, checkIn: known?.get(item.id)?.checkIn }));
      byId.value = new Map(newest.map((item) => [item.id, item]));
      problem.value = undefined;
    } catch (error) {
      if (abort.signal.aborted) return;
      problem.value = asApiProblem(error);
    }
    timer = setTimeout(() => void refresh(), (byId.peek()?.size ?? 0) > large ? everyLargeMs : everyMs);
  };
  void refresh();

  const valid = computed(() => byId.value && [...byId.value.values()].filter(({ revoked }) => !revoked));
  return {
    rows: computed(() => valid.value && makeRows(valid.value)),
    counts: computed(
      () => valid.value && { present: valid.value.filter((item) => item.checkIn).length, invited: valid.value.length },
    ),
    problem,
    byId: (id) => (id === undefined ? undefined : byId.peek()?.get(id)),
    note: (invitation) => {
      const before = byId.peek();
      if (before) byId.value = new Map(before).set(invitation.id, invitation);
    },
    refresh,
    stop: () => {
      abort.abort();
      clearTimeout(timer);
    },
  };
};
