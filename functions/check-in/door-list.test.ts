import { describe, expect, test } from 'vitest';
import { aCheckIn, anInvitation } from '../../test/support/fixtures.ts';
import { makeToken } from '../invitations/invitation-token.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { doorListEntry, tokenHash } from './door-list.ts';
import { DoorListEntry } from './door-list-schema.ts';

const first = new Uint8Array(32).fill(1);
const second = new Uint8Array(32).fill(2);
const before: TokenKeys = { current: 1, secrets: new Map([[1, first]]) };
const after: TokenKeys = {
  current: 2,
  secrets: new Map([
    [1, first],
    [2, second],
  ]),
};
const content = ({ id, session, tokenVersion }: ReturnType<typeof anInvitation>) => ({
  session,
  invitation: id,
  version: tokenVersion,
});

describe('the entry of an invitation', () => {
  test('recognises every code that was printed with a key still held, and no code of another version', () => {
    const invitation = anInvitation('Dinas A', { tokenVersion: 2 });
    const { hashes } = doorListEntry(after, invitation);
    for (const keys of [before, after]) expect(hashes).toContain(tokenHash(makeToken(keys, content(invitation))));
    expect(hashes).toHaveLength(2);
    expect(hashes).not.toContain(tokenHash(makeToken(after, { ...content(invitation), version: 1 })));
  });

  test('the hash is of the upper case form', () => {
    const token = makeToken(before, content(anInvitation('Dinas A')));
    expect(tokenHash(token.toLowerCase())).toBe(tokenHash(token));
    expect(tokenHash(token)).toMatch(/^[\w-]{16}$/);
  });

  test('holds what the verdict shows, and neither code, number, phone, nonce nor letter', () => {
    const delegate = { name: 'Budi', office: 'Sekretaris', letter: '800/12' };
    const checkIn = aCheckIn({ who: 'delegate', delegate, phone: 'phone-hash', operator: 'someone' });
    const invitation = anInvitation('Dinas A', { checkIn, seat: 'A12', districtName: 'Lahat' });
    const entry = doorListEntry(before, invitation);
    expect(DoorListEntry.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({ name: 'Sahabadi', titlesBefore: 'Drs.', seat: 'A12', revoked: false, version: 1 });
    expect(entry.present).toEqual({
      at: checkIn.at,
      door: 'Pintu A',
      mode: 'IN_PERSON',
      who: 'delegate',
      delegateName: 'Budi',
    });
    const text = JSON.stringify(entry);
    for (const secret of ['198001012005011001', '800/12', 'phone-hash', 'someone', checkIn.nonce]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toContain(makeToken(before, content(invitation)));
  });

  test('while a delegate is named: the delegate’s code opens, the holder’s is told apart, and the delegate is described', () => {
    const delegate = { name: 'Wati', office: 'Sekretaris', acting: 'PLT' as const, letter: '800/12' };
    const at = '2024-06-21T02:00:00.000Z';
    const bound = { phone: 'hash-of-a-phone', at };
    const delegation = { delegate, at, version: 2, holderVersion: 1, operator: 'someone', bound };
    const invitation = anInvitation('Dinas A', { tokenVersion: 2, lastVersion: 2, delegation });
    const hashOf = (version: number) => tokenHash(makeToken(before, { ...content(invitation), version }));
    const entry = doorListEntry(before, invitation);
    expect(DoorListEntry.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({ version: 2, hashes: [hashOf(2)], name: 'Sahabadi' });
    expect(entry.delegated).toEqual({ ...delegate, holderHashes: [hashOf(1)] });
    expect(JSON.stringify(entry)).not.toMatch(/hash-of-a-phone|someone/);
  });

  test('after a delegation was taken back, the highest version ever given: a door then knows that code as dead', () => {
    const invitation = anInvitation('Dinas A', { tokenVersion: 1, lastVersion: 2 });
    expect(doorListEntry(before, invitation)).toMatchObject({ version: 1, lastVersion: 2 });
    expect(doorListEntry(before, { ...invitation, tokenVersion: 2 })).not.toHaveProperty('lastVersion');
  });

  test('the wave by its label, and the other entries of the same person', () => {
    const waves = [
      { id: 'pagi', label: 'Pagi' },
      { id: 'siang', label: 'Siang' },
    ];
    const invitation = anInvitation('Dinas A', { wave: 'siang', alsoHolds: ['bbbbbbbb'] });
    expect(doorListEntry(before, invitation, waves)).toMatchObject({ wave: 'Siang', alsoHolds: ['bbbbbbbb'] });
    expect(doorListEntry(before, { ...invitation, wave: 'gone' }, waves).wave).toBeUndefined();
  });

  test('a vacant office, a guest and a revoked invitation', () => {
    expect(doorListEntry(before, anInvitation('Dinas A', { holder: null }))).toMatchObject({
      name: null,
      acting: 'DEFINITIVE',
      present: null,
    });
    expect(doorListEntry(before, anInvitation('Dandim', { kind: 'guest', class: undefined }))).toMatchObject({
      kind: 'guest',
    });
    const revokedAt = '2024-06-27T00:00:00.000Z';
    expect(doorListEntry(before, anInvitation('Dinas A', { revokedAt })).revoked).toBe(true);
  });
});
