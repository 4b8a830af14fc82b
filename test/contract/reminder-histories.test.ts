/**
 * Automatic reminders over the real engine, in histories that nobody thought of: runs alone and two at once, at any hour, among reminders by
 * hand, answers, sessions that are moved, and mails that leave late.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { owed } from '../../functions/messages/mail-rules.ts';
import { makeMailSender } from '../../functions/messages/mail-sender.ts';
import { makeOweReminders } from '../../functions/messages/owe-reminders.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { makeLogger } from '../../functions/platform/log.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { anInvitation, aRegency, aSession, aUnit, lahat } from '../support/fixtures.ts';

let engine: TestEngine;
let clock: Date;
const now = () => clock;
const log = makeLogger(() => {}, now);

const people = ['a', 'b', 'c'];
beforeAll(async () => {
  engine = await startTestEngine();
  await engine.stores.regencies.put(aRegency());
  for (const name of people) {
    const holder = { name: 'Siti', acting: 'DEFINITIVE' as const, email: `${name}@lahat.example` };
    await engine.stores.units.put(lahat, aUnit(name, { holder }));
  }
});
afterAll(() => engine?.stop());

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const begins = Date.parse('2024-06-27T01:00:00.000Z');

interface Left {
  to: string;
  at: number;
  /** When the session was to begin as of then. */
  start: number;
  daysBefore: number | undefined;
}

let rounds = 0;
/** A session of its own with the steps that a history is made of. */
const startHistory = async () => {
  const { stores } = engine;
  const id = makeSessionId(lahat, `history ${++rounds}`);
  const session = aSession({
    id,
    state: 'PUBLISHED',
    reminderDays: [7, 3, 1],
    startsAt: new Date(begins).toISOString(),
  });
  await stores.sessions.create(session, id);
  // Long before: of a day that they were invited on they are not reminded.
  const invitedAt = new Date(begins - 30 * dayMs).toISOString();
  await stores.invitations.add(people.map((name) => anInvitation(name, { session: id, invitedAt })));

  const left: Left[] = [];
  let leaving: number | undefined;
  let start = begins;
  let attempts = 0;
  const sender = makeMailSender({
    stores,
    now,
    log,
    tokenKeys: { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) },
    origin: 'https://hadir.test',
    newAttempt: () => `attempt-${++attempts}`,
    send: async ({ to }) => {
      left.push({ to, at: clock.getTime(), start, daysBefore: leaving });
      return 'SENT';
    },
  });
  const owe = makeOweReminders({ stores, now, log, queued: () => {} });
  const run = () => owe({ requestId: 'run', mayGoOn: () => true });

  const steps = {
    run,
    twoRuns: () => Promise.all([run(), run()]),
    send: async () => {
      for (const mail of await stores.mails.all(id)) {
        leaving = mail.daysBefore;
        await sender.handle(mail);
      }
    },
    byHand: async () => {
      const by = `by hand ${clock.getTime()}`;
      for (const { id: invitation } of await stores.invitations.all(id)) {
        await stores.invitations.claimReminder(id, invitation, by, clock);
        const after = await stores.invitations.get(id, invitation, { consistent: true });
        if (after?.remindedBy === by) await stores.mails.owe(owed(after, { purpose: 'REMIND' }, clock));
      }
    },
    moveOn: async () => {
      const current = await stores.sessions.get(id, { consistent: true });
      if (!current || clock.getTime() >= start) return;
      start += dayMs;
      await stores.sessions.edit({ ...current, startsAt: new Date(start).toISOString() }, 'PUBLISHED');
    },
  };
  return { id, left, steps, end: () => stores.sessions.move(id, 'cancel', {}) };
};
type Step = keyof Awaited<ReturnType<typeof startHistory>>['steps'];

const step = fc.record({
  // Runs and sends more often than what disturbs them.
  name: fc.constantFrom<Step>(
    'run',
    'run',
    'run',
    'twoRuns',
    'run',
    'send',
    'send',
    'send',
    'send',
    'byHand',
    'moveOn',
  ),
  // Around the days on which reminders are owed, and the hours before and after them. Of lists, since ranges are tried at their ends first.
  day: fc.constantFrom(-7, -3, -3, -1, -1, -2, 0),
  hour: fc.constantFrom(-1, 0, 1, 2, 5, 9, 13, 15, 16),
});

test('never two mails of one reminder for an invitation, none at another time, none after the start', async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 16, maxLength: 16 }), async (history) => {
      const { id, left, steps, end } = await startHistory();
      for (const { name, day, hour } of [...history].sort((a, b) => a.day - b.day || a.hour - b.hour)) {
        clock = new Date(begins + day * dayMs + hour * hourMs);
        await steps[name]();
      }
      const automatic = left.filter(({ daysBefore }) => daysBefore !== undefined);
      for (const { at, start, daysBefore = 0 } of automatic) {
        expect(at).toBeLessThan(start);
        const days = Math.floor((start + 7 * hourMs) / dayMs) - Math.floor((at + 7 * hourMs) / dayMs);
        expect(days).toBe(daysBefore);
      }
      const reminders = automatic.map(({ to, start, daysBefore }) => `${to} ${start} ${daysBefore}`);
      expect(reminders).toEqual([...new Set(reminders)]);
      const mails = await engine.stores.mails.all(id);
      const occasions = mails.map(({ invitation, occasion }) => `${invitation} ${occasion}`);
      expect(occasions).toEqual([...new Set(occasions)]);
      sent += automatic.length;
      await end();
    }),
    // A history that fails is short enough to be read as it is.
    { numRuns: 40, endOnFailure: true },
  );
  // Histories without mails would prove nothing. Some 70 are sent.
  expect(sent).toBeGreaterThan(20);
}, 120_000);
