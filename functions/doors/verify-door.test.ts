import { beforeEach, expect, test } from 'vitest';
import type { Door } from './door-schema.ts';
import { makeDoorVerification, secretHash } from './verify-door.ts';

const secret = 's'.repeat(43);
const header = `Door aaaaaaaaaa.bbbbbbbb.${secret}`;
let door: Door | undefined;
let reads: number;
let now: number;
let doors: ReturnType<typeof makeDoorVerification>;

beforeEach(() => {
  reads = 0;
  now = Date.parse('2024-06-27T01:00:00Z');
  door = {
    id: 'bbbbbbbb',
    session: 'aaaaaaaaaa',
    name: 'Pintu A',
    createdAt: new Date(now).toISOString(),
    pairingExpiresAt: new Date(now).toISOString(),
    secretHash: secretHash(secret),
  };
  const get = async (session: string, id: string) => {
    reads += 1;
    return session === 'aaaaaaaaaa' && id === 'bbbbbbbb' ? door : undefined;
  };
  doors = makeDoorVerification({ stores: { doors: { get } } }, () => new Date(now));
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'admitted',
    (problem) => problem.code,
  );

test('the door is read once in 30 seconds', async () => {
  expect(await doors.verify(header)).toEqual({ id: 'bbbbbbbb', session: 'aaaaaaaaaa', name: 'Pintu A' });
  now += 29_999;
  await doors.verify(header);
  expect(reads).toBe(1);
  now += 1;
  await doors.verify(header);
  expect(reads).toBe(2);
});

test('what is remembered is the secret too: another one for the same door is refused, and pushes nobody out', async () => {
  await doors.verify(header);
  expect(await codeOf(doors.verify(`Door aaaaaaaaaa.bbbbbbbb.${'t'.repeat(43)}`))).toBe('DOOR_CREDENTIAL_INVALID');
  reads = 0;
  await doors.verify(header);
  expect(reads).toBe(0);
});

test('cut off: at once where it is forgotten, after 30 seconds at most elsewhere', async () => {
  await doors.verify(header);
  door = door && { ...door, cutOffAt: new Date(now).toISOString() };
  expect(await codeOf(doors.verify(header))).toBe('admitted');
  now += 30_000;
  expect(await codeOf(doors.verify(header))).toBe('DOOR_CUT_OFF');
  // A refusal is not remembered as an admission.
  expect(await codeOf(doors.verify(header))).toBe('DOOR_CUT_OFF');
});

test('a door that is forgotten is read again', async () => {
  await doors.verify(header);
  door = door && { ...door, cutOffAt: new Date(now).toISOString() };
  doors.forget('aaaaaaaaaa', 'bbbbbbbb');
  expect(await codeOf(doors.verify(header))).toBe('DOOR_CUT_OFF');
});

test.each([
  ['nothing', 'Door '],
  ['no secret', 'Door aaaaaaaaaa.bbbbbbbb.'],
  ['a short secret', 'Door aaaaaaaaaa.bbbbbbbb.sss'],
  ['a door that is not there', `Door aaaaaaaaaa.cccccccc.${secret}`],
  ['a door of another session', `Door cccccccccc.bbbbbbbb.${secret}`],
  ['something behind it', `${header}.x`],
])('%s is no credential', async (_, wrong) => {
  expect(await codeOf(doors.verify(wrong))).toBe('DOOR_CREDENTIAL_INVALID');
});

test('a door that waits for its device lets nobody in', async () => {
  if (door) delete door.secretHash;
  expect(await codeOf(doors.verify(header))).toBe('DOOR_CREDENTIAL_INVALID');
});
