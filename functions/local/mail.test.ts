import { expect, test, vi } from 'vitest';
import type { Mail } from '../messages/mail-schema.ts';
import { makeMailLoop } from './mail.ts';

const within = 20_000;

const mail = (session: string, invitation: string, state: Mail['state']): Mail => ({
  session,
  invitation,
  purpose: 'INVITE',
  occasion: 'v1',
  state,
  since: '2024-06-20T02:00:00.000Z',
  deferrals: 0,
});

test('mails that wait are counted until they are sent or given up, and no others', async () => {
  const owed: Record<string, Mail[]> = {
    aaaaaaaaaa: [
      mail('aaaaaaaaaa', 'aaaaaaaa', 'SENT'),
      mail('aaaaaaaaaa', 'bbbbbbbb', 'QUEUED'),
      mail('aaaaaaaaaa', 'cccccccc', 'QUEUED'),
      mail('aaaaaaaaaa', 'dddddddd', 'SENDING'),
      mail('aaaaaaaaaa', 'eeeeeeee', 'FAILED'),
    ],
    bbbbbbbbbb: [mail('bbbbbbbbbb', 'aaaaaaaa', 'SENDING')],
  };
  const seen: number[] = [];
  let accepts = false;
  const loop = makeMailLoop(
    { all: async (session) => owed[session] ?? [] },
    {
      handle: async ({ session, invitation }) => {
        seen.push(loop.owed());
        const found = owed[session]?.find((one) => one.invitation === invitation);
        // Where somebody else has it, it is looked at again later.
        const waits = found?.state === 'QUEUED' ? !accepts : found?.state === 'SENDING';
        return waits ? 60_000 : null;
      },
    },
    () => {},
  );
  expect(loop.owed()).toBe(0);
  loop.queued('aaaaaaaaaa');
  loop.queued('bbbbbbbbbb');
  // The service puts the first one off, so the pass ends there.
  await vi.waitFor(() => expect(loop.owed()).toBe(4), within);
  accepts = true;
  loop.queued('aaaaaaaaaa');
  await vi.waitFor(() => expect(loop.owed()).toBe(2), within);
  expect(seen).toContain(3);
  await loop.stop();
});
