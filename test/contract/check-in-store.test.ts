/** What the store of check-ins promises, against the embedded engine: each is made once, whoever is faster. */
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, pledgeHash } from '../support/fixtures.ts';
import { contractEngine, freshSessions } from './contract-engine.ts';

const engine = contractEngine();
const freshSession = freshSessions('check-ins');

describe('check-ins', () => {
  const invited = async () => {
    const session = freshSession();
    const invitation = anInvitation('Dinas A', { session });
    await engine.stores.invitations.add([invitation]);
    return { session, invitation: invitation.id, tokenVersion: 1 };
  };

  test('the first is accepted, its repeat is replayed, another scan is told of the first', async () => {
    const { checkIns } = engine.stores;
    const target = await invited();
    const first = aCheckIn();
    expect((await checkIns.checkIn({ ...target, checkIn: first })).result).toBe('accepted');
    expect((await checkIns.checkIn({ ...target, checkIn: first })).result).toBe('replayed');
    const other = await checkIns.checkIn({ ...target, checkIn: aCheckIn({ nonce: 'nonce-0002', door: 'Pintu B' }) });
    expect(other).toMatchObject({ result: 'already', first: { door: 'Pintu A', at: first.at } });
  });

  test('of 20 doors at the same instant exactly one is accepted', async () => {
    const { checkIns } = engine.stores;
    const target = await invited();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        checkIns.checkIn({ ...target, checkIn: aCheckIn({ nonce: `nonce-at-door-${index}`, door: `Pintu ${index}` }) }),
      ),
    );
    const results = outcomes.map((outcome) => outcome.result);
    expect(results.filter((result) => result === 'accepted')).toHaveLength(1);
    expect(results.filter((result) => result === 'already')).toHaveLength(19);
    const winner = outcomes.find((outcome) => outcome.result === 'accepted');
    const doors = outcomes.flatMap((outcome) => (outcome.result === 'already' ? [outcome.first.door] : []));
    expect(new Set(doors)).toEqual(new Set([winner?.result === 'accepted' && winner.invitation.checkIn?.door]));
  });

  test('an accepted check-in sends one request, a refused one two; an id that nobody bears is looked for besides', async () => {
    const { checkIns, invitations } = engine.stores;
    const target = await invited();
    const count = async (work: () => Promise<unknown>): Promise<string[]> => {
      engine.requests.reset();
      await work();
      return engine.requests.sent;
    };
    const scan = (nonce: string) => ({ ...target, checkIn: aCheckIn({ nonce }) });
    expect(await count(() => checkIns.checkIn(scan('nonce-0001')))).toEqual(['UpdateItem']);
    expect(await count(() => checkIns.checkIn(scan('nonce-0001')))).toEqual(['UpdateItem']);
    expect(await count(() => checkIns.checkIn(scan('nonce-0002')))).toEqual(['UpdateItem']);
    await invitations.revoke(target.session, target.invitation, '2024-06-27T00:55:00.000Z');
    expect(await count(() => checkIns.checkIn(scan('nonce-0003')))).toEqual(['UpdateItem', 'UpdateItem']);
    expect((await checkIns.checkIn(scan('nonce-0003'))).result).toBe('refused');
    const nobody = { ...scan('nonce-0004'), invitation: 'aaaaaaaa' };
    // Neither is there a place for a note, which an engine does not tell from one that is full.
    expect(await count(() => checkIns.checkIn(nobody))).toEqual(['UpdateItem', 'UpdateItem', 'GetItem']);
    expect(await checkIns.checkIn(nobody)).toEqual({ result: 'refused', reason: 'UNKNOWN' });
  });

  test('the nonce is asked before revocation and before the state of the session', async () => {
    const { checkIns, invitations } = engine.stores;
    const target = await invited();
    const scan = { ...target, checkIn: aCheckIn() };
    await checkIns.checkIn(scan);
    expect((await checkIns.deny(scan, 'SESSION_OVER')).result).toBe('replayed');
    await invitations.revoke(target.session, target.invitation, '2024-06-27T00:55:00.000Z');
    expect((await checkIns.checkIn(scan)).result).toBe('replayed');
  });

  test('an older code of a re-issued invitation is refused; a find by name is not asked for a code', async () => {
    const { checkIns, invitations } = engine.stores;
    const target = await invited();
    await invitations.reissue(target.session, target.invitation, 1, '2024-06-26T01:00:00.000Z');
    const scan = { ...target, checkIn: aCheckIn() };
    expect(await checkIns.checkIn(scan)).toMatchObject({ result: 'refused', reason: 'REVOKED' });
    expect((await checkIns.checkIn({ ...scan, tokenVersion: undefined })).result).toBe('accepted');
  });

  test('a long invitation stays within 1 KB with its check-in and the head’s signature; a delegate’s besides makes two units at most', async () => {
    const { checkIns, invitations, pledges } = engine.stores;
    const session = freshSession();
    const invitation = anInvitation(
      'Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Anak',
      {
        session,
        office: 'Kepala Dinas Pengendalian Penduduk, Keluarga Berencana dan Perempuan',
        district: '16.04.05',
        districtName: 'Tanjung Sakti Pumu',
        holder: {
          name: 'Abdurrahman Wahid Kusumaningrat',
          titlesBefore: 'Drs. H.',
          titlesAfter: 'S.Sos., M.Si.',
          nip: '198001012005011001',
          rank: 'Pembina Utama Muda (IV/c)',
          acting: 'PLT',
        },
      },
    );
    await invitations.add([invitation]);
    const target = { session, invitation: invitation.id, tokenVersion: 1 };
    await checkIns.checkIn({
      ...target,
      checkIn: aCheckIn({
        who: 'delegate',
        nonce: 'V1StGXR8_Z5jdHi6B-myT',
        evidence: 'CODE',
        doorId: 'abcdefgh',
        delegate: { name: 'Siti Nurhaliza', office: 'Sekretaris Dinas', letter: '800/123/DPPKB/2024' },
      }),
    });
    engine.requests.reset();
    const signature = {
      at: '2024-06-27T03:00:00.000Z',
      hash: pledgeHash,
      method: 'TABLET' as const,
      nonce: 'V1StGXR8_Z5jdHi6B-myU',
      operator: '4f1c0a52-6f0e-4a3b-9c1d-2a7d6d0f1b11',
    };
    const signed = { session, invitation: invitation.id };
    await pledges.sign(signed, 'holder', signature, {});
    expect(engine.requests.units.write).toBe(1);
    engine.requests.reset();
    await pledges.sign(signed, 'delegate', { ...signature, signer: { name: 'Siti Nurhaliza' } }, {});
    expect(engine.requests.units.write).toBeLessThanOrEqual(2);
  });
});
