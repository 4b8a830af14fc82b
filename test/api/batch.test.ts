/** What a door kept without a signal, sent in one piece: each entry taken and answered by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BatchOutcome } from '../../functions/check-in/check-in-schema.ts';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { EngineUnavailable } from '../../functions/platform/table.ts';
import { type As, as, type Reply, startTestApi, type TestApi } from '../support/api.ts';
import { pairedDoor, type TestDoor } from '../support/doors.ts';
import { type Scenario, startScenario } from '../support/scenario.ts';

/** Ids of invitations whose check-ins the engine does not answer. */
const unanswered = new Set<string>();
let changes: string[] = [];
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    wrap: ({ stores }) => ({
      changed: (session) => changes.push(session),
      stores: {
        ...stores,
        checkIns: {
          ...stores.checkIns,
          checkIn: (attempt) => {
            if (unanswered.has(attempt.invitation)) return Promise.reject(new EngineUnavailable('no answer'));
            return stores.checkIns.checkIn(attempt);
          },
        },
      },
    }),
  });
});
afterAll(() => api.stop());

const minute = 60_000;
const later = (milliseconds: number) => {
  api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
};
const units = ['Dinas A', 'Dinas B', 'Dinas C', 'Dinas D'].map((name) => ({ name }));
const open = (): Promise<Scenario> => startScenario(api, { units, until: 'open' });
const now = () => api.clock.now.toISOString();
const scanOf = (token: string, nonce: string, more: Record<string, unknown> = {}) => ({
  kind: 'scan',
  token,
  nonce,
  scannedAt: now(),
  ...more,
});
const send = (s: Scenario, entries: unknown[], who: As = as('operator'), sentAt = now()): Promise<Reply> =>
  api.call(who, 'POST', `${s.base}/check-in-batches`, { sentAt, entries });
const results = ({ body }: Reply): string[] =>
  body.answers.map((answer: BatchOutcome) => ('reason' in answer ? answer.reason : answer.result));

describe('a batch', () => {
  test('a broken entry is answered by its index and its fields; the others are taken', async () => {
    const s = await open();
    const reply = await send(s, [
      scanOf(s.token('Dinas A'), 'batch-entry-1'),
      { kind: 'scan', token: s.token('Dinas B'), nonce: 'short', scannedAt: 'yesterday' },
      'not an entry at all',
      { kind: 'unknown-kind' },
      scanOf(s.token('Dinas C'), 'batch-entry-2', { invitation: s.id('Dinas C') }),
      scanOf(s.token('Dinas B'), 'batch-entry-3'),
    ]);
    expect(reply.status).toBe(200);
    expect(results(reply)).toEqual(['accepted', 'invalid', 'invalid', 'invalid', 'invalid', 'accepted']);
    expect(reply.body.receivedAt).toBe(now());
    const pointers = reply.body.answers.map((answer: { errors?: { pointer: string }[] }) =>
      answer.errors?.map(({ pointer }) => pointer).sort(),
    );
    expect(pointers.slice(1, 5)).toEqual([
      ['/body/entries/1/nonce', '/body/entries/1/scannedAt'],
      ['/body/entries/2'],
      ['/body/entries/3/kind'],
      ['/body/entries/4/token'],
    ]);
    expect(reply.body.answers[0].invitation).toMatchObject({
      id: s.id('Dinas A'),
      name: 'Kepala Dinas A',
      present: { door: 'Panitia', who: 'holder' },
    });
    expect(JSON.stringify(reply.body)).not.toContain('198001012005011001');
  });

  test('sent twice, it answers replayed and leaves everything as it was', async () => {
    const s = await open();
    const entries = [
      scanOf(s.token('Dinas A'), 'twice-entry-1'),
      scanOf(s.token('Dinas B'), 'twice-entry-2', { who: 'delegate', delegate: { name: 'Siti' } }),
      { kind: 'undo', invitation: s.id('Dinas A'), of: 'twice-entry-1', reason: 'Salah orang' },
      scanOf(s.token('Dinas A'), 'twice-entry-3'),
      { kind: 'correction', invitation: s.id('Dinas A'), of: 'twice-entry-3', who: 'acting' },
      { kind: 'scan', group: { count: 7 }, nonce: 'twice-entry-4', scannedAt: now() },
    ];
    expect(results(await send(s, entries))).toEqual([
      'accepted',
      'accepted',
      'undone',
      'accepted',
      'corrected',
      'counted',
    ]);
    const coverage = await s.coverage();
    later(minute);
    const again = await send(s, entries);
    expect(results(again)).toEqual(['UNDONE', 'replayed', 'undone', 'replayed', 'corrected', 'counted']);
    expect(await s.coverage()).toEqual({ ...coverage, asOf: expect.any(String) });
  });

  test('entries about one invitation are taken in their order, however many stand between them', async () => {
    const s = await open();
    const of = (index: number) => `ordered-scan-${index}`;
    const entries = Array.from({ length: 60 }, (_, index) =>
      index % 2 === 0
        ? scanOf(s.token('Dinas A'), of(index))
        : { kind: 'undo', invitation: s.id('Dinas A'), of: of(index - 1), reason: 'Salah orang' },
    );
    const answers = results(await send(s, [...entries, scanOf(s.token('Dinas A'), of(60))]));
    expect(answers).toEqual([...entries.map((_, index) => (index % 2 === 0 ? 'accepted' : 'undone')), 'accepted']);
  });

  test('what the engine did not answer is to be sent again, with all that follows on it; the others are taken', async () => {
    const s = await open();
    const entries = [
      scanOf(s.token('Dinas A'), 'unanswered-1'),
      { kind: 'undo', invitation: s.id('Dinas A'), of: 'unanswered-1', reason: 'Salah orang' },
      scanOf(s.token('Dinas B'), 'unanswered-2'),
    ];
    unanswered.add(s.id('Dinas A'));
    const first = await send(s, entries);
    expect([first.status, results(first)]).toEqual([200, ['retry', 'retry', 'accepted']]);
    unanswered.clear();
    expect(results(await send(s, entries))).toEqual(['accepted', 'undone', 'replayed']);
  });

  test('codes that are forged, of another session, revoked or unknown are each refused by themselves', async () => {
    const s = await open();
    const other = await open();
    const stranger = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(1)]]) };
    const forged = makeToken(stranger, { session: s.session, invitation: s.id('Dinas A'), version: 1 });
    await api.call(as('organizer'), 'POST', `${s.base}/invitations/${s.id('Dinas B')}/revoke`);
    const reply = await send(s, [
      scanOf(forged, 'bad-code-1'),
      scanOf(other.token('Dinas A'), 'bad-code-2'),
      scanOf(s.token('Dinas B'), 'bad-code-3'),
      { kind: 'scan', invitation: 'aaaaaaaa', nonce: 'bad-code-4', scannedAt: now() },
      { kind: 'undo', invitation: 'aaaaaaaa', of: 'bad-code-4', reason: 'Salah orang' },
      scanOf(s.token('Dinas A'), 'bad-code-5'),
    ]);
    expect(results(reply)).toEqual(['UNKNOWN', 'OTHER_SESSION', 'REVOKED', 'UNKNOWN', 'problem', 'accepted']);
    expect(reply.body.answers[4].code).toBe('CHECK_IN_UNKNOWN');
  });

  test('a clock in 1970 is no obstacle: the wait, or the measured offset, gives the time', async () => {
    const s = await open();
    const real = api.clock.now.getTime();
    const old = (milliseconds: number) => new Date(milliseconds).toISOString();
    const reply = await send(
      s,
      [
        { ...scanOf(s.token('Dinas A'), 'clock-1970-1'), scannedAt: old(10_000) },
        { ...scanOf(s.token('Dinas B'), 'clock-1970-2', { clockOffsetMs: real - 70_000 }), scannedAt: old(20_000) },
      ],
      as('operator'),
      old(40_000),
    );
    const times = reply.body.answers.map(
      (answer: { invitation: { present: { at: string } } }) => answer.invitation.present.at,
    );
    expect(times).toEqual([old(real - 30_000), old(real - 50_000)]);
  });

  test('what was scanned in the session’s time comes in after its closing; its repeat is replayed, later scans are refused', async () => {
    const s = await open();
    const door = await pairedDoor(api, s.session);
    const online = scanOf(s.token('Dinas A'), 'before-closing-1');
    await send(s, [online], door.as);
    later(10 * minute);
    const offline = scanOf(s.token('Dinas B'), 'before-closing-2');
    later(minute);
    await s.move('close');
    later(minute);
    const tooLate = scanOf(s.token('Dinas C'), 'after-closing-1');
    later(60 * minute);
    const reply = await send(s, [online, offline, tooLate], door.as);
    expect(results(reply)).toEqual(['replayed', 'accepted', 'SESSION_OVER']);
    expect(reply.body.answers.map((answer: { late?: boolean }) => answer.late)).toEqual([false, true, undefined]);
    const { late, units: figures } = await s.coverage();
    expect([late, figures.inPerson, figures.missing]).toEqual([1, 2, 2]);
  });

  test('a door may not enter from paper; the entry says so and the others are taken', async () => {
    const s = await open();
    const door = await pairedDoor(api, s.session);
    const paper = scanOf(s.token('Dinas A'), 'paper-entry-1', { mode: 'BACK_ENTERED', reason: 'Daftar kertas' });
    const reply = await send(s, [paper, scanOf(s.token('Dinas B'), 'paper-entry-2')], door.as);
    expect(reply.body.answers[0]).toEqual({ result: 'problem', code: 'NOT_ALLOWED' });
    expect(results(reply)).toEqual(['problem', 'accepted']);
  });

  test('200 entries make one word to the coverage; 201 are too many; an unknown session is told', async () => {
    const s = await open();
    changes = [];
    const entries = Array.from({ length: 200 }, (_, index) => ({
      kind: 'scan',
      group: { count: 1 },
      nonce: `many-entries-${index}`,
      scannedAt: now(),
    }));
    expect((await send(s, entries)).body.answers).toHaveLength(200);
    expect(changes).toEqual([s.session]);
    changes = [];
    await send(s, [scanOf('nonsense', 'nothing-moved')]);
    expect(changes).toEqual([]);
    expect((await send(s, [...entries, ...entries.slice(0, 1)])).body.code).toBe('INPUT_INVALID');
    const nowhere = await api.call(as('operator'), 'POST', `/api/sessions/${'a'.repeat(10)}/check-in-batches`, {
      sentAt: now(),
      entries,
    });
    expect(nowhere.status).toBeGreaterThanOrEqual(400);
  });
});

describe('what an operator changed without a signal', () => {
  /** A scan, and five minutes after it what the operator did; `now` is when they did it. */
  const scannedAndChanged = async () => {
    const s = await open();
    const door: TestDoor = await pairedDoor(api, s.session);
    const scans = [scanOf(s.token('Dinas A'), 'offline-undo'), scanOf(s.token('Dinas B'), 'offline-correct')];
    later(5 * minute);
    const changed = (nonce: string, of: string, unit: string, more: Record<string, unknown>) => ({
      invitation: s.id(unit),
      of,
      nonce,
      madeAt: now(),
      ...more,
    });
    const changes = [
      changed('undo-offline', 'offline-undo', 'Dinas A', { kind: 'undo', reason: 'Salah orang' }),
      changed('correct-offline', 'offline-correct', 'Dinas B', { kind: 'correction', who: 'acting' }),
    ];
    return { s, door, scans, changes };
  };

  test('counts when it was made, though it arrives after half an hour, in another batch than its scan', async () => {
    const { s, door, scans, changes } = await scannedAndChanged();
    expect(results(await send(s, scans, door.as))).toEqual(['accepted', 'accepted']);
    later(30 * minute);
    expect(results(await send(s, changes, door.as))).toEqual(['undone', 'corrected']);
    expect(results(await send(s, changes, door.as))).toEqual(['undone', 'corrected']);
    // Made only now it would be too late.
    const late = { kind: 'undo', invitation: s.id('Dinas B'), of: 'offline-correct', reason: 'Salah', madeAt: now() };
    expect(results(await send(s, [late], door.as))).toEqual(['problem']);
  });

  test('a correction that a delay made the last to arrive does not undo a later one', async () => {
    const { s, door, scans } = await scannedAndChanged();
    await send(s, scans, door.as);
    const correction = (who: string, nonce: string) => {
      later(1000);
      const entry = { kind: 'correction', invitation: s.id('Dinas A'), of: 'offline-undo', who, nonce, madeAt: now() };
      const sentAt = now();
      return () => send(s, [entry], door.as, sentAt);
    };
    const [first, second] = [correction('delegate', 'correct-once-1'), correction('holder', 'correct-once-2')];
    await first();
    await second();
    later(minute);
    expect(results(await first())).toEqual(['corrected']);
    const record = await api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    expect(record.body.checkIn).toMatchObject({ who: 'holder', corrected: { was: 'holder' } });
  });

  test('is taken from its file an hour later; what was changed after the cut-off is not', async () => {
    const { s, door, scans, changes } = await scannedAndChanged();
    later(minute);
    await api.call(as('organizer'), 'POST', `${s.base}/doors/${door.id}/cut-off`);
    later(minute);
    const after = { kind: 'undo', invitation: s.id('Dinas B'), of: 'offline-correct', reason: 'x', madeAt: now() };
    later(60 * minute);
    const content = { format: 'hadir-door-scans-1', session: s.session, door: door.id, exportedAt: now() };
    const file = await door.device.sign({ ...content, entries: [...scans, ...changes, after] });
    later(60 * minute);
    const bytes = new TextEncoder().encode(file);
    const reply = await api.call(as('organizer'), 'POST', `${s.base}/door-files`, bytes);
    expect(results(reply)).toEqual(['accepted', 'accepted', 'undone', 'corrected', 'problem']);
  });
});

describe('the file of a door that was cut off', () => {
  test('what it scanned before is taken, what it scanned afterwards is refused', async () => {
    const s = await open();
    const door: TestDoor = await pairedDoor(api, s.session);
    const before = scanOf(s.token('Dinas A'), 'before-cut-off');
    later(minute);
    await api.call(as('organizer'), 'POST', `${s.base}/doors/${door.id}/cut-off`);
    later(minute);
    const after = scanOf(s.token('Dinas B'), 'after-cut-off');
    const file = await door.device.sign({
      format: 'hadir-door-scans-1',
      session: s.session,
      door: door.id,
      exportedAt: now(),
      entries: [before, after],
    });
    const path = `${s.base}/door-files`;
    const upload = () => api.call(as('organizer'), 'POST', path, new TextEncoder().encode(file));
    const reply = await upload();
    expect([reply.status, results(reply)]).toEqual([200, ['accepted', 'DOOR_CUT_OFF']]);
    expect(results(await upload())).toEqual(['replayed', 'DOOR_CUT_OFF']);
  });
});
