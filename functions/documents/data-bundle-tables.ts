/**
 * The tables of a session's data bundle. Each column is told beside what fills it, so that the explanation that lies in the bundle cannot
 * say something else. No telephone, no link or code, no phone's name, no member of staff; a NIP is masked.
 */
import type { Denial } from '../check-in/check-in-schema.ts';
import { presenceOf } from '../coverage/coverage-rules.ts';
import { amendmentOf, pledgeStatus } from '../invitations/invitation-rules.ts';
import type { Attendance, CheckIn, Evidence, Invitation, SignatureKind } from '../invitations/invitation-schema.ts';
import type { Zone } from '../platform/base-schema.ts';
import { offsetHours } from '../platform/time.ts';
import { readingsHeld } from '../pledges/presence-at-reading-rules.ts';
import { signerOf } from '../pledges/signature-block-rules.ts';
import { maskNip } from '../roster/nip.ts';
import { conflictCodes, refusalCodes, shownCodes } from './data-bundle-codes.ts';
import { type Listed, listSignatures, readingsWithPresent } from './minutes-rules.ts';
import type { SessionFacts } from './session-facts.ts';

export interface BundleMaterial extends SessionFacts {
  denials: readonly Denial[];
}

/** A column: its name, what stands in it, and how it is filled. */
export type BundleColumn<Row> = readonly [
  name: string,
  about: string,
  value: (row: Row) => string | number | undefined,
];

export interface BundleTable {
  file: string;
  about: string;
  columns: readonly (readonly [name: string, about: string])[];
  rows: readonly (readonly string[])[];
}

const table = <Row>(
  file: string,
  about: string,
  rows: readonly Row[],
  columns: readonly BundleColumn<Row>[],
): BundleTable => ({
  file,
  about,
  columns: columns.map(([name, text]) => [name, text]),
  rows: rows.map((row) => columns.map(([, , value]) => String(value(row) ?? ''))),
});

/** `2024-06-27T07:50:00.000+07:00`: the clock of the place, and which one it is. */
export const localTime = (zone: Zone, instant: string | undefined | null): string | undefined => {
  if (instant === undefined || instant === null) return undefined;
  const hours = offsetHours[zone];
  const local = new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
  return `${local.slice(0, -1)}+${String(hours).padStart(2, '0')}:00`;
};

const yes = (value: unknown): string => (value ? 'YA' : 'TIDAK');

const presenceCodes = {
  IN_PERSON: 'HADIR_SENDIRI',
  ACTING: 'HADIR_PEJABAT',
  DELEGATED: 'DIWAKILI',
  ONLINE: 'DARING',
  MISSING: 'TIDAK_HADIR',
} as const;
const pledgeCodes = { SIGNED: 'SUDAH', NOT_YET: 'BELUM', NOT_DUE: 'TIDAK_WAJIB' } as const;
const whoCodes: Record<Attendance, string> = { holder: 'PEMANGKU', acting: 'PELAKSANA', delegate: 'WAKIL' };
const modeCodes: Record<CheckIn['mode'], string> = {
  IN_PERSON: 'DI_TEMPAT',
  BACK_ENTERED: 'DARI_KERTAS',
  ONLINE: 'DARING',
};
const evidenceCodes: Record<Evidence, string> = {
  CODE: 'KODE',
  NAME: 'NAMA',
  SAME_PERSON: 'ORANG_SAMA',
  VENUE_SCREEN: 'LAYAR_TEMPAT',
  VENUE_PRINT: 'CETAKAN_TEMPAT',
};
const kindCodes: Record<SignatureKind, string> = {
  holder: 'PEMANGKU',
  delegate: 'WAKIL',
  symbolic: 'SIMBOLIS',
  witness: 'SAKSI',
};

/** Everybody who was asked, once each. */
const participants = ({ invitations, frozen, session, regency }: BundleMaterial): BundleTable => {
  const { zone, pledge } = session;
  const place = regency.labels.district.toLowerCase();
  const time = (instant: string | undefined) => localTime(zone, instant);
  const columns: BundleColumn<Invitation>[] = [
    ['undangan', 'nama undangan ini dalam semua berkas', ({ id }) => id],
    ['jenis', 'UNIT atau TAMU', ({ kind }) => (kind === 'unit' ? 'UNIT' : 'TAMU')],
    ['kelas', 'kelas unit pada hari itu', (row) => row.class],
    ['nama', 'nama unit, atau lembaga tamu', ({ name }) => name],
    ['jabatan', 'jabatan yang diundang', ({ office }) => office],
    ['kode_wilayah', `kode Kemendagri ${place} unit`, ({ district }) => district],
    ['nama_wilayah', `nama ${place} pada hari itu`, ({ districtName }) => districtName],
    ['pejabat', 'nama pemangku jabatan tanpa gelar', ({ holder }) => holder?.name],
    ['gelar_depan', 'gelar di depan nama', ({ holder }) => holder?.titlesBefore],
    ['gelar_belakang', 'gelar di belakang nama', ({ holder }) => holder?.titlesAfter],
    ['status_jabatan', 'DEFINITIVE, PJ, PJS, PLT atau PLH', ({ holder }) => holder?.acting],
    ['nip_disamarkan', 'NIP dengan hanya tahun lahir yang terbaca', ({ holder }) => holder?.nip && maskNip(holder.nip)],
    ['diundang', 'waktu diundang', ({ invitedAt }) => time(invitedAt)],
    ['dicabut', 'waktu undangan dicabut', ({ revokedAt }) => time(revokedAt)],
    ['dalam_penyebut', 'YA bila termasuk daftar yang dibekukan', ({ id }) => yes(frozen?.has(id))],
    [
      'perubahan',
      'DITAMBAH atau DICABUT sesudah daftar dibekukan; tidak mengubah penyebut',
      (row) => ({ ADDED: 'DITAMBAH', REVOKED: 'DICABUT', NONE: '' })[amendmentOf(row, frozen) ?? 'NONE'],
    ],
    ['kehadiran', Object.values(presenceCodes).join(', '), (row) => presenceCodes[presenceOf(row)]],
    ['hadir', 'waktu hadir menurut jam mesin (sudah dikoreksi)', ({ checkIn }) => time(checkIn?.at)],
    ['wakil', 'nama wakil yang datang, bila disebut', ({ checkIn }) => checkIn?.delegate?.name],
    ['jabatan_wakil', 'jabatan wakil, bila disebut', ({ checkIn }) => checkIn?.delegate?.office],
    ['surat_tugas', 'nomor surat tugas wakil, bila disebut', ({ checkIn }) => checkIn?.delegate?.letter],
    ['ikrar', Object.values(pledgeCodes).join(', '), (row) => pledgeCodes[pledgeStatus(row, pledge)]],
    ['ikrar_pemangku', 'waktu pemangku menandatangani', ({ signedHolder }) => time(signedHolder?.at)],
    [
      'ikrar_wakil',
      'waktu wakil menandatangani (mengikat wakil itu saja)',
      ({ signedDelegate }) => time(signedDelegate?.at),
    ],
    ['dihapus', 'waktu data pribadi dihapus atas permintaan', ({ erasedAt }) => time(erasedAt)],
  ];
  return table(
    'peserta.csv',
    'Daftar undangan: daftar yang dibekukan beserta perubahannya, satu baris satu undangan.',
    invitations,
    columns,
  );
};

interface Entry {
  invitation: string;
  checkIn: CheckIn;
  count: number;
  undone?: { at: string; reason: string } | undefined;
}

/** What was ever recorded as somebody's coming, those that were taken back too; and groups. */
const entriesOf = ({ invitations, headCounts }: BundleMaterial): Entry[] => [
  ...invitations.flatMap(({ id, checkIn, undone = [] }) => [
    ...(checkIn ? [{ invitation: id, checkIn, count: 1 }] : []),
    ...undone.map(({ checkIn: taken, at, reason }) => ({
      invitation: id,
      checkIn: taken,
      count: 1,
      undone: { at, reason },
    })),
  ]),
  ...headCounts.map(({ at, scannedAt = at, receivedAt, door, nonce, count, late, undone }) => ({
    invitation: '',
    count,
    checkIn: {
      at,
      scannedAt,
      receivedAt,
      door,
      nonce,
      mode: 'IN_PERSON',
      who: 'holder',
      ...(late && { late }),
    } as const,
    ...(undone && { undone }),
  })),
];

const arrivals = (material: BundleMaterial): BundleTable => {
  const { zone } = material.session;
  const time = (instant: string | undefined) => localTime(zone, instant);
  const rows = entriesOf(material).sort((a, b) => (a.checkIn.at < b.checkIn.at ? -1 : 1));
  return table('kehadiran.csv', 'Setiap pencatatan kehadiran, juga yang dibatalkan dan yang terlambat masuk.', rows, [
    ['undangan', 'undangan yang dicatat; kosong untuk rombongan tanpa nama', ({ invitation }: Entry) => invitation],
    ['keadaan', 'BERLAKU atau DIBATALKAN', ({ undone }) => (undone ? 'DIBATALKAN' : 'BERLAKU')],
    ['jumlah', '1; untuk rombongan banyaknya orang', ({ count }) => count],
    ['waktu', 'waktu pindai menurut jam mesin: waktu perangkat yang dikoreksi', ({ checkIn }) => time(checkIn.at)],
    ['waktu_perangkat', 'waktu pindai menurut jam perangkat, tanpa koreksi', ({ checkIn }) => time(checkIn.scannedAt)],
    ['waktu_masuk', 'waktu catatan diterima mesin', ({ checkIn }) => time(checkIn.receivedAt)],
    ['pintu', 'nama pintu', ({ checkIn }) => checkIn.door],
    ['cara', Object.values(modeCodes).join(', '), ({ checkIn }) => modeCodes[checkIn.mode]],
    [
      'yang_datang',
      `${Object.values(whoCodes).join(', ')}; kosong untuk rombongan`,
      ({ invitation, checkIn }) => (invitation ? whoCodes[checkIn.who] : ''),
    ],
    ['wakil', 'nama wakil, bila disebut', ({ checkIn }) => checkIn.delegate?.name],
    ['jabatan_wakil', 'jabatan wakil, bila disebut', ({ checkIn }) => checkIn.delegate?.office],
    [
      'dasar',
      `apa yang dipindai: ${Object.values(evidenceCodes).join(', ')}`,
      ({ checkIn }) => checkIn.evidence && evidenceCodes[checkIn.evidence],
    ],
    ['susulan', 'YA bila masuk sesudah kegiatan ditutup', ({ checkIn }) => yes(checkIn.late)],
    ['alasan', 'alasan dimasukkan kemudian', ({ checkIn }) => checkIn.reason],
    [
      'semula',
      'yang datang menurut catatan pertama, bila kemudian dikoreksi',
      ({ checkIn }) => checkIn.corrected && whoCodes[checkIn.corrected.was],
    ],
    ['dikoreksi', 'waktu koreksi itu', ({ checkIn }) => time(checkIn.corrected?.at)],
    ['dibatalkan', 'waktu pembatalan', ({ undone }) => time(undone?.at)],
    ['alasan_batal', 'alasan pembatalan', ({ undone }) => undone?.reason],
  ]);
};

const refusals = ({ denials, session: { zone } }: BundleMaterial): BundleTable =>
  table('penolakan.csv', 'Setiap pindaian yang tidak membuat siapa pun tercatat hadir.', denials, [
    ['undangan', 'undangan yang dipindai; kosong bila tidak dikenal', ({ invitation }: Denial) => invitation],
    ['waktu', 'waktu pindai yang dikoreksi', ({ at }) => localTime(zone, at)],
    ['waktu_perangkat', 'waktu menurut jam perangkat', ({ scannedAt }) => localTime(zone, scannedAt)],
    ['waktu_masuk', 'waktu diterima mesin', ({ receivedAt }) => localTime(zone, receivedAt)],
    ['pintu', 'nama pintu', ({ door }) => door],
    ['sebab', refusalCodes, ({ reason }) => reason],
    ['ditunjukkan', `yang ditunjukkan perangkat sebelum mesin menjawab: ${shownCodes}`, ({ shown }) => shown],
  ]);

const readAloud = (material: BundleMaterial): BundleTable => {
  const { readings, invitations, session } = material;
  const { zone } = session;
  const present = new Map(
    readingsWithPresent(readings, invitations, session).map((each) => [each.reading.id, each.present]),
  );
  const held = new Set(readingsHeld(readings).map(({ id }) => id));
  return table('pembacaan.csv', 'Pembacaan naskah ikrar atau pakta.', readings, [
    ['pembacaan', 'nama pembacaan', ({ id }: BundleMaterial['readings'][number]) => id],
    [
      'keadaan',
      'BERLAKU, DIRENCANAKAN atau DIBATALKAN',
      ({ id, voidedAt }) => (held.has(id) ? 'BERLAKU' : voidedAt ? 'DIBATALKAN' : 'DIRENCANAKAN'),
    ],
    ['pembaca', 'nama pembaca', ({ reader }) => reader.name],
    ['jabatan_pembaca', 'jabatan pembaca', ({ reader }) => reader.office],
    [
      'saksi',
      'nama dan jabatan saksi, dipisahkan titik koma',
      ({ witnesses }) => witnesses.map(({ name, office }) => `${name} (${office})`).join('; '),
    ],
    ['mulai', 'waktu mulai', ({ startedAt }) => localTime(zone, startedAt)],
    ['selesai', 'waktu selesai', ({ endedAt }) => localTime(zone, endedAt)],
    ['hadir_saat_mulai', 'undangan yang sudah tercatat hadir di tempat ketika dimulai', ({ id }) => present.get(id)],
    ['sha256_naskah', 'SHA-256 naskah yang dibacakan', ({ hash }) => hash],
  ]);
};

const signatures = ({ invitations, session: { zone } }: BundleMaterial): BundleTable => {
  const signer = ({ invitation, kind, signature }: Listed) => signerOf(invitation, kind, signature);
  return table(
    'tanda-tangan.csv',
    'Setiap tanda tangan, menurut urutan penandatanganan tiap daftar.',
    listSignatures(invitations),
    [
      ['undangan', 'undangan yang ditandatangani', ({ invitation }: Listed) => invitation.id],
      ['nomor', 'urutan dalam daftarnya', ({ number }) => number],
      [
        'sebagai',
        `${Object.values(kindCodes).join(', ')}; hanya PEMANGKU yang menyelesaikan ikrar jabatan`,
        ({ kind }) => kindCodes[kind],
      ],
      ['waktu', 'waktu menandatangani', ({ signature }) => localTime(zone, signature.at)],
      ['cara', 'LINK (tautan sendiri), TABLET (meja) atau PAPER (lembar kertas)', ({ signature }) => signature.method],
      ['lembar', 'nomor lembar kertas', ({ signature }) => signature.sheet],
      ['nama', 'nama penanda tangan, bila diketahui', (row) => signer(row)?.name],
      ['jabatan', 'jabatan penanda tangan, bila diketahui', (row) => signer(row)?.office],
      ['sha256_naskah', 'SHA-256 naskah yang ditandatangani', ({ signature }) => signature.hash],
    ],
  );
};

const disagreements = ({ conflicts, session: { zone } }: BundleMaterial): BundleTable =>
  table('perbedaan.csv', 'Perbedaan catatan antarpintu, dengan kedua ceritanya.', conflicts, [
    ['undangan', 'undangan yang diperselisihkan', ({ invitation }: BundleMaterial['conflicts'][number]) => invitation],
    ['jenis', conflictCodes, ({ kind }) => kind],
    ['ditemukan', 'waktu ditemukan', ({ foundAt }) => localTime(zone, foundAt)],
    ['tercatat_waktu', 'catatan yang lebih dahulu: waktunya', ({ recorded }) => localTime(zone, recorded?.at)],
    ['tercatat_pintu', 'pintunya', ({ recorded }) => recorded?.door],
    ['lain_waktu', 'catatan lain: waktunya', ({ other }) => localTime(zone, other.at)],
    ['lain_pintu', 'pintunya', ({ other }) => other.door],
    [
      'keputusan',
      'KEEP (catatan tetap), TAKE_OTHER (catatan lain yang dipakai), kosong: belum diputuskan',
      ({ decision }) => decision,
    ],
    ['diputuskan', 'waktu keputusan', ({ decidedAt }) => localTime(zone, decidedAt)],
  ]);

export const bundleTables = (material: BundleMaterial): BundleTable[] => [
  participants(material),
  arrivals(material),
  refusals(material),
  readAloud(material),
  signatures(material),
  disagreements(material),
];
