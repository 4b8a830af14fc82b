import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSessionId } from './ids.ts';
import { itemMigrations, type Migration } from './item-migrations.ts';
import { andNotNewer, itemSchemaVersion, makeItemVersions } from './item-version.ts';
import { coverageDayKey, coverageKey, invitationKey, itemKinds, sealHeadKey, sealPartKey } from './keys.ts';
import type { Problem } from './problem.ts';
import type { Item } from './table.ts';

const session = makeSessionId('16.04', 'versions');
const versions = makeItemVersions();
const old = { ...coverageKey(session), units: 'aaaaaaaaOPSbbbbbbbbS-N', cells: '[]' };
const problemOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as Problem).code;
  }
};

/** Items as the engine could hold them: attributes that migrations know, in old and new shapes, and others beside them. */
const attribute = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant([]),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
  fc.uint8Array({ maxLength: 4 }),
);
const anyItem = (names: readonly string[]): fc.Arbitrary<Item> =>
  fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 6 })), attribute, { maxKeys: 8 });
const known = ['units', 'districts', 'cells', 'form', 'contents', 'a', 'b'];

/** That applying it again changes nothing, and that it leaves alone what it was given. */
const isSound = ({ migrate }: Migration): boolean =>
  !fc.check(
    fc.property(anyItem(known), (item) => {
      const before = structuredClone(item);
      const once = migrate(item);
      expect(item).toEqual(before);
      expect(migrate(once)).toEqual(once);
    }),
  ).failed;

describe('every migration', () => {
  test('changes nothing when it is applied again, and nothing that it was given', () => {
    expect(itemMigrations.length).toBeGreaterThan(0);
    for (const migration of itemMigrations) expect(isSound(migration)).toBe(true);
  });

  test('is held to that: one that is not so is noticed', () => {
    const kind = itemKinds.coverage;
    expect(isSound({ kind, migrate: (item) => ({ ...item, units: `${item.units}00` }) })).toBe(false);
    expect(isSound({ kind, migrate: ({ a, ...item }) => ({ ...item, a: b(item), b: a }) })).toBe(false);
    expect(isSound({ kind, migrate: (item) => Object.assign(item, { form: 1 }) })).toBe(false);
    function b(item: Item) {
      return item.b;
    }
  });

  test('is of a kind that its own keys are of, and of no neighbour', () => {
    const versionOf = (key: { pk: string; sk: string }) => versions.written(key);
    expect(versionOf(coverageKey(session))).toBe(2);
    expect(versionOf(sealPartKey(session, 0, 0, 'attempt'))).toBe(3);
    for (const key of [
      coverageDayKey(session, '2024-06-27'),
      invitationKey(session, 'aaaaaaaa'),
      sealHeadKey(session, 1),
    ])
      expect(versionOf(key)).toBeUndefined();
    expect(itemSchemaVersion).toBe(3);
  });
});

describe('an item', () => {
  test('of an older version reads as one of today, without its version', () => {
    expect(versions.read(old)).toEqual({ ...old, units: 'aaaaaaaaOPS00bbbbbbbbS-N00', districts: [] });
    expect(versions.read({ ...old, v: 1 })).toEqual(versions.read(old));
  });

  test('of today, also where it does not say so, reads as it is', () => {
    const today = { ...coverageKey(session), units: 'aaaaaaaaOPS01', districts: ['16.04.05'] };
    expect(versions.read(today)).toEqual(today);
    expect(versions.read({ ...today, v: 2 })).toEqual(today);
    // Of today's version nothing is led on, even where it looks like an older one's.
    expect(versions.read({ ...old, v: 2 })).toEqual(old);
  });

  test('of a newer version, or of one that is no number, is refused and not guessed at', () => {
    for (const v of [3, 99, 'two', Number.NaN, null]) {
      expect({ v, code: problemOf(() => versions.read({ ...old, v })) }).toEqual({ v, code: 'ITEM_NEWER' });
      const invitation = { ...invitationKey(session, 'aaaaaaaa'), v };
      expect({ v, code: problemOf(() => versions.read(invitation)) }).toEqual({ v, code: 'ITEM_NEWER' });
    }
  });

  test('goes through all that came after its version, in their order', () => {
    const kind = { pk: 'X#', sk: 'Y#' };
    const adds = (text: string): Migration => ({
      kind,
      migrate: (item) => (String(item.a ?? '').includes(text) ? item : { ...item, a: `${item.a ?? ''}${text}` }),
    });
    const other: Migration = { kind: { pk: 'Z', sk: '' }, migrate: () => ({}) };
    const three = makeItemVersions([adds('b'), other, adds('d')]);
    expect(three.written({ pk: 'X#1', sk: 'Y#1' })).toBe(4);
    const read = (item: Item) => three.read({ pk: 'X#1', sk: 'Y#1', ...item }).a;
    expect([read({}), read({ v: 2 }), read({ v: 3 }), read({ v: 4 })]).toEqual(['bd', 'd', 'd', undefined]);
  });
});

describe('a condition', () => {
  test.each([
    ['a = :a', 'a = :a AND …'],
    ['a = :a AND (b = :b OR c = :c) OR d = :d', 'a = :a AND (b = :b OR c = :c) AND … OR d = :d AND …'],
    ['a = :a or (b = :b)OR(c = :c)\n  OR d = :d', 'a = :a AND … OR (b = :b) AND … OR (c = :c) AND … OR d = :d AND …'],
    ['#or = :or AND item.or = :a AND minor = :b', '#or = :or AND item.or = :a AND minor = :b AND …'],
  ])('lets no alternative go over a newer item: %s', (expression, guarded) => {
    expect(andNotNewer(undefined, expression)).toBe(guarded.replaceAll('…', 'attribute_not_exists(v)'));
  });
});
