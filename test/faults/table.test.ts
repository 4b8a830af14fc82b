/** What the table does with answers that no engine gives on demand: partial batches, split and empty pages, refusals. */
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, test, vi } from 'vitest';
import 'aws-sdk-client-mock-vitest/extend';
import { EngineUnavailable, makeClient, makeTable } from '../../functions/platform/table.ts';

const client = makeClient({ region: 'ap-southeast-3' });
const engine = mockClient(client);
const table = makeTable(client, 'hadir');
afterEach(() => {
  engine.reset();
  vi.useRealTimers();
});

const key = (sk: string) => ({ pk: 'S#abc', sk });
const item = (sk: string) => marshall(key(sk));
const keysOf = (...sks: string[]) => ({ hadir: { Keys: sks.map(item) } });
const sorts = (items: readonly Record<string, unknown>[]) => items.map(({ sk }) => sk);

describe('keys that stay unprocessed', () => {
  test('are asked for again, only they, until none is left', async () => {
    engine
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { hadir: [item('I#1')] }, UnprocessedKeys: keysOf('I#2', 'I#3') })
      .resolvesOnce({ Responses: { hadir: [] }, UnprocessedKeys: keysOf('I#2', 'I#3') })
      .resolvesOnce({ Responses: { hadir: [item('I#3')] }, UnprocessedKeys: keysOf('I#2') })
      .resolvesOnce({ Responses: { hadir: [item('I#2')] }, UnprocessedKeys: {} });
    expect(sorts(await table.batchGet(['I#1', 'I#2', 'I#3'].map(key))).sort()).toEqual(['I#1', 'I#2', 'I#3']);
    expect(engine).toHaveReceivedCommandTimes(BatchGetItemCommand, 4);
    expect(engine).toHaveReceivedNthCommandWith(BatchGetItemCommand, 4, { RequestItems: keysOf('I#2') });
  });

  test('for ever end in "unavailable", not in a short list', async () => {
    vi.useFakeTimers();
    engine.on(BatchGetItemCommand).resolves({ Responses: { hadir: [] }, UnprocessedKeys: keysOf('I#1') });
    const refused = expect(table.batchGet([key('I#1')])).rejects.toThrow(EngineUnavailable);
    await vi.runAllTimersAsync();
    await refused;
    expect(engine).toHaveReceivedCommandTimes(BatchGetItemCommand, 8);
  });

  test('in one batch of several do not lose the other batches', async () => {
    const all = Array.from({ length: 230 }, (_, index) => `I#${String(index).padStart(3, '0')}`);
    let calls = 0;
    engine.on(BatchGetItemCommand).callsFake((input) => {
      calls += 1;
      const { Keys } = input.RequestItems.hadir;
      const taken = calls === 2 ? Keys.slice(0, 30) : Keys;
      const left = Keys.slice(taken.length);
      return { Responses: { hadir: taken }, ...(left.length && { UnprocessedKeys: { hadir: { Keys: left } } }) };
    });
    expect(sorts(await table.batchGet(all.map(key))).sort()).toEqual(all);
    expect(calls).toBe(4);
  });
});

describe('a range in several pages', () => {
  const range = { pk: 'S#abc', prefix: 'I#' };

  test('is followed to its end, empty pages included', async () => {
    engine
      .on(QueryCommand)
      .resolvesOnce({ Items: [item('I#1')], LastEvaluatedKey: item('I#1') })
      .resolvesOnce({ Items: [], LastEvaluatedKey: item('I#5') })
      .resolvesOnce({ LastEvaluatedKey: item('I#7') })
      .resolvesOnce({ Items: [item('I#8')] });
    expect(sorts(await table.queryAll(range))).toEqual(['I#1', 'I#8']);
    expect(engine).toHaveReceivedNthCommandWith(QueryCommand, 2, { ExclusiveStartKey: item('I#1') });
    expect(engine).toHaveReceivedNthCommandWith(QueryCommand, 4, { ExclusiveStartKey: item('I#7') });
    expect(engine).toHaveReceivedCommandTimes(QueryCommand, 4);
  });

  test('fills a page that the engine cut, and goes on from there', async () => {
    engine
      .on(QueryCommand)
      .resolvesOnce({ Items: [item('I#1')], LastEvaluatedKey: item('I#1') })
      .resolvesOnce({ Items: [], LastEvaluatedKey: item('I#4') })
      .resolvesOnce({ Items: [item('I#5')], LastEvaluatedKey: item('I#5') })
      .resolvesOnce({ Items: [item('I#6')] });
    const first = await table.queryPage(range, { limit: 2 });
    expect(sorts(first.items)).toEqual(['I#1', 'I#5']);
    expect(engine).toHaveReceivedNthCommandWith(QueryCommand, 3, { Limit: 1 });
    const second = await table.queryPage(range, { limit: 2, cursor: first.next ?? '' });
    expect(engine).toHaveReceivedNthCommandWith(QueryCommand, 4, { ExclusiveStartKey: item('I#5') });
    expect(second).toEqual({ items: [key('I#6')], next: null });
  });

  test('that breaks in the middle answers nothing rather than a part', async () => {
    engine
      .on(QueryCommand)
      .resolvesOnce({ Items: [item('I#1')], LastEvaluatedKey: item('I#1') })
      .rejects(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    await expect(table.queryAll(range)).rejects.toThrow(EngineUnavailable);
  });
});

describe('a write', () => {
  const refusal = new ConditionalCheckFailedException({ message: 'refused', $metadata: {} });
  const update = {
    expression: 'SET a = :a',
    condition: 'attribute_exists(pk)',
    values: { ':a': 1 },
    returns: 'ALL_OLD' as const,
  };

  test('that its condition refuses is an answer, not a fault', async () => {
    engine.on(PutItemCommand).rejects(refusal).on(UpdateItemCommand).rejects(refusal);
    expect(await table.put(key('I#1'), { expression: 'attribute_not_exists(pk)' })).toBe(false);
    expect(await table.update(key('I#1'), update)).toBeUndefined();
  });

  test('that fails on the wire is "unavailable", with the reason kept; a mistake of ours stays what it is', async () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    engine.on(PutItemCommand).rejects(cause).on(UpdateItemCommand).rejects(cause);
    await expect(table.put(key('I#1'))).rejects.toMatchObject({ name: 'EngineUnavailable', cause });
    await expect(table.update(key('I#1'), update)).rejects.toMatchObject({ name: 'EngineUnavailable', cause });
    const mistake = Object.assign(new Error('bad expression'), {
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
    engine.on(PutItemCommand).rejects(mistake);
    await expect(table.put(key('I#1'))).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
