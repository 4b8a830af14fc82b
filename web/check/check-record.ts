/** One record of a person: does its leaf say what is shown of it, is it under the root, and whose name is locked in it. */
import { erasedText } from '../../functions/seals/erase-rules.ts';
import type { Leaf } from '../../functions/seals/leaf-schema.ts';
import type { SealHead } from '../../functions/seals/seal-schema.ts';
import { commitmentAt, isIncluded, opensCommitment } from '../../functions/seals/verify-proof.ts';
import type { PersonView } from './check-steps.ts';
import { sha256 } from './crypto.ts';

type Proof = PersonView['proofs'][number];
/** As far as this page looks into a leaf. */
export type RecordLeaf = Extract<Leaf, { kind: 'office' | 'check-in' | 'heard' | 'signature' }> & {
  invitation: string;
};

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
  view: PersonView;
  last: SealHead | undefined;
}

const parsed = (text: string): RecordLeaf | undefined => {
  try {
    const leaf: unknown = JSON.parse(text);
    return typeof leaf === 'object' && leaf !== null && 'kind' in leaf ? (leaf as RecordLeaf) : undefined;
  } catch {
    return undefined;
  }
};

const kindOf: Record<Proof['what'], RecordLeaf['kind']> = {
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

/** What is shown is what was locked; after an erasure nothing opens it, and nothing may be shown. */
const isOpened = (openings: readonly Opening[], field: string, shown: string): boolean => {
  const found = openings.find((opening) => opening.field === field);
  return found ? found.opens && found.value === shown.normalize('NFC') : shown === erasedText;
};

/** Of a unit the office stands in the leaf; of a guest institution and office are locked as names are. */
const namesOffice = (
  leaf: Extract<RecordLeaf, { kind: 'office' }>,
  { office, unit }: PersonView,
  openings: readonly Opening[],
): boolean =>
  leaf.standing === 'GUEST'
    ? isOpened(openings, 'guest.name', unit) && isOpened(openings, 'guest.office', office)
    : leaf.office === office && leaf.name === unit;

const saysSo = (leaf: RecordLeaf, { what, at }: Proof, view: PersonView, openings: readonly Opening[]): boolean => {
  if (leaf.kind !== kindOf[what]) return false;
  switch (leaf.kind) {
    case 'office':
      return namesOffice(leaf, view, openings);
    case 'check-in':
      return comesAs(leaf.who, view.role) && sameInstant(leaf.at, at);
    case 'signature':
      return (
        leaf.as === signsAs(what, view.role) &&
        sameInstant(leaf.at, at) &&
        (view.session.pledge === null || leaf.hash === view.session.pledge.hash)
      );
    default:
      return true;
  }
};

/** Where a leaf locks the name of whoever the code belongs to; an operator's or a reader's proves nothing about them. */
const ownNames: Record<PersonView['role'], readonly string[]> = {
  HOLDER: ['holder.name', 'signer.name'],
  DELEGATE: ['delegate.name', 'signer.name'],
};

export const checkProof = (proof: Proof, { view, last }: Around): CheckedProof => {
  const { leaf: text, index = -1, path } = proof;
  const leaf = text === null ? undefined : parsed(text);
  if (text === null || !leaf) return { proof, leaf: undefined, claims: false, leads: false, openings: [], names: [] };
  const openings = proof.openings.map(({ field, salt, value }) => ({
    field,
    value,
    opens: opensCommitment(sha256, { field, salt, value }, commitmentAt(leaf, field) ?? ''),
  }));
  const own = openings.filter(({ field, opens }) => opens && ownNames[view.role].includes(field));
  return {
    proof,
    leaf,
    claims: saysSo(leaf, proof, view, openings),
    leads: last !== undefined && isIncluded(sha256, { leaf: text, index, path, size: last.size, root: last.root }),
    openings,
    names: own.map(({ value }) => value.normalize('NFC')),
  };
};
