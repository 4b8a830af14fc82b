/**
 * Public keys that sign no more, and whose seals are good. One that came with an import has a holder elsewhere, who can still sign with it: it
 * is good for the regencies that it came with. As text the key (hex of SubjectPublicKeyInfo), and behind an `@` those regencies, if it has any
 * such bound: `302a…@16.04+18.13`. So it stands in a stage's file, in a function's environment, and in a file of the laptop.
 */
import * as z from 'zod';
import { PublicKey } from './seal-schema.ts';
import type { SealKeys } from './sealer.ts';

const bounds = /^\d{2}(\.\d{2})?(\+\d{2}(\.\d{2})?)*$/;

/** The key in its text, and its regencies where it has such a bound. */
export const formerKeyIn = (text: string): { publicKey: string; regencies?: string[] } => {
  const at = text.indexOf('@');
  return at < 0 ? { publicKey: text } : { publicKey: text.slice(0, at), regencies: text.slice(at + 1).split('+') };
};

export const formerKeyText = (publicKey: string, regencies: readonly string[] = []): string =>
  regencies.length === 0 ? publicKey : `${publicKey}@${[...new Set(regencies)].sort().join('+')}`;

/** AWS ends a function's environment at 4 KB, 1.2 KB of which are left for the rest. A key and the comma behind it are 89 characters. */
export const mostFormerKeys = 32;
/** All of them as text, with the commas between them, are shorter. */
export const mostOfFormerKeys = mostFormerKeys * 89;

export const FormerKey = z.string().refine((text) => {
  const { publicKey, regencies } = formerKeyIn(text);
  return PublicKey.safeParse(publicKey).success && (regencies === undefined || bounds.test(regencies.join('+')));
});

/** Named twice, a key is good for both; once without regencies, it is this installation's own. */
export const readFormerKeys = (texts: readonly string[]): Omit<SealKeys, 'current'> => {
  const found = texts.map(formerKeyIn);
  const former = [...new Set(found.map(({ publicKey }) => publicKey))];
  const regencies = new Map<string, ReadonlySet<string>>();
  for (const publicKey of former) {
    const named = found.filter((each) => each.publicKey === publicKey);
    if (named.every((each) => each.regencies))
      regencies.set(publicKey, new Set(named.flatMap((each) => each.regencies ?? [])));
  }
  return { former, ...(regencies.size > 0 && { regencies }) };
};

/** Whether a former key's seals of this regency's sessions are good. */
export const mayHaveSealed = (
  { former, regencies }: Omit<SealKeys, 'current'>,
  publicKey: string,
  regency: string,
): boolean => former.includes(publicKey) && (regencies?.get(publicKey)?.has(regency) ?? true);
