import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Holder } from './holder-schema.ts';
import { alsoHolds, mostOthers, samePerson } from './same-person.ts';
import type { Unit } from './unit-schema.ts';

type Office = Pick<Unit, 'id' | 'holder'>;

const nips = ['197405052004121994', '198001012005011001'];
const phones = ['+6281234567890', '+6281234567891'];
const names = ['Sahabadi', 'Drs. H. SAHABADI, M.Si.', 'Siti Aminah'];

const held = (id: string, holder: Partial<Holder> = {}): Office => ({
  id,
  holder: { name: 'Sahabadi', acting: 'DEFINITIVE', ...holder },
});
const idsOf = (...units: Office[]): string[][] => samePerson(units).map((group) => group.map(({ id }) => id));

describe('samePerson', () => {
  it('knows one by the NIP, however the name is written', () => {
    expect(idsOf(held('a', { nip: nips[0] }), held('b', { name: 'Saha Badi', nip: nips[0] }))).toEqual([['a', 'b']]);
  });

  it('knows one by name and phone together, without titles, case and dots', () => {
    const units = [held('a', { phone: phones[0] }), held('b', { name: names[1] as string, phone: phones[0] })];
    expect(idsOf(...units)).toEqual([['a', 'b']]);
  });

  it('never by a name alone, nor by a phone alone: phones are shared', () => {
    expect(idsOf(held('a'), held('b'))).toEqual([]);
    expect(idsOf(held('a', { phone: phones[0] }), held('b', { name: 'Siti Aminah', phone: phones[0] }))).toEqual([]);
  });

  it('believes the NIP against name and phone', () => {
    const units = nips.map((nip, index) => held(String(index), { nip, phone: phones[0] }));
    expect(idsOf(...units)).toEqual([]);
    // Nor does somebody without a NIP join either of two who differ.
    expect(idsOf(...units, held('c', { phone: phones[0] }))).toEqual([]);
  });

  it('takes one without a NIP for the only one who bears that name and phone', () => {
    const units = [held('a', { nip: nips[0], phone: phones[0] }), held('b', { phone: phones[0] })];
    expect(idsOf(...units)).toEqual([['a', 'b']]);
  });

  it('leaves vacant offices out', () => {
    expect(idsOf({ id: 'a', holder: null }, { id: 'b', holder: null })).toEqual([]);
  });
});

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const holders = fc.array(fc.record({ name: fc.constantFrom(...names), nip: maybe(nips), phone: maybe(phones) }), {
  maxLength: 8,
});
const offices = holders.map((list) =>
  list.map(({ nip, phone, name }, index) =>
    held(String(index), { name, ...(nip && { nip }), ...(phone && { phone }) }),
  ),
);

describe('alsoHolds', () => {
  it('is symmetric and closed: whoever is the same as one is the same as all of them', () => {
    fc.assert(
      fc.property(offices, (units) => {
        const others = alsoHolds(units);
        for (const [id, ids] of others) {
          expect(ids).not.toContain(id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const other of ids) expect([...(others.get(other) ?? []), other].sort()).toEqual([...ids, id].sort());
        }
      }),
    );
  });

  it('never joins two who share neither a NIP nor a phone, and never two NIPs', () => {
    fc.assert(
      fc.property(offices, (units) => {
        for (const group of samePerson(units)) {
          expect(new Set(group.flatMap(({ holder }) => holder?.nip ?? [])).size).toBeLessThanOrEqual(1);
          for (const { holder } of group) expect(holder?.nip ?? holder?.phone).toBeDefined();
        }
      }),
    );
  });

  it('stays small where one number was filled down a whole column', () => {
    const filled = Array.from({ length: 20_000 }, (_, index) => held(String(index), { nip: nips[0] }));
    const others = alsoHolds(filled);
    expect(others.size).toBe(filled.length);
    for (const [id, ids] of others) expect([ids.length, ids.includes(id)]).toEqual([mostOthers, false]);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(offices, (units) => {
        const sorted = (map: Map<string, string[]>) => [...map].map(([id, ids]) => [id, [...ids].sort()]).sort();
        expect(sorted(alsoHolds([...units].reverse()))).toEqual(sorted(alsoHolds(units)));
      }),
    );
  });
});
