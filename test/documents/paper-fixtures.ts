/** Lahat's roster of 470 as invitations, all of them invented, and what a paper is made from. */

import type { DocumentQuery } from '../../functions/documents/document-schema.ts';
import type { Material } from '../../functions/documents/material.ts';
import { recipientsOf } from '../../functions/documents/recipients.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeLinks } from '../../functions/invitations/links.ts';
import type { UnitClassCode } from '../../functions/roster/unit-class.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';
import { anInvitation, aSession } from '../support/fixtures.ts';

export const origin = 'https://hadir.lahatkab.go.id';
const keys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };

export const letter: NonNullable<Session['letter']> = {
  number: '005/412/INSPEKTORAT/2024',
  date: '2024-06-20',
  urgency: 'Penting',
  closing: 'Mengingat pentingnya acara dimaksud, dimohon hadir tepat waktu. Pakaian: batik lengan panjang.',
  signer: {
    office: 'Inspektur',
    acting: 'DEFINITIVE',
    name: 'Sukirman Jaya',
    titlesBefore: 'Drs. H.',
    titlesAfter: 'M.Si.',
    rank: 'Pembina Utama Muda',
  },
  copies: ['Bupati Lahat (sebagai laporan)', 'Sekretaris Daerah Kabupaten Lahat'],
};

export const paperSession = (changes: Partial<Session> = {}): Session =>
  aSession({
    title: 'Rapat Koordinasi Netralitas Aparatur Sipil Negara',
    venue: {
      name: 'Ballroom Hotel Santika',
      address: 'Jalan Kolonel Barlian Nomor 1',
      region: '16.04.05',
      regionName: 'Lahat',
    },
    letter,
    ...changes,
  });

const first = ['Ahmad', 'Siti', 'Budi', 'Rina', 'Yusuf', 'Dewi', 'Hendra', 'Nurhayati', 'Sahabadi', 'Marlina'];
const last = ['Wijaya', 'Aminah', 'Santoso', 'Kartika', 'Efendi', 'Lestari', 'Gunawan', '', 'Putra', 'Rosmawati'];
const before = ['Drs.', 'Dra. Hj.', undefined, 'dr.', 'H.', undefined];
const after = ['M.Si.', 'S.Pd., M.M.', undefined, 'S.IP., M.AP.', 'S.E.'];

/** Every ninth office is vacant, every seventh held as acting. */
const holderOf = (index: number): Invitation['holder'] => {
  if (index % 9 === 8) return null;
  const [titlesBefore, titlesAfter] = [before[index % before.length], after[index % after.length]];
  return {
    name: `${first[index % 10]} ${last[(index * 3) % 10]}`.trim(),
    ...(titlesBefore && { titlesBefore }),
    ...(titlesAfter && { titlesAfter }),
    acting: index % 7 === 6 ? 'PLT' : 'DEFINITIVE',
  };
};

const districts = ['Lahat', 'Kikim Barat', 'Pseksu', 'Tanjung Sakti Pumi', 'Merapi Selatan', 'Mulak Ulu', 'Jarai'];

type Naming = Partial<Invitation> & { name: string };

const series = (unitClass: UnitClassCode, count: number, naming: (index: number) => Naming): Invitation[] =>
  Array.from({ length: count }, (_, index) => {
    const { name, ...more } = naming(index);
    return anInvitation(name, { class: unitClass, holder: holderOf(index), ...more });
  });

const agencies = [
  'Pendidikan dan Kebudayaan',
  'Kesehatan',
  'Sosial',
  'Perhubungan',
  'Pertanian',
  'Perdagangan',
  'Pariwisata',
];

const guestsOf = (): Invitation[] =>
  (['FORKOPIMDA', 'VERTICAL', 'PROVINCE', 'SPEAKER', 'COMMUNITY', 'OTHER'] as const).flatMap((guestGroup, group) =>
    Array.from({ length: group < 2 ? 4 : 3 }, (_, index) => {
      const { class: _class, ...invitation } = anInvitation(`Lembaga ${guestGroup.toLowerCase()} ${index + 1}`);
      const holder = index === 0 ? null : { name: `${first[index + group]} Tamu`, acting: 'DEFINITIVE' as const };
      return { ...invitation, kind: 'guest' as const, office: `Kepala ${invitation.name}`, holder, guestGroup };
    }),
  );

/** 40 agencies, 24 districts, 18 urban villages, 30 health centres, 281 and 61 schools (less four), 20 guests, all shuffled. */
export const roster470 = (): Invitation[] => {
  const inDistrict = (index: number) => ({ district: '16.04.10', districtName: districts[index % districts.length] });
  const all = [
    ...series('OPD', 40, (index) => ({ name: `Dinas ${agencies[index % 7]} ${index < 7 ? '' : index}`.trim() })),
    ...series('KECAMATAN', 24, (index) => {
      const name = districts[index] ?? `Wilayah ${index}`;
      return { name: `Kecamatan ${name}`, office: `Camat ${name}` };
    }),
    ...series('KELURAHAN', 18, (index) => ({
      name: `Kelurahan Pasar ${index + 1}`,
      office: `Lurah Pasar ${index + 1}`,
      ...inDistrict(index),
    })),
    ...series('PUSKESMAS', 30, (index) => ({
      name: `Puskesmas Sehat ${index + 1}`,
      office: `Kepala Puskesmas Sehat ${index + 1}`,
      ...inDistrict(index),
    })),
    ...series('SD', 277, (index) => ({
      name: `SD Negeri ${index + 1} ${districts[index % 7]}`,
      office: 'Kepala Sekolah',
      ...inDistrict(index),
    })),
    ...series('SMP', 61, (index) => ({
      name: `SMP Negeri ${index + 1}`,
      office: `Kepala SMP Negeri ${index + 1}`,
      ...inDistrict(index),
    })),
    ...guestsOf(),
  ];
  return all
    .map((each, index) => [(index * 7919) % 470, each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
};

const links = makeLinks({ tokenKeys: keys, origin });
export const doorCodeOf = (invitation: Invitation): string => links.doorCode(invitation);

/** What a paper for these is made from; everything in one part. */
export const materialOf = (
  invitations: readonly Invitation[],
  { session = paperSession(), query = {} }: { session?: Session; query?: DocumentQuery } = {},
): Material => ({
  regency: {
    name: 'Kabupaten Lahat',
    labels: { district: 'Kecamatan', village: 'Desa' },
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN LAHAT', 'INSPEKTORAT'],
      address: 'Jalan Bhayangkara Nomor 1, Lahat, Sumatera Selatan 31414 · inspektorat@lahatkab.go.id',
    },
  },
  session,
  recipients: recipientsOf(invitations, query, 1000),
  links,
  at: new Date('2024-06-20T02:00:00Z'),
});
