import { describe, expect, it } from 'vitest';
import { maxMappings, maxSpellings, remembering } from './import-memory.ts';
import type { ImportMemory } from './import-schema.ts';

const mapping = (title: string, unit = 'A') => ({ titles: [title], columns: { unit } });
const nothing: ImportMemory = { mappings: [], districts: {} };

describe('remembering', () => {
  it('adds what is said, and takes the newest word about the same titles and the same spelling', () => {
    const before = {
      mappings: [mapping('Lembaga'), mapping('Unit')],
      districts: { Lahatt: '16.04.10', Jaray: '16.04.08' },
    };
    const said = { mappings: [mapping('LEMBAGA.', 'C')], districts: { Lahatt: '16.04.17' } };
    expect(remembering(before, said)).toEqual({
      mappings: [mapping('Unit'), mapping('LEMBAGA.', 'C')],
      districts: { Jaray: '16.04.08', Lahatt: '16.04.17' },
    });
    expect(remembering(remembering(before, said), said)).toEqual(remembering(before, said));
  });

  it('forgets the oldest when there is too much', () => {
    const mappings = Array.from({ length: maxMappings }, (_, index) => mapping(`Lembaga ${index}`));
    const districts = Object.fromEntries(Array.from({ length: maxSpellings }, (_, index) => [`k${index}`, '16.04.01']));
    const full = remembering(nothing, { mappings, districts });
    expect(full).toEqual({ mappings, districts });
    const after = remembering(full, { mappings: [mapping('Baru')], districts: { baru: '16.04.02' } });
    expect(after.mappings).toEqual([...mappings.slice(1), mapping('Baru')]);
    expect(Object.keys(after.districts)).toEqual([...Object.keys(districts).slice(1), 'baru']);
  });

  it('keeps no more than an item may hold', () => {
    const broad = Array.from({ length: maxMappings }, (_, index) => ({
      titles: Array.from({ length: 200 }, (_, column) => `${index} ${column} ${'é'.repeat(110)}`),
      columns: { unit: 'A' },
    }));
    const { mappings } = remembering(nothing, { mappings: broad, districts: {} });
    expect(Buffer.byteLength(JSON.stringify(mappings))).toBeLessThan(250_000);
    expect(mappings.at(-1)).toEqual(broad.at(-1));
  });
});
