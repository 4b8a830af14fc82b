/** Canonical JSON (RFC 8785): one value, one text, whoever writes it down. */
import canonicalize from 'canonicalize';
import type { SealHead } from './seal-schema.ts';

/** Throws for what JSON cannot say: NaN, infinities, lone surrogates, circles, a bare undefined. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no JSON for it.');
  return text;
};

/** The bytes that a head's signature is over. */
export const headMessage = (head: SealHead): Uint8Array =>
  new TextEncoder().encode(`${head.format}\n${canonical(head)}`);
