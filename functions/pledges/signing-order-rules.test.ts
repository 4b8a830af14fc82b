import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation, aSession, pledgeHash } from '../../test/support/fixtures.ts';
import type { CheckIn, Invitation, Signature } from '../invitations/invitation-schema.ts';
import { makeUnitId } from '../platform/ids.ts';
import type { SessionPledge } from '../sessions/session-schema.ts';
import { officeRank, signingQueue } from './signing-order-rules.ts';

const { pledge } = aSession();
const session = {
  regency: '16.04',
  pledge: { ...(pledge as SessionPledge), classes: ['OPD', 'KECAMATAN', 'SD'] as const },
};
const at = '2024-06-27T03:00:00.000Z';
const signature: Signature = { at, hash: pledgeHash, method: 'TABLET', nonce: 'nonce-0001' };

const unit = (name: string, changes: Partial<Invitation> = {}) => anInvitation(name, changes);
const guest = (office: string, changes: Partial<Invitation> = {}): Invitation => {
  const { class: _, ...plain } = anInvitation(office, { kind: 'guest', office, ...changes });
  return plain;
};
const here = (changes: Partial<CheckIn> = {}) => ({ checkIn: aCheckIn(changes) });
const queueOf = (invitations: readonly Invitation[], order: readonly Invitation[] = []) =>
  signingQueue(
    invitations,
    { ...session, pledge: { ...session.pledge, classes: [...session.pledge.classes] } },
    order.map(({ id }) => id),
  );
const names = (invitations: readonly Invitation[], order: readonly Invitation[] = []) =>
  queueOf(invitations, order).map(({ name }) => name);

describe('which office stands where', () => {
  test.each([
    ['Bupati Lahat', '16.04', 0],
    ['Pj. Bupati Lahat', '16.04', 0],
    ['Penjabat Wali Kota Pagar Alam', '16.72', 0],
    ['Walikota Pagar Alam', '16.72', 0],
    ['Wakil Bupati Lahat', '16.04', 1],
    ['Plh. Sekretaris Daerah', '16.04', 2],
    ['Sekretaris Daerah Kabupaten Lahat', '16.04', 2],
    ['Gubernur Lampung', '18', 0],
    ['Wakil Gubernur Lampung', '18', 1],
    ['Gubernur Sumatera Selatan', '16.04', 3],
    ['Bupati Pringsewu', '18', 3],
    ['Sekretaris DPRD', '16.04', 3],
    ['Staf Ahli Bupati Bidang Hukum', '16.04', 3],
    ['Asisten Sekretaris Daerah', '16.04', 3],
  ])('%s in %s', (office, regency, rank) => {
    expect(officeRank(office, regency)).toBe(rank);
  });
});

describe('the order', () => {
  const sekda = unit('Sekretariat Daerah', { office: 'Plh. Sekretaris Daerah' });
  const [agency, district] = [unit('Dinas Kesehatan'), unit('Kecamatan Lahat', { class: 'KECAMATAN' })];
  const schools = ['SDN 10 Lahat', 'SDN 2 Lahat'].map((name) => unit(name, { class: 'SD' }));
  const bupati = guest('Pj. Bupati Lahat');
  const [deputy, police] = [guest('Wakil Bupati Lahat', here()), guest('Kapolres Lahat', here())];

  test('the Sekda, agencies, districts, schools as people count; guests not', () => {
    const all = [...schools, district, agency, sekda, police, bupati];
    const inOrder = ['Sekretariat Daerah', 'Dinas Kesehatan', 'Kecamatan Lahat', 'SDN 2 Lahat', 'SDN 10 Lahat'];
    expect(names(all)).toEqual(inOrder);
    expect(queueOf(all).map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
  });

  test('the head of the region and the deputy come first where they are in the hall, and only then', () => {
    const came = { ...bupati, ...here() };
    expect(names([sekda, deputy, came])).toEqual(['Pj. Bupati Lahat', 'Wakil Bupati Lahat', 'Sekretariat Daerah']);
    expect(names([sekda, { ...bupati, ...here({ mode: 'ONLINE' }) }])).toEqual(['Sekretariat Daerah']);
  });

  test('who is placed by hand comes before all, guests too', () => {
    expect(names([sekda, agency, police, deputy], [police, agency])).toEqual([
      'Kapolres Lahat',
      'Dinas Kesehatan',
      'Wakil Bupati Lahat',
      'Sekretariat Daerah',
    ]);
    expect(queueOf([sekda, agency], [agency]).map(({ placed }) => placed)).toEqual([true, false]);
  });

  test('who owes nothing, was revoked, or is not there any more is not in it', () => {
    const company = unit('PT Air', { class: 'BUMD' });
    const revoked = unit('Dinas Lama', { revokedAt: at });
    expect(names([agency, company, revoked], [revoked, unit('Tidak Ada')])).toEqual(['Dinas Kesehatan']);
    expect(names([agency, company], [company])).toEqual(['PT Air', 'Dinas Kesehatan']);
  });
});

describe('who is expected, and whether they can sign now', () => {
  const entry = (changes: Partial<Invitation>, placed = false) => {
    const one = unit('Dinas A', changes);
    const [found] = queueOf([one], placed ? [one] : []);
    if (!found) throw new Error('it is not in the queue');
    return found;
  };

  test('nobody in the hall: the holder is expected, and nobody waits', () => {
    expect(entry({})).toMatchObject({ present: null, waiting: false, status: 'NOT_YET', person: { name: 'Sahabadi' } });
    expect(entry(here({ mode: 'ONLINE' }))).toMatchObject({ present: null, waiting: false });
  });

  test('the holder; a Plt who comes as the holder is an acting head', () => {
    expect(entry(here())).toMatchObject({ present: 'holder', waiting: true });
    expect(entry({ ...here(), holder: { name: 'Wati', acting: 'PLT' } })).toMatchObject({
      present: 'acting',
      person: { name: 'Wati', acting: 'PLT' },
    });
  });

  test('the delegate who came, as they said at the door or as the head had named them', () => {
    const came = here({ who: 'delegate', delegate: { name: 'Siti' } });
    expect(entry(came)).toMatchObject({ present: 'delegate', waiting: true, person: { name: 'Siti' } });
    const delegation = { delegate: { name: 'Rina', office: 'Sekretaris' }, at, version: 2, holderVersion: 1 };
    expect(entry({ ...here({ who: 'delegate' }), delegation }).person).toEqual({ name: 'Rina', office: 'Sekretaris' });
    expect(entry(here({ who: 'delegate' })).person).toBeNull();
  });

  test('a delegate who has signed waits no more, and the office’s pledge stays open', () => {
    const signed = entry({ ...here({ who: 'delegate' }), signedDelegate: signature });
    expect(signed).toMatchObject({ waiting: false, status: 'NOT_YET', signed: { delegate: at } });
    expect(entry({ ...here(), signedDelegate: signature })).toMatchObject({ waiting: true, present: 'holder' });
  });

  test('a symbolic signature or a witness’s settles nothing of a unit that owes', () => {
    expect(entry({ ...here(), signedSymbolic: signature, signedWitness: signature })).toMatchObject({
      waiting: true,
      status: 'NOT_YET',
    });
    expect(entry({ ...here(), signedHolder: signature })).toMatchObject({ waiting: false, status: 'SIGNED' });
  });

  test('a placed guest waits until anything of theirs is signed', () => {
    const dandim = guest('Dandim', here());
    expect(queueOf([dandim], [dandim])[0]).toMatchObject({ waiting: true, status: 'NOT_DUE' });
    const witnessed = { ...dandim, signedWitness: signature };
    expect(queueOf([witnessed], [witnessed])[0]).toMatchObject({ waiting: false, signed: { witness: at } });
  });
});

describe('any roster, in any order', () => {
  const someone = fc.record({
    name: fc.constantFrom('Dinas A', 'dinas a', 'SDN 2', 'SDN 10', 'Sekretariat Daerah', 'Bupati Lahat'),
    office: fc.constantFrom('Kepala', 'Sekretaris Daerah', 'Pj. Bupati Lahat', 'Wakil Bupati Lahat'),
    kind: fc.constantFrom('unit' as const, 'guest' as const),
    class: fc.constantFrom('OPD' as const, 'SD' as const, 'BUMD' as const),
    came: fc.boolean(),
    revoked: fc.boolean(),
  });
  const roster = fc.array(someone, { maxLength: 25 }).map((list) =>
    list.map(({ came, revoked, ...one }, index) =>
      anInvitation(one.name, {
        ...one,
        id: makeUnitId('16.04', String(index)),
        ...(came && here()),
        ...(revoked && { revokedAt: at }),
      }),
    ),
  );
  const shuffledBy = <T>(list: readonly T[], seed: readonly number[]): T[] =>
    list
      .map((item, index) => ({ item, by: seed[index % Math.max(1, seed.length)] ?? 0, index }))
      .sort((a, b) => a.by - b.by || b.index - a.index)
      .map(({ item }) => item);

  test('the queue is the same, everybody in it once, those placed first', () => {
    fc.assert(
      fc.property(
        roster,
        fc.array(fc.nat(), { minLength: 1, maxLength: 25 }),
        fc.nat({ max: 8 }),
        (all, seed, count) => {
          const placed = shuffledBy(all, seed).slice(0, count);
          const queue = queueOf(all, placed);
          expect(queueOf(shuffledBy(all, seed), placed)).toEqual(queue);
          expect(new Set(queue.map(({ invitation }) => invitation)).size).toBe(queue.length);
          expect(queue.map(({ place }) => place)).toEqual(queue.map((_, index) => index + 1));
          const standing = placed.filter(({ revokedAt }) => revokedAt === undefined).map(({ id }) => id);
          expect(queue.slice(0, standing.length).map(({ invitation }) => invitation)).toEqual(standing);
          for (const { status, placed: byHand, kind, present } of queue.slice(standing.length)) {
            expect(byHand).toBe(false);
            expect(status !== 'NOT_DUE' || present !== null).toBe(true);
            if (kind === 'guest') expect(present).not.toBeNull();
          }
        },
      ),
    );
  });

  test('a signature moves nobody’s place', () => {
    fc.assert(
      fc.property(roster, fc.nat(), (all, which) => {
        const before = queueOf(all).map(({ invitation }) => invitation);
        const signed = all.map((one, index) =>
          index === which % Math.max(1, all.length) ? { ...one, signedHolder: signature } : one,
        );
        expect(queueOf(signed).map(({ invitation }) => invitation)).toEqual(before);
      }),
    );
  });
});
