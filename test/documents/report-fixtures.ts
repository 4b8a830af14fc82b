/** What the papers about a session that was held are made from: who came how, who pledged, what was undertaken. Everybody is invented. */
import type { ActivityReportMaterial } from '../../functions/documents/activity-report-material.ts';
import { coverageOf, type SessionFacts } from '../../functions/documents/session-facts.ts';
import type { FollowUp } from '../../functions/follow-ups/follow-up-schema.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import type { UnitClassCode } from '../../functions/roster/unit-class.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';
import { aCheckIn, anInvitation, lahat, sessionId } from '../support/fixtures.ts';
import { highPhoto, widePhoto } from '../support/photos.ts';
import { frozenOf } from './attendance-fixtures.ts';
import { aHead, aReading, aSignature, pledgeSession } from './minutes-fixtures.ts';
import { materialOf, roster470 } from './paper-fixtures.ts';

export const heldSession = (changes: Partial<Session> = {}): Session =>
  pledgeSession({
    frozen: { at: '2024-06-27T00:30:00.000Z', units: 450, hash: 'c'.repeat(64) },
    occasion: 'persiapan Pemilihan Serentak 2024',
    opener: {
      name: 'Yusran Hakim',
      office: 'Asisten Pemerintahan dan Kesejahteraan Rakyat',
      delegateOf: { office: 'Sekretaris Daerah', acting: 'PLH' },
    },
    agenda: [
      { startsAt: '2024-06-27T01:30:00.000Z', title: 'Pembukaan', speakers: [] },
      {
        startsAt: '2024-06-27T01:45:00.000Z',
        title: 'Netralitas ASN dalam Pemilihan',
        speakers: [
          {
            name: 'Rosmala Dewi, S.H.',
            office: 'Ketua Bawaslu Kabupaten Lahat',
            institution: 'Bawaslu Kabupaten Lahat',
          },
          { office: 'Auditor Kepegawaian', institution: 'Kantor Regional VII BKN' },
        ],
      },
    ],
    ...changes,
  });

/** By its place in the list: how somebody came, or that nobody did. */
const arrive = (invitation: Invitation, index: number): Invitation => {
  const nonce = `in-${invitation.id}`;
  const at = new Date(Date.parse('2024-06-27T00:35:00.000Z') + index * 4_000).toISOString();
  const times = { at, scannedAt: at, receivedAt: at, nonce };
  if (index % 8 === 7) return invitation;
  if (index % 8 === 5)
    return {
      ...invitation,
      checkIn: aCheckIn({ ...times, who: 'delegate', delegate: { name: 'Rahmat Hidayat', office: 'Sekretaris' } }),
    };
  return { ...invitation, checkIn: aCheckIn(times) };
};

const pledge = (invitation: Invitation, index: number): Invitation => {
  if (!invitation.checkIn || invitation.kind === 'guest') return invitation;
  const signature = aSignature({ nonce: `sign-${invitation.id}` });
  if (invitation.checkIn.who === 'delegate') return { ...invitation, signedDelegate: signature };
  return index % 4 === 0 ? invitation : { ...invitation, signedHolder: signature };
};

/** Lahat's 470, of whom one in eight did not come and one in eight was represented. */
export const held470 = (): Invitation[] => roster470().map(arrive).map(pledge);

export const sessionFacts = (invitations: readonly Invitation[], changes: Partial<SessionFacts> = {}): SessionFacts => {
  const session = changes.session ?? heldSession();
  const facts = {
    regency: materialOf([], { session }).regency,
    session,
    invitations,
    frozen: frozenOf(invitations),
    readings: [aReading()],
    conflicts: [],
    headCounts: [],
    head: aHead().head,
    at: new Date('2024-06-28T02:10:00Z'),
    ...changes,
  };
  return { coverage: coverageOf(facts), ...facts };
};

export const aFollowUp = (changes: Partial<FollowUp> = {}): FollowUp => ({
  id: 'aaaaaaaa',
  regency: lahat,
  session: sessionId,
  unit: 'bbbbbbbb',
  unitName: 'Kecamatan Lahat',
  class: 'KECAMATAN',
  kind: 'OUTREACH',
  phase: 'DURING',
  text: 'Sosialisasi netralitas kepada seluruh pegawai kecamatan dan kelurahan.',
  due: '2024-10-15',
  createdAt: '2024-06-27T06:00:00.000Z',
  createdBy: 'rina',
  version: 1,
  ...changes,
});

export const reportMaterial = (
  invitations: readonly Invitation[],
  {
    report,
    ...changes
  }: Partial<Omit<ActivityReportMaterial, 'report'>> & {
    report?: Partial<ActivityReportMaterial['report']>;
  } = {},
): ActivityReportMaterial => ({
  ...sessionFacts(invitations, changes),
  report: {
    session: sessionId,
    version: 3,
    changedAt: '2024-06-28T01:00:00.000Z',
    photos: [],
    stored: [],
    purpose: 'Menyamakan pemahaman kepala perangkat daerah tentang netralitas ASN.\nMenggerakkan pengawasan melekat.',
    results: 'Peserta memahami empat indikator netralitas dan tangga sanksi.',
    followUp: 'Setiap perangkat daerah menyampaikan laporan pengawasan setiap bulan.',
    closing: 'Demikian laporan ini disampaikan sebagai bahan pertimbangan Bupati.',
    ...report,
  },
  photos: [
    { jpeg: widePhoto, caption: 'Pembukaan oleh Asisten Pemerintahan' },
    { jpeg: highPhoto, caption: 'Penandatanganan ikrar' },
    { jpeg: widePhoto, caption: undefined },
  ],
  followUps: [aFollowUp()],
  signerNip: null,
  ...changes,
});

const inDistricts: readonly UnitClassCode[] = ['KECAMATAN', 'KELURAHAN', 'DESA', 'PUSKESMAS', 'TK', 'SD', 'SMP'];
const regencyWide: readonly UnitClassCode[] = ['OPD', 'SMA', 'BUMD'];

/** So many districts, ten classes, in every district `each` units of a class; one in eight did not come. */
export const heldDistricts = (count: number, each: number): Invitation[] => {
  const district = (index: number) => {
    const number = String(index + 1).padStart(2, '0');
    return { district: `16.04.${number}`, districtName: `Tanjung Sakti Pumu ${number}` };
  };
  const wide = regencyWide.flatMap((unitClass) =>
    Array.from({ length: 12 }, (_, index) => anInvitation(`${unitClass} nomor ${index + 1}`, { class: unitClass })),
  );
  const local = Array.from({ length: count }, (_, index) =>
    inDistricts.flatMap((unitClass) =>
      Array.from({ length: unitClass === 'KECAMATAN' ? 1 : each }, (_, place) =>
        anInvitation(`${unitClass} ${place + 1} wilayah ${index + 1}`, { class: unitClass, ...district(index) }),
      ),
    ),
  ).flat();
  return [...wide, ...local].map(arrive).map(pledge);
};
