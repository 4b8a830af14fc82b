/** Pledge texts: canonical form, hash, variables. */
import { createHash } from 'node:crypto';
import type { PledgeText, PledgeTextInput } from './pledge-schema.ts';

type Wording = Pick<PledgeTextInput, 'title' | 'opening' | 'points' | 'closing'>;

const variable = /\{([a-z]{1,20})\}/g;

/** The canonical text: Unicode NFC, title, opening, numbered points and closing, one line feed between them, none at the end. */
export const canonicalText = ({ title, opening, points, closing }: Wording): string =>
  [title, opening, ...points.map((point, index) => `${index + 1}. ${point}`), closing].join('\n').normalize('NFC');

/** SHA-256 in hex over the canonical text in UTF-8. */
export const textHash = (wording: Wording): string =>
  createHash('sha256').update(canonicalText(wording), 'utf8').digest('hex');

/** The names of a template's variables, in the order of their first use. */
export const variablesOf = (wording: Wording): string[] => [
  ...new Set([...canonicalText(wording).matchAll(variable)].map((match) => match[1] as string)),
];

/** The variables that have no value. */
export const missingVariables = (wording: Wording, values: Record<string, string>): string[] =>
  variablesOf(wording).filter((name) => !Object.hasOwn(values, name));

/** The text as people read and sign it. */
export const fillIn = (wording: Wording, values: Record<string, string>): Wording => {
  const fill = (text: string) =>
    text.replace(variable, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));
  return {
    title: fill(wording.title),
    opening: fill(wording.opening),
    points: wording.points.map(fill),
    closing: fill(wording.closing),
  };
};

/** Whether a template still gives the text that a session was planned with. */
export const isWordingOf = (pledge: { variables: Record<string, string>; hash: string }, template: Wording): boolean =>
  textHash(fillIn(template, pledge.variables)) === pledge.hash;

/** A version of a text as it is stored: not locked yet. */
export const makePledgeText = (id: string, version: number, text: PledgeTextInput): PledgeText => ({
  ...text,
  id,
  version,
  hash: textHash(text),
  variables: variablesOf(text),
  lockedAt: null,
});
