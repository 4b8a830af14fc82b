import { expect, test } from 'vitest';
import { aRecord } from '../../test/support/coverage-records.ts';
import type { StoredHead } from '../seals/seal-rules.ts';
import { makeProject } from './recompute-soon.ts';

const head = { head: { number: 1, root: 'a' } } as StoredHead;
const startsAt = '2024-06-27T01:00:00.000Z';

test.each([
  ['open', 'OPEN', null, ['count']],
  ['closed and sealed just now', 'CLOSED', null, ['count', 'seal', 'count']],
  ['closed and sealed before', 'CLOSED', { number: 1, root: 'a' }, ['count', 'seal']],
] as const)('of a session that is %s', async (_, state, seal, expected) => {
  const done: string[] = [];
  const project = makeProject({
    recompute: async () => {
      done.push('count');
      return aRecord(startsAt, [], { state, seal });
    },
    seal: async () => {
      done.push('seal');
      return [head];
    },
  });
  await project('mqeaaaaaaa');
  expect(done).toEqual(expected);
});
