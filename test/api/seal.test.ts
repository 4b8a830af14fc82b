/** The seal of a session, from its closing on: what is under it, what comes after it, who may see it, and how anybody checks it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isConsistent } from '../../functions/seals/verify-proof.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import {
  fillHall,
  type Hall,
  headsHold,
  minute,
  provenBy,
  sha256,
  startHall,
  verified,
} from '../support/sealed-hall.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const openHall = async (): Promise<Hall> => {
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  const hall = await startHall(api);
  await fillHall(hall);
  return hall;
};
const closedHall = async (): Promise<Hall> => {
  const hall = await openHall();
  expect((await hall.close()).status).toBe(200);
  return hall;
};

/** What is proved of whoever came, was at the reading and signed; the session and its reading with it. */
const wholeProof = { SESSION: true, OFFICE: true, ATTENDANCE: true, HEARD: true, SIGNATURE: true, READING: true };

describe('closing', () => {
  test('seals everything before it is answered: one signed head, nothing left out', async () => {
    const hall = await openHall();
    expect((await hall.getSeal()).body).toEqual({
      state: 'NOT_CLOSED',
      heads: [],
      unsealed: {},
      missing: {},
      check: null,
    });
    await hall.close();
    const { body } = await hall.getSeal('regent');
    expect(body).toMatchObject({ state: 'SEALED', unsealed: {} });
    expect(body.heads).toHaveLength(1);
    expect(body.heads[0].head.counts).toEqual({
      session: 1,
      office: 5,
      'check-in': 5,
      undo: 1,
      denial: 1,
      'head-count': 1,
      reading: 1,
      heard: 4,
      signature: 4,
    });
    const { heads } = (await hall.checkSession()).body;
    expect(headsHold(heads)).toBe(true);
    expect(body.check).toMatch(/^https:\/\/hadir\.test\/v\/[a-z2-7]{39}$/i);
  });

  test('sealing names the head in the session’s record, which the regency’s report reads', async () => {
    const hall = await closedHall();
    const { heads } = (await hall.seal()).body;
    const { number, root } = heads.at(-1).head;
    const { body } = await api.call(as('regent', lahat), 'GET', `/api/regencies/${lahat}/coverage`);
    const shown = body.sessions.find(({ session }: { session: string }) => session === hall.session);
    expect(shown).toMatchObject({ state: 'CLOSED', seal: { number, root } });
    expect(number).toBe(1);
  });

  test('sealing again, and closing again, changes nothing', async () => {
    const hall = await closedHall();
    const before = (await hall.getSeal()).body;
    hall.later(minute);
    expect((await hall.seal()).body).toEqual(before);
    await hall.close();
    expect((await hall.getSeal()).body).toEqual(before);
  });

  test('a session that is not closed has no seal', async () => {
    const hall = await openHall();
    expect((await hall.seal()).body.code).toBe('SESSION_WRONG_STATE');
    expect((await hall.bundle()).body.code).toBe('SEAL_UNKNOWN');
    expect((await hall.check('Dinas A')).body.proofs).toMatchObject([
      { leaf: null },
      { leaf: null },
      { leaf: null },
      { leaf: null },
    ]);
  });
});

describe('what comes after closing is an addendum', () => {
  const changes: [string, Record<string, number>, (hall: Hall) => Promise<{ status: number }>][] = [
    [
      'a scan of the session’s time that was sent late',
      { 'check-in': 1, heard: 1 },
      (hall) => {
        const scannedAt = new Date(api.clock.now.getTime() - 3.5 * minute).toISOString();
        return hall.scan('Dinas D', { scannedAt });
      },
    ],
    ['a signature by link', { signature: 1 }, (hall) => hall.signByLink('Dinas D', 'holder')],
    ['an undo', { undo: 1 }, (hall) => hall.undo('Dinas A')],
    ['a scan that is refused', { denial: 1 }, (hall) => hall.scan('Dinas D')],
  ];

  test.each(changes)('%s', async (_, unsealed, change) => {
    const hall = await closedHall();
    hall.later(minute);
    expect((await change(hall)).status).toBeLessThan(500);
    expect((await hall.getSeal()).body).toMatchObject({ state: 'PENDING', unsealed });
    const { body } = await hall.seal();
    expect(body.state).toBe('SEALED');
    expect(body.heads).toHaveLength(2);
    const [first, second] = body.heads;
    const added = Object.values(unsealed).reduce((sum, count) => sum + count, 0);
    expect(second.head).toMatchObject({
      number: 2,
      size: first.head.size + added,
      previous: { size: first.head.size, root: first.head.root },
    });
    expect((await hall.getSeal()).body).toEqual(body);
    expect(headsHold((await hall.checkSession()).body.heads)).toBe(true);
    expect(verified((await hall.bundle()).bytes).heads).toHaveLength(2);
  });

  test('many, one by one: every head continues the one before, and the first leaf is proved under the last root', async () => {
    const hall = await closedHall();
    for (let round = 0; round < 12; round += 1) {
      hall.later(minute);
      await hall.scan('Dinas D', { group: undefined, invitation: 'aaaaaaaa' });
      await hall.seal();
    }
    const { body } = await hall.check('Dinas A');
    const { heads } = (await hall.checkSession()).body;
    expect(heads).toHaveLength(13);
    expect(headsHold(heads)).toBe(true);
    // One person's check does not carry them all.
    expect(body.heads.map(({ head }: { head: { number: number } }) => head.number)).toEqual([1, 13]);
    expect(body.heads.map(({ head }: { head: object }) => head)).toEqual([heads[0].head, heads[12].head]);
    const [first, last] = body.heads;
    const roots = { fromRoot: first.head.root, toRoot: last.head.root, proof: last.consistency };
    expect(isConsistent(sha256, { from: first.head.size, to: last.head.size, ...roots })).toBe(true);
    expect(provenBy(body)).toEqual(wholeProof);
    expect(verified((await hall.bundle('?openings=yes')).bytes).heads).toHaveLength(13);
  });
});

describe('the bundle', () => {
  test('is verified, names nobody, and opens everything only where that was asked for and allowed', async () => {
    const hall = await closedHall();
    const plain = await hall.bundle('', 'regent');
    expect(plain.headers.get('content-type')).toBe('application/zip');
    expect(verified(plain.bytes).opened).toBe(0);
    expect(verified((await hall.bundle('?openings=yes', 'auditor')).bytes).opened).toBeGreaterThan(20);
    expect((await hall.bundle('?openings=yes', 'regent')).body.code).toBe('NOT_ALLOWED');
    expect((await hall.bundle('?part=1')).bytes).toEqual((await hall.bundle()).bytes);
    expect((await hall.bundle('?part=2')).body.code).toBe('SEAL_UNKNOWN');
  });
});

describe('the public check', () => {
  test('of a head who came, was at the reading and signed', async () => {
    const hall = await closedHall();
    const { status, body } = await hall.check('Dinas A');
    expect(status).toBe(200);
    expect(body).toMatchObject({ about: 'PERSON', role: 'HOLDER', person: 'Kepala Dinas A', standing: 'VALID' });
    expect(provenBy(body)).toEqual(wholeProof);
    expect(headsHold(body.heads)).toBe(true);
    const opened = body.proofs.flatMap((proof: { openings: object[] }) => proof.openings);
    expect(opened).toMatchObject([{ field: 'holder.name', value: 'Kepala Dinas A' }]);
    expect(body.differs).toEqual([]);
  });

  test('of a delegate: their own name, and not the head’s', async () => {
    const hall = await closedHall();
    const { body } = await hall.check('Dinas B', 'DELEGATE');
    expect(body).toMatchObject({ role: 'DELEGATE', person: 'Siti Nurhaliza', standing: 'VALID' });
    expect(provenBy(body)).toEqual(wholeProof);
    const opened = body.proofs.flatMap((proof: { openings: { field: string }[] }) => proof.openings);
    expect(opened.map(({ field }: { field: string }) => field)).toEqual(['delegate.name', 'signer.name']);
    // The head has neither come nor signed: what the delegate did is not theirs (rule 3).
    const head = (await hall.check('Dinas B')).body;
    expect(head).toMatchObject({ standing: 'NONE' });
    expect(provenBy(head)).toEqual({ SESSION: true, OFFICE: true });
  });

  test('symbolic signatures and witnesses are called what they are', async () => {
    const hall = await closedHall();
    expect(Object.keys(provenBy((await hall.check('Dinas C')).body))).toEqual([
      'SESSION',
      'OFFICE',
      'ATTENDANCE',
      'HEARD',
      'SYMBOLIC',
      'UNDO',
      'READING',
    ]);
    const guest = (await hall.check('Dandim')).body;
    expect(provenBy(guest)).toEqual({
      SESSION: true,
      OFFICE: true,
      ATTENDANCE: true,
      HEARD: true,
      WITNESS: true,
      READING: true,
    });
  });

  test('no number, no operator, no phone, nobody else', async () => {
    const hall = await closedHall();
    const all = await Promise.all([
      hall.check('Dinas A'),
      hall.check('Dinas B', 'DELEGATE'),
      hall.check('Dandim'),
      hall.checkSession(),
    ]);
    const text = JSON.stringify(all.map(({ body }) => body));
    for (const secret of [/[^0-9a-f]\d{18}[^0-9a-f]/, /operator@/, /"phone/, /Wayan/, /Budi/, /800\/12/])
      expect(text).not.toMatch(secret);
  });

  test('what is under no head yet is shown without a leaf', async () => {
    const hall = await closedHall();
    hall.later(minute);
    await hall.signByLink('Dinas D', 'holder');
    const { body } = await hall.check('Dinas D');
    expect(body).toMatchObject({ standing: 'VALID' });
    expect(provenBy(body)).toEqual({ SESSION: true, OFFICE: true, SIGNATURE: false });
  });

  test('a check-in that was taken back is withdrawn', async () => {
    const hall = await closedHall();
    await hall.undo('Dandim');
    await hall.seal();
    const { body } = await hall.check('Dandim');
    expect(body.standing).toBe('VALID');
    expect(Object.keys(provenBy(body))).toEqual(['SESSION', 'OFFICE', 'WITNESS', 'UNDO']);
    await hall.scan('Dinas D', { scannedAt: new Date(api.clock.now.getTime() - 2 * minute).toISOString() });
    await hall.undo('Dinas D');
    const unproved = (await hall.check('Dinas D')).body;
    expect(unproved.standing).toBe('NONE');
    expect(provenBy(unproved)).toEqual({ SESSION: true, OFFICE: true, UNDO: false });
    await hall.seal();
    const proved = (await hall.check('Dinas D')).body;
    expect(proved.standing).toBe('WITHDRAWN');
    expect(provenBy(proved)).toEqual({ SESSION: true, OFFICE: true, UNDO: true });
  });

  test('of the session: its heads, facts and figures', async () => {
    const hall = await closedHall();
    const { body } = await hall.checkSession();
    expect(provenBy(body)).toEqual({ SESSION: true });
    expect(body).toMatchObject({ about: 'SESSION', figures: { units: 4, represented: 3, signed: 1 } });
  });

  test('forged codes, codes of nothing, and tokens of doors are all the same', async () => {
    const hall = await closedHall();
    for (const code of ['A'.repeat(39), 'x', hall.token('Dinas A')]) {
      const { status, body } = await api.call(null, 'GET', `/api/v/${code}`);
      expect({ status, code: body.code }).toEqual({ status: 404, code: 'CHECK_CODE_INVALID' });
    }
  });
});

test('the keys are public', async () => {
  const { body } = await api.call(null, 'GET', '/api/seal-keys');
  expect(body.keys).toMatchObject([{ current: true }]);
});
