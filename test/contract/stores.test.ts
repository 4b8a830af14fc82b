/** What every store promises, against the embedded engine. */
import { describe, expect, test } from 'vitest';
import { regencyKey, tenantKey } from '../../functions/platform/keys.ts';
import { holderOn, replaceHolder } from '../../functions/roster/tenure.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import { aCheckIn, anInvitation, aRegency, aSession, aUnit, lahat } from '../support/fixtures.ts';
import { contractEngine, freshSessions } from './contract-engine.ts';

const engine = contractEngine();
const freshSession = freshSessions('contract');

describe('regencies', () => {
  test('settings are written over the version that was read, and over no other', async () => {
    const { regencies } = engine.stores;
    expect(await regencies.put(aRegency('16.04'))).toEqual(aRegency('16.04'));
    expect(await regencies.put({ ...aRegency('16.04'), name: 'somebody who saw nothing there' })).toBeUndefined();
    const second = aRegency('16.04', { name: 'Lahat, renamed', version: 2 });
    expect(await regencies.put(second)).toEqual(second);
    expect(await regencies.put({ ...second, name: 'somebody slower' })).toBeUndefined();
    // The same call sent again, and the same settings from whoever saw an older version, are done already.
    expect(await regencies.put(second)).toEqual(second);
    expect(await regencies.put({ ...second, version: 1 })).toEqual(second);
    expect(await regencies.get('16.04', { consistent: true })).toEqual(second);
    expect((await regencies.page('16.04', { limit: 10 })).items).toEqual([second]);
    expect(await regencies.get('99')).toBeUndefined();
  });

  test('settings that were kept without a version are the first', async () => {
    const { regencies } = engine.stores;
    const { version: _, ...old } = aRegency('16.05');
    await engine.table.put({ ...regencyKey('16.05'), ...old });
    await engine.table.put({ ...tenantKey('16.05'), ...old });
    expect((await regencies.get('16.05'))?.version).toBe(1);
    expect(await regencies.put({ ...aRegency('16.05'), name: 'another', version: 1 })).toBeUndefined();
    const second = aRegency('16.05', { name: 'Kabupaten', version: 2 });
    expect(await regencies.put(second)).toEqual(second);
    expect((await regencies.page('16.05', { limit: 10 })).items).toEqual([second]);
  });

  test('a province sees itself and its own regencies only', async () => {
    const { regencies } = engine.stores;
    for (const code of ['18', '18.13', '63.03']) await regencies.put(aRegency(code));
    expect((await regencies.page('18', { limit: 10 })).items.map((item) => item.code)).toEqual(['18', '18.13']);
  });
});

describe('units', () => {
  test('a unit is written over the version that was read, and over no other', async () => {
    const { units } = engine.stores;
    const unit = aUnit('Dinas Kesehatan');
    expect(await units.put(lahat, unit)).toBe(true);
    expect(await units.put(lahat, unit)).toBe(false);
    expect(await units.put(lahat, { ...unit, version: 2, office: 'Plt. Kepala' })).toBe(true);
    expect(await units.put(lahat, { ...unit, version: 2, office: 'somebody slower' })).toBe(false);
    expect((await units.get(lahat, unit.id))?.office).toBe('Plt. Kepala');
  });

  test('who held an office before is kept in the same write, and survives what is written over it', async () => {
    const { units } = engine.stores;
    const { holder, ...unit } = aUnit('Kecamatan Kikim Barat');
    const registered = { ...unit, holder, registeredOn: '2024-01-02' };
    expect(await units.put(lahat, registered)).toBe(true);
    const replaced = replaceHolder(
      registered,
      { name: 'Budi', acting: 'PLT' },
      { from: '2024-05-01', today: '2024-06-20' },
    );
    expect(await units.put(lahat, { ...replaced, version: 2 })).toBe(true);
    expect(await units.put(lahat, { ...replaced, version: 2, past: [] })).toBe(false);
    const read = await units.get(lahat, unit.id);
    expect(read).toEqual({ ...replaced, version: 2 });
    expect(await units.put(lahat, { ...replaced, version: 3, retiredOn: '2024-06-20' })).toBe(true);
    const [kept] = await units.some(lahat, [unit.id]);
    expect(kept).toMatchObject({ retiredOn: '2024-06-20', past: [{ to: '2024-05-01' }] });
    expect(holderOn(kept as Unit, '2024-04-30', '2024-06-20').holder?.name).toBe(holder?.name);
  });

  test('a page of units that are wanted leaves the others out and still follows to the end', async () => {
    const { units } = engine.stores;
    const code = '16.12';
    for (let index = 0; index < 20; index += 1) {
      await units.put(code, aUnit(`Unit ${index}`, index % 2 ? { retiredOn: '2024-01-01' } : {}));
    }
    const wanted = (unit: Unit) => unit.retiredOn === undefined;
    const first = await units.page(code, { limit: 7, wanted });
    const second = await units.page(code, { limit: 7, wanted, cursor: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([7, 3, null]);
    expect([...first.items, ...second.items].every(wanted)).toBe(true);
  });

  test('pages follow to the end without losing or repeating a unit', async () => {
    const { units } = engine.stores;
    const code = '16.05';
    for (let index = 0; index < 25; index += 1) await units.put(code, aUnit(`SD Negeri ${index}`));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await units.page(code, { limit: 7, cursor });
      seen.push(...page.items.map((unit) => unit.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
    expect(await units.all(code)).toHaveLength(25);
  });

  test('a page of a rare class is filled in a few queries, and followed to the end', async () => {
    const { units } = engine.stores;
    const code = '16.11';
    for (let index = 0; index < 120; index += 1) {
      await units.put(code, aUnit(`Unit ${index}`, { class: index % 10 === 0 ? 'KECAMATAN' : 'SD' }));
    }
    engine.requests.reset();
    const first = await units.page(code, { limit: 7, class: 'KECAMATAN' });
    expect(engine.requests.sent).toEqual(['Query']);
    const second = await units.page(code, { limit: 7, class: 'KECAMATAN', cursor: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([7, 5, null]);
    expect(new Set([...first.items, ...second.items].map((unit) => unit.id)).size).toBe(12);
  });

  test('some answers those that exist, also beyond one batch of 100', async () => {
    const { units } = engine.stores;
    const code = '16.06';
    const made = Array.from({ length: 130 }, (_, index) => aUnit(`Unit ${index}`));
    for (const unit of made) await units.put(code, unit);
    const ids = [...made.map((unit) => unit.id), 'aaaaaaaa'];
    expect(await units.some(code, ids)).toHaveLength(130);
  });
});

describe('sessions', () => {
  test('a repeated create finds the first; another body under the same key is told apart', async () => {
    const { sessions: store } = engine.stores;
    const session = aSession({ id: freshSession() });
    expect((await store.create(session, 'body-1')).result).toBe('created');
    expect((await store.create(session, 'body-1')).result).toBe('repeated');
    expect((await store.create(session, 'body-2')).result).toBe('taken');
  });

  test('an edit needs the version and the state that were read', async () => {
    const { sessions: store } = engine.stores;
    const session = aSession({ id: freshSession(), occasion: 'Korpri' });
    await store.create(session, 'x');
    const { occasion: _, ...plain } = session;
    const edited = await store.edit({ ...plain, title: 'Judul baru' }, 'DRAFT');
    expect(edited).toMatchObject({ title: 'Judul baru', version: 2 });
    expect(edited?.occasion).toBeUndefined();
    expect(await store.edit({ ...session, title: 'terlambat' }, 'DRAFT')).toBeUndefined();
    expect(await store.edit({ ...session, version: 2 }, 'PUBLISHED')).toBeUndefined();
    expect((await store.create(session, 'x')).result).toBe('repeated');
  });

  test('a move is made from its allowed states only, and once', async () => {
    const { sessions: store } = engine.stores;
    const session = aSession({ id: freshSession() });
    await store.create(session, 'x');
    expect(await store.move(session.id, 'open', {})).toBeUndefined();
    expect((await store.move(session.id, 'publish', {}))?.state).toBe('PUBLISHED');
    expect(await store.move(session.id, 'publish', {})).toBeUndefined();
    const opened = await store.move(session.id, 'open', { openedAt: '2024-06-27T00:30:00.000Z' });
    expect(opened).toMatchObject({ state: 'OPEN', openedAt: '2024-06-27T00:30:00.000Z' });
    expect(await store.edit(opened ?? session, 'OPEN')).toBeUndefined();
  });
});

describe('invitations', () => {
  test('adding again adds nothing and keeps what has happened', async () => {
    const { invitations, checkIns } = engine.stores;
    const session = freshSession();
    const invitation = anInvitation('Dinas A', { session });
    expect(await invitations.add([invitation])).toBe(1);
    await checkIns.checkIn({ session, invitation: invitation.id, tokenVersion: 1, checkIn: aCheckIn() });
    expect(await invitations.add([invitation, anInvitation('Dinas B', { session })])).toBe(1);
    expect((await invitations.get(session, invitation.id))?.checkIn?.nonce).toBe('nonce-0001');
  });

  test('a revocation keeps its first time; a re-issue needs the version that was read', async () => {
    const { invitations } = engine.stores;
    const session = freshSession();
    const invitation = anInvitation('Dinas A', { session });
    await invitations.add([invitation]);
    await invitations.revoke(session, invitation.id, '2024-06-25T00:00:00.000Z');
    expect((await invitations.revoke(session, invitation.id, '2024-06-26T00:00:00.000Z'))?.revokedAt).toBe(
      '2024-06-25T00:00:00.000Z',
    );
    const reissued = await invitations.reissue(session, invitation.id, 1, '2024-06-26T01:00:00.000Z');
    expect(reissued).toMatchObject({ tokenVersion: 2 });
    expect(reissued?.revokedAt).toBeUndefined();
    expect(await invitations.reissue(session, invitation.id, 1, '2024-06-26T01:00:00.000Z')).toBeUndefined();
    expect(await invitations.revoke(session, 'aaaaaaaa', 'x')).toBeUndefined();
  });

  test('a frozen roster is kept whole, in any order given', async () => {
    const { invitations } = engine.stores;
    const session = freshSession();
    const ids = Array.from({ length: 500 }, (_, index) => aUnit(`U${index}`).id);
    const first = await invitations.putFrozenRoster(session, ids);
    const again = await invitations.putFrozenRoster(session, [...ids].reverse());
    expect(again).toEqual(first);
    const frozen = { at: '2024-06-27T00:00:00.000Z', ...first };
    expect(await invitations.frozenRoster({ id: session, frozen })).toEqual(new Set(ids));
    expect(await invitations.frozenRoster({ id: session, frozen: null })).toBeNull();
    // A roster that cannot be found is a fault, never an empty denominator.
    await expect(
      invitations.frozenRoster({ id: session, frozen: { ...frozen, hash: '0'.repeat(64) } }),
    ).rejects.toThrow();
  });
});
