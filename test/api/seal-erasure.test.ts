/** Erasing a person's data from a sealed session: nothing names them any more, and every proof stays good. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { fillHall, type Hall, headsHold, minute, provenBy, startHall, verified } from '../support/sealed-hall.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** Strokes of a try that lost against another table's: they stand on no signature. */
const leftOver = 'm7 7 7 7';
const closedHall = async (): Promise<Hall> => {
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  const hall = await startHall(api);
  await fillHall(hall);
  const lost = {
    session: hall.session,
    invitation: hall.id('Dinas B'),
    kind: 'delegate' as const,
    nonce: 'nonce-lost',
  };
  await api.engine.stores.pledges.putDrawing(lost, leftOver);
  expect((await hall.close()).status).toBe(200);
  hall.later(minute);
  return hall;
};

/** Everything that lies in the table of a session and of its seal, unpacked. */
const everything = async (hall: Hall): Promise<string> => {
  const items = await api.engine.table.queryAll({ pk: `S#${hall.session}`, prefix: '', consistent: true });
  const runs: unknown[] = [];
  for await (const run of api.engine.stores.seals.allLeaves(hall.session)) runs.push(run);
  return JSON.stringify([items, runs]);
};

/** What is proved of whoever came and was at the reading. */
const whole = { SESSION: true, OFFICE: true, ATTENDANCE: true, HEARD: true, READING: true };

test('a delegate’s name is nowhere any more; the seal, its heads and every proof stand', async () => {
  const hall = await closedHall();
  expect(await everything(hall)).toContain('Siti Nurhaliza');
  const before = await hall.check('Dinas A');
  const figures = await hall.coverage();
  const { status, body } = await hall.erase('Dinas B');
  expect({ status, body }).toEqual({
    status: 200,
    body: { invitation: hall.id('Dinas B'), erased: true, at: api.clock.now.toISOString() },
  });

  const left = await everything(hall);
  for (const personal of [leftOver, 'Siti Nurhaliza', '800/12', 'Sekretaris"']) expect(left).not.toContain(personal);
  expect(left).not.toContain((await nipOf('Dinas B')) ?? 'no number');

  // One addendum, that says so; nothing else has become a new record.
  const seal = (await hall.getSeal()).body;
  expect(seal).toMatchObject({ state: 'SEALED', unsealed: {} });
  expect(seal.heads).toHaveLength(2);
  expect(seal.heads[1].head.counts.erasure).toBe(1);
  expect(seal.heads[1].head.size).toBe(seal.heads[0].head.size + 1);
  expect(verified((await hall.bundle('?openings=yes')).bytes).heads).toHaveLength(2);

  const after = (await hall.check('Dinas B', 'DELEGATE')).body;
  expect(after).toMatchObject({ person: null, standing: 'VALID' });
  expect(provenBy(after)).toEqual({ ...whole, SIGNATURE: true, ERASURE: true });
  expect(after.proofs.flatMap(({ openings }: { openings: unknown[] }) => openings)).toEqual([]);
  expect(headsHold(after.heads)).toBe(true);

  // Others are as they were, under the larger tree.
  const other = (await hall.check('Dinas A')).body;
  expect(other.person).toBe(before.body.person);
  expect(provenBy(other)).toEqual({ ...whole, SIGNATURE: true });
  const { asOf: _, ...same } = await hall.coverage();
  expect(same).toEqual((({ asOf: __, ...rest }) => rest)(figures));
});

const nipOf = async (name: string): Promise<string | undefined> => {
  const units = await api.engine.stores.units.all('16.04');
  return units.find((unit) => unit.name === name)?.holder?.nip;
};

test('a head who acts stays one in the figures; their name and number are gone', async () => {
  const hall = await closedHall();
  const { units } = await hall.coverage();
  await hall.erase('Dinas C');
  expect((await hall.coverage()).units).toEqual(units);
  const invitation = await api.engine.stores.invitations.get(hall.session, hall.id('Dinas C'));
  expect(invitation).toMatchObject({ holder: { name: '(dihapus)', acting: 'PLT' }, erasedFor: 'Atas permintaan' });
  expect(await everything(hall)).not.toMatch(/"value":"Kepala Dinas C"/);
  expect((await hall.check('Dinas C')).body).toMatchObject({ person: null, standing: 'VALID' });
});

test('a guest’s institution and office are erased too', async () => {
  const hall = await closedHall();
  await hall.erase('Dandim');
  expect(await everything(hall)).not.toContain('Dandim');
  const { body } = await hall.check('Dandim');
  expect(body).toMatchObject({ office: '(dihapus)', unit: '(dihapus)', person: null });
  expect(provenBy(body)).toEqual({ ...whole, WITNESS: true, ERASURE: true });
});

test('repeated, it answers the same and changes nothing', async () => {
  const hall = await closedHall();
  const first = await hall.erase('Dinas B');
  const seal = (await hall.getSeal()).body;
  hall.later(minute);
  const second = await hall.erase('Dinas B');
  expect(second.body).toEqual(first.body);
  expect((await hall.getSeal()).body).toEqual(seal);
});

test('two at once end as one', async () => {
  const hall = await closedHall();
  const replies = await Promise.all([hall.erase('Dinas B'), hall.erase('Dinas B'), hall.erase('Dinas A')]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  const seal = (await hall.getSeal()).body;
  expect(seal.state).toBe('SEALED');
  expect(seal.heads.at(-1).head.counts.erasure).toBe(2);
  expect(verified((await hall.bundle('?openings=yes')).bytes).heads.length).toBeGreaterThan(1);
  expect(await everything(hall)).not.toContain('Siti Nurhaliza');
});

test('what comes after an erasure is a record again, and a second erasure takes it too', async () => {
  const hall = await closedHall();
  const first = await hall.erase('Dinas D');
  const late = { who: 'delegate', delegate: { name: 'Wati Susulan' } };
  await hall.scan('Dinas D', { ...late, scannedAt: '2024-06-27T01:00:30.000Z' });
  await hall.seal();
  expect(await everything(hall)).toContain('Wati Susulan');
  hall.later(minute);
  expect((await hall.erase('Dinas D')).body).toEqual(first.body);
  expect(await everything(hall)).not.toContain('Wati Susulan');
  expect((await hall.getSeal()).body.state).toBe('SEALED');
});

test('a conflict about it tells no name any more', async () => {
  const hall = await closedHall();
  const scan = {
    shown: 'ADMITTED',
    who: 'delegate',
    delegate: { name: 'Joko Kembar' },
    scannedAt: '2024-06-27T01:00:40.000Z',
  };
  await hall.scan('Dinas A', scan);
  expect((await hall.getSeal()).body.unsealed).toEqual({ conflict: 1 });
  expect(await everything(hall)).toContain('Joko Kembar');
  await hall.erase('Dinas A');
  expect(await everything(hall)).not.toContain('Joko Kembar');
  const [conflict] = (await api.call(as('organizer'), 'GET', `${hall.base}/conflicts`)).body.items;
  await api.call(as('organizer'), 'POST', `${hall.base}/conflicts/${conflict.id}/decision`, { decision: 'TAKE_OTHER' });
  await hall.seal();
  expect(verified((await hall.bundle()).bytes).heads.at(-1)?.counts).toMatchObject({ conflict: 2, erasure: 1 });
});

test('only of a closed session, and of whom it invited', async () => {
  const hall = await startHall(api);
  expect((await hall.erase('Dinas A')).body.code).toBe('SESSION_WRONG_STATE');
  await hall.close();
  const path = `${hall.base}/invitations/aaaaaaaa/erasure`;
  const { body } = await api.call(as('organizer'), 'POST', path, { reason: 'Atas permintaan' });
  expect(body.code).toBe('INVITATION_UNKNOWN');
});

test('nothing of a person is in the log', () => {
  expect(api.logs.join('\n')).not.toMatch(/Siti|Dinas|\d{18}/);
});
