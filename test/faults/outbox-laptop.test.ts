/** The laptop's product ended while mails were owed: started again, it sends them, and what may have gone stays in doubt. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withdrawTokenKey } from '../../functions/admin/rotate-token-key.ts';
import { laptopTokenKeys } from '../../functions/admin/token-key-holders.ts';
import { type RunningServer, startServer } from '../../functions/local/server.ts';
import { loadTokenKeys } from '../../functions/local/token-keys.ts';
import { owed } from '../../functions/messages/mail-rules.ts';
import type { OutgoingMail } from '../../functions/messages/mail-sender.ts';
import { anInvitation, aSession, aUnit, lahat, sessionId } from '../support/fixtures.ts';
import { signIn } from '../support/sign-in.ts';

let dataDir: string;
let server: RunningServer | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hadir-outbox-'));
});
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
  await stores.mails.claim(
    claimed,
    { attempt: 'of a product that ended', linkKey: '1-aaaaaaaaaa' },
    new Date(now.getTime() - 3_600_000),
  );
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

test('a key withdrawn between two starts: the console sends a new link to whoever has a dead one', {
  timeout: 120_000,
}, async () => {
  const account = { username: 'sari', name: 'Sari', region: lahat, password: 'delapan karakter lebih' };
  const sent: OutgoingMail[] = [];
  const start = async (): Promise<RunningServer> => {
    const sendMail = async (mail: OutgoingMail) => {
      sent.push(mail);
      return 'SENT' as const;
    };
    server = await startServer({ dataDir, port: 0, sendMail });
    return server;
  };
  const press = async ({ origin }: RunningServer) => {
    const { accessToken } = await signIn({ origin, username: account.username, secret: account.password });
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    return (await fetch(`${origin}/api/sessions/${sessionId}/mail`, { method: 'POST', headers, body: '{}' })).json();
  };
  const opens = async ({ origin }: RunningServer, mail: OutgoingMail | undefined): Promise<number> =>
    (await fetch(`${origin}/api/c/${/\/c\/(\w+)/.exec(mail?.text ?? '')?.[1]}`)).status;

  const first = await start();
  await first.accounts.createFirst(account);
  await first.stores.regencies.put(regency);
  await first.stores.sessions.create(aSession({ state: 'PUBLISHED' }), 'x');
  const holder = { name: 'Siti', acting: 'DEFINITIVE' as const, email: 'a@lahat.example' };
  await first.stores.units.put(lahat, aUnit('Dinas A', { holder }));
  await first.stores.invitations.add([anInvitation('Dinas A')]);
  expect(await press(first)).toEqual({ queued: 1, already: 0, withoutAddress: 0 });
  await expect.poll(() => sent.length, { timeout: 20_000 }).toBe(1);
  expect(await opens(first, sent[0])).toBe(200);
  const { current } = await loadTokenKeys(dataDir);
  await withdrawTokenKey(laptopTokenKeys(dataDir), current, randomBytes);
  // It is told to take effect at the next start.
  expect(await press(first)).toMatchObject({ queued: 0, already: 1 });
  await first.close();

  const second = await start();
  expect(await opens(second, sent[0])).toBe(404);
  expect(await press(second)).toEqual({ queued: 1, already: 0, withoutAddress: 0 });
  await expect.poll(() => sent.length, { timeout: 20_000 }).toBe(2);
  expect(await opens(second, sent[1])).toBe(200);
  expect(await press(second)).toMatchObject({ queued: 0, already: 1 });
});
