/** What the store of doors, and the invitations that doors ask for, promise on every engine. */
import { describe, expect, test } from 'vitest';
import type { Door } from '../../functions/doors/door-schema.ts';
import { makeDoorId } from '../../functions/platform/ids.ts';
import { aCheckIn, anInvitation } from '../support/fixtures.ts';
import { contractEngine, freshSessions } from './contract-engine.ts';

const engine = contractEngine();
const freshSession = freshSessions('door-contract');
const time = (minutes: number): string => new Date(Date.parse('2024-06-27T00:00:00Z') + minutes * 60_000).toISOString();
const aDoor = (session = freshSession(), changes: Partial<Door> = {}): Door => ({
  id: makeDoorId(session, 'door-one'),
  session,
  name: 'Pintu A',
  createdAt: time(0),
  pairingExpiresAt: time(60),
  ...changes,
});
const device = (mark: string) => ({
  secretHash: mark.repeat(43),
  publicKey: { kty: 'EC', crv: 'P-256', x: mark.repeat(43), y: mark.repeat(43) } as const,
});
const contact = { at: time(2), unsent: 3, appVersion: '2.0.0', clockOffsetMs: -12 };

describe('doors', () => {
  test('creating again answers what stands there', async () => {
    const { doors } = engine.stores;
    const door = aDoor();
    expect(await doors.create(door)).toEqual({ result: 'created', door });
    const again = await doors.create({ ...door, name: 'Pintu B', createdAt: time(9) });
    expect(again).toEqual({ result: 'exists', door });
  });

  test('one device is paired, once; that one again', async () => {
    const { doors } = engine.stores;
    const door = aDoor();
    const { session, id } = door;
    await doors.create(door);
    expect(await doors.pair(session, id, device('a'), time(1))).toMatchObject({ ...device('a'), pairedAt: time(1) });
    expect(await doors.pair(session, id, device('b'), time(2))).toBeUndefined();
    expect(
      await doors.pair(session, id, { ...device('b'), secretHash: device('a').secretHash }, time(2)),
    ).toBeUndefined();
    expect(await doors.pair(session, id, device('a'), time(600))).toMatchObject({ pairedAt: time(1) });
  });

  test('not when its code has run out, when it was cut off, or when there is none', async () => {
    const { doors } = engine.stores;
    const [late, cut, none] = [aDoor(), aDoor(), aDoor()];
    await doors.create(late);
    await doors.create(cut);
    await doors.cutOff(cut.session, cut.id, time(1));
    expect(await doors.pair(late.session, late.id, device('a'), time(60))).toBeUndefined();
    expect(await doors.pair(cut.session, cut.id, device('a'), time(2))).toBeUndefined();
    expect(await doors.pair(none.session, none.id, device('a'), time(2))).toBeUndefined();
    expect(await doors.get(none.session, none.id)).toBeUndefined();
  });

  test('contact is kept of a paired door only, and no more once it is cut off', async () => {
    const { doors } = engine.stores;
    const door = aDoor();
    const { session, id } = door;
    await doors.create(door);
    expect(await doors.contact(session, id, contact)).toBeUndefined();
    await doors.pair(session, id, device('a'), time(1));
    expect((await doors.contact(session, id, contact))?.contact).toEqual(contact);
    await doors.cutOff(session, id, time(3));
    expect(await doors.contact(session, id, { ...contact, unsent: 0 })).toBeUndefined();
    expect((await doors.get(session, id))?.contact).toEqual(contact);
  });

  test('a cut-off keeps its first time, and the key that proves what the device hands over', async () => {
    const { doors } = engine.stores;
    const door = aDoor();
    const { session, id } = door;
    await doors.create(door);
    await doors.pair(session, id, device('a'), time(1));
    await doors.cutOff(session, id, time(3));
    expect(await doors.cutOff(session, id, time(4))).toMatchObject({ cutOffAt: time(3), ...device('a') });
    expect(await doors.cutOff(session, 'aaaaaaaa', time(4))).toBeUndefined();
  });

  test('pages follow to the end', async () => {
    const { doors } = engine.stores;
    const session = freshSession();
    for (let index = 0; index < 5; index += 1)
      await doors.create(aDoor(session, { id: makeDoorId(session, `${index}`) }));
    const first = await doors.page(session, { limit: 3 });
    const second = await doors.page(session, { limit: 3, cursor: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
  });

  test('a file made after the last contact says what is left unsent; one made before it, or of no contact, does not', async () => {
    const { doors } = engine.stores;
    const door = aDoor();
    const { session, id } = door;
    const unsent = async (): Promise<number | undefined> => (await doors.get(session, id))?.contact?.unsent;
    await doors.create(door);
    await doors.pair(session, id, device('a'), time(1));
    await doors.leaveUnsent(session, id, 9, time(60));
    expect(await unsent()).toBeUndefined();
    await doors.contact(session, id, contact);
    await doors.leaveUnsent(session, id, 9, new Date(Date.parse(contact.at) - 1).toISOString());
    expect(await unsent()).toBe(contact.unsent);
    await doors.leaveUnsent(session, id, 0, contact.at);
    expect((await doors.get(session, id))?.contact).toEqual({ ...contact, unsent: 0 });
  });

  test('a photo is kept byte by byte, and replaced for a quarter of an hour', async () => {
    const { doors } = engine.stores;
    const session = freshSession();
    const bytes = Uint8Array.from({ length: 200 * 1024 }, (_, index) => index % 256);
    const at = Date.parse('2024-06-27T01:00:00Z');
    const later = (minutes: number): string => new Date(at + minutes * 60_000).toISOString();
    await doors.putLetter(session, 'nonce-0001', Uint8Array.of(1), later(0));
    await doors.putLetter(session, 'nonce-0001', bytes, later(15));
    await doors.putLetter(session, 'nonce-0001', Uint8Array.of(2), later(31));
    expect(await doors.getLetter(session, 'nonce-0001')).toEqual(bytes);
    expect(await doors.getLetter(session, 'nonce-0002')).toBeUndefined();
  });
});

describe('invitations since a moment', () => {
  const setUp = async (count: number): Promise<string> => {
    const session = freshSession();
    const invitations = Array.from({ length: count }, (_, index) =>
      anInvitation(`Dinas ${index}`, { session, invitedAt: time(0) }),
    );
    await engine.stores.invitations.add(invitations);
    return session;
  };
  const idOf = (name: string): string => anInvitation(name).id;
  const since = async (session: string, at: string, limit = 100) =>
    engine.stores.invitations.changedSince(session, at, { limit });

  test('each write that a door must hear of moves an invitation; a repeat does not', async () => {
    const { invitations } = engine.stores;
    const session = await setUp(4);
    expect((await since(session, time(0))).items).toHaveLength(4);
    const writes: ((at: string) => Promise<unknown>)[] = [
      (at) => invitations.revoke(session, idOf('Dinas 0'), at),
      (at) => invitations.reissue(session, idOf('Dinas 1'), 1, at),
      (at) => invitations.setSeat(session, idOf('Dinas 2'), 'A1', at),
      (at) => invitations.setSeat(session, idOf('Dinas 2'), null, at),
    ];
    for (const [index, write] of writes.entries()) {
      const at = time(10 + 10 * index);
      await write(at);
      expect((await since(session, at)).items).toHaveLength(1);
      await write(time(15 + 10 * index));
      expect((await since(session, time(11 + 10 * index))).items).toEqual([]);
    }
  });

  test('a check-in is found by its arrival; a seat leaves it as it is', async () => {
    const { invitations, checkIns } = engine.stores;
    const session = await setUp(1);
    const id = idOf('Dinas 0');
    const checkIn = aCheckIn();
    await checkIns.checkIn({ session, invitation: id, tokenVersion: 1, checkIn });
    expect((await since(session, checkIn.receivedAt)).items).toHaveLength(1);
    expect(await invitations.setSeat(session, id, 'A1', time(5))).toMatchObject({ seat: 'A1', checkIn: aCheckIn() });
    expect(await invitations.setSeat(session, 'aaaaaaaa', 'A1', time(5))).toBeUndefined();
    expect(await invitations.setSeat(session, 'aaaaaaaa', null, time(5))).toBeUndefined();
  });

  test('a delta is one Query that reads the whole session, at 0.08 read units an invitation at most', async () => {
    const session = await setUp(100);
    engine.requests.reset();
    expect((await since(session, time(60))).items).toEqual([]);
    expect(engine.requests.sent).toEqual(['Query']);
    expect(engine.requests.units.read).toBeLessThanOrEqual(8);
  });

  test('a small page cuts what one Query found, and the next goes on behind it', async () => {
    const session = await setUp(25);
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await engine.stores.invitations.changedSince(session, time(0), { limit: 10, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
      pages += 1;
    } while (cursor);
    expect([seen.length, new Set(seen).size, pages]).toEqual([25, 25, 3]);
  });
});
