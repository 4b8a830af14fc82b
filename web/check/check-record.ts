/** One record: does its leaf say what is shown of it, is it under the root, and whose name is locked in it. */
import { erasedText } from '../../functions/seals/erase-rules.ts';
import type { Leaf } from '../../functions/seals/leaf-schema.ts';
import type { SealHead } from '../../functions/seals/seal-schema.ts';
import { commitmentAt, isIncluded, opensCommitment } from '../../functions/seals/verify-proof.ts';
import type { CheckView, PersonView } from './check-steps.ts';
import { sha256 } from './crypto.ts';

type Proof = PersonView['proofs'][number];
export type RecordLeaf = Leaf;
type LeafOf<Kind extends Leaf['kind']> = Extract<Leaf, { kind: Kind }>;

export interface CheckedProof {
  proof: Proof;
  /** Undefined while no seal covers the record, and for a text that is no record. */
  leaf: RecordLeaf | undefined;
  /** The leaf says what the page says. */
  claims: boolean;
  /** Its hash leads to the root of the last head. */
  leads: boolean;
  openings: { field: string; value: string; opens: boolean }[];
  /** Names that it proves of the person whose code it is. */
  names: string[];
}

interface Around {
  view: CheckView;
  last: SealHead | undefined;
  /** Every leaf of the answer: some records rest on another one. */
  leaves: readonly RecordLeaf[];
}

export const leafOf = ({ leaf }: Proof): RecordLeaf | undefined => (leaf === null ? undefined : parsed(leaf));

const parsed = (text: string): RecordLeaf | undefined => {
  try {
    const leaf: unknown = JSON.parse(text);
    return typeof leaf === 'object' && leaf !== null && 'kind' in leaf ? (leaf as RecordLeaf) : undefined;
  } catch {
    return undefined;
  }
};

const kindOf: Record<Proof['what'], RecordLeaf['kind']> = {
  SESSION: 'session',
  READING: 'reading',
  DELEGATION: 'delegation',
  UNDO: 'undo',
  ERASURE: 'erasure',
  OFFICE: 'office',
  ATTENDANCE: 'check-in',
  HEARD: 'heard',
  SIGNATURE: 'signature',
  SYMBOLIC: 'signature',
  WITNESS: 'signature',
};

const signsAs = (what: Proof['what'], role: PersonView['role']): string => {
  if (what === 'SYMBOLIC') return 'symbolic';
  if (what === 'WITNESS') return 'witness';
  return role === 'DELEGATE' ? 'delegate' : 'holder';
};

/** A delegate is no holder and no acting head: each is proved apart (rules 2 and 3). */
const comesAs = (who: string, role: PersonView['role']): boolean => (role === 'DELEGATE') === (who === 'delegate');

const sameInstant = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && Date.parse(one) === Date.parse(other);

type Opening = CheckedProof['openings'][number];

/** What is shown is what was locked; after an erasure, that is proved, nothing opens it, and nothing may be shown. */
const isOpened = (openings: readonly Opening[], { leaves }: Around, [field, shown]: [string, string]): boolean => {
  const found = openings.find((opening) => opening.field === field);
  if (found) return found.opens && found.value === shown.normalize('NFC');
  return shown === erasedText && leaves.some(({ kind }) => kind === 'erasure');
};

/** Of a unit the office stands in the leaf; of a guest institution and office are locked as names are. */
const namesOffice = (
  leaf: LeafOf<'office'>,
  { office, unit }: PersonView,
  isLocked: (field: string, shown: string) => boolean,
): boolean =>
  leaf.standing === 'GUEST'
    ? isLocked('guest.name', unit) && isLocked('guest.office', office)
    : leaf.office === office && leaf.name === unit;

const isSession = (leaf: LeafOf<'session'>, { session }: CheckView): boolean =>
  leaf.regency === session.regency &&
  leaf.title === session.title &&
  leaf.organizer === session.organizer &&
  leaf.venue === session.venue &&
  leaf.zone === session.zone &&
  leaf.pledge?.hash === session.pledge?.hash &&
  sameInstant(leaf.startsAt, session.startsAt) &&
  sameInstant(leaf.endsAt, session.endsAt) &&
  sameInstant(leaf.closedAt, session.closedAt ?? undefined);

/** Without a session's pledge there is nothing to compare the text with. */
const isText = (hash: string, { session: { pledge } }: CheckView): boolean => pledge === null || hash === pledge.hash;

/** It rests on a check-in that stands, in the hall and before a reading that took place; both are in the answer. */
const wasHeard = (leaf: LeafOf<'heard'>, at: string | undefined, leaves: readonly RecordLeaf[]): boolean => {
  const reading = leaves.find((each) => each.kind === 'reading' && each.id === leaf.reading) as
    | LeafOf<'reading'>
    | undefined;
  return (
    reading !== undefined &&
    sameInstant(reading.startedAt, at) &&
    leaves.some(
      (each) =>
        each.kind === 'check-in' &&
        each.nonce === leaf.nonce &&
        each.mode !== 'ONLINE' &&
        Date.parse(each.at) <= Date.parse(reading.startedAt),
    )
  );
};

const ofPerson = (
  leaf: RecordLeaf,
  { what, at }: Proof,
  { view, leaves }: Around & { view: PersonView },
): boolean | undefined => {
  switch (leaf.kind) {
    case 'check-in':
      return (
        comesAs(leaf.who, view.role) &&
        sameInstant(leaf.at, at) &&
        !leaves.some((each) => each.kind === 'undo' && each.nonce === leaf.nonce)
      );
    case 'signature':
      return leaf.as === signsAs(what, view.role) && sameInstant(leaf.at, at) && isText(leaf.hash, view);
    case 'heard':
      return wasHeard(leaf, at, leaves);
    case 'delegation':
      return view.role === 'DELEGATE' && leaf.takenBackAt === undefined;
    case 'undo':
    case 'erasure':
      return sameInstant(leaf.at, at);
    default:
      return undefined;
  }
};

const saysSo = (leaf: RecordLeaf, proof: Proof, around: Around, openings: readonly Opening[]): boolean => {
  const { view } = around;
  if (leaf.kind !== kindOf[proof.what]) return false;
  if (leaf.kind === 'session') return isSession(leaf, view);
  if (view.about !== 'PERSON') return false;
  if (leaf.kind === 'office') return namesOffice(leaf, view, (...shown) => isOpened(openings, around, shown));
  if (leaf.kind === 'reading')
    return sameInstant(leaf.startedAt, proof.at) && leaf.voidedAt === undefined && isText(leaf.hash, view);
  return ofPerson(leaf, proof, { ...around, view }) ?? false;
};

/** Where a leaf locks the name of whoever the code belongs to; an operator's or a reader's proves nothing about them. */
const ownNames: Record<PersonView['role'], readonly string[]> = {
  HOLDER: ['holder.name', 'signer.name'],
  DELEGATE: ['delegate.name', 'signer.name'],
};

export const checkProof = (proof: Proof, around: Around): CheckedProof => {
  const { view, last } = around;
  const { leaf: text, index = -1, path } = proof;
  const leaf = leafOf(proof);
  if (text === null || !leaf) return { proof, leaf: undefined, claims: false, leads: false, openings: [], names: [] };
  const openings = proof.openings.map(({ field, salt, value }) => ({
    field,
    value,
    opens: opensCommitment(sha256, { field, salt, value }, commitmentAt(leaf, field) ?? ''),
  }));
  const fields = view.about === 'PERSON' ? ownNames[view.role] : [];
  const own = openings.filter(({ field, opens }) => opens && fields.includes(field));
  return {
    proof,
    leaf,
    claims: saysSo(leaf, proof, around, openings),
    leads: last !== undefined && isIncluded(sha256, { leaf: text, index, path, size: last.size, root: last.root }),
    openings,
    names: own.map(({ value }) => value.normalize('NFC')),
  };
};
