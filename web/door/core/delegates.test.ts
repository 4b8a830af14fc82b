/** Delegates at the door: their codes, the heads who come after all, lists that bring or remove a delegation meanwhile. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anEntry, delegatedBy, idOf, takenBack } from '../../../test/support/door-kit.ts';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';
import type { Door, ScanInput } from './door.ts';
import { openDoorDb } from './door-db.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

const head = 1;
const delegate = 2;
const byName = (n: number): ScanInput => ({ target: { invitation: idOf(n) }, who: 'roster' });
const verdict = async (door: Door, input: ScanInput) => logged(door, await door.take(input)).verdict;
const delegatedStage = async (name = 'Suyatno') => {
  stage.server.entries.set(idOf(1), await anEntry(1, await delegatedBy(1, { name, office: 'Sekretaris' })));
  return stage.pair();
};
const hear = () => stage.time.advance(40_000);

describe('a named delegate', () => {
  it.each(['with', 'without'])(
    'is admitted as the delegate, %s a network, and the head’s code is not',
    async (network) => {
      const door = await delegatedStage();
      if (network === 'without') stage.offline();
      expect(await verdict(door, byCode(1, head))).toEqual({ kind: 'REFUSED', reason: 'DELEGATED' });
      const nonce = await door.take(byCode(1, delegate));
      expect(logged(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' }, input: { who: 'delegate' } });
      expect(door.entries.value.get(idOf(1))?.present).toMatchObject({ who: 'delegate', delegateName: 'Suyatno' });
      expect(await verdict(door, byCode(1, delegate))).toMatchObject({ kind: 'ALREADY' });
      expect(await verdict(door, byCode(1, head))).toEqual({ kind: 'REFUSED', reason: 'DELEGATED' });
      stage.online();
      await stage.time.advance(60_000);
      expect(door.unsent.value).toBe(0);
      expect(logged(door, nonce)).toMatchObject({ verdict: { kind: 'ADMITTED' }, state: 'confirmed' });
      expect(stage.server.arrived.find((entry) => entry.nonce === nonce)).toMatchObject({
        who: 'delegate',
        delegate: { name: 'Suyatno', office: 'Sekretaris' },
      });
      expect(door.log.value.filter(({ state }) => state === 'overruled')).toEqual([]);
    },
  );

  it('gives way to the head when the operator decides so, once', async () => {
    const door = await delegatedStage();
    stage.offline();
    const nonce = await door.take(byName(1));
    expect(logged(door, nonce).verdict.kind).toBe('ADMITTED');
    expect(door.entries.value.get(idOf(1))?.present).toMatchObject({ who: 'holder' });
    expect(await verdict(door, byCode(1, delegate))).toMatchObject({ kind: 'ALREADY' });
    await door.undo(nonce, 'salah orang');
    expect(await verdict(door, byCode(1, delegate))).toMatchObject({ kind: 'ADMITTED' });
    stage.online();
    await stage.time.advance(60_000);
    expect(stage.server.arrived.map(({ kind, who }) => who ?? kind)).toEqual([
      'holder',
      'delegate',
      'undo',
      'delegate',
    ]);
    expect(door.entries.value.get(idOf(1))?.present).toMatchObject({ who: 'delegate' });
  });

  it('who is typed at the door counts before who was named', async () => {
    const door = await delegatedStage();
    const input = { ...byCode(1, delegate), who: 'delegate', delegate: { name: 'Rini', acting: 'PLH' } } as const;
    const nonce = await door.take(input);
    await stage.time.advance(5_000);
    const sent = stage.server.arrived.find((entry) => entry.nonce === nonce);
    expect(sent).toMatchObject({ who: 'delegate', delegate: { name: 'Rini', acting: 'PLH' } });
  });

  it('is not taken for another delegate who was named before the scan was sent', async () => {
    const door = await delegatedStage();
    stage.server.answer = () => ({ result: 'retry' });
    const nonce = await door.take({ target: { invitation: idOf(1) }, who: 'delegate' });
    stage.server.change(idOf(1), { ...(await delegatedBy(1, { name: 'Rini' })), version: 3 });
    await hear();
    const sent = stage.server.arrived.filter((entry) => entry.nonce === nonce);
    expect(sent[0]).toMatchObject({ who: 'delegate', delegate: { name: 'Suyatno' } });
    expect(sent.at(-1)).toMatchObject({ who: 'delegate' });
    expect(sent.at(-1)).not.toHaveProperty('delegate');
  });

  it('is named on no record that this device keeps in the clear', async () => {
    const door = await delegatedStage('Suyatno Rahasia');
    stage.offline();
    await door.take(byCode(1, delegate));
    await door.take(byCode(1, head));
    door.stop();
    const db = await openDoorDb(stage.dbName);
    const kept = JSON.stringify([await db.all('outbox'), await db.all('log'), await db.all('list')]);
    db.close();
    expect(kept).toContain('delegate');
    expect(kept).not.toContain('Rahasia');
  });
});

describe('a list that changes', () => {
  it('brings a delegation: from then on the head’s code is refused, and the delegate’s decided here', async () => {
    const door = await stage.pair();
    expect(await verdict(door, byCode(1, delegate))).toEqual({ kind: 'UNDECIDED', why: 'NOT_ON_LIST' });
    stage.server.answer = () => ({ result: 'retry' });
    stage.server.change(idOf(2), await delegatedBy(2, { name: 'Suyatno' }));
    await hear();
    expect(await verdict(door, byCode(2, head))).toEqual({ kind: 'REFUSED', reason: 'DELEGATED' });
    expect(await verdict(door, byCode(2, delegate))).toMatchObject({ kind: 'ADMITTED' });
  });

  it('removes one: the head’s code is good again, the delegate’s never, also after a reload without a network', async () => {
    const door = await delegatedStage();
    stage.server.change(idOf(1), await takenBack(1));
    await hear();
    const again = await stage.reload(door);
    stage.offline();
    expect(await verdict(again, byCode(1, delegate))).toEqual({ kind: 'REFUSED', reason: 'REVOKED' });
    expect(await verdict(again, byCode(1, head))).toMatchObject({ kind: 'ADMITTED' });
    expect(again.entries.value.get(idOf(1))?.delegated).toBeUndefined();
    expect(again.entries.value.get(idOf(1))?.present).toMatchObject({ who: 'holder' });
  });

  it('came too late: a head who was let in is told of when the server answers', async () => {
    const door = await stage.pair();
    stage.offline();
    const nonce = await door.take(byCode(1, head));
    expect(logged(door, nonce).verdict.kind).toBe('ADMITTED');
    stage.server.change(idOf(1), await delegatedBy(1, { name: 'Suyatno' }));
    stage.online();
    await stage.time.advance(60_000);
    expect(logged(door, nonce)).toMatchObject({
      verdict: { kind: 'REFUSED', reason: 'DELEGATED' },
      before: { kind: 'ADMITTED' },
      state: 'overruled',
      entry: { delegated: { name: 'Suyatno' } },
    });
    expect(door.entries.value.get(idOf(1))?.present).toBeNull();
  });
});

describe('one person for several offices', () => {
  const sameAs = (n: number, first: number): ScanInput => ({
    target: { invitation: idOf(n), sameAs: idOf(first) },
    who: 'roster',
  });

  it('is checked in for each by a scan of its own, which names the one whose code was scanned', async () => {
    const { server } = stage;
    server.entries.set(idOf(1), await anEntry(1, { alsoHolds: [idOf(2)] }));
    server.entries.set(idOf(2), await anEntry(2, { alsoHolds: [idOf(1)], acting: 'PLT' }));
    const door = await stage.pair();
    stage.offline();
    await door.take(byCode(1));
    const other = await door.take(sameAs(2, 1));
    expect(logged(door, other).verdict.kind).toBe('ADMITTED');
    expect(await verdict(door, sameAs(2, 1))).toMatchObject({ kind: 'ALREADY' });
    expect(door.counts.value?.present).toBe(2);
    const again = await stage.reload(door);
    expect(again.mayChange(other)).toBe(true);
    await again.undo(other, 'salah orang');
    expect(again.counts.value?.present).toBe(1);
    stage.online();
    await stage.time.advance(60_000);
    expect(server.arrived[1]).toMatchObject({ invitation: idOf(2), sameAs: idOf(1), who: 'acting' });
    expect(again.entries.value.get(idOf(1))?.present).toMatchObject({ who: 'holder' });
    expect(again.entries.value.get(idOf(2))?.present).toBeNull();
  });
});
