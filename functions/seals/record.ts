/** A record as it will be sealed, and the leaf that it becomes. */
import { hash } from 'node:crypto';
import { commit, saltBytes } from './commitment.ts';
import type { Leaf, LeafKind, Opening } from './leaf-schema.ts';
import { type Fact, filled, type Outline, outlineOf, Personal, quoted } from './leaf-text.ts';

type Named = 'session' | 'invitation' | 'nonce' | 'id' | 'at';

/** What a leaf of this kind says, with a value itself where the leaf has a commitment to it. */
export type RecordOf<K extends LeafKind> = { readonly kind: K } & {
  readonly [F in Exclude<keyof Extract<Leaf, { kind: K }>, 'v' | 'kind'>]?: F extends Named ? string | undefined : Fact;
};

/** Of any kind. */
export type SealRecord = { readonly kind: LeafKind } & { readonly [F in Named]?: string | undefined } & {
  readonly [field: string]: Fact;
};

/** Who of the staff entered, took back or erased something. An erasure leaves it: it is not about the person who asks for it. */
export const staffFields: ReadonlySet<string> = new Set(['by', 'operator']);

/** Nothing is committed to where nothing is known, or left after an erasure. */
export const known = (value: string | undefined): Personal | undefined => (value ? new Personal(value) : undefined);

/** Half of a SHA-256: so that no two records of a session meet. */
export const identityBytes = 16;
const half = (text: string): string => hash('sha256', text, 'hex').slice(0, identityBytes * 2);

/** What makes a record that one: the hash, in hex, of what happened. */
export const identityIn = ({ happened }: Outline): string => half(happened);

/** The same for a leaf and for the record that it came from. Two leaves of one tree share it only where one says the other's record anew. */
export const identityOf = (record: Parameters<typeof outlineOf>[0]): string => identityIn(outlineOf(record));

export const secretBytes = 32;
/** What stands in the place of a content that was erased. */
export const noContent = '0'.repeat(identityBytes * 2);

/** Stands beside contents that {@link contentIn} made. Contents of form 1 were made by another formula, which is gone: nothing is compared with them. */
export const contentForm = 2;

/** What {@link contentIn} is keyed by: a secret of the session in hex, which fills one block of SHA-256. */
export const contentKey = (secret: Uint8Array): string => Buffer.from(secret).toString('hex');

/**
 * The whole record, with what stands in it of persons, as it is kept beside its identity: so that another name, or a name that came later, is
 * noticed. Keyed, since whoever has the plain hash of a name could try names out. Half of the hash is left out, so that nobody can append to
 * what it is over: an HMAC would say no more, in three times the time.
 */
export const contentIn = ({ text, personal }: Outline, key: string): string =>
  half(`${key}${text}\n${personal.map(({ value }) => quoted(value)).join(',')}`);

export interface SealedRecord {
  /** The leaf's exact text. */
  text: string;
  openings: Opening[];
}

/** The leaf with a fresh salt for every commitment, and what opens them. `randomBytes` is asked once, for all salts. */
export const sealRecord = (outline: Outline, randomBytes: (count: number) => Uint8Array): SealedRecord => {
  const { personal } = outline;
  if (personal.length === 0) return { text: outline.text, openings: [] };
  const salts = randomBytes(personal.length * saltBytes);
  const commitments: string[] = [];
  const openings = personal.map(({ field, value }, index): Opening => {
    const salt = salts.subarray(index * saltBytes, (index + 1) * saltBytes);
    commitments.push(commit(salt, field, value));
    return { field, salt: Buffer.from(salt).toString('hex'), value };
  });
  return { text: filled(outline.text, commitments), openings };
};
