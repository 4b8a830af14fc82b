/** What the commands say when they are done: Indonesian, then English. No secret, and nothing of a person. */
import { keyIdOf } from '../seals/ed25519.ts';
import { formerKeyIn } from '../seals/former-keys.ts';
import type { Archive } from './archive-schema.ts';
import type { Counts } from './counts.ts';
import type { Erased } from './erase-regency.ts';
import type { Imported } from './import-regency.ts';
import type { Recomputed } from './recompute-regency.ts';
import type { RotatedTokenKeys } from './rotate-token-key.ts';
import { stageSealKeys } from './stage-seal-keys.ts';

const lines = (...all: (string | readonly string[] | false)[]): string =>
  `${all.flatMap((line) => (line === false ? [] : line)).join('\n')}\n`;

const table = (counts: Counts): string[] =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, count]) => `  ${String(count).padStart(8)}  ${kind}`);

/** Keys as text, with the regencies that they are bound to, and their fingerprints. */
const keyLines = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [`  ${text}`, `    = ${keyIdOf(formerKeyIn(text).publicKey)}`]);

const unboundLines = (texts: readonly string[]): string[] =>
  texts.every((text) => formerKeyIn(text).regencies)
    ? []
    : [
        'Kunci tanpa @ menyegel lebih banyak daerah daripada yang dapat dinamai tahap; segelnya lalu dianggap sah di semua daerah.',
        'A key without an @ has sealed in more regencies than a stage can name; its seals are then taken as good in every one.',
      ];

export const exportText = (
  { manifest, trailer, sealKeyRegencies }: Archive,
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
      ...keyLines(stageSealKeys(sealKeyRegencies)),
      ...unboundLines(stageSealKeys(sealKeyRegencies)),
    ],
    keysTo !== undefined && [
      `${keysTo}: kunci rahasia semua kode yang dibuat di instalasi ini, juga kode daerah lain. Siapa pun yang memegangnya dapat membuat kode yang dianggap sah di sini; di tempat tujuan hanya berlaku untuk daerah yang ikut diimpor. Bawa terpisah dari ekspor dan hapus setelah diimpor. rotate-keys token tidak mencabutnya: kode yang sudah dicetak tetap dibaca dengannya.`,
      `${keysTo}: the secret keys of every code that this installation makes, of other regencies too. Whoever holds it can make codes that are taken as valid here; where they are imported they are good for the regencies of that import only. Carry it apart from the export and delete it after the import. rotate-keys token does not revoke it: codes that were printed are still read with it.`,
    ],
    keysTo === undefined && [
      'Tanpa --with-keys, kartu dan tautan yang sudah dibagikan tidak berlaku di tempat lain.',
      'Without --with-keys, cards and links that were handed out are not valid anywhere else.',
    ],
  );

export interface ImportFacts {
  seconds: number;
  keysAsked: boolean;
  /** The file's seal keys as they stand among the known ones of the laptop; undefined where the place is a table. */
  sealKeysKnown: readonly string[] | undefined;
}

const sealKeyLines = ({ sealKeyRegencies }: Archive, known: readonly string[] | undefined): string[] => {
  if (sealKeyRegencies.size === 0) return [];
  if (known)
    return [
      'Kunci segel yang kini dikenal di sini, dan untuk daerah mana (tanpa @: semua); cocokkan sidiknya dengan berita acara tercetak:',
      'Seal keys that are known here now, and for which regencies (without an @: all); compare their fingerprints with the printed minutes:',
      ...keyLines(known),
    ];
  const texts = stageSealKeys(sealKeyRegencies);
  return [
    'Tambahkan ke berkas tahap (infra/stages/…) kunci yang belum dinamai GET /api/seal-keys; pada yang sudah ada di movedSealKeys tambahkan daerahnya (…@16.04+18.13). Lalu deploy; sebelum itu segel tambahan ditolak (SEAL_BROKEN):',
    'Add to the stage file (infra/stages/…) those that GET /api/seal-keys does not name yet; to those that are in movedSealKeys already, add the regency (…@16.04+18.13). Then deploy; until then addenda are refused (SEAL_BROKEN):',
    '',
    '  movedSealKeys: [',
    ...texts.map((text) => `    '${text}',`),
    '  ],',
    ...unboundLines(texts),
    '',
    'Sidiknya, untuk dicocokkan dengan berita acara tercetak / their fingerprints, to compare with the printed minutes:',
    ...[...sealKeyRegencies.keys()].map((key) => `  ${keyIdOf(key)}`),
  ];
};

export const importText = ({ archive, put, keysAdded, seals, owed }: Imported, facts: ImportFacts): string => {
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
      ? `Kunci kode ditambahkan, hanya untuk ${manifest.regencies.join(', ')} / keys of codes added, for ${manifest.regencies.join(', ')} only: ${keysAdded.length === 0 ? '–' : keysAdded.join(', ')}`
      : [
          'Tanpa --keys: kartu dan tautan yang dibagikan di tempat asal tidak berlaku di sini.',
          'Without --keys: cards and links that were handed out at the source are not valid here.',
        ],
    keysAdded.length > 0 &&
      facts.sealKeysKnown === undefined && [
        'Lambda yang sedang berjalan membaca kunci lagi saat bertemu nomor baru, paling lama semenit kemudian; nomor yang sudah ada untuk daerah lain, paling lambat 15 menit.',
        'Running Lambdas read the keys again when they meet a new number, within a minute; of a number that was here for another regency, within 15.',
      ],
    sealKeyLines(archive, facts.sealKeysKnown),
    owed.mails + owed.reminding > 0 && [
      `Dari sini akan dikirim, bila pengiriman menyala: ${owed.mails} surel yang masih terutang, dan pengingat otomatis ${owed.reminding} kegiatan. Asalnya mengirim yang sama selama masih berjalan: matikan pengiriman di salah satunya.`,
      `Will be sent from here, where sending is on: ${owed.mails} mails that are still owed, and the automatic reminders of ${owed.reminding} sessions. The source sends the same as long as it runs: turn sending off at one of the two.`,
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

const takesEffect = (isAws: boolean): string[] =>
  isAws
    ? [
        'Lambda yang sedang berjalan membaca kunci lagi paling lambat 15 menit dari sekarang, dan saat bertemu kode bernomor baru; tidak perlu deploy.',
        'Lambdas that run read the keys again within 15 minutes, and when they meet a code of a new number; nothing has to be deployed.',
      ]
    : ['Berlaku saat Hadir dinyalakan lagi.', 'Takes effect when Hadir is started again.'];

/** The ages that keys reach in each function: lambda/fresh-token-keys.ts. */
const withdrawalTakesEffect = (isAws: boolean): string[] =>
  isAws
    ? [
        'Halaman staf, surel, dan cetakan memakai kunci baru paling lambat 1 menit dari sekarang. Pintu dan halaman penerima mengenal kode baru dalam 1 menit, dan menolak yang lama paling lambat 15 menit dari sekarang. Tidak perlu deploy.',
        'Pages of staff, e-mails and papers use the new key 1 minute from now at the latest. Doors and the pages of those invited know new codes within 1 minute, and refuse old ones 15 minutes from now at the latest. Nothing has to be deployed.',
      ]
    : takesEffect(isAws);

/** 5 minutes: a key of a minute ago, the longest sending, and keys of the console that were read a minute after it and are a minute old. */
const sendAnew = (isAws: boolean): string[] => [
  `${isAws ? '5 menit dari sekarang' : 'Sesudah itu'}: cetak ulang, dan tekan “Kirim surel” lagi di halaman pesan undangan setiap kegiatan: mereka yang belum hadir mendapat tautan baru.`,
  `${isAws ? '5 minutes from now' : 'After that'}: print again, and press “Kirim surel” again on each session’s page of messages: those who have not come yet get a new link.`,
  ...(isAws
    ? [
        'Bila ditekan lebih awal, surel yang baru saja terkirim mungkin terlewat: tekan sekali lagi. Tautan wakil dan tanda terima yang diambil penerima dalam 15 menit itu mungkin masih memakai kunci lama: buka lagi dari halaman mereka.',
        'Pressed earlier, it may pass over e-mails that have just left: press once more. A link for a delegate, or a receipt, that somebody took within those 15 minutes may still bear the old key: it is had again from their page.',
      ]
    : []),
];

const numbers = (ids: readonly number[], none: string): string => ids.join(', ') || none;

export const rotatedTokenText = ({ current, kept }: RotatedTokenKeys, isAws: boolean): string =>
  lines(
    `Kunci kode baru: nomor ${current}; tetap berlaku: ${numbers(kept, 'tidak ada')} / new key of codes: number ${current}; still valid: ${numbers(kept, 'none')}`,
    ...takesEffect(isAws),
  );

export const withdrawnTokenText = (id: number, { current, kept }: RotatedTokenKeys, isAws: boolean): string =>
  lines(
    `Kunci kode nomor ${id} dicabut. Kode baru dibuat dengan nomor ${current}; tetap berlaku: ${numbers(kept, 'tidak ada')}`,
    `Key of codes number ${id} is withdrawn. New codes are made with number ${current}; still valid: ${numbers(kept, 'none')}`,
    ...withdrawalTakesEffect(isAws),
    'Semua yang dibuat dengannya tidak terbaca lagi: kartu, tautan, kode pintu dan ruang, alamat periksa di tanda terima dan berita acara. Tanda tangan, kehadiran, dan segel tidak berubah.',
    'Nothing made with it is read any more: cards, links, codes of doors and venues, the addresses to check receipts and minutes. Signatures, presence and seals stay as they are.',
    ...sendAnew(isAws),
    'Pintu yang sudah memuat daftarnya masih menerima kode lama tanpa sinyal; putuskan pintu itu dan pasangkan lagi.',
    'A door that has loaded its list still takes the old codes without a signal; cut it off and pair it again.',
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
