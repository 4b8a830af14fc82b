/** What has to hold of an import whatever the register and the file hold, in whatever order its parts are sent. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Holder } from '../roster/holder-schema.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { PartOutcome } from './import-record.ts';
import { isWrite } from './import-rules.ts';
import { takeBackRows, writeRows } from './import-work.ts';
import type { RosterRow, RosterUnit } from './parse-roster.ts';
import { type PlannedRow, planImport } from './plan-import.ts';

const regency = '16.04';

/** A register in memory that refuses what the table refuses. */
const makeRegister = (units: readonly Unit[]) => {
  const all = new Map(units.map((unit) => [unit.id, unit]));
  return {
    all,
    get: async (_: string, id: string) => all.get(id),
    put: async (_: string, unit: Unit) => {
      if ((all.get(unit.id)?.version ?? 0) !== unit.version - 1) return false;
      all.set(unit.id, unit);
      return true;
    },
    removeIf: async (_: string, id: string, version: number) => all.get(id)?.version === version && all.delete(id),
  };
};
type Register = ReturnType<typeof makeRegister>;

/** The register without versions, in an order of its own. */
const content = ({ all }: Register) =>
  [...all.values()].map(({ version: _, ...unit }) => unit).sort((a, b) => (a.id < b.id ? -1 : 1));

const holder = fc.record(
  {
    name: fc.constantFrom('Ali', 'Budi', 'Cici'),
    titlesAfter: fc.constantFrom('S.Pd.', 'M.Si.'),
    nip: fc.constantFrom('197405052004121001', '197405052004121002'),
    phone: fc.constantFrom('+6281234567890', '+6281234567891'),
    acting: fc.constantFrom('DEFINITIVE' as const, 'PLT' as const),
  },
  { requiredKeys: ['name', 'acting'] },
) as fc.Arbitrary<Holder>;

const unit = fc
  .record({
    name: fc.constantFrom('SDN 1', 'SDN 2', 'SDN 3', 'SDN 4', 'SDN 5'),
    district: fc.constantFrom('16.04.10', '16.04.06', undefined),
    code: fc.constantFrom(undefined, undefined, '10', '20', '30'),
    holder: fc.option(holder, { nil: null }),
  })
  .map(
    ({ name, district, code, holder: head }): RosterUnit => ({
      class: 'SD',
      name,
      office: `Kepala ${name}`,
      ...(district && { district }),
      ...(code && { code }),
      holder: head,
    }),
  );

/** As a file is read: no unit twice, no code twice. */
const file = fc.uniqueArray(unit, {
  maxLength: 8,
  comparator: (a, b) => (a.code !== undefined && a.code === b.code) || (a.name === b.name && a.district === b.district),
});

const rowsOf = (units: readonly RosterUnit[]): RosterRow[] =>
  units.map((each, index) => ({ row: index + 2, unit: each, issues: [] }));

const plan = (register: Register, units: readonly RosterUnit[], today = '2024-06-20'): PlannedRow[] =>
  planImport(rowsOf(units), [...register.all.values()], regency, { today }).rows;

const partsOf = (rows: readonly PlannedRow[], size: number): PlannedRow[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, part) => rows.slice(part * size, (part + 1) * size));

/** A register after an earlier import. */
const filled = async (units: readonly RosterUnit[]): Promise<Register> => {
  const register = makeRegister([]);
  await writeRows(register, regency, plan(register, units, '2024-01-01'));
  return register;
};

const edited = async (register: Register, id: string, mark: string): Promise<void> => {
  const found = register.all.get(id);
  if (found) await register.put(regency, { ...found, office: mark, version: found.version + 1 });
};

describe('importing', () => {
  it('again changes nothing: every row is the same', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, async (before, units) => {
        const register = await filled(before);
        await writeRows(register, regency, plan(register, units));
        const again = plan(register, units, '2024-07-01');
        expect(again.map(({ status, changes }) => [status, changes])).toEqual(units.map(() => ['SAME', []]));
      }),
    );
  });

  it('comes to the same in whatever order its parts are sent, and however often', async () => {
    const order = fc.array(fc.nat({ max: 7 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(file, file, order, async (before, units, sent) => {
        const [straight, mixed] = [await filled(before), await filled(before)];
        const rows = plan(straight, units);
        await writeRows(straight, regency, rows);
        const parts = partsOf(rows, 2);
        for (const part of [...sent, ...parts.keys()]) {
          const outcome = await writeRows(mixed, regency, parts[part] ?? []);
          expect(outcome.skipped).toEqual([]);
        }
        expect([...mixed.all]).toEqual(expect.arrayContaining([...straight.all]));
        expect(content(mixed)).toEqual(content(straight));
      }),
    );
  });
});

describe('taking back', () => {
  /** As a call keeps it, or as nobody could because it broke off. */
  const known = (outcome: PartOutcome, isKept: boolean) => (isKept ? outcome : undefined);

  it('gives the register back exactly, but for the versions', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        file,
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        async (before, units, isKept, times) => {
          const register = await filled(before);
          const was = content(register);
          const rows = plan(register, units);
          const outcome = await writeRows(register, regency, rows);
          for (let time = 0; time < times; time += 1) {
            const back = await takeBackRows(register, regency, rows, known(outcome, isKept));
            expect(back).toEqual({ done: rows.filter(isWrite).length, skipped: [] });
          }
          expect(content(register)).toEqual(was);
          for (const { before: unitBefore, unit: unitAfter } of rows.filter(isWrite))
            if (unitBefore && unitAfter) expect(register.all.get(unitBefore.id)?.version).toBe(unitAfter.version + 1);
        },
      ),
    );
  });

  it('of a part that broke off anywhere leaves nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, fc.nat({ max: 8 }), async (before, units, writes) => {
        const register = await filled(before);
        const was = content(register);
        const rows = plan(register, units);
        await writeRows(register, regency, rows.filter(isWrite).slice(0, writes));
        await takeBackRows(register, regency, rows, undefined);
        expect(content(register)).toEqual(was);
      }),
    );
  });
});

describe('a unit that somebody edits meanwhile', () => {
  const picked = fc.array(fc.nat({ max: 7 }), { maxLength: 4 });
  const idsAt = (rows: readonly PlannedRow[], places: readonly number[]): string[] => [
    ...new Set(places.flatMap((place) => rows[place]?.unit?.id ?? [])),
  ];

  it('is never overwritten, neither by writing nor by taking back, and is told', async () => {
    await fc.assert(
      fc.asyncProperty(file, file, picked, picked, fc.boolean(), async (before, units, early, late, isKept) => {
        const register = await filled(before);
        const rows = plan(register, units);
        const writes = new Set(rows.filter(isWrite).map(({ unit: each }) => each?.id));
        // New ones cannot be edited before they are there.
        const edits = idsAt(rows, early).filter((id) => register.all.has(id));
        for (const id of edits) await edited(register, id, 'Diubah lebih dahulu');
        const written = await writeRows(register, regency, rows);
        expect(written.skipped).toHaveLength(edits.filter((id) => writes.has(id)).length);
        for (const id of edits) expect(register.all.get(id)?.office).toBe('Diubah lebih dahulu');

        const later = idsAt(rows, late);
        for (const id of later) await edited(register, id, 'Diubah kemudian');
        const standing = new Map([...edits, ...later].map((id) => [id, register.all.get(id)]));
        await takeBackRows(register, regency, rows, isKept ? written : undefined);
        for (const [id, unitThen] of standing) expect(register.all.get(id)).toEqual(unitThen);
      }),
    );
  });
});
