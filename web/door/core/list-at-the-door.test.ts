/** The list that a door keeps: fetched whole, renewed by small steps, sealed, and wiped when it is over. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anEntry, idOf } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';
import { ApiProblem } from '../../shared/api-problem.ts';
import { openDoorDb } from './door-db.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

describe('the list', () => {
  const fill = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) stage.server.entries.set(idOf(n), await anEntry(n));
  };

  it('is wiped with its key once the server gives it to no door any more; what is unsent stays and is sent', async () => {
    const door = await stage.pair();
    stage.server.answer = () => ({ result: 'retry' });
    await door.take(byCode(1));
    stage.server.mishap = (call) => (call === 'listPage' ? 'SESSION_WRONG_STATE' : undefined);
    await stage.time.advance(120_000);
    expect(door.list.value.status).toBe('none');
    expect(door.entries.value.size).toBe(0);
    expect(door.unsent.value).toBe(1);
    expect(door.cutOffAt.value).toBeUndefined();
    const asked = stage.server.calls.filter((call) => call === 'listPage').length;
    const again = await stage.reload(door);
    expect(again.list.value.status).toBe('none');
    stage.server.answer = () => undefined;
    await stage.time.advance(120_000);
    expect(again.unsent.value).toBe(0);
    expect(stage.server.calls.filter((call) => call === 'listPage')).toHaveLength(asked);
    again.stop();
    const db = await openDoorDb(stage.dbName);
    expect([await db.get('keys', 'list'), await db.all('list'), await db.get('meta', 'list')]).toEqual([
      undefined,
      [],
      undefined,
    ]);
    db.close();
  });

  it('is none until the last page has come, and goes on where it was cut off', async () => {
    await fill(250);
    let pages = 0;
    stage.server.mishap = (call) => {
      if (call !== 'listPage') return undefined;
      pages += 1;
      return pages === 2 ? 'lose' : undefined;
    };
    const door = await stage.pair();
    expect(door.list.value).toMatchObject({ status: 'none', got: 100 });
    expect(door.counts.value).toBeUndefined();
    const nonce = await door.take(byCode(1));
    expect(logged(door, nonce).verdict).toEqual({ kind: 'UNDECIDED', why: 'NO_LIST' });
    const unlisted = { ...stage.server.api, listPage: () => Promise.reject(new ApiProblem('UNREACHABLE')) };
    const again = await stage.reload(door, { api: unlisted });
    expect(again.list.value).toMatchObject({ status: 'none', got: 0 });
    const last = await stage.reload(again);
    await stage.time.advance(10_000);
    expect(last.list.value.status).toBe('ready');
    expect(last.counts.value?.invited).toBe(250);
  });

  it('goes on with the page that failed, without asking for the earlier ones again', async () => {
    await fill(250);
    let pages = 0;
    stage.server.mishap = (call) => {
      if (call !== 'listPage') return undefined;
      pages += 1;
      return pages === 2 ? 'drop' : undefined;
    };
    const door = await stage.pair();
    await stage.time.advance(5_000);
    expect(door.list.value.status).toBe('ready');
    expect(pages).toBe(4);
  });

  it('learns by small steps of arrivals elsewhere, late invitations and revocations', async () => {
    const door = await stage.pair();
    const elsewhere = { at: '2024-06-27T01:00:05.000Z', door: 'Pintu B', mode: 'IN_PERSON', who: 'holder' } as const;
    const news = [
      await anEntry(1, { present: elsewhere }),
      await anEntry(2, { revoked: true }),
      await anEntry(9),
      await anEntry(3, { version: 2 }),
    ];
    await stage.time.advance(60_000);
    const { api } = stage.server;
    const asked: unknown[] = [];
    api.listPage = async (_, query) => {
      asked.push(query);
      return { items: news, next: null, asOf: new Date(stage.time.now()).toISOString() };
    };
    await stage.time.advance(40_000);
    expect(asked[0]).toHaveProperty('since');
    const again = await stage.reload(door);
    expect(again.counts.value?.invited).toBe(5);
    // The list alone decides: the server of this test has never heard of the news, and its answers would change what is held.
    stage.offline();
    const verdicts = [];
    for (const input of [byCode(1), byCode(2), byCode(9), byCode(3), byCode(3, 2), byCode(4)])
      verdicts.push(logged(again, await again.take(input)).verdict);
    expect(verdicts).toMatchObject([
      { kind: 'ALREADY', first: { door: 'Pintu B' } },
      { kind: 'REFUSED', reason: 'REVOKED' },
      { kind: 'ADMITTED' },
      { kind: 'REFUSED', reason: 'REVOKED' },
      { kind: 'ADMITTED' },
      { kind: 'ADMITTED' },
    ]);
  });

  it('lies sealed: no name can be read in the storage', async () => {
    const door = await stage.pair();
    stage.offline();
    await door.take(byCode(1));
    const db = await openDoorDb(stage.dbName);
    const everything = await Promise.all((['meta', 'list', 'outbox', 'log'] as const).map((store) => db.all(store)));
    db.close();
    const told = everything.flat().map(({ value }) => {
      const { data } = value as { data?: ArrayBuffer };
      return data ? new TextDecoder().decode(data) : JSON.stringify(value);
    });
    expect(told.length).toBeGreaterThan(4);
    expect(told.filter((text) => /Kepala|Dinas/.test(text))).toEqual([]);
  });
});
