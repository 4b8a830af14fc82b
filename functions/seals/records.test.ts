import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aMaterial, guest, late, present, represented, stoodIn, undone } from '../../test/seals/a-material.ts';
import { anInvitation, aSession } from '../../test/support/fixtures.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { canonical } from './canonical.ts';
import { blanked } from './erase-rules.ts';
import { Leaf, leafKinds } from './leaf-schema.ts';
import { outlineOf } from './leaf-text.ts';
import { sha256 } from './merkle-tree.ts';
import { identityOf, type SealRecord, sealRecord } from './record.ts';
import { recordsOf, type SealMaterial } from './records.ts';
import { commitmentAt, opensCommitment } from './verify-proof.ts';

const sealed = (record: SealRecord) => sealRecord(outlineOf(record), randomBytes);
const personalOf = (record: SealRecord) => outlineOf(record).personal;
const leavesOf = (material: SealMaterial): Leaf[] =>
  recordsOf(material).map((record) => Leaf.parse(JSON.parse(sealed(record).text)));
const of = <K extends Leaf['kind']>(leaves: readonly Leaf[], kind: K) =>
  leaves.filter((leaf): leaf is Extract<Leaf, { kind: K }> => leaf.kind === kind);
const identities = (material: SealMaterial): string[] => recordsOf(material).map(identityOf);
const withInvitation = (changed: Invitation): SealMaterial => {
  const material = aMaterial();
  return { ...material, invitations: material.invitations.map((one) => (one.id === changed.id ? changed : one)) };
};

describe('every record becomes one leaf', () => {
  const leaves = leavesOf(aMaterial());

  test('of every kind, in its closed shape, in the order of the tree', () => {
    expect([...new Set(leaves.map(({ kind }) => kind))]).toEqual([...leafKinds]);
    expect(leaves[0]?.kind).toBe('session');
    const places = leaves.map((leaf) => {
      const { kind, invitation = '', nonce, id = '' } = leaf as unknown as Record<string, string>;
      return [String(leafKinds.indexOf(kind as Leaf['kind'])).padStart(2, '0'), invitation, nonce ?? id].join('\0');
    });
    expect(places).toEqual([...places].sort());
  });

  test('its text is canonical, and its commitments open', () => {
    for (const record of recordsOf(aMaterial())) {
      const { text, openings } = sealed(record);
      const leaf = JSON.parse(text);
      expect(canonical(Leaf.parse(leaf))).toBe(text);
      expect(openings.map(({ field, value }) => ({ field, value }))).toEqual(personalOf(record));
      for (const opening of openings)
        expect(opensCommitment(sha256, opening, commitmentAt(leaf, opening.field) ?? '')).toBe(true);
    }
  });

  test('no name, number or own word stands in any leaf', () => {
    const records = recordsOf(aMaterial());
    const values = [...new Set(records.flatMap(personalOf).map(({ value }) => value))];
    // Of these kinds there are some: without them the next lines would prove nothing.
    const fields = new Set(records.flatMap(personalOf).map(({ field }) => field));
    for (const field of ['holder.name', 'holder.nip', 'guest.name', 'guest.office', 'delegate.name', 'delegate.office'])
      expect(fields).toContain(field);
    for (const field of [
      'delegate.letter',
      'operator',
      'reason',
      'by',
      'reader.name',
      'witnesses.1.office',
      'signer.name',
    ])
      expect(fields).toContain(field);
    const whole = records.map((record) => sealed(record).text).join('\n');
    for (const value of values) expect(whole).not.toContain(value);
  });

  test('the same record sealed twice has other commitments and the same identity', () => {
    const record = recordsOf(aMaterial()).find(({ kind }) => kind === 'check-in') as SealRecord;
    const [one, other] = [sealed(record), sealed(record)];
    expect(one.text).not.toBe(other.text);
    expect(identityOf(JSON.parse(one.text))).toBe(identityOf(record));
    expect(identityOf(JSON.parse(other.text))).toBe(identityOf(record));
  });

  test('no two share an identity, and a leaf has that of its record', () => {
    const records = recordsOf(aMaterial());
    expect(new Set(records.map(identityOf)).size).toBe(records.length);
    for (const record of records) expect(identityOf(JSON.parse(sealed(record).text))).toBe(identityOf(record));
  });

  test('the order in which things are read does not matter', () => {
    const { session, frozen, ...lists } = aMaterial();
    const turned = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list].reverse()]));
    expect(identities({ ...aMaterial(), ...turned })).toEqual(identities({ session, frozen, ...lists }));
  });

  test('a record that is told twice is sealed once', () => {
    const material = aMaterial();
    expect(identities({ ...material, denials: [...material.denials, ...material.denials] })).toEqual(
      identities(material),
    );
  });
});

describe('who was asked', () => {
  const leaves = leavesOf(aMaterial());
  const standing = (id: string) => of(leaves, 'office').find(({ invitation }) => invitation === id)?.standing;

  test('frozen, added afterwards, or a guest', () => {
    expect(standing(present.id)).toBe('FROZEN');
    expect(standing(late.id)).toBe('ADDED');
    expect(standing(guest.id)).toBe('GUEST');
  });

  test('a unit stands with its name; of a guest even the institution is a commitment', () => {
    const [unit, visitor] = [present.id, guest.id].map((id) =>
      of(leaves, 'office').find(({ invitation }) => invitation === id),
    );
    expect(unit).toMatchObject({ name: present.name, office: present.office, class: 'OPD' });
    expect(visitor).not.toHaveProperty('name');
    expect(visitor?.guest).toHaveProperty('name');
  });

  test('revoked before the opening and never used: not asked; revoked afterwards: a leaf of its own', () => {
    const gone = anInvitation('Dinas Lama', { revokedAt: '2024-06-26T01:00:00.000Z' });
    const revoked = anInvitation('Dinas Batal', { revokedAt: '2024-06-27T02:00:00.000Z' });
    const material = aMaterial();
    const sealedLeaves = leavesOf({ ...material, invitations: [...material.invitations, gone, revoked] });
    const about = (id: string) => sealedLeaves.filter((leaf) => 'invitation' in leaf && leaf.invitation === id);
    expect(about(gone.id)).toEqual([]);
    expect(about(revoked.id).map(({ kind }) => kind)).toEqual(['office', 'revocation']);
  });

  test('a delegation that was taken back says so, with all that is still known of it', () => {
    const ended = of(leaves, 'delegation').filter(({ takenBackAt }) => takenBackAt !== undefined);
    expect(ended).toHaveLength(1);
    expect(ended[0]).toMatchObject({ invitation: represented.id, version: 2, delegate: {} });
  });
});

describe('what came of it', () => {
  const leaves = leavesOf(aMaterial());

  test('a check-in that was taken back stays, with its undo', () => {
    const scans = of(leaves, 'check-in').filter(({ invitation }) => invitation === undone.id);
    const taken = of(leaves, 'undo').filter(({ invitation }) => invitation === undone.id);
    expect(scans).toHaveLength(2);
    expect(taken).toEqual([expect.objectContaining({ nonce: scans[0]?.nonce, checkedInAt: scans[0]?.at })]);
  });

  test('raw and corrected times both stand', () => {
    const scan = of(leaves, 'check-in').find(({ invitation }) => invitation === present.id);
    expect(scan).toMatchObject({ at: present.checkIn?.at, scannedAt: present.checkIn?.scannedAt });
    expect(scan?.at).not.toBe(scan?.scannedAt);
  });

  test('present at the reading is each one who was in the hall, by the check-in that stands', () => {
    const heard = of(leaves, 'heard');
    expect(heard.map(({ invitation }) => invitation)).toContain(present.id);
    const again = heard.find(({ invitation }) => invitation === undone.id);
    expect(again?.nonce).toBe(undone.checkIn?.nonce);
    expect(heard.every(({ reading }) => reading === 'pertama' || reading === 'susulan')).toBe(true);
  });

  test('a delegate signs for themself; symbolic and witnesses apart', () => {
    const kinds = of(leaves, 'signature').map((leaf) => [leaf.invitation, leaf.as]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        [stoodIn.id, 'delegate'],
        [present.id, 'holder'],
        [present.id, 'symbolic'],
        [guest.id, 'witness'],
      ]),
    );
  });

  test('a reading that was planned and never began is none', () => {
    expect(of(leaves, 'reading').map(({ id }) => id)).toEqual(['batal', 'pertama', 'susulan']);
  });

  test('a session that is not closed has no seal', () => {
    expect(() => recordsOf({ ...aMaterial(), session: aSession({ state: 'OPEN' }) })).toThrow(/not closed/);
  });
});

describe('what changes afterwards is new, and nothing else is', () => {
  const before = new Set(identities(aMaterial()));
  const fresh = (material: SealMaterial): string[] =>
    recordsOf(material).flatMap((record) => (before.has(identityOf(record)) ? [] : [record.kind]));

  test('a late signature', () => {
    const signedHolder = { at: '2024-06-28T01:00:00.000Z', hash: 'a'.repeat(64), method: 'LINK', nonce: 'late-sig-1' };
    expect(fresh(withInvitation({ ...stoodIn, signedHolder } as Invitation))).toEqual(['signature']);
  });

  test('a check-in taken back: the undo alone', () => {
    const { checkIn, ...rest } = present;
    const taken = {
      checkIn: checkIn as NonNullable<typeof checkIn>,
      at: '2024-06-27T06:00:00.000Z',
      by: 'x',
      reason: 'y',
    };
    expect(fresh(withInvitation({ ...rest, undone: [taken] }))).toEqual(['undo']);
  });

  test('a corrected check-in stands anew', () => {
    const corrected = { at: '2024-06-27T06:00:00.000Z', was: 'holder' } as const;
    const checkIn = { ...(present.checkIn as NonNullable<typeof present.checkIn>), who: 'acting' as const, corrected };
    expect(fresh(withInvitation({ ...present, checkIn }))).toEqual(['check-in']);
  });

  test('another witness of a reading, a decided conflict, a group that was taken back', () => {
    const { readings, conflicts, headCounts, ...material } = aMaterial();
    const [first, ...others] = readings as [(typeof readings)[0], ...typeof readings];
    const witnesses = [...first.witnesses, { name: 'Saksi Ketiga', office: 'Ketua Bawaslu' }];
    const decided = conflicts.map((one) => ({
      ...one,
      decision: 'KEEP' as const,
      decidedAt: '2024-06-28T01:00:00.000Z',
    }));
    const taken = headCounts.map((one) => ({
      ...one,
      undone: { at: '2024-06-28T01:00:00.000Z', by: 'x', reason: 'y' },
    }));
    expect(fresh({ ...material, readings: [{ ...first, witnesses }, ...others], conflicts, headCounts })).toEqual([
      'reading',
    ]);
    expect(fresh({ ...material, readings, conflicts: decided, headCounts })).toEqual(['conflict']);
    expect(fresh({ ...material, readings, conflicts, headCounts: taken })).toEqual(['head-count']);
  });

  test('an erasure adds its own record and makes no other one new, whoever is erased', () => {
    for (const invitation of aMaterial().invitations) {
      const erasedAt = '2024-07-01T01:00:00.000Z';
      const erased = { ...invitation, ...blanked(invitation), erasedAt } as Invitation;
      const tidy = Object.fromEntries(Object.entries(erased).filter(([, value]) => value !== undefined)) as Invitation;
      const kinds = fresh(withInvitation(tidy));
      expect({ name: invitation.name, kinds }).toEqual({ name: invitation.name, kinds: ['erasure'] });
    }
  });

  test('what was erased before it was sealed is not committed to', () => {
    const erased = { ...guest, ...blanked(guest), erasedAt: '2024-07-01T01:00:00.000Z' } as Invitation;
    const mine = recordsOf(withInvitation(erased)).filter(({ invitation }) => invitation === guest.id);
    expect(mine.flatMap(personalOf)).toEqual([]);
    for (const record of mine) expect(Leaf.safeParse(JSON.parse(sealed(record).text)).success).toBe(true);
  });
});
