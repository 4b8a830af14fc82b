/** The laptop's product ended while mails were owed: started again, it sends them, and what may have gone stays in doubt. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { owed } from '../../functions/messages/mail-rules.ts';
import type { OutgoingMail } from '../../functions/messages/mail-sender.ts';
import { anInvitation, aSession, aUnit, lahat, sessionId } from '../support/fixtures.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'hadir-outbox-'));
let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = { name: 'Kabupaten Lahat', zone: 'WIB' as const, letterhead: { lines: ['PEMERINTAH'] } };
const regency = { ...settings, code: lahat, labels: { district: 'Kecamatan', village: 'Desa' }, version: 1 };

test('owed mails outlive the product; a claimed one is not sent again', { timeout: 60_000 }, async () => {
  const now = new Date();
  server = await startServer({ dataDir, port: 0 });
  const { stores } = server;
  await stores.regencies.put(regency);
  await stores.sessions.create(aSession({ state: 'PUBLISHED' }), 'x');
  for (const name of ['Dinas A', 'Dinas B']) {
    const holder = { name: 'Siti', acting: 'DEFINITIVE' as const, email: `${name.at(-1)}@lahat.example` };
    await stores.units.put(lahat, aUnit(name, { holder }));
    await stores.invitations.add([anInvitation(name)]);
    await stores.mails.owe(owed(anInvitation(name), { purpose: 'INVITE' }, now));
  }
  const claimed = owed(anInvitation('Dinas B'), { purpose: 'INVITE' }, now);
  await stores.mails.claim(claimed, 'of a product that ended', new Date(now.getTime() - 3_600_000));
  await server.close();

  const sent: OutgoingMail[] = [];
  server = await startServer({
    dataDir,
    port: 0,
    sendMail: async (mail) => {
      sent.push(mail);
      return 'SENT';
    },
  });
  const again = server;
  await expect
    .poll(async () => (await again.stores.mails.all(sessionId)).map(({ state }) => state).sort(), { timeout: 20_000 })
    .toEqual(['SENT', 'UNCERTAIN']);
  expect(sent.map(({ to }) => to)).toEqual(['A@lahat.example']);
  expect(sent[0]?.text).toContain(`${again.origin}/c/`);
});
