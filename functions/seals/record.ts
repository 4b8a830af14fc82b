/** A record as it will be sealed, and the leaf that it becomes. */
import { canonicalFacts } from './canonical.ts';
import { commit, plainText, saltBytes } from './commitment.ts';
import type { LeafKind, Opening } from './leaf-schema.ts';

/** A value that a leaf holds a commitment to; `field` says where, as `delegate.name` or `witnesses.0.office`. */
export interface PersonalValue {
  field: string;
  value: string;
}

export interface SealRecord {
  kind: LeafKind;
  invitation?: string;
  /** The leaf without its commitments. */
  plain: object;
  personal: readonly PersonalValue[];
  /** What makes it this record, see {@link identityOf}. */
  identity: string;
}

/**
 * Whatever is told about a person. None of it is part of a record's identity, not even that there is something: an erasure takes
 * it away, and the record that is derived again afterwards must be the one that is sealed already. `drawn` is the hash of strokes that are
 * erased as well.
 */
const ofPersons = new Set(['acting', 'by', 'delegate', 'drawn', 'guest', 'holder', 'operator', 'reader', 'signer']);

/** Who of the staff entered, took back or erased something. An erasure leaves it: it is not about the person who asks for it. */
export const staffFields: ReadonlySet<string> = new Set(['by', 'operator']);

/**
 * The same for a leaf, with its commitments, and for the record it came from: canonical JSON of what happened, to which office, when and
 * where, by what means. Two leaves of one tree never share it.
 */
export const identityOf = (leaf: object): string => {
  const { kind } = leaf as { kind?: string };
  // A denial's reason is a code; everywhere else a reason is somebody's own words.
  const isLeftOut = (key: string): boolean => ofPersons.has(key) || (key === 'reason' && kind !== 'denial');
  const facts: Record<string, Plain> = {};
  // Of the witnesses of a reading, their number: it is not erased with anybody.
  for (const [key, value] of Object.entries(leaf) as [string, Plain][])
    if (!isLeftOut(key)) facts[key] = key === 'witnesses' ? (value as readonly Plain[]).length : value;
  return canonicalFacts(facts);
};

/** Nothing is committed to where nothing is known, or left after an erasure. */
export const known = (field: string, value: string | undefined): PersonalValue[] =>
  value ? [{ field, value: plainText(value) }] : [];

type Plain = string | number | boolean | undefined | readonly Plain[] | { readonly [key: string]: Plain };

/** Without what is undefined, and with texts that UTF-8 can say. */
const tidy = (value: Plain): Plain => {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object') return value;
  const tidied: Record<string, Plain> = {};
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) tidied[key] = tidy(inner);
  return tidied;
};

type Facts = { session: string; invitation?: string | undefined } & Record<string, Plain>;

/** A record of this kind, with its facts and what stands in it of persons. */
export const makeRecord = (kind: LeafKind, facts: Facts, personal: readonly PersonalValue[] = []): SealRecord => {
  const plain = tidy({ v: 1, kind, ...facts }) as object;
  return {
    kind,
    ...(facts.invitation !== undefined && { invitation: facts.invitation }),
    plain,
    personal: [...personal].sort((a, b) => (a.field < b.field ? -1 : 1)),
    identity: identityOf(plain),
  };
};

type Branch = Record<string, Plain>;

const copied = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = copied(inner);
  return copy as T;
};

/** Puts a commitment where its field says; a step that is a number is a place in a list. */
const place = (leaf: Branch, field: string, commitment: string): void => {
  const steps = field.split('.');
  const last = steps.pop() as string;
  let branch = leaf;
  for (const [index, step] of steps.entries()) {
    branch[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    branch = branch[step] as Branch;
  }
  branch[last] = commitment;
};

export interface SealedRecord {
  /** The leaf's exact text. */
  text: string;
  openings: Opening[];
}

/** The leaf with a fresh salt for every commitment, and what opens them, by field. `randomBytes` is asked once, for all salts. */
export const sealRecord = (
  { plain, personal }: Pick<SealRecord, 'plain' | 'personal'>,
  randomBytes: (count: number) => Uint8Array,
): SealedRecord => {
  if (personal.length === 0) return { text: canonicalFacts(plain as Branch), openings: [] };
  const leaf = copied(plain) as Branch;
  const salts = randomBytes(personal.length * saltBytes);
  const openings = personal.map(({ field, value }, index): Opening => {
    const salt = salts.subarray(index * saltBytes, (index + 1) * saltBytes);
    place(leaf, field, commit(salt, field, value));
    return { field, salt: Buffer.from(salt).toString('hex'), value };
  });
  return { text: canonicalFacts(leaf), openings };
};
