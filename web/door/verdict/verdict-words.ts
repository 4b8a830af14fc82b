/** The words of a verdict. */
import { clockIn } from '../../shared/format.ts';
import { delegateLine } from '../../shared/words.ts';
import type { DoorListEntry, DoorSession, LogEntry, RefusalReason, Verdict } from '../core/door.ts';
import { reasonText, t } from './texts.ts';
import { isStoodInFor, toneOf, type VerdictTone } from './tone.ts';

/** What the words depend on besides the verdict. */
export interface Circumstances {
  zone: DoorSession['zone'];
  reachable: boolean;
}

const plainHeads = {
  ADMITTED: 'admitted',
  ALREADY: 'already',
  NOT_SAVED: 'notSaved',
  FAILED: 'failed',
} as const;

const refusedHead = (reason: RefusalReason): string => {
  if (reason === 'UNKNOWN') return t('unknown');
  return t(reason === 'DELEGATED' ? 'delegated' : 'refused');
};

export const headOf = ({ verdict, input }: Pick<LogEntry, 'verdict' | 'input'>, reachable: boolean): string => {
  if (verdict.kind === 'ADMITTED' && 'group' in input.target) return t('counted');
  if (verdict.kind === 'REFUSED') return refusedHead(verdict.reason);
  if (verdict.kind === 'UNDECIDED') return t(reachable ? 'saved' : 'savedOffline');
  return t(plainHeads[verdict.kind]);
};

const undecided = (why: 'NOT_ON_LIST' | 'NO_LIST', reachable: boolean): string =>
  `${t(why === 'NO_LIST' ? 'noList' : 'notOnList')} ${t(reachable ? 'asking' : 'askedLater')}`;

const admitted = (late: boolean, onlyHere: boolean): string | undefined =>
  [late && t('late'), onlyHere && t('onThisPhone')].filter(Boolean).join('. ') || undefined;

const detail = (verdict: Verdict, saved: boolean, { zone, reachable }: Circumstances): string | undefined => {
  switch (verdict.kind) {
    case 'ADMITTED':
      return admitted(verdict.late, saved && !reachable);
    case 'ALREADY':
      return t('firstAt', { time: clockIn(zone, verdict.first.at), door: verdict.first.door });
    case 'REFUSED':
      return reasonText(verdict.reason);
    case 'UNDECIDED':
      return undecided(verdict.why, reachable);
    case 'NOT_SAVED':
      return t('storageFull');
    case 'FAILED':
      return t('neverTaken');
  }
};

/** Whom the list names, as far as it does, and whether they are in. */
const stoodInFor = ({ delegated, present }: DoorListEntry, zone: Circumstances['zone']): string => {
  const who = delegateLine(delegated);
  const named = who ? t('named', { who }) : reasonText('DELEGATED');
  if (present?.who !== 'delegate') return named;
  return `${named} ${t('delegateCame', { time: clockIn(zone, present.at), door: present.door })}`;
};

/** The one sentence under the head; none for somebody who simply came. */
export const detailOf = ({ verdict, state, entry }: LogEntry, circumstances: Circumstances): string | undefined =>
  entry && isStoodInFor(verdict)
    ? stoodInFor(entry, circumstances.zone)
    : detail(verdict, state === 'saved', circumstances);

/** The verdict in one word, as lists and details show it; what was taken back welcomes nobody any more. */
export const tagOf = (entry: LogEntry, reachable: boolean): { tone: VerdictTone | 'plain'; word: string } =>
  entry.undone && !entry.undone.failed
    ? { tone: 'plain', word: t('undone') }
    : { tone: toneOf(entry.verdict), word: headOf(entry, reachable) };

/** What the screen said before the server answered otherwise. */
export const beforeOf = ({ before, input, state }: LogEntry): string | undefined =>
  state === 'overruled' && before ? t('before', { head: headOf({ verdict: before, input }, false) }) : undefined;
