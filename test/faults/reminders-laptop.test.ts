/** The laptop that is opened after eight o'clock: what is owed of the day goes out at the start, once however often it is started. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import type { OutgoingMail } from '../../functions/messages/mail-sender.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { anInvitation, aRegency, aSession, aUnit, lahat, sessionId } from '../support/fixtures.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'hadir-reminders-'));
let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('reminders of the day are sent at the start, and not again at the next', { timeout: 60_000 }, async () => {
  server = await startServer({ dataDir, port: 0 });
  const { stores } = server;
  await stores.regencies.put(aRegency());
  // Each start has one mail that is due, behind the one that is not: once it has left, the run has looked at both.
  const eastern = makeSessionId(lahat, 'reminders in WIT');
  await stores.sessions.create(aSession({ state: 'PUBLISHED', reminderDays: [3] }), 'x');
  await stores.sessions.create(aSession({ id: eastern, zone: 'WIT', state: 'PUBLISHED', reminderDays: [3] }), 'x');
  for (const name of ['A', 'B', 'C']) {
    const email = `${name.toLowerCase()}@lahat.example`;
    const holder = { name: 'Siti', acting: 'DEFINITIVE' as const, email };
    await stores.units.put(lahat, aUnit(`Dinas ${name}`, { holder }));
  }
  await stores.invitations.add([anInvitation('Dinas A'), anInvitation('Dinas B', { session: eastern })]);
  await server.close();

  const sent: OutgoingMail[] = [];
  const open = async (at: string) => {
    server = await startServer({
      dataDir,
      port: 0,
      now: () => new Date(at),
      sendMail: async (mail) => {
        sent.push(mail);
        return 'SENT';
      },
    });
    return server;
  };
  const written = () => sent.map(({ to }) => to);
  const early = await open('2024-06-24T00:30:00Z');
  await expect.poll(written, { timeout: 20_000 }).toContain('b@lahat.example');
  await early.close();
  expect(written()).toEqual(['b@lahat.example']);
  const late = await open('2024-06-24T03:00:00Z');
  const states = async () =>
    (await late.stores.mails.all(sessionId)).map(({ state, daysBefore }) => [state, daysBefore]);
  await expect.poll(states, { timeout: 20_000 }).toEqual([['SENT', 3]]);
  expect(written()).toEqual(['b@lahat.example', 'a@lahat.example']);
  await late.stores.invitations.add([anInvitation('Dinas C')]);
  await late.close();
  const again = await open('2024-06-24T05:00:00Z');
  await expect.poll(written, { timeout: 20_000 }).toContain('c@lahat.example');
  await again.close();
  expect(written()).toEqual(['b@lahat.example', 'a@lahat.example', 'c@lahat.example']);
  server = undefined;
});
