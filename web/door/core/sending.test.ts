/** What a door sends, again and again, until every entry has its answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, tokenOf } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';
import { ApiProblem } from '../../shared/api-problem.ts';
import { openDoorDb } from './door-db.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

describe('sending', () => {
  it('waits longer after each failure, and never longer than a quarter of a minute', async () => {
    const door = await stage.pair();
    await stage.time.advance(1_000);
    stage.offline();
    await door.take(byCode(1));
    await stage.time.settle();
    stage.server.calls.length = 0;
    const at: number[] = [];
    const begin = stage.time.now();
    stage.server.mishap = () => {
      at.push(stage.time.now() - begin);
      return 'drop';
    };
    await stage.time.advance(120_000);
    expect(at.slice(0, 6)).toEqual([1_500, 4_500, 10_500, 21_750, 33_000, 44_250]);
    expect(door.link.value).toMatchObject({ reachable: false });
  });

  it('takes the others when one of a batch is broken, and says so of that one', async () => {
    const door = await stage.pair();
    stage.offline();
    const nonces: string[] = [];
    for (const n of [0, 1, 2]) nonces.push(await door.take(byCode(n)));
    stage.server.answer = ({ nonce }) =>
      nonce === nonces[1] ? { result: 'invalid', errors: [{ pointer: '/token', rule: 'x' }] } : undefined;
    stage.online();
    await stage.time.advance(60_000);
    expect(nonces.map((nonce) => logged(door, nonce)).map(({ verdict, state }) => [verdict.kind, state])).toEqual([
      ['ADMITTED', 'confirmed'],
      ['FAILED', 'overruled'],
      ['ADMITTED', 'confirmed'],
    ]);
    expect(door.unsent.value).toBe(1);
  });

  it('finds the one that makes a whole request refused', async () => {
    const door = await stage.pair();
    stage.offline();
    const nonces: string[] = [];
    for (const n of [0, 1, 2]) nonces.push(await door.take(byCode(n)));
    stage.server.mishap = () => undefined;
    const { batch } = stage.server.api;
    stage.server.api.batch = (as, sentAt, entries) =>
      JSON.stringify(entries).includes(String(nonces[1]))
        ? stage.server.api.pair({ code: '', secret: '', publicKey: {} as never }).then(() => {
            throw Object.assign(new ApiProblem('INPUT_INVALID'));
          })
        : batch(as, sentAt, entries);
    await stage.time.advance(60_000);
    expect(nonces.map((nonce) => logged(door, nonce).verdict.kind)).toEqual(['ADMITTED', 'FAILED', 'ADMITTED']);
  });

  it('takes a group back by the nonce of its count, and does not correct who came', async () => {
    const door = await stage.pair();
    const nonce = await door.take({ target: { group: { count: 12 } }, who: 'holder' });
    stage.server.answer = ({ kind }) => (kind === 'uncount' ? { result: 'uncounted', count: 12 } : undefined);
    await door.correct(nonce, 'acting');
    expect(await door.undo(nonce, 'salah ketik')).toBe(true);
    await stage.time.advance(60_000);
    expect(door.unsent.value).toBe(0);
    expect(logged(door, nonce).undone).toEqual({ reason: 'salah ketik', confirmed: true });
    expect(stage.server.arrived.map(({ kind }) => kind)).toEqual(['scan', 'uncount']);
    expect(stage.server.arrived[1]).toMatchObject({ of: nonce, reason: 'salah ketik' });
  });

  it('keeps an entry that the engine did not answer for, and its undo with it', async () => {
    const door = await stage.pair();
    stage.offline();
    const nonce = await door.take(byCode(1));
    expect(await door.undo(nonce, 'salah orang')).toBe(true);
    expect(door.counts.value?.present).toBe(0);
    let times = 0;
    stage.server.answer = ({ kind }) => {
      times += 1;
      if (times > 2) return undefined;
      return kind === 'scan' ? { result: 'retry' } : { result: 'problem', code: 'CHECK_IN_UNKNOWN' };
    };
    stage.online();
    await stage.time.advance(60_000);
    expect(door.unsent.value).toBe(0);
    expect(logged(door, nonce)).toMatchObject({
      state: 'confirmed',
      undone: { confirmed: true, reason: 'salah orang' },
    });
    expect(logged(door, nonce).undone?.failed).toBeUndefined();
    expect(stage.server.arrived.map(({ kind }) => kind)).toEqual(['scan', 'undo', 'scan', 'undo']);
  });

  it('marks the scan that another door was faster with', async () => {
    const door = await stage.pair();
    stage.offline();
    const nonce = await door.take(byCode(1));
    await stage.server.api.batch({} as never, '', []).catch(() => undefined);
    stage.online();
    await stage.server.api.batch({} as never, '', [{ kind: 'scan', nonce: 'other-door', token: tokenOf(1) }]);
    await stage.time.advance(60_000);
    expect(logged(door, nonce)).toMatchObject({
      verdict: { kind: 'ALREADY' },
      state: 'overruled',
      before: { kind: 'ADMITTED' },
      seen: false,
    });
    door.markSeen();
    const again = await stage.reload(door);
    expect(logged(again, nonce)).toMatchObject({ state: 'overruled', seen: true });
  });

  it('says when a change was made and how far the clock was off, however late it is sent', async () => {
    const door = await stage.pair();
    await stage.time.advance(20_000);
    stage.offline();
    const [first, second] = [await door.take(byCode(1)), await door.take(byCode(2))];
    await stage.time.advance(60_000);
    const madeAt = new Date(stage.time.now()).toISOString();
    await door.correct(first, 'acting');
    expect(await door.undo(second, 'salah orang')).toBe(true);
    await stage.time.advance(30 * 60_000);
    stage.online();
    await stage.time.advance(120_000);
    expect(door.unsent.value).toBe(0);
    const changes = stage.server.arrived.filter((entry) => (entry as { kind?: string }).kind !== 'scan');
    const times = { madeAt, clockOffsetMs: expect.any(Number), nonce: expect.any(String) };
    expect(changes).toMatchObject([
      { kind: 'correction', of: first, ...times },
      { kind: 'undo', of: second, ...times },
    ]);
  });

  it('sends changes that an older app kept without their time', async () => {
    const door = await stage.pair();
    await stage.time.advance(20_000);
    const nonce = await door.take(byCode(1));
    await stage.time.advance(20_000);
    stage.offline();
    expect(await door.undo(nonce, 'salah orang')).toBe(true);
    door.stop();
    const db = await openDoorDb(stage.dbName);
    const [kept] = await db.all('outbox');
    if (!kept) throw new Error('nothing was kept');
    const { clock: _, ...record } = kept.value as { clock?: unknown; body: Record<string, unknown> };
    const { madeAt: __, nonce: ___, ...body } = record.body;
    await db.write([{ in: 'outbox', put: { ...record, body }, key: kept.key }]);
    db.close();
    stage.online();
    const again = await stage.reload(door);
    await stage.time.advance(60_000);
    expect(again.unsent.value).toBe(0);
    expect(stage.server.arrived.at(-1)).toEqual({
      kind: 'undo',
      of: nonce,
      reason: 'salah orang',
      invitation: idOf(1),
    });
  });

  it('sends a guest, a group, a correction and a letter', async () => {
    const door = await stage.pair();
    const group = await door.take({ target: { group: { count: 12, label: ' rombongan ' } }, who: 'holder' });
    const came = await door.take(byCode(1));
    await door.correct(came, 'delegate', { name: 'Budi', office: '' });
    expect(await door.attachLetter(came, new Blob(['x'], { type: 'image/jpeg' }))).toBe(true);
    expect(logged(door, came).letter).toBe('saved');
    await stage.time.advance(20_000);
    expect(stage.server.arrived).toMatchObject([
      { group: { count: 12, label: 'rombongan' }, nonce: group },
      { nonce: came },
      { kind: 'correction', of: came, who: 'delegate', delegate: { name: 'Budi' }, invitation: idOf(1) },
    ]);
    expect(stage.server.arrived[2]).toMatchObject({ nonce: expect.any(String), madeAt: expect.any(String) });
    expect(logged(door, came)).toMatchObject({ letter: 'sent', corrected: { confirmed: true } });
    expect([...stage.server.letters.keys()]).toEqual([came]);
    expect(door.unsent.value).toBe(0);
  });
});

describe('an outbox of another version of the app', () => {
  it('is sent as it lies, and kept when the server cannot read it', async () => {
    const door = await stage.pair();
    door.stop();
    const db = await openDoorDb(stage.dbName);
    await db.write([{ in: 'outbox', put: { format: 99, shape: 'unknown' }, key: 1 }]);
    const again = await stage.reload(door);
    expect(again.unsent.value).toBe(1);
    await stage.time.advance(30_000);
    expect(stage.server.arrived).toEqual([{ format: 99, shape: 'unknown' }]);
    expect([again.unsent.value, again.givenUp.value]).toEqual([1, 1]);
    expect(await db.get('outbox', 1)).toEqual({ format: 99, shape: 'unknown' });
    db.close();
    expect(logged(again, 'unreadable-1')).toMatchObject({ verdict: { kind: 'FAILED' }, state: 'overruled' });
    expect((await again.take(byCode(1))) && again.log.value.length).toBe(2);
  });
});
