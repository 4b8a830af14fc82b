/** A delegate as forms hold one: name, office, how that office is held, and letter, of which each may be unknown. */
import type { ActingStatus } from '../../functions/platform/base-schema.ts';

/** As long as the API takes them (`Delegate` of functions/invitations/answer-schema.ts, whose schemas have no place in pages). */
export const delegateLimits = { name: 80, office: 100, letter: 60 } as const;

type Part = keyof typeof delegateLimits;
export const delegateParts = Object.keys(delegateLimits) as Part[];
/** As typed. */
export type TypedDelegate = { [P in Part]?: string | undefined } & { acting?: ActingStatus | undefined };
export type KnownDelegate = { [P in Part]?: string } & { acting?: ActingStatus };

/** What is known of a delegate: a field left empty is not known; it is not an empty text. */
export const knownOf = (typed: TypedDelegate): KnownDelegate | undefined => {
  const known: KnownDelegate = typed.acting ? { acting: typed.acting } : {};
  for (const part of delegateParts) {
    const text = typed[part]?.trim();
    if (text) known[part] = text;
  }
  return Object.keys(known).length ? known : undefined;
};

/** The part of a request; only a delegate has one. */
export const delegatePart = (who: string, typed: TypedDelegate): { delegate?: KnownDelegate } => {
  const known = who === 'delegate' ? knownOf(typed) : undefined;
  return known ? { delegate: known } : {};
};
