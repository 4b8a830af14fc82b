/** Spellings of districts on the page: what stands in each select, and what is to be remembered of it. */
import type { ImportShown } from './mapping-draft.ts';

export type Guess = ImportShown['districts'][number];
/** By the spelling as typed; an empty code: not known yet. */
export type Chosen = Readonly<Record<string, string>>;

export const chosenAtFirst = (guesses: readonly Guess[]): Chosen =>
  Object.fromEntries(guesses.map(({ typed, code }) => [typed, code ?? '']));

export const toAsk = (guesses: readonly Guess[]): Guess[] => guesses.filter(({ confirmed }) => !confirmed);

/** What the organiser says by saving: every spelling that has a district. */
export const toRemember = (guesses: readonly Guess[], chosen: Chosen): Record<string, string> =>
  Object.fromEntries(guesses.flatMap(({ typed }) => (chosen[typed] ? [[typed, chosen[typed]]] : [])));

/** Whether the rows would be read otherwise than they were. */
export const readsOtherwise = (guesses: readonly Guess[], chosen: Chosen): boolean =>
  guesses.some(({ typed, code }) => (chosen[typed] ?? '') !== (code ?? ''));
