import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { aRecord } from '../../test/support/coverage-records.ts';
import { makeSessionId, regencyOfSession } from '../platform/ids.ts';
import {
  conflictKey,
  coverageDayKey,
  coverageKey,
  denialKey,
  doorKey,
  drawingKey,
  frozenRosterKey,
  headCountKey,
  invitationKey,
  letterKey,
  pledgeTextKey,
  provinceTotalsKey,
  readingKey,
  regencyKey,
  regencyTotalsKey,
  sealClaimKey,
  sealHeadKey,
  sealLeavesKey,
  sealPartKey,
  sessionKey,
  signingOrderKey,
  tenantKey,
  unitKey,
} from '../platform/keys.ts';
import { makeLogger } from '../platform/log.ts';
import { Problem } from '../platform/problem.ts';
import type { Key } from '../platform/table.ts';
import type { StoredHead } from '../seals/seal-rules.ts';
import { SealKeyUnavailable } from '../seals/sealer.ts';
import { changedBy, makeProjector } from './project-changes.ts';

const one = makeSessionId('16.04', 'first-session');
const two = makeSessionId('18', 'second-session');
const context = { awsRequestId: 'request-1' };
const quiet = makeLogger(
  () => {},
  () => new Date(0),
);

const record = (sequence: number, { pk, sk }: Key): DynamoDBRecord => ({
  eventName: 'MODIFY',
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(sequence), StreamViewType: 'KEYS_ONLY' },
});

/** Sessions, or regencies, that fail. */
const projectorThatFailsFor = (failing: string[]) => {
  const recomputed: string[] = [];
  const totalled: string[] = [];
  const totalCalls: string[][] = [];
  const sealed: string[] = [];
  const work =
    (done: string[], broken: string[] = []) =>
    async (about: string) => {
      done.push(about);
      if (broken.includes(about)) throw new Error('the engine is not there');
      return undefined;
    };
  const project = makeProjector({
    recompute: work(recomputed, failing),
    totals: async (regencies) => {
      totalCalls.push([...regencies]);
      for (const regency of regencies) {
        // What is totalled has been recomputed before.
        expect(recomputed.map(regencyOfSession)).toContain(regency);
        await work(totalled, failing)(regency);
      }
    },
    seal: work(sealed),
    log: quiet,
  });
  return { project, recomputed, totalled, totalCalls, sealed };
};

const both = { session: one, counted: true };
const sealOnly = { session: one, counted: false };

test.each([
  ['an invitation', invitationKey(one, 'abcdefgh'), both],
  ['a conflict', conflictKey(one, 'nonce-12345'), both],
  ['a count of a group', headCountKey(one, 'nonce-12345'), both],
  ['a door', doorKey(one, 'abcdefgh'), undefined],
  ['a photo of a letter', letterKey(one, 'nonce-12345'), undefined],
  ['a session of a regency', sessionKey(one), both],
  ['a session of a province', sessionKey(two), { session: two, counted: true }],
  ['its coverage', coverageKey(one), undefined],
  ['the coverage of a day', coverageDayKey(one, '2024-06-27'), undefined],
  ['totals of a regency', regencyTotalsKey('16.04'), undefined],
  ['totals of a province', provinceTotalsKey('16'), undefined],
  ['a frozen roster', frozenRosterKey(one, 'a'.repeat(64)), undefined],
  ['a reading', readingKey(one, 'reading-1'), sealOnly],
  ['a denial', denialKey(one, 'nonce-12345'), sealOnly],
  ['a regency', regencyKey('16.04'), undefined],
  ['a tenant', tenantKey('16.04'), undefined],
  ['a unit', unitKey('16.04', 'abcdefgh'), undefined],
  ['a pledge text', pledgeTextKey('16.04', 'ikrar', 1), undefined],
  ['drawn strokes', drawingKey(one, 'abcdefgh', 'holder', 'nonce-12345'), undefined],
  ['the order of signing', signingOrderKey(one), undefined],
  ['the claim of a seal', sealClaimKey(one), undefined],
  ['the head of a seal', sealHeadKey(one, 1), undefined],
  ['the hashes of a seal', sealPartKey(one, 0, 0, 'a'), undefined],
  ['the leaves of a seal', sealLeavesKey(one, 0, 'a'), undefined],
])('%s leads to the session whose figures or seal it moves', (_, key, changed) => {
  expect(changedBy(key)).toEqual(changed);
});

test('a batch recomputes each of its sessions once, however often and in whatever order they stand in it', async () => {
  const { project, recomputed } = projectorThatFailsFor([]);
  const Records = [
    record(30, invitationKey(one, 'cccccccc')),
    record(10, invitationKey(one, 'aaaaaaaa')),
    record(10, invitationKey(one, 'aaaaaaaa')),
    record(20, sessionKey(two)),
    record(40, sessionKey(one)),
    record(50, coverageKey(one)),
  ];
  expect(await project({ Records }, context)).toEqual({ batchItemFailures: [] });
  expect(recomputed.sort()).toEqual([one, two].sort());
});

test('a session that fails is delivered again from its first record; the others are done', async () => {
  const { project, recomputed } = projectorThatFailsFor([two]);
  const Records = [
    record(1, sessionKey(one)),
    record(2, sessionKey(two)),
    record(3, sessionKey(one)),
    record(4, sessionKey(two)),
  ];
  expect(await project({ Records }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(recomputed.sort()).toEqual([one, two].sort());
});

test('totals of a regency are recomputed once a batch, after its sessions; those of a denial are not', async () => {
  const { project, totalled } = projectorThatFailsFor([]);
  const third = makeSessionId('16.04', 'third-session');
  const Records = [
    record(1, sessionKey(one)),
    record(2, invitationKey(third, 'aaaaaaaa')),
    record(3, denialKey(two, 'nonce-12345')),
  ];
  expect(await project({ Records }, context)).toEqual({ batchItemFailures: [] });
  expect(totalled).toEqual(['16.04']);
});

test('regencies of one province are totalled in one call, so that their province is made once', async () => {
  const { project, totalCalls } = projectorThatFailsFor([]);
  const sessions = [one, two, makeSessionId('16.05', 'neighbour'), makeSessionId('16.04', 'third-session')];
  await project({ Records: sessions.map((session, index) => record(index, sessionKey(session))) }, context);
  expect(totalCalls.sort()).toEqual([['16.04', '16.05'], ['18']]);
});

test('totals that fail are delivered again with every session of the province, and with no other', async () => {
  const { project, totalled } = projectorThatFailsFor(['16.04']);
  const third = makeSessionId('16.04', 'third-session');
  const Records = [record(1, sessionKey(two)), record(2, sessionKey(one)), record(3, sessionKey(third))];
  expect(await project({ Records }, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }],
  });
  expect(totalled.sort()).toEqual(['16.04', '18']);
});

test('a session that fails, and whose regency’s totals fail too, is named once', async () => {
  const { project } = projectorThatFailsFor([one, '16.04']);
  expect(await project({ Records: [record(7, sessionKey(one))] }, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: '7' }],
  });
});

test('a batch without anything to count touches nothing', async () => {
  const { project, recomputed } = projectorThatFailsFor([]);
  expect(await project({ Records: [record(1, coverageKey(one)), { eventName: 'REMOVE' }] }, context)).toEqual({
    batchItemFailures: [],
  });
  expect(recomputed).toEqual([]);
});

test('a denial moves no figure, and is sealed all the same', async () => {
  const { project, recomputed, sealed } = projectorThatFailsFor([]);
  await project({ Records: [record(1, denialKey(one, 'nonce-12345')), record(2, readingKey(two, 'r'))] }, context);
  expect([recomputed, sealed.sort()]).toEqual([[], [one, two].sort()]);
});

test.each([
  ['made by this batch: the record is computed again, and names it', null, invitationKey(one, 'a'), [one, one]],
  ['that stood before: once is enough', { number: 1, root: '' }, invitationKey(one, 'a'), [one]],
  ['made of a denial alone: the record is computed for it', null, denialKey(one, 'n'), [one]],
] as const)('a seal %s', async (_, seal, key, expected) => {
  const recomputed: string[] = [];
  const project = makeProjector({
    recompute: async (session) => {
      recomputed.push(session);
      return aRecord('2024-06-27T01:00:00.000Z', [], { seal });
    },
    totals: async () => {},
    seal: async () => [{ head: { number: 1 } } as StoredHead],
    log: quiet,
  });
  expect(await project({ Records: [record(1, key)] }, context)).toEqual({ batchItemFailures: [] });
  expect(recomputed).toEqual(expected);
});

/** Seals of `one` and `two` that fail in their own ways; what came of a batch about both. */
const sealsThatFail = async (ofOne: Error, ofTwo: Error) => {
  const lines: string[] = [];
  const recomputed: string[] = [];
  const project = makeProjector({
    recompute: async (session) => {
      recomputed.push(session);
      return undefined;
    },
    totals: async () => {},
    seal: async (session) => {
      throw session === one ? ofOne : ofTwo;
    },
    log: makeLogger(
      (line) => lines.push(line),
      () => new Date(0),
    ),
  });
  const Records = [record(1, sessionKey(one)), record(2, denialKey(one, 'n')), record(3, sessionKey(two))];
  const { batchItemFailures } = await project({ Records }, context);
  return { batchItemFailures, recomputed: recomputed.sort(), lines: lines.map((line) => JSON.parse(line)) };
};

test('a seal that fails is logged and delivers nothing again, so that no figures wait for a key', async () => {
  const gone = new SealKeyUnavailable('gone');
  const { batchItemFailures, recomputed, lines } = await sealsThatFail(gone, gone);
  expect(batchItemFailures).toEqual([]);
  expect(recomputed).toEqual([one, two].sort());
  expect(lines.map(({ level, code, session, error }) => ({ level, code, session, error }))).toEqual(
    [one, two].map((session) => ({ level: 'error', code: 'SEAL_FAILED', session, error: 'SealKeyUnavailable' })),
  );
});

test('a session that somebody else is sealing is delivered again, since they may have died; that is told, and is no fault', async () => {
  const { batchItemFailures, lines } = await sealsThatFail(new SealKeyUnavailable('gone'), new Problem('SEAL_BUSY'));
  expect(batchItemFailures).toEqual([{ itemIdentifier: '3' }]);
  expect(lines.find(({ session }) => session === two)).toMatchObject({
    level: 'info',
    code: 'SEAL_AWAITED',
    requestId: 'request-1',
    regency: '18',
  });
});
