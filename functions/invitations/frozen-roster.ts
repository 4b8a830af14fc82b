/** The unit ids of a frozen roster as its item holds them: sorted, one behind the other, under their hash. */
import { createHash } from 'node:crypto';

const idLength = 8;

/** SHA-256 (hex) over the sorted ids, a line feed between them. */
export const rosterHash = (sorted: readonly string[]): string =>
  createHash('sha256').update(sorted.join('\n')).digest('hex');

export const rosterUnits = (packed: string): string[] =>
  Array.from({ length: packed.length / idLength }, (_, index) =>
    packed.slice(index * idLength, (index + 1) * idLength),
  );

/** Whether these are the units of the frozen roster of this hash. */
export const isFrozenRoster = (units: unknown, hash: string): boolean =>
  typeof units === 'string' && units.length % idLength === 0 && rosterHash(rosterUnits(units)) === hash;
