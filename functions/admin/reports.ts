/** What the commands say when they are done: Indonesian, then English. No secret, and nothing of a person. */
import { keyIdOf } from '../seals/ed25519.ts';
import type { Archive } from './archive-schema.ts';
import type { Counts } from './counts.ts';
import type { Erased } from './erase-regency.ts';
import type { Imported } from './import-regency.ts';
import type { Recomputed } from './recompute-regency.ts';

const lines = (...all: (string | readonly string[] | false)[]): string =>
  `${all.flatMap((line) => (line === false ? [] : line)).join('\n')}\n`;

const table = (counts: Counts): string[] =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, count]) => `  ${String(count).padStart(8)}  ${kind}`);

const keyLines = (keys: readonly string[]): string[] => keys.flatMap((key) => [`  ${key}`, `    = ${keyIdOf(key)}`]);

export const exportText = (
  { manifest, trailer }: Archive,
  { to, keysTo, seconds }: { to: string; keysTo: string | undefined; seconds: number },
): string =>
  lines(
    `${to}: ${trailer.items} item, ${manifest.regencies.join(', ')}, ${manifest.at}, ${seconds.toFixed(1)} s`,
    table(trailer.counts),
    'Dibaca kuat, halaman demi halaman; yang ditulis orang selagi ekspor berjalan mungkin ikut, mungkin tidak. Berkas memuat nama dan NIP: simpan seperti data pribadi. Akun masuk petugas tidak ikut.',
    'Read strongly, page by page; what people wrote meanwhile may be in it or not. The file names people: keep it as personal data. Sign-in accounts are not in it.',
    trailer.sealKeys.length > 0 && [
      'Segelnya ditandatangani dengan kunci ini. Bila pindah ke AWS, tulis dulu di movedSealKeys berkas tahap (infra/stages/…) dan deploy, baru impor:',
      'Its seals are signed with these keys. To move into AWS, first write them into movedSealKeys of the stage file (infra/stages/…) and deploy, then import:',
      ...keyLines(trailer.sealKeys),
    ],
    keysTo !== undefined && [
      `${keysTo}: kunci rahasia semua kode di instalasi ini, juga kode daerah lain. Siapa pun yang memegangnya dapat membuat kode yang dianggap sah. Bawa terpisah dari ekspor dan hapus setelah diimpor. rotate-keys token tidak mencabutnya: kode yang sudah dicetak tetap dibaca dengannya.`,
      `${keysTo}: the secret keys of every code of this installation, of other regencies too. Whoever holds it can make codes that are taken as valid. Carry it apart from the export and delete it after the import. rotate-keys token does not revoke it: codes that were printed are still read with it.`,
    ],
    keysTo === undefined && [
      'Tanpa --with-keys, kartu dan tautan yang sudah dibagikan tidak berlaku di tempat lain.',
      'Without --with-keys, cards and links that were handed out are not valid anywhere else.',
    ],
  );

export interface ImportFacts {
  seconds: number;
  keysAsked: boolean;
  /** Seal keys that were put among the known ones of the laptop; undefined where the place is a table. */
  sealKeysAdded: readonly string[] | undefined;
}

const sealKeyLines = ({ trailer }: Archive, added: readonly string[] | undefined): string[] => {
  if (trailer.sealKeys.length === 0) return [];
  if (added)
    return [
      'Kunci segel yang kini dikenal di sini; cocokkan sidiknya dengan berita acara tercetak:',
      'Seal keys that are known here now; compare their fingerprints with the printed minutes:',
      ...keyLines(added.length > 0 ? added : trailer.sealKeys),
    ];
  return [
    'Tambahkan ke berkas tahap (infra/stages/…) kunci yang belum dinamai GET /api/seal-keys, lalu deploy; sebelum itu segel tambahan ditolak (SEAL_BROKEN):',
    'Add to the stage file (infra/stages/…) those that GET /api/seal-keys does not name yet, and deploy; until then addenda are refused (SEAL_BROKEN):',
    '',
    '  movedSealKeys: [',
    ...trailer.sealKeys.map((key) => `    '${key}',`),
    '  ],',
    '',
    'Sidiknya, untuk dicocokkan dengan berita acara tercetak / their fingerprints, to compare with the printed minutes:',
    ...trailer.sealKeys.map((key) => `  ${keyIdOf(key)}`),
  ];
};

export const importText = ({ archive, put, keysAdded, seals, owedMails }: Imported, facts: ImportFacts): string => {
  const { manifest, trailer } = archive;
  const whole = seals.sealed - seals.broken.length;
  return lines(
    `${manifest.regencies.join(', ')}: ${put} item ditulis, ${trailer.items - put} sudah ada / ${put} items put, ${trailer.items - put} were there; ${facts.seconds.toFixed(1)} s`,
    table(trailer.counts),
    `Segel: ${whole} dari ${seals.sealed} utuh / seals: ${whole} of ${seals.sealed} hold`,
    seals.broken.length > 0 && [
      `SEGEL RUSAK / BROKEN SEALS: ${seals.broken.join(', ')}`,
      'Segel ini sudah rusak di asalnya, atau berkasnya diubah. Bandingkan dengan asalnya sebelum memakainya.',
      'These were broken where they come from, or the file was changed. Compare with the source before you rely on them.',
    ],
    facts.keysAsked
      ? `Kunci kode ditambahkan / keys of codes added: ${keysAdded.length === 0 ? '–' : keysAdded.join(', ')}`
      : [
          'Tanpa --keys: kartu dan tautan yang dibagikan di tempat asal tidak berlaku di sini.',
          'Without --keys: cards and links that were handed out at the source are not valid here.',
        ],
    keysAdded.length > 0 &&
      facts.sealKeysAdded === undefined && [
        'Lambda yang sedang berjalan membaca kunci lagi saat bertemu nomor baru, paling lama semenit kemudian.',
        'Running Lambdas read the keys again when they meet a new number, within a minute.',
      ],
    sealKeyLines(archive, facts.sealKeysAdded),
    owedMails > 0 && [
      `${owedMails} surel masih terutang dan akan dikirim dari sini; bila salinan ini untuk berlatih, matikan pengiriman dulu.`,
      `${owedMails} mails are still owed and will be sent from here; if this is a copy for practice, turn sending off first.`,
    ],
  );
};

export const eraseText = ({ counts }: Erased, regency: string, isAws: boolean): string =>
  lines(
    Object.keys(counts).length === 0
      ? `${regency}: tidak ada lagi yang ditemukan / nothing was found any more`
      : [`${regency}: dihapus / erased`, ...table(counts)],
    'Yang masih ada: berkas ekspor dan cetakan yang sudah dibuat; akun masuk petugasnya; kunci kode dan kunci segel, yang dipakai bersama.',
    'What remains: exported files and papers; its staff’s sign-in accounts; keys of codes and of seals, which others use too.',
    isAws
      ? [
          'Juga: cadangan PITR sampai 35 hari; log sampai masa simpannya (logDays). Jalankan sekali lagi beberapa menit kemudian: seharusnya tidak ada lagi yang ditemukan.',
          'Also: backups (PITR) for up to 35 days; logs for as long as they are kept (logDays). Run this once more some minutes later: it should find nothing.',
        ]
      : [
          'Juga: berkas tabel di cakram memuat sisa yang dihapus sampai mesin memadatkannya, dan cadangan komputer ini.',
          'Also: the table’s files on the disk hold what was erased until the engine compacts them, and so do backups of this computer.',
        ],
  );

export const recomputeText = ({ sessions, unsealed, failed }: Recomputed, regency: string): string =>
  lines(
    `${regency}: ${sessions} sesi dihitung ulang, lalu jumlahnya / ${sessions} sessions computed again, then the totals`,
    unsealed.length > 0 && [
      'Belum disegel seluruhnya; di halaman sesinya pilih “Segel sekarang”:',
      'Not sealed in full; on the session’s page choose “Segel sekarang”:',
      ...unsealed.map((session) => `  ${session}`),
    ],
    failed.length > 0 && [
      'GAGAL pada sesi ini; yang lain selesai. Cari penyebabnya dari kodenya, lalu jalankan lagi / FAILED at these; the others are done:',
      ...failed.map(({ session, why }) => `  ${session}: ${why}`),
    ],
  );

export const rotatedTokenText = ({ current, kept }: { current: number; kept: readonly number[] }, isAws: boolean) =>
  lines(
    `Kunci kode baru: nomor ${current}; tetap berlaku: ${kept.join(', ')} / new key of codes: number ${current}; still valid: ${kept.join(', ')}`,
    isAws
      ? [
          'Lambda membaca kunci saat mulai. Yang sedang berjalan membacanya lagi begitu bertemu kode bernomor baru (paling sering semenit sekali); tautan baru memakai kunci baru setelah instansnya diganti: deploy sekali lagi, atau tunggu beberapa jam.',
          'Lambdas read the keys when they start. Those that run read them again when they meet a code of a new number (at most once a minute); new links use the new key once their instance was replaced: deploy again, or wait some hours.',
        ]
      : ['Berlaku saat Hadir dinyalakan lagi.', 'Takes effect when Hadir is started again.'],
  );

export const rotatedSealText = ({ former, current }: { former: string; current: string }): string =>
  lines(
    `Kunci segel baru: ${keyIdOf(current)}; sebelumnya: ${keyIdOf(former)}`,
    `New seal key: ${keyIdOf(current)}; before it: ${keyIdOf(former)}`,
    'Berlaku saat Hadir dinyalakan lagi; segel pertama sesudahnya mengumumkannya, segel lama tetap sah. Kunci privat yang lama sudah dibuang.',
    'Takes effect when Hadir is started again; the first seal after that announces it, and old seals stay good. The former private key is gone.',
  );

export const stageSealText = (present: string): string =>
  lines(
    'Di AWS kunci segel diganti lewat deploy. Tambahkan di ujung daftar ini dalam berkas tahap (infra/stages/…), lalu deploy:',
    'In AWS the seal key is changed by a deployment. Add at the end of this list in the stage file (infra/stages/…), and deploy:',
    '',
    `  formerSealKeys: [/* … */ '${present}'],`,
    '',
    `Kunci sekarang / the present key: ${keyIdOf(present)}`,
    'Segel pertama sesudahnya mengumumkan kunci baru; segel lama tetap sah.',
    'The first seal after that announces the new key; old seals stay good.',
  );
