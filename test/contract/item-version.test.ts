/** What is promised of items that an older or a newer version of Hadir wrote: two versions over one table. */
import { describe, expect, test } from 'vitest';
import { makeItemVersions } from '../../functions/platform/item-version.ts';
import { makeTable, type Table } from '../../functions/platform/table.ts';
import { contractEngine } from './contract-engine.ts';

const engine = contractEngine();

/** From version 2 on, such an item has an office of its own, and no longer one inside its name. */
const ofOffices = {
  kind: { pk: 'V#', sk: 'PERSON#' },
  migrate: (item: Record<string, unknown>) => (item.office === undefined ? { ...item, office: 'none' } : item),
};
const older = (): Table => makeTable(engine.client, 'hadir', makeItemVersions([]));
const newer = (): Table => makeTable(engine.client, 'hadir', makeItemVersions([ofOffices]));

let count = 0;
const freshKey = (sk = 'PERSON#1') => {
  count += 1;
  return { pk: `V#${count}`, sk };
};
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'ITEM_NEWER' });

/** Every way of reading there is. */
const readAll = (table: Table, key: { pk: string; sk: string }): Promise<unknown>[] => [
  table.get(key),
  table.get(key, { consistent: true }),
  table.batchGet([key]).then(([item]) => item),
  table.last({ pk: key.pk, from: 'A', to: 'Z' }),
  table.queryAll({ pk: key.pk, prefix: 'PERSON#' }).then(([item]) => item),
  table.queryPage({ pk: key.pk, prefix: 'PERSON#' }, { limit: 5 }).then(({ items }) => items[0]),
];

describe('an item of an older version', () => {
  test('is read as one of today, whichever way, and is not rewritten for it', async () => {
    const key = freshKey();
    await older().put({ ...key, name: 'A' });
    engine.requests.reset();
    for (const item of await Promise.all(readAll(newer(), key)))
      expect(item).toEqual({ ...key, name: 'A', office: 'none' });
    expect(engine.requests.units.write).toBe(0);
    expect(await older().get(key)).toEqual({ ...key, name: 'A' });
  });

  test('takes a conditional update as before, keeps what was set, and answers in the shape of today', async () => {
    const key = freshKey();
    await older().put({ ...key, name: 'A', revision: 1 });
    const update = {
      expression: 'SET office = :office, revision = :next',
      condition: 'attribute_exists(pk) AND revision = :read',
      values: { ':office': 'Camat', ':read': 1, ':next': 2 },
      returns: 'ALL_NEW' as const,
    };
    expect(await newer().update(key, update)).toEqual({ ...key, name: 'A', office: 'Camat', revision: 2 });
    // Its version was not raised, so that it is led on again whenever it is read: that must not undo the update.
    expect(await newer().get(key)).toEqual({ ...key, name: 'A', office: 'Camat', revision: 2 });
    expect(await newer().update(key, update)).toBeUndefined();
    const before = await newer().update(key, {
      ...update,
      condition: 'revision = :read OR revision = :next',
      returns: 'ALL_OLD',
    });
    expect(before).toEqual({ ...key, name: 'A', office: 'Camat', revision: 2 });
  });

  test('is of today once it is written whole, and costs the same units', async () => {
    const key = freshKey();
    await older().put({ ...key, name: 'A'.repeat(900) });
    const item = await newer().get(key);
    engine.requests.reset();
    expect(await newer().put({ ...key, ...item }, { expression: 'attribute_exists(pk)' })).toBe(true);
    expect(await newer().get(key)).toEqual(item);
    expect(engine.requests.units).toEqual({ read: 0.5, write: 1 });
    await refused(older().get(key));
  });
});

describe('an item of a newer version', () => {
  const written = async () => {
    const key = freshKey();
    await newer().put({ ...key, name: 'A', office: 'Camat' });
    return key;
  };

  test('is refused, whichever way it is read', async () => {
    const key = await written();
    await Promise.all(readAll(older(), key).map(refused));
  });

  test('is not written over, not updated and not removed, and nothing of it is lost', async () => {
    const key = await written();
    const there = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' };
    const update = {
      expression: 'SET #n = :n',
      condition: 'attribute_exists(pk)',
      names: { '#n': 'name' },
      values: { ':n': 'B' },
    };
    await refused(older().put({ ...key, name: 'B' }));
    await refused(older().remove(key));
    // Where the caller had a condition, it is told as if that had refused; to say why it reads the item, and is told.
    expect(await older().put({ ...key, name: 'B' }, there)).toBe(false);
    expect(await older().remove(key, there)).toBe(false);
    expect(await older().update(key, { ...update, returns: 'ALL_NEW' })).toBeUndefined();
    expect(await newer().get(key)).toEqual({ ...key, name: 'A', office: 'Camat' });
  });

  test('is refused by each alternative of a condition, brackets or not, and an older one by none', async () => {
    const kind = ofOffices.kind;
    const thirdVersion = makeTable(engine.client, 'hadir', makeItemVersions([ofOffices, ofOffices]));
    const condition = {
      expression: 'attribute_not_exists(pk) OR #n = :n AND (attribute_exists(sk) OR #n = :n) OR attribute_exists(sk)',
      names: { '#n': 'name' },
      values: { ':n': 'A' },
    };
    const key = freshKey();
    expect(key.sk.startsWith(kind.sk)).toBe(true);
    await thirdVersion.put({ ...key, name: 'A' });
    for (const table of [older(), newer()]) {
      expect(await table.put({ ...key, name: 'A' }, condition)).toBe(false);
      await refused(table.put({ ...key, name: 'A' }));
    }
    expect(await thirdVersion.put({ ...key, name: 'A' }, condition)).toBe(true);
    for (const [from, to] of [
      [older(), newer()],
      [newer(), thirdVersion],
      [older(), thirdVersion],
    ] as const) {
      const fresh = freshKey();
      await from.put({ ...fresh, name: 'A' });
      expect(await to.put({ ...fresh, name: 'B' }, condition)).toBe(true);
      expect(await to.get(fresh)).toMatchObject({ name: 'B' });
    }
  });

  test('stands in nobody’s way but its own', async () => {
    const key = await written();
    const neighbour = { ...key, sk: 'OTHER#1' };
    expect(await older().put({ ...neighbour, name: 'B' })).toBe(true);
    expect(await older().queryAll({ pk: key.pk, prefix: 'OTHER#' })).toEqual([{ ...neighbour, name: 'B' }]);
    expect(await older().remove(neighbour)).toBe(true);
    expect(await newer().remove(key)).toBe(true);
  });
});

test('a kind that never changed bears no version', async () => {
  const key = freshKey('OTHER#1');
  await newer().put({ ...key, name: 'A' });
  expect(await older().get(key)).toEqual({ ...key, name: 'A' });
});
