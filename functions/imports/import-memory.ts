/** What the regency's organisers have said about files, and how something new is added to it: pure. */
import { titlesKey } from './import-columns.ts';
import type { ImportMemory } from './import-schema.ts';

export const maxMappings = 20;
export const maxSpellings = 300;
/** An item may hold 400 kB; the spellings take at most 80 of them. */
const maxMappingBytes = 250_000;

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const fitting = (mappings: ImportMemory['mappings']): ImportMemory['mappings'] => {
  const newest = mappings.slice(-maxMappings);
  while (bytes(newest) > maxMappingBytes) newest.shift();
  return newest;
};

/**
 * The memory with what is said now: the newest word about files with the same titles counts, and about a spelling; what is not
 * named stays. The oldest goes when there is too much.
 */
export const remembering = (memory: ImportMemory, said: ImportMemory): ImportMemory => {
  const mappings = new Map(memory.mappings.map((mapping) => [titlesKey(mapping.titles), mapping]));
  for (const mapping of said.mappings) {
    const key = titlesKey(mapping.titles);
    mappings.delete(key);
    mappings.set(key, mapping);
  }
  const known = Object.entries(memory.districts).filter(([typed]) => !Object.hasOwn(said.districts, typed));
  const districts = [...known, ...Object.entries(said.districts)].slice(-maxSpellings);
  return { mappings: fitting([...mappings.values()]), districts: Object.fromEntries(districts) };
};
