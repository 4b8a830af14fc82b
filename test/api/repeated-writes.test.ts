/** Every write called twice, a minute apart: the second answers what the first did, and leaves the items as the first left them. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../functions/platform/table.ts';
import { startTestApi } from '../support/api.ts';
import { type CheckedApi, checkDeclared } from '../support/declared-problems.ts';
import { makeRepeatStage, type Repeat, type Write } from '../support/repeated-writes.ts';
import { startScenario } from '../support/scenario.ts';
import { repeatedFollowUpWrites } from './repeated-follow-up-writes.ts';
import { repeatedHallWrites } from './repeated-hall-writes.ts';
import { repeatedReportWrites } from './repeated-report-writes.ts';
import { repeatedRosterWrites } from './repeated-roster-writes.ts';
import { repeatedSealWrites } from './repeated-seal-writes.ts';
import { repeatedSessionWrites } from './repeated-session-writes.ts';

let api: CheckedApi;
beforeAll(async () => {
  api = await checkDeclared(await startTestApi({ wrap: () => ({ mail: { queued: () => {} } }) }));
});
afterAll(() => api.stop());

const stage = makeRepeatStage(() => api);
/** A route that is not read-only and is in none of them does not compile. */
const repeats: Record<Write, Repeat[]> = {
  ...repeatedRosterWrites(stage),
  ...repeatedSessionWrites(stage),
  ...repeatedHallWrites(stage),
  ...repeatedSealWrites(stage),
  ...repeatedReportWrites(stage),
  ...repeatedFollowUpWrites(stage),
};

const cases = Object.entries(repeats).flatMap(([name, list]) => list.map((repeat) => ({ name, ...repeat })));

describe('every write can be repeated', () => {
  afterEach(() => expect([...api.undeclared]).toEqual([]));

  test.each(cases)('$name: $because', async ({ until = 'published', call, again = {} }) => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], guests: ['Dandim'], until });
    // Coverage is recomputed by a repeated move, a door is heard of again; when that was, and the how-manieth time, is all that differs.
    const isFigures = (item: Item) => /^(COV|DAY)#/.test(String(item.sk));
    const itemsOf = async (pk: string) =>
      (await api.engine.table.queryAll({ pk, prefix: '', consistent: true })).map(({ asOf: _, contact, ...item }) => ({
        ...item,
        ...(isFigures(item) && { revision: 'some revision' }),
        ...(contact !== undefined && { contact: { ...(contact as object), at: 'some moment' } }),
      }));
    const stored = async () => ({ session: await itemsOf(`S#${s.session}`), regency: await itemsOf('R#16.04') });
    const first = await call(s);
    expect(first.status).toBeLessThan(300);
    const before = await stored();
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    const second = await call(s);
    const { status = first.status, ...said } = again;
    expect(second.status).toBe(status);
    if (status < 300) expect(second.body).toEqual({ ...first.body, ...said });
    else expect(second.body).toMatchObject(said);
    const after = await stored();
    expect(after.session).toHaveLength(before.session.length);
    expect(after.regency).toHaveLength(before.regency.length);
    expect(after).toEqual(before);
  });
});
