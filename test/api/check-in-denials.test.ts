/** Scans that let nobody in: each is recorded once, with its reason. */
import { describe, expect, test } from 'vitest';
import { as } from '../support/api.ts';
import { makeHall } from '../support/hall.ts';

const hall = makeHall('Dinas A', 'Dinas B');

describe('the list of denials', () => {
  test('every scan that let nobody in is on the list, once, with its reason', async () => {
    const s = await hall.scenario();
    const path = `${s.base}/invitations/${s.id('Dinas B')}`;
    await s.scan('Dinas A', { nonce: 'first-arrival' });
    await s.scan('Dinas B', { nonce: 'to-be-undone' });
    await hall.api.call(as('organizer'), 'POST', `${path}/undo`, { of: 'to-be-undone', reason: 'Salah orang' });
    const denied = async () => {
      hall.later(1000);
      await s.scan('Dinas A', { nonce: 'denied-already', shown: 'ALREADY', door: 'Pintu B' });
      await s.scan('Dinas B', { nonce: 'to-be-undone' });
      await s.scan('', { token: 'nonsense', nonce: 'denied-forged' });
      await s.scan('Dinas B', { token: s.token('Dinas B', 3), nonce: 'denied-revoked' });
    };
    await denied();
    await denied();
    await s.scan('Dinas A', { nonce: 'first-arrival' });
    const { body } = await hall.api.call(as('auditor'), 'GET', `${s.base}/denials`);
    const found = body.items.map(({ nonce, reason, invitation }: Record<string, string>) => [
      nonce,
      reason,
      invitation,
    ]);
    expect(found).toEqual([
      ['denied-already', 'ALREADY', s.id('Dinas A')],
      ['denied-forged', 'UNKNOWN', undefined],
      ['denied-revoked', 'REVOKED', s.id('Dinas B')],
      ['to-be-undone', 'UNDONE', s.id('Dinas B')],
    ]);
    const page = await hall.api.call(as('organizer'), 'GET', `${s.base}/denials?limit=3`);
    const rest = await hall.api.call(as('organizer'), 'GET', `${s.base}/denials?limit=3&cursor=${page.body.next}`);
    expect([page.body.items.length, rest.body.items.length, rest.body.next]).toEqual([3, 1, null]);
  });

  test.each([undefined, 'UNDECIDED', 'ADMITTED', 'REFUSED'])(
    'a scan of an invitation that is not there is recorded, whatever the person was told: %s',
    async (shown) => {
      const s = await hall.scenario();
      const scan = () => s.scan('', { invitation: 'aaaaaaaa', nonce: 'nobody-there', ...(shown && { shown }) });
      expect((await scan()).body).toEqual({ result: 'refused', reason: 'UNKNOWN' });
      await scan();
      const denials = await hall.api.call(as('organizer'), 'GET', `${s.base}/denials`);
      expect(denials.body.items).toMatchObject([{ nonce: 'nobody-there', reason: 'UNKNOWN', invitation: 'aaaaaaaa' }]);
    },
  );

  test('a refused scan is recorded', async () => {
    const s = await hall.scenario();
    await s.scan('', { token: 'nonsense', nonce: 'denied-scan-1' });
    const items = await hall.api.engine.table.queryAll({ pk: `S#${s.session}`, prefix: 'D#' });
    expect(items).toMatchObject([{ nonce: 'denied-scan-1', reason: 'UNKNOWN', door: 'Pintu A' }]);
  });
});
