/**
 * Which records may take the place of a sealed one. Nothing is ever removed from the table; some records change into others that say what
 * became of them. A leaf whose record is gone, and that has no such successor, was taken out by somebody.
 */
import type { LeafKind } from './leaf-schema.ts';
import { identityOf, type SealRecord } from './record.ts';

/** A leaf, or a record. */
type Facts = Parameters<typeof identityOf>[0];

/** True where both say the same, but for these facts. */
const sameBut = (one: Facts, other: Facts, changed: readonly string[]): boolean => {
  const rest = (facts: Facts) =>
    identityOf({ ...facts, ...Object.fromEntries(changed.map((name) => [name, undefined])) });
  return rest(one) === rest(other);
};

/** Facts that were not said before may be said since; what was said stays. */
const onlyAdds = (leaf: Facts, record: Facts, added: readonly string[]): boolean =>
  sameBut(leaf, record, added) && added.every((name) => leaf[name] === undefined || leaf[name] === record[name]);

/** So many ends of delegations the invitation remembers (answer-rules.ts); an older one makes room. */
const endsKept = 4;

const isEnd = ({ takenBackAt }: Facts): boolean => takenBackAt !== undefined;

const followsDelegation = (leaf: Facts, now: readonly Facts[]): boolean => {
  const ends = now.filter((one) => one.kind === 'delegation' && isEnd(one));
  if (!isEnd(leaf) && ends.some(({ version }) => version === leaf.version)) return true;
  return ends.filter(({ version }) => Number(version) > Number(leaf.version)).length >= endsKept;
};

/** Presence at a reading is derived: it goes with its reading or its check-in, or moves to another reading that was noted later. */
const followsHeard = (leaf: Facts, mine: readonly Facts[], readings: readonly Facts[]): boolean =>
  readings.some(({ id, voidedAt }) => id === leaf.reading && voidedAt !== undefined) ||
  mine.some(({ kind, nonce }) => (kind === 'undo' || kind === 'heard') && nonce === leaf.nonce);

type Rule = (leaf: Facts, record: Facts) => boolean;
const rules: Partial<Record<LeafKind, Rule>> = {
  'check-in': (leaf, record) =>
    record.corrected !== undefined &&
    sameBut(leaf, record, ['who', 'corrected']) &&
    // Another correction, and not another person under the one that is sealed.
    !sameBut(leaf, record, ['who']),
  'head-count': (leaf, record) => onlyAdds(leaf, record, ['undoneAt']),
  conflict: (leaf, record) => onlyAdds(leaf, record, ['decision', 'decidedAt']),
  // Another number of witnesses is an addendum, which tells it.
  reading: (leaf, record) =>
    sameBut(leaf, record, ['endedAt', 'voidedAt', 'witnesses']) &&
    (leaf.endedAt === undefined || record.endedAt !== undefined) &&
    (leaf.voidedAt === undefined || leaf.voidedAt === record.voidedAt),
};

/** Tells of a leaf whose record is gone whether one of these records took its place. */
export const makeHasSuccessor = (records: readonly SealRecord[]): ((leaf: Facts) => boolean) => {
  const byInvitation = new Map<string, Facts[]>();
  for (const record of records) {
    const { invitation = '' } = record;
    const mine = byInvitation.get(invitation) ?? [];
    mine.push(record);
    byInvitation.set(invitation, mine);
  }
  const readings = (byInvitation.get('') ?? []).filter(({ kind }) => kind === 'reading');
  return (leaf) => {
    const mine = byInvitation.get((leaf.invitation as string | undefined) ?? '') ?? [];
    if (leaf.kind === 'delegation') return followsDelegation(leaf, mine);
    if (leaf.kind === 'heard') return followsHeard(leaf, mine, readings);
    const rule = rules[leaf.kind];
    return rule !== undefined && mine.some((record) => record.kind === leaf.kind && rule(leaf, record));
  };
};
