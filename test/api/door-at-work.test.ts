/** The door's own core against the real app: paired, deaf to answers, cut off with scans that it could not send, its file taken in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Door } from '../../web/door/core/door.ts';
import { pairDevice } from '../../web/door/core/pairing.ts';
import type { DoorApi } from '../../web/door/core/ports.ts';
import { ApiProblem } from '../../web/shared/api-problem.ts';
import { linkTo } from '../bench/doors-link.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { kitPorts, newDbName } from '../support/door-kit.ts';
import { startScenario } from '../support/scenario.ts';
import { makeVirtualTime, type VirtualTime } from '../support/virtual-time.ts';

let api: TestApi;
let time: VirtualTime;
beforeAll(async () => {
  api = await startTestApi();
  time = makeVirtualTime(api.clock.now.getTime());
  Object.defineProperty(api.clock, 'now', { get: () => new Date(time.now()) });
});
afterAll(async () => {
  time.stop();
  await api.stop();
});

const minute = 60_000;

/** A door of the session, at work over this line. */
const pairedOver = async (base: string, link: DoorApi, skewMs = 0): Promise<{ door: Door; id: string }> => {
  const key = { 'idempotency-key': `door-at-work-${base.split('/').at(-1)}` };
  const made = await api.call(as('organizer'), 'POST', `${base}/doors`, { name: 'Pintu A' }, key);
  const ports = kitPorts({ time, api: link, dbName: newDbName(), skewMs: () => skewMs });
  const paired = await time.until(pairDevice(made.body.pairing.link, ports));
  if (paired.kind !== 'door') throw new Error(JSON.stringify(paired));
  await time.advance(minute);
  return { door: paired.door, id: made.body.id };
};

test('who was taken back does not come in by an earlier scan that is sent again since its answer was lost', async () => {
  const { base, token } = await startScenario(api, { units: [{ name: 'A' }], until: 'open' });
  let out = false;
  let deaf = false;
  const line = linkTo(api, time, { random: () => 0.5, isOut: () => out, isFair: () => !out }, () => undefined);
  let lost = 0;
  const batch: DoorApi['batch'] = async (...given) => {
    const answer = await line.batch(...given);
    if (!deaf) return answer;
    lost += 1;
    throw new ApiProblem('TIMED_OUT');
  };
  const { door } = await pairedOver(base, { ...line, batch });
  out = true;
  const first = await door.take({ target: { code: token('A') }, who: 'roster' });
  await door.take({ target: { code: token('A') }, who: 'roster' });
  expect(await door.undo(first, 'salah orang')).toBe(true);
  [out, deaf] = [false, true];
  await time.advance(minute);
  expect(lost).toBeGreaterThan(1);
  deaf = false;
  await time.advance(minute);
  expect(door.unsent.value).toBe(0);
  expect(door.log.value.map(({ verdict, state }) => [verdict.kind, state])).toEqual([
    ['ALREADY', 'confirmed'],
    ['ADMITTED', 'confirmed'],
  ]);
  const { items } = (await api.call(as('organizer'), 'GET', `${base}/invitations`)).body;
  expect(items.map(({ checkIn }: { checkIn?: unknown }) => checkIn)).toEqual([undefined]);
  door.stop();
});

test('what a door could not send before it was cut off comes in by its file', async () => {
  const { base, token } = await startScenario(api, { units: [{ name: 'A' }, { name: 'B' }], until: 'open' });
  let out = false;
  const weather = { random: () => 0.5, isOut: () => out, isFair: () => !out };
  const link = linkTo(api, time, weather, () => undefined);
  const { door, id } = await pairedOver(base, link, 5 * minute);
  expect(door.counts.value).toEqual({ present: 0, invited: 2 });
  expect(door.link.value).toMatchObject({ reachable: true, clockOff: true, clockOffsetMs: -5 * minute });

  out = true;
  const scanned = new Date(time.now()).toISOString();
  const undone = await door.take({ target: { code: token('A') }, who: 'roster' });
  const kept = await door.take({ target: { code: token('B') }, who: 'roster' });
  await door.take({ target: { guest: { office: 'Kapolres' } }, who: 'holder' });
  await door.take({ target: { group: { count: 4 } }, who: 'holder' });
  expect(await door.undo(undone, 'salah orang')).toBe(true);
  const jpeg = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], { type: 'image/jpeg' });
  expect(await door.attachLetter(kept, jpeg)).toBe(true);
  await time.advance(minute);
  await api.call(as('organizer'), 'POST', `${base}/doors/${id}/cut-off`);
  out = false;
  await time.advance(2 * minute);
  expect(door.cutOffAt.value).toBeDefined();
  expect(door.unsent.value).toBe(6);

  const file = new TextEncoder().encode(await (await door.exportFile()).text());
  const upload = { 'content-type': 'application/jose' };
  const taken = await api.call(as('organizer'), 'POST', `${base}/door-files`, file, upload);
  expect(taken.status).toBe(200);
  const results = taken.body.answers.map(({ result }: { result: string }) => result);
  expect(results).toEqual(['accepted', 'accepted', 'accepted', 'counted', 'undone']);
  const { checkIn } = (await api.call(as('organizer'), 'GET', `${base}/invitations`)).body.items.find(
    (invitation: { checkIn?: { nonce: string } }) => invitation.checkIn?.nonce === kept,
  );
  // The door's clock is five minutes fast; the record has the true time, and the raw one beside it.
  expect(checkIn).toMatchObject({ at: scanned, door: 'Pintu A' });
  expect(Date.parse(checkIn.scannedAt) - Date.parse(scanned)).toBe(5 * minute);
  expect(taken.body.letters).toBe(1);
  expect(await door.leave()).toBe(false);
  await door.handedOver();
  expect(await door.leave()).toBe(true);
});
