/**
 * A leaf's text, canonical JSON (RFC 8785) of what the leaf says, written in one go: which fields a kind has, and in what order they stand, is
 * known from its schema, so that no object is copied and no list of names is sorted for each of 88,000 leaves.
 */
import { plainText } from './commitment.ts';
import { Leaf, type LeafKind } from './leaf-schema.ts';

/** A value that a leaf holds a commitment to. */
export class Personal {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

export type Fact =
  | string
  | number
  | boolean
  | undefined
  | Personal
  | readonly Fact[]
  | { readonly [key: string]: Fact };

/** The same with the place in the leaf that it belongs to, as `delegate.name` or `witnesses.0.office`. */
export interface PersonalValue {
  field: string;
  value: string;
}

export interface Outline {
  /** The leaf's text but for its commitments: where one belongs, there is a {@link gap}. */
  text: string;
  /** What belongs there, in the order of the text. */
  personal: PersonalValue[];
  /** Canonical JSON of what happened, to which office, when and where, by what means: without anything about persons. */
  happened: string;
}

/** No canonical JSON holds a line feed. */
const gap = '\n';

/** ASCII that stands in JSON as it is: nothing to escape, nothing to compose, and no half of a pair. */
const asItIs = /^[ !#-[\]-~]*$/;
export const quoted = (text: string): string => (asItIs.test(text) ? `"${text}"` : JSON.stringify(plainText(text)));

/**
 * What is undefined is left out. JSON.stringify writes strings and numbers as RFC 8785 wants them (section 3.2.2); what is left is the order of
 * keys, by UTF-16 units as sort() has it (section 3.2.3).
 */
export const factText = (fact: Fact, field = '', personal: PersonalValue[] = []): string => {
  if (typeof fact === 'string') return quoted(fact);
  if (typeof fact === 'number' && !Number.isFinite(fact)) throw new Error(`${fact} is not allowed`);
  if (typeof fact !== 'object') return JSON.stringify(fact ?? null);
  if (fact instanceof Personal) {
    personal.push({ field, value: plainText(fact.value) });
    return gap;
  }
  if (Array.isArray(fact))
    return `[${fact.map((inner, index) => factText(inner, `${field}.${index}`, personal)).join(',')}]`;
  const members = fact as { readonly [key: string]: Fact };
  let text = '{';
  for (const key of Object.keys(members).sort()) {
    const inner = members[key];
    if (inner === undefined) continue;
    text += `${text === '{' ? '' : ','}${quoted(key)}:${factText(inner, `${field}.${key}`, personal)}`;
  }
  return `${text}}`;
};

/**
 * Whatever is told about a person. None of it is part of what happened, not even that there is something: an erasure takes
 * it away, and the record that is derived again afterwards must be the one that is sealed already. `drawn` is the hash of strokes that are
 * erased as well.
 */
const ofPersons = new Set(['acting', 'by', 'delegate', 'drawn', 'guest', 'holder', 'operator', 'reader', 'signer']);

interface Member {
  field: string;
  /** The name as it stands before the value. */
  name: string;
  /** Of what every leaf of the kind says alike. */
  whole?: string;
  isOfPersons: boolean;
}

const memberOf = (kind: LeafKind, field: string): Member => {
  const name = `"${field}":`;
  const same: Record<string, string> = { kind: `${name}"${kind}"`, v: `${name}1` };
  // A denial's reason is a code; everywhere else a reason is somebody's own words.
  const isOfPersons = ofPersons.has(field) || (field === 'reason' && kind !== 'denial');
  return { field, name, isOfPersons, ...(same[field] && { whole: same[field] }) };
};

const membersOf = new Map<LeafKind, Member[]>(
  Leaf.options.map(({ shape }) => {
    const kind = shape.kind.value;
    return [
      kind,
      Object.keys(shape)
        .sort()
        .map((field) => memberOf(kind, field)),
    ];
  }),
);

/** Of a leaf, or of the record that becomes one. Fields that the kind has not are not looked at. */
export const outlineOf = (record: { readonly kind: LeafKind; readonly [field: string]: Fact }): Outline => {
  const personal: PersonalValue[] = [];
  let [text, happened] = ['', ''];
  for (const { field, name, whole, isOfPersons } of membersOf.get(record.kind) ?? []) {
    const fact = record[field];
    if (whole === undefined && fact === undefined) continue;
    const member = whole ?? name + factText(fact, field, personal);
    text += (text ? ',' : '{') + member;
    // Of the witnesses of a reading, their number: it is not erased with anybody.
    const told = field === 'witnesses' ? name + (fact as readonly Fact[]).length : member;
    if (!isOfPersons) happened += (happened ? ',' : '{') + told;
  }
  return { text: `${text}}`, happened: `${happened}}`, personal };
};

/** The outline's text with these in its gaps. */
export const filled = (text: string, values: readonly string[]): string => {
  const pieces = text.split(gap);
  let whole = pieces[0] as string;
  for (const [index, value] of values.entries()) whole += quoted(value) + pieces[index + 1];
  return whole;
};
