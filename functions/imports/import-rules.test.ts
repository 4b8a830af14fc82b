import { describe, expect, it } from 'vitest';
import { packParts, unpack } from './import-parts.ts';
import type { PlanRow } from './import-record.ts';
import { countRows, fitsRow, importState, indexOf, mayFit, otherSheetsOf, partsOf } from './import-rules.ts';
import type { ImportState } from './import-schema.ts';

const parts = (...numbers: number[]) => new Set(numbers);

describe('importState', () => {
  it.each<[ImportState, Partial<Parameters<typeof importState>[0]>]>([
    ['UNSURE', { sure: false, parts: 0 }],
    ['PLANNED', {}],
    ['PLANNED', { parts: 0 }],
    ['APPLYING', { begun: parts(0) }],
    ['APPLYING', { begun: parts(0, 1), written: parts(0) }],
    ['APPLIED', { begun: parts(0, 1), written: parts(0, 1) }],
    ['UNDOING', { begun: parts(0, 1), written: parts(0, 1), undoing: true }],
    ['UNDOING', { begun: parts(0, 1), written: parts(0), takenBack: parts(0), undoing: true }],
    ['UNDONE', { begun: parts(0, 1), written: parts(0), takenBack: parts(0, 1), undoing: true }],
    ['UNDONE', { undoing: true, takenBack: parts(0) }],
  ])('%s: %j', (state, progress) => {
    expect(importState({ sure: true, parts: 2, ...progress })).toBe(state);
  });

  it('counts a part that was begun as written while it has to be taken back', () => {
    const progress = { sure: true, parts: 3, begun: parts(2, 0), written: parts(0) };
    expect(partsOf(progress)).toEqual({ written: [0], takenBack: [] });
    expect(partsOf({ ...progress, undoing: true })).toEqual({ written: [0, 2], takenBack: [] });
  });
});

const row = (number: number, status: PlanRow['status'], warned = false): PlanRow => ({
  row: number,
  status,
  issues: warned ? [{ code: 'HOLDER_MISSING', column: 'B', severity: 'warning' }] : [],
  changes: [],
});
const error: PlanRow = { ...row(9, 'ERROR'), issues: [{ code: 'UNIT_MISSING', column: 'C', severity: 'error' }] };

describe('rows', () => {
  const rows = [row(2, 'NEW', true), row(3, 'SAME'), row(4, 'REPLACED'), row(5, 'MOVED'), row(6, 'CHANGED'), error];

  it('are counted', () => {
    expect(countRows(rows, 7)).toEqual({
      rows: 6,
      new: 1,
      moved: 1,
      replaced: 1,
      changed: 1,
      same: 1,
      error: 1,
      warning: 1,
      vanished: 7,
    });
  });

  it('are found by what their part says of itself, wherever one fits', () => {
    const filters = [
      { status: 'NEW' as const },
      { status: 'ERROR' as const },
      { issues: 'any' as const },
      { issues: 'warnings' as const },
      { issues: 'skipped' as const },
      { status: 'NEW' as const, issues: 'warnings' as const },
      {},
    ];
    const skipped = new Set([5]);
    for (const filter of filters)
      for (const each of rows)
        if (fitsRow(filter, each, skipped)) expect(mayFit(filter, indexOf([each]), true)).toBe(true);
    expect(mayFit({ status: 'NEW' }, indexOf([error]), true)).toBe(false);
    expect(mayFit({ issues: 'warnings' }, indexOf([error]), true)).toBe(false);
    expect(mayFit({ issues: 'skipped' }, indexOf([error]), false)).toBe(false);
  });
});

describe('packParts', () => {
  const many = Array.from({ length: 1201 }, (_, index) => row(index + 2, 'SAME'));

  it('cuts into parts of at most 500 rows', async () => {
    const packed = await packParts(many);
    expect(packed.map((part) => part.rows.length)).toEqual([500, 500, 201]);
    expect(await unpack(packed[2]?.bytes ?? Buffer.alloc(0))).toEqual(many.slice(1000));
  });

  it('halves a part that is too large for an item', async () => {
    const packed = await packParts(many, 1000);
    expect(packed.length).toBeGreaterThan(3);
    expect(packed.flatMap((part) => part.rows)).toEqual(many);
    for (const { bytes } of packed) expect(bytes.length).toBeLessThanOrEqual(1000);
  });
});

describe('sheets that were not read', () => {
  const sheet = (name: string) => ({ name, hidden: false });

  it('are all named, and of very many the first fifty with the number of the others', () => {
    expect(otherSheetsOf([sheet('SMP')])).toEqual({ otherSheets: [sheet('SMP')] });
    const many = Array.from({ length: 12_000 }, (_, index) => sheet(`Lembar ${index}`));
    expect(otherSheetsOf(many)).toEqual({ otherSheets: many.slice(0, 50), moreSheets: 11_950 });
    // A name that is longer than one may ask for.
    expect(otherSheetsOf([sheet('x'.repeat(61)), sheet('SMP')])).toEqual({
      otherSheets: [sheet('SMP')],
      moreSheets: 1,
    });
  });
});
