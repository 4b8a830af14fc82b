/** A closed session with a record of every kind; the persons are invented. */
import type { Invitation, Signature } from '../../functions/invitations/invitation-schema.ts';
import type { Reading } from '../../functions/pledges/pledge-schema.ts';
import type { SealMaterial } from '../../functions/seals/records.ts';
import { aCheckIn, anInvitation, aSession, pledgeHash, sessionId } from '../support/fixtures.ts';

const onTheDay = (time: string): string => `2024-06-27T${time}.000Z`;

const signature = (nonce: string, changes: Partial<Signature> = {}): Signature => ({
  at: onTheDay('02:30:00'),
  hash: pledgeHash,
  method: 'TABLET',
  nonce,
  ...changes,
});

export const present: Invitation = anInvitation('Dinas Pendidikan', {
  checkIn: aCheckIn({ nonce: 'scan-present', scannedAt: onTheDay('00:47:13'), evidence: 'CODE', doorId: 'a-door' }),
  signedHolder: signature('sign-present', { drawn: 'd'.repeat(64), operator: 'staff-0001' }),
  signedSymbolic: signature('sign-symbol', { at: onTheDay('02:10:00') }),
});

/** Its head was to send one person, and sent another. */
export const represented: Invitation = anInvitation('Dinas Kesehatan', {
  tokenVersion: 3,
  delegation: {
    delegate: { name: 'Ratna Dewi', office: 'Sekretaris', acting: 'PLT', letter: '090/17/2024' },
    at: '2024-06-26T03:00:00.000Z',
    version: 3,
    holderVersion: 1,
  },
  takenBack: { version: 2, at: '2024-06-26T02:00:00.000Z' },
  checkIn: aCheckIn({
    nonce: 'scan-deleg',
    who: 'delegate',
    delegate: { name: 'Ratna Dewi', office: 'Sekretaris', acting: 'PLT', letter: '090/17/2024' },
    operator: 'staff-0002',
    mode: 'BACK_ENTERED',
    reason: 'Daftar kertas di pintu timur',
  }),
});

export const stoodIn: Invitation = anInvitation('Kecamatan Merapi', {
  class: 'KECAMATAN',
  district: '16.04.05',
  holder: null,
  checkIn: aCheckIn({ nonce: 'scan-stood', at: onTheDay('01:40:00'), who: 'delegate', delegate: { name: 'Umar' } }),
  signedDelegate: signature('sign-deleg', { signer: { name: 'Umar', office: 'Sekcam' }, method: 'PAPER', sheet: '12' }),
});

export const undone: Invitation = anInvitation('Badan Keuangan', {
  checkIn: aCheckIn({ nonce: 'scan-second', at: onTheDay('01:10:00') }),
  undone: [
    {
      checkIn: aCheckIn({ nonce: 'scan-first', at: onTheDay('00:40:00') }),
      at: onTheDay('00:45:00'),
      by: 'staff-0003',
      reason: 'Salah orang, kartu tertukar',
    },
  ],
});

export const late: Invitation = anInvitation('Dinas Baru', {
  invitedAt: onTheDay('02:00:00'),
  checkIn: aCheckIn({ nonce: 'scan-late', at: onTheDay('03:00:00'), late: true }),
});

export const guest: Invitation = {
  ...anInvitation('Kodim 0405', {
    kind: 'guest',
    office: 'Komandan Kodim',
    holder: { name: 'Letkol Suryanto', acting: 'DEFINITIVE' },
    checkIn: aCheckIn({ nonce: 'scan-guest' }),
    signedWitness: signature('sign-guest'),
  }),
};

const absent: Invitation = anInvitation('Dinas Perikanan', { revokedAt: onTheDay('02:00:00') });
const erased: Invitation = anInvitation('Dinas Sosial', { holder: null, erasedAt: '2024-07-01T02:00:00.000Z' });

const reading = (id: string, changes: Partial<Reading>): Reading => ({
  id,
  hash: pledgeHash,
  startedAt: null,
  endedAt: null,
  reader: { name: 'Bambang Irawan', office: 'Sekretaris Daerah' },
  witnesses: [
    { name: 'Halimah Tusakdiah', office: 'Inspektur' },
    { name: 'Yusuf Kalla Putra', office: 'Kepala BKPSDM' },
  ],
  ...changes,
});

const invitations = [present, represented, stoodIn, undone, late, guest, absent, erased];

export const aMaterial = (): SealMaterial => ({
  session: aSession({
    state: 'CLOSED',
    frozen: { at: onTheDay('00:30:00'), units: 6, hash: 'f'.repeat(64) },
    openedAt: onTheDay('00:30:00'),
    closedAt: onTheDay('05:00:00'),
  }),
  invitations,
  frozen: new Set(invitations.filter((one) => one !== late && one.kind === 'unit').map(({ id }) => id)),
  denials: [
    {
      at: onTheDay('01:00:00'),
      scannedAt: onTheDay('01:00:02'),
      receivedAt: onTheDay('01:00:01'),
      door: 'Pintu B',
      nonce: 'denied-known',
      reason: 'ALREADY',
      invitation: present.id,
    },
    {
      at: onTheDay('01:01:00'),
      scannedAt: onTheDay('01:01:00'),
      receivedAt: onTheDay('01:01:01'),
      door: 'Pintu B',
      nonce: 'denied-forged',
      reason: 'UNKNOWN',
    },
  ],
  headCounts: [
    { nonce: 'group-0001', at: onTheDay('01:05:00'), receivedAt: onTheDay('01:05:01'), door: 'Pintu A', count: 12 },
  ],
  conflicts: [
    {
      id: `${present.id}-scan-other`,
      session: sessionId,
      invitation: present.id,
      kind: 'ADMITTED_TWICE',
      other: aCheckIn({ nonce: 'scan-other', door: 'Pintu C' }),
      foundAt: onTheDay('01:20:00'),
    },
  ],
  readings: [
    reading('pertama', { startedAt: onTheDay('01:30:00'), endedAt: onTheDay('01:36:00') }),
    reading('susulan', { startedAt: onTheDay('02:00:00') }),
    reading('batal', { startedAt: onTheDay('01:29:00'), voidedAt: onTheDay('01:29:30') }),
    reading('rencana', {}),
  ],
});

/** A material of any size: so many offices, each with a check-in and a signature, and a reading that everybody heard. */
export const aLargeMaterial = (offices: number): SealMaterial => {
  const material = aMaterial();
  const [read] = material.readings as [Reading];
  const many = Array.from({ length: offices }, (_, index) =>
    anInvitation(`Sekolah ${index}`, {
      class: 'SD',
      checkIn: aCheckIn({ nonce: `scan-${index}` }),
      signedHolder: signature(`sign-${index}`),
    }),
  );
  return {
    ...material,
    invitations: many,
    frozen: new Set(many.map(({ id }) => id)),
    denials: [],
    headCounts: [],
    conflicts: [],
    readings: [read],
  };
};
