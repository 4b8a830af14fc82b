/** Doors that could not hear each other: both stories are kept, found, proposed and settled once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conflictIdOf } from '../../functions/conflicts/conflict-rules.ts';
import { type As, as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor, type TestDoor } from '../support/doors.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const second = 1000;
const at = (seconds: number) => new Date(api.clock.now.getTime() + seconds * second).toISOString();
const later = (milliseconds: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
};
const organizer = as('organizer');

interface World {
  s: Scenario;
  a: TestDoor;
  b: TestDoor;
  /** Uploads one scan that was made offline, `seconds` ago, and let somebody in. */
  upload: (door: TestDoor, nonce: string, seconds: number, more?: Record<string, unknown>) => Promise<Reply>;
  conflicts: (who?: As) => Promise<Reply['body'][]>;
  decide: (nonce: string, decision: string, who?: As) => Promise<Reply>;
  record: () => Promise<Reply['body']>;
}

const start = async (): Promise<World> => {
  const s = await startScenario(api, { units: [{ name: 'Dinas A' }, { name: 'Dinas B' }], until: 'open' });
  later(600 * second);
  const a = await pairedDoor(api, s.session, { name: 'Pintu A' });
  const b = await pairedDoor(api, s.session, { name: 'Pintu B' });
  return {
    s,
    a,
    b,
    upload: async (door, nonce, seconds, more = {}) => {
      const scan = {
        kind: 'scan',
        token: s.token('Dinas A'),
        nonce,
        scannedAt: at(-seconds),
        shown: 'ADMITTED',
        ...more,
      };
      return api.call(door.as, 'POST', `${s.base}/check-in-batches`, { sentAt: at(0), entries: [scan] });
    },
    conflicts: async (who = organizer) => (await api.call(who, 'GET', `${s.base}/conflicts`)).body.items,
    decide: (nonce, decision, who = organizer) =>
      api.call(who, 'POST', `${s.base}/conflicts/${conflictIdOf(s.id('Dinas A'), nonce)}/decision`, { decision }),
    record: async () => (await api.call(organizer, 'GET', `${s.base}/invitations/${s.id('Dinas A')}`)).body,
  };
};
const result = ({ body }: Reply) => body.answers[0].reason ?? body.answers[0].result;

describe('one code admitted at two doors', () => {
  test('is one conflict with both stories, also when the scan is sent again; the figures say that it is open', async () => {
    const { s, a, b, upload, conflicts } = await start();
    await upload(a, 'two-doors-a', 20);
    expect(result(await upload(b, 'two-doors-b', 50))).toBe('already');
    expect(result(await upload(b, 'two-doors-b', 50))).toBe('already');
    expect(await conflicts()).toMatchObject([
      {
        id: conflictIdOf(s.id('Dinas A'), 'two-doors-b'),
        kind: 'ADMITTED_TWICE',
        invitation: { name: 'Dinas A', holderName: 'Kepala Dinas A' },
        recorded: { nonce: 'two-doors-a', door: 'Pintu A', doorId: a.id },
        other: { nonce: 'two-doors-b', door: 'Pintu B' },
        proposal: { decision: 'TAKE_OTHER', because: 'EARLIER' },
      },
    ]);
    const coverage = await s.coverage();
    expect(coverage.conflicts).toEqual({ open: 1 });
    expect(coverage.units).toMatchObject({ inPerson: 1, missing: 1 });
    const denials = await api.call(organizer, 'GET', `${s.base}/denials`);
    expect(denials.body.items).toEqual([]);
  });

  test('whoever was told "already" makes no conflict, but a denial', async () => {
    const { s, a, b, upload, conflicts } = await start();
    await upload(a, 'told-already-a', 20);
    await upload(b, 'told-already-b', 10, { shown: 'ALREADY' });
    expect(await conflicts()).toEqual([]);
    const denials = await api.call(organizer, 'GET', `${s.base}/denials`);
    expect(denials.body.items).toMatchObject([{ nonce: 'told-already-b', reason: 'ALREADY', shown: 'ALREADY' }]);
  });

  test('TAKE_OTHER makes the other the record; no repeat of either scan opens it again', async () => {
    const { s, a, b, upload, conflicts, decide, record } = await start();
    await upload(a, 'take-other-a', 20);
    await upload(b, 'take-other-b', 50);
    expect((await decide('take-other-b', 'TAKE_OTHER')).body).toMatchObject({ decision: 'TAKE_OTHER' });
    expect((await record()).checkIn).toMatchObject({ nonce: 'take-other-b', door: 'Pintu B' });
    expect(result(await upload(a, 'take-other-a', 20))).toBe('replayed');
    expect(result(await upload(b, 'take-other-b', 50))).toBe('replayed');
    expect(await conflicts()).toHaveLength(1);
    expect((await s.coverage()).conflicts).toEqual({ open: 0 });
    expect((await record()).undone).toMatchObject([
      { checkIn: { nonce: 'take-other-a' }, conflict: conflictIdOf(s.id('Dinas A'), 'take-other-b') },
    ]);
  });

  test('KEEP leaves the record; the same decision can be repeated, the other one is told', async () => {
    const { a, b, upload, decide, record } = await start();
    await upload(a, 'keep-record-a', 50);
    await upload(b, 'keep-record-b', 20);
    const first = await decide('keep-record-b', 'KEEP');
    expect(first.status).toBe(200);
    later(second);
    expect((await decide('keep-record-b', 'KEEP')).body).toEqual(first.body);
    const other = await decide('keep-record-b', 'TAKE_OTHER');
    expect([other.status, other.body.code]).toEqual([409, 'CONFLICT_DECIDED']);
    expect((await record()).checkIn.nonce).toBe('keep-record-a');
    expect((await decide('never-a-conflict', 'KEEP')).body.code).toBe('CONFLICT_UNKNOWN');
    expect((await decide('keep-record-b', 'KEEP', as('operator'))).body.code).toBe('NOT_ALLOWED');
  });

  test('two organisers who decide differently at once: one is told so, and the record is as the other decided', async () => {
    const { a, b, upload, decide, record, conflicts } = await start();
    await upload(a, 'at-once-a', 50);
    await upload(b, 'at-once-b', 20);
    const replies = await Promise.all(['KEEP', 'TAKE_OTHER'].map((decision) => decide('at-once-b', decision)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [conflict] = await conflicts();
    const taken = (await record()).checkIn.nonce === 'at-once-b';
    expect(conflict.decision).toBe(taken ? 'TAKE_OTHER' : 'KEEP');
  });

  test('a decision that was cut short between its two writes is finished by repeating it', async () => {
    const { s, a, b, upload, decide, record } = await start();
    await upload(a, 'cut-short-a', 50);
    await upload(b, 'cut-short-b', 20);
    const { conflicts } = api.deps.stores;
    const { decide: mark } = conflicts;
    conflicts.decide = () => Promise.reject(new Error('the process ended'));
    try {
      expect((await decide('cut-short-b', 'TAKE_OTHER')).status).toBe(500);
    } finally {
      conflicts.decide = mark;
    }
    expect((await record()).checkIn.nonce).toBe('cut-short-b');
    // Whoever comes with the other decision now finds this one made.
    expect((await decide('cut-short-b', 'KEEP')).status).toBe(409);
    expect((await decide('cut-short-b', 'TAKE_OTHER')).status).toBe(200);
    expect((await record()).undone).toHaveLength(1);
    expect((await s.coverage()).conflicts).toEqual({ open: 0 });
  });

  test('open ones come first, and the list can be paged', async () => {
    const { s, a, b, upload, decide } = await start();
    await upload(a, 'list-order-a', 50);
    for (const nonce of ['list-order-b', 'list-order-c', 'list-order-d']) {
      await upload(b, nonce, 20);
      later(second);
    }
    await decide('list-order-b', 'KEEP');
    const page = (query: string) => api.call(as('operator'), 'GET', `${s.base}/conflicts${query}`);
    const first = await page('?limit=2');
    const rest = await page(`?limit=2&cursor=${first.body.next}`);
    const ids = [...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
    const expected = ['list-order-c', 'list-order-d', 'list-order-b'].map((nonce) =>
      conflictIdOf(s.id('Dinas A'), nonce),
    );
    expect(ids).toEqual(expected);
  });
});

describe('head and delegate', () => {
  test('are told apart, and the head counts before the delegate', async () => {
    const { a, b, upload, conflicts } = await start();
    await upload(a, 'head-came-a', 50, { who: 'delegate', delegate: { name: 'Siti' } });
    await upload(b, 'head-came-b', 20);
    expect(await conflicts()).toMatchObject([
      { kind: 'HOLDER_AND_DELEGATE', proposal: { decision: 'TAKE_OTHER', because: 'HOLDER_CAME' } },
    ]);
  });

  test('a door that corrects its side of a conflict tells another story', async () => {
    const { s, a, b, upload, conflicts } = await start();
    await upload(a, 'other-story-a', 50);
    await upload(b, 'other-story-b', 20);
    const correction = { of: 'other-story-b', who: 'delegate', delegate: { name: 'Siti' } };
    const path = `${s.base}/invitations/${s.id('Dinas A')}/attendance`;
    expect((await api.call(b.as, 'PUT', path, correction)).status).toBe(200);
    expect((await api.call(a.as, 'PUT', path, { ...correction, delegate: { name: 'Sri' } })).status).toBe(403);
    expect(await conflicts()).toMatchObject([
      { kind: 'HOLDER_AND_DELEGATE', other: { who: 'delegate', delegate: { name: 'Siti' } } },
    ]);
  });
});

describe('undo and conflicts', () => {
  const undo = ({ s }: World, door: TestDoor, of: string) =>
    api.call(door.as, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, { of, reason: 'Salah orang' });

  test('a door that takes back its side settles the conflict for the record, with its reason', async () => {
    const world = await start();
    const { a, b, upload, conflicts, record } = world;
    await upload(a, 'withdrawn-a', 50);
    await upload(b, 'withdrawn-b', 20);
    expect((await undo(world, a, 'withdrawn-b')).body.code).toBe('CHANGE_NOT_ALLOWED');
    const first = await undo(world, b, 'withdrawn-b');
    expect(first.status).toBe(200);
    expect((await undo(world, b, 'withdrawn-b')).body).toMatchObject({ result: 'undone' });
    expect(await conflicts()).toMatchObject([{ decision: 'KEEP', reason: 'Salah orang' }]);
    expect((await record()).checkIn.nonce).toBe('withdrawn-a');
  });

  test('when the record is taken back, the other scan is what remains', async () => {
    const world = await start();
    const { s, a, b, upload, conflicts, decide } = world;
    await upload(a, 'record-undone-a', 50);
    await upload(b, 'record-undone-b', 20);
    await undo(world, a, 'record-undone-a');
    expect(await conflicts()).toMatchObject([{ proposal: { decision: 'TAKE_OTHER', because: 'RECORD_UNDONE' } }]);
    await decide('record-undone-b', 'TAKE_OTHER');
    expect((await s.coverage()).units.inPerson).toBe(1);
  });
});

describe('a scan that was taken back or decided against', () => {
  const undo = ({ s }: World, door: TestDoor, of: string) =>
    api.call(door.as, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/undo`, { of, reason: 'Salah orang' });

  test.each([
    ['by the organiser', async (world: World) => world.decide('never-again-b', 'KEEP')],
    ['by its own door', async (world: World) => undo(world, world.b, 'never-again-b')],
  ])('%s is not accepted when it comes once more after the record was undone', async (_, settle) => {
    const world = await start();
    const { s, a, b, upload, record } = world;
    await upload(a, 'never-again-a', 50);
    await upload(b, 'never-again-b', 20);
    expect((await settle(world)).status).toBe(200);
    expect(result(await upload(b, 'never-again-b', 20))).toBe('already');
    await undo(world, a, 'never-again-a');
    expect(result(await upload(b, 'never-again-b', 20))).toBe('UNDONE');
    expect((await record()).checkIn).toBeUndefined();
    expect((await s.coverage()).units).toMatchObject({ inPerson: 0 });
    // Somebody else's scan comes in as ever.
    expect(result(await upload(b, 'never-again-c', 10))).toBe('accepted');
  });

  test('that became the record by itself and was undone is proposed to nobody, and is not taken', async () => {
    const world = await start();
    const { a, b, upload, record, decide, conflicts } = world;
    await upload(a, 'no-return-a', 50);
    await upload(b, 'no-return-b', 20);
    await undo(world, a, 'no-return-a');
    expect(result(await upload(b, 'no-return-b', 20))).toBe('accepted');
    expect((await undo(world, b, 'no-return-b')).status).toBe(200);
    expect(await conflicts()).toMatchObject([{ proposal: { decision: 'KEEP', because: 'OTHER_UNDONE' } }]);
    expect((await decide('no-return-b', 'TAKE_OTHER')).body.code).toBe('CONFLICT_DECIDED');
    expect(await conflicts()).toMatchObject([{ decision: 'KEEP' }]);
    expect((await record()).checkIn).toBeUndefined();
    expect((await undo(world, b, 'no-return-b')).status).toBe(200);
  });

  test('a nonce that a device uses for two invitations makes two conflicts', async () => {
    const { s, a, b, upload, conflicts } = await start();
    await upload(a, 'one-of-two-a', 50);
    await upload(a, 'one-of-two-b', 50, { token: s.token('Dinas B') });
    await upload(b, 'used-twice-1', 20);
    await upload(b, 'used-twice-1', 20, { token: s.token('Dinas B') });
    const found = (await conflicts()).map(({ invitation, other }) => [invitation.name, other.nonce]);
    expect(found.sort()).toEqual([
      ['Dinas A', 'used-twice-1'],
      ['Dinas B', 'used-twice-1'],
    ]);
    for (const unit of ['Dinas A', 'Dinas B'])
      await upload(b, 'denied-twice', 10, { token: s.token(unit), shown: 'ALREADY' });
    const denials = await api.call(organizer, 'GET', `${s.base}/denials`);
    expect(denials.body.items).toHaveLength(2);
  });
});

describe('a scan that is corrected while its conflict is decided', () => {
  test('is the record with what its door said last', async () => {
    const { s, a, b, upload, decide, record, conflicts } = await start();
    await upload(a, 'corrected-race-a', 50);
    await upload(b, 'corrected-race-b', 20);
    const { checkIns } = api.deps.stores;
    const { settle } = checkIns;
    const correction = { of: 'corrected-race-b', who: 'delegate', delegate: { name: 'Siti' } };
    let confirmed = 0;
    // The decision has read the conflict; the door's correction comes before its write.
    checkIns.settle = async (...settlement) => {
      checkIns.settle = settle;
      const path = `${s.base}/invitations/${s.id('Dinas A')}/attendance`;
      confirmed = (await api.call(b.as, 'PUT', path, correction)).status;
      return settle(...settlement);
    };
    try {
      expect((await decide('corrected-race-b', 'TAKE_OTHER')).status).toBe(200);
    } finally {
      checkIns.settle = settle;
    }
    expect(confirmed).toBe(200);
    expect((await record()).checkIn).toMatchObject({ nonce: 'corrected-race-b', who: 'delegate' });
    expect((await record()).checkIn.delegate).toEqual({ name: 'Siti' });
    expect(await conflicts()).toMatchObject([{ decision: 'TAKE_OTHER', other: { who: 'delegate' } }]);
  });
});

describe('a revoked code that a door let in', () => {
  const revoke = ({ s }: World) => api.call(organizer, 'POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`);

  test.each([
    ['before the revocation', 120, 'TAKE_OTHER', 'SCANNED_BEFORE_REVOCATION', 1],
    ['after the revocation', 10, 'KEEP', 'SCANNED_AFTER_REVOCATION', 0],
  ])('%s: %s', async (_, seconds, decision, because, inPerson) => {
    const world = await start();
    await revoke(world);
    later(60 * second);
    const nonce = `revoked-${because}`.slice(0, 40);
    const { s, b, upload, conflicts, decide } = world;
    expect(result(await upload(b, nonce, seconds))).toBe('REVOKED');
    expect(await conflicts()).toMatchObject([{ kind: 'REVOKED_ADMITTED', proposal: { decision, because } }]);
    expect((await decide(nonce, decision)).status).toBe(200);
    expect((await s.coverage()).units).toMatchObject({ inPerson, missing: 2 - inPerson });
    expect(result(await upload(b, nonce, seconds))).toBe(inPerson ? 'replayed' : 'REVOKED');
    expect(await conflicts()).toHaveLength(1);
    const denials = await api.call(organizer, 'GET', `${s.base}/denials`);
    expect(denials.body.items).toEqual([]);
  });
});

describe('flags', () => {
  test('one code at two doors within a minute, and names found faster than people pass', async () => {
    const { s, a, b, upload } = await start();
    await upload(a, 'two-places-a', 50);
    await upload(b, 'two-places-b', 20);
    const flags = await api.call(organizer, 'GET', `${s.base}/flags`);
    expect(flags.body.items).toMatchObject([
      { kind: 'TWO_PLACES', doors: ['Pintu A', 'Pintu B'], invitations: [{ name: 'Dinas A' }] },
    ]);
    expect((await api.call(as('operator'), 'GET', `${s.base}/flags`)).body.code).toBe('NOT_ALLOWED');
  });
});
