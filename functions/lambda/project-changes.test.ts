import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { makeSessionId } from '../platform/ids.ts';
import {
  conflictKey,
  coverageKey,
  denialKey,
  doorKey,
  frozenRosterKey,
  headCountKey,
  invitationKey,
  letterKey,
  pledgeTextKey,
  readingKey,
  regencyKey,
  sessionKey,
  tenantKey,
  unitKey,
} from '../platform/keys.ts';
import { makeLogger } from '../platform/log.ts';
import type { Key } from '../platform/table.ts';
import { makeProjector, sessionOf } from './project-changes.ts';

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

const projectorThatFailsFor = (...failing: string[]) => {
  const recomputed: string[] = [];
  const project = makeProjector(async (session) => {
    recomputed.push(session);
    if (failing.includes(session)) throw new Error('the engine is not there');
    return undefined;
  }, quiet);
  return { project, recomputed };
};

test.each([
  ['an invitation', invitationKey(one, 'abcdefgh'), one],
  ['a conflict', conflictKey(one, 'nonce-12345'), one],
  ['a count of a group', headCountKey(one, 'nonce-12345'), one],
  ['a door', doorKey(one, 'abcdefgh'), undefined],
  ['a photo of a letter', letterKey(one, 'nonce-12345'), undefined],
  ['a session of a regency', sessionKey(one), one],
  ['a session of a province', sessionKey(two), two],
  ['its coverage', coverageKey(one), undefined],
  ['a frozen roster', frozenRosterKey(one, 'a'.repeat(64)), undefined],
  ['a reading', readingKey(one, 'reading-1'), undefined],
  ['a denial', denialKey(one, 'nonce-12345'), undefined],
  ['a regency', regencyKey('16.04'), undefined],
  ['a tenant', tenantKey('16.04'), undefined],
  ['a unit', unitKey('16.04', 'abcdefgh'), undefined],
  ['a pledge text', pledgeTextKey('16.04', 'ikrar', 1), undefined],
])('%s leads to the session whose figures it moves', (_, key, session) => {
  expect(sessionOf(key)).toBe(session);
});

test('a batch recomputes each of its sessions once, however often and in whatever order they stand in it', async () => {
  const { project, recomputed } = projectorThatFailsFor();
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
  const { project, recomputed } = projectorThatFailsFor(two);
  const Records = [
    record(1, sessionKey(one)),
    record(2, sessionKey(two)),
    record(3, sessionKey(one)),
    record(4, sessionKey(two)),
  ];
  expect(await project({ Records }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(recomputed.sort()).toEqual([one, two].sort());
});

test('a batch without anything to count touches nothing', async () => {
  const { project, recomputed } = projectorThatFailsFor();
  expect(await project({ Records: [record(1, coverageKey(one)), { eventName: 'REMOVE' }] }, context)).toEqual({
    batchItemFailures: [],
  });
  expect(recomputed).toEqual([]);
});
