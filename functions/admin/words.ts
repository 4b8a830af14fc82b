/** What the commands say when they refuse, Indonesian and English: what is the matter, and what to do. */
import type { RefusalCode } from './refusal.ts';

type Sentence = (...facts: string[]) => { id: string; en: string };

const refusals: Record<RefusalCode, Sentence> = {
  ARCHIVE_BROKEN: (file) => ({
    id: `${file} terpotong atau rusak. Pakai salinan lain, atau ekspor sekali lagi. Tidak ada yang ditulis.`,
    en: `${file} is cut off or damaged. Use another copy, or export again. Nothing was written.`,
  }),
  ARCHIVE_CHANGED: (file) => ({
    id: `${file} tidak sama dengan yang diekspor: jumlah atau sidiknya tidak cocok, atau ada isi milik daerah lain. Pakai salinan lain. Tidak ada yang ditulis.`,
    en: `${file} is not what was exported: its counts or its hash do not fit, or it holds what is another regency’s. Use another copy. Nothing was written.`,
  }),
  ARCHIVE_NEWER: (file) => ({
    id: `${file} berasal dari versi Hadir yang lebih baru. Perbarui Hadir di sini, lalu ulangi.`,
    en: `${file} is from a newer version of Hadir. Update Hadir here, then run this again.`,
  }),
  ARCHIVE_OLD: (file, at) => ({
    id: `${file} dibuat ${at}, lebih dari sehari dari sekarang. Ekspor sekali lagi, lalu hapus dengan berkas itu.`,
    en: `${file} was made ${at}, more than a day from now. Export again, and erase with that file.`,
  }),
  ARCHIVE_OTHER_REGENCY: (file, codes) => ({
    id: `${file} berisi ${codes}, bukan daerah yang disebut di --regency. Tidak ada yang diubah.`,
    en: `${file} holds ${codes}, and not the regency that --regency names. Nothing was changed.`,
  }),
  ARCHIVE_OUTDATED: (file, what) => ({
    id: `${file} tidak memuat semua yang ada sekarang (${what}). Ekspor sekali lagi selagi tidak ada yang bekerja di daerah itu.`,
    en: `${file} does not hold all that is there now (${what}). Export again while nobody works in that regency.`,
  }),
  ARCHIVE_SEVERAL: (file, codes) => ({
    id: `${file} berisi beberapa daerah (${codes}). Tulis --all di tempat --regency bila semuanya hendak diimpor; untuk satu saja, ekspor daerah itu sendiri. Tidak ada yang ditulis.`,
    en: `${file} holds several regencies (${codes}). Write --all in place of --regency to import them all; for one alone, export that one by itself. Nothing was written.`,
  }),
  ARCHIVE_UNKNOWN: (file) => ({
    id: `${file} bukan berkas ekspor Hadir.`,
    en: `${file} is no export of Hadir.`,
  }),
  ARCHIVE_UNREADABLE: (file, kind) => ({
    id: `Di ${file} ada data (${kind}) yang tidak dapat dibaca Hadir, atau yang tidak cocok dengan tempatnya. Periksa di tempat asalnya, lalu ekspor sekali lagi. Tidak ada yang ditulis.`,
    en: `In ${file} there are data (${kind}) that Hadir cannot read, or that do not fit their place. See to them at the source, then export again. Nothing was written.`,
  }),
  DRAFT_EXISTS: (draft) => ({
    id: `${draft} sudah ada: ekspor lain sedang menulisnya, atau terputus tanpa sempat membersihkan. Bila tidak ada yang berjalan, hapus berkas itu, yang memuat nama orang, lalu ulangi.`,
    en: `${draft} is there already: another export is writing it, or was cut off before it could clean up. If none is running, delete that file, which names people, then run this again.`,
  }),
  FILE_EXISTS: (file) => ({
    id: `${file} sudah ada dan tidak ditimpa. Pilih nama lain.`,
    en: `${file} is there already and is not written over. Choose another name.`,
  }),
  FILE_MISSING: (file) => ({ id: `${file} tidak ada.`, en: `There is no ${file}.` }),
  FOLDER_IN_USE: (folder) => ({
    id: `Hadir sedang berjalan di atas ${folder}. Hentikan dulu (Ctrl-C di jendelanya), lalu ulangi.`,
    en: `Hadir is running over ${folder}. End it first (Ctrl-C in its window), then run this again.`,
  }),
  FOLDER_MISSING: (folder) => ({
    id: `Di ${folder} tidak ada data Hadir. Tulis map data yang benar di belakang --data.`,
    en: `There are no data of Hadir in ${folder}. Write the right data folder after --data.`,
  }),
  KEYS_UNREADABLE: (file) => ({
    id: `${file} tidak memuat kunci kode yang dapat dibaca. Pakai berkas dari --with-keys.`,
    en: `${file} holds no keys of codes that can be read. Use the file that --with-keys wrote.`,
  }),
  KEY_COLLISION: (key) => ({
    id: `Di sini sudah ada kunci kode lain bernomor ${key}; keduanya tidak dapat berdampingan. Impor tanpa --keys, lalu bagikan tautan dan kartu baru.`,
    en: `There is another key of codes with number ${key} here; both cannot stand side by side. Import without --keys, and hand out new links and cards.`,
  }),
  KEY_UNKNOWN: (key, there) => ({
    id: `Tidak ada kunci kode bernomor ${key}. Yang ada: ${there}.`,
    en: `There is no key of codes with number ${key}. There are: ${there}.`,
  }),
  NO_FREE_KEY: () => ({
    id: 'Semua nomor kunci kode terpakai. Cabut dahulu satu yang kodenya sudah tidak dipakai: rotate-keys token --withdraw NOMOR --yes NOMOR.',
    en: 'Every number of a key of codes is taken. First withdraw one whose codes are used no more: rotate-keys token --withdraw NUMBER --yes NUMBER.',
  }),
  NOTHING_THERE: (code) => ({
    id: `Tidak ada data daerah ${code} di sini. Periksa kode dan tempatnya.`,
    en: `There are no data of ${code} here. Check the code and the place.`,
  }),
  OWN_KEYS_UNREADABLE: (place) => ({
    id: `${place} tidak memuat kunci yang dapat dibaca, dan tidak diubah. Kembalikan dari salinan: kartu, tautan, dan segel bergantung padanya.`,
    en: `${place} holds no keys that can be read, and was not changed. Put it back from a copy: cards, links and seals depend on it.`,
  }),
  REGENCY_DIFFERS: (codes, what) => ({
    id: `Daerah ${codes} sudah ada di sini dan tidak sama dengan berkas (${what}). Tidak ada yang ditulis. Ekspor dan hapus yang ada di sini dulu, bila berkas yang benar.`,
    en: `${codes} is here already, and is not as in the file (${what}). Nothing was written. If the file is right, export and erase what is here first.`,
  }),
  SECRET_CHANGED: (secret) => ({
    id: `Rahasia ${secret} diubah orang lain pada saat yang sama. Bandingkan versi AWSCURRENT dan AWSPREVIOUS; kunci yang hilang harus ditambahkan lagi.`,
    en: `The secret ${secret} was changed by somebody else at the same time. Compare its versions AWSCURRENT and AWSPREVIOUS; a key that is missing has to be added again.`,
  }),
  SECRET_NEEDED: () => ({
    id: 'Di mana kunci kode? Tulis --secret ARN (keluaran TokenKeysSecret).',
    en: 'Where are the keys of codes? Write --secret ARN (the output TokenKeysSecret).',
  }),
  TABLE_NEWER: (kind) => ({
    id: `Di sini ada data dari versi Hadir yang lebih baru (${kind}). Pakai perintah dari versi itu.`,
    en: `There are data of a newer version of Hadir here (${kind}). Use the command of that version.`,
  }),
  WRITTEN_MEANWHILE: (kind) => ({
    id: `Selagi diimpor, orang lain menulis di daerah yang sama (${kind}). Yang mereka tulis tetap ada. Periksa siapa yang bekerja di sana.`,
    en: `While importing, somebody else wrote in the same regency (${kind}). What they wrote stands. See who is working there.`,
  }),
};

/** Indonesian, then English, a line each. */
export const refusalText = (code: RefusalCode, facts: readonly string[]): string => {
  const { id, en } = refusals[code](...facts);
  return `${id}\n${en}\n`;
};

/** Failures of the disk, the engine or AWS that an operator can do something about, by the error's name or code. */
const failures: Record<string, { id: string; en: string }> = {
  CredentialsProviderError: {
    id: 'Tidak ada kredensial AWS. Masuk dulu (aws sso login, atau AWS_PROFILE), lalu ulangi.',
    en: 'There are no AWS credentials. Sign in first (aws sso login, or AWS_PROFILE), then run this again.',
  },
  ResourceNotFoundException: {
    id: 'Tabel atau rahasia itu tidak ada di wilayah ini. Periksa --table, --secret dan --region.',
    en: 'There is no such table or secret in this region. Check --table, --secret and --region.',
  },
  AccessDeniedException: {
    id: 'Kredensial ini tidak boleh melakukannya. Perlu: dynamodb Query, BatchGetItem, PutItem, UpdateItem, BatchWriteItem, Scan, GetItem pada tabel; secretsmanager GetSecretValue, PutSecretValue pada rahasia; kms GetPublicKey pada kunci segel.',
    en: 'These credentials may not do this. Needed: dynamodb Query, BatchGetItem, PutItem, UpdateItem, BatchWriteItem, Scan, GetItem on the table; secretsmanager GetSecretValue, PutSecretValue on the secret; kms GetPublicKey on the seal key.',
  },
  NotFoundException: {
    id: 'Kunci segel itu tidak ada di wilayah ini. Periksa --seal-key dan --region.',
    en: 'There is no such seal key in this region. Check --seal-key and --region.',
  },
  UnrecognizedClientException: {
    id: 'AWS tidak mengenal kredensial ini. Masuk lagi (aws sso login, atau AWS_PROFILE), lalu ulangi.',
    en: 'AWS does not know these credentials. Sign in again (aws sso login, or AWS_PROFILE), then run this again.',
  },
  ExpiredTokenException: {
    id: 'Kredensial AWS sudah kedaluwarsa. Masuk lagi, lalu ulangi.',
    en: 'The AWS credentials have expired. Sign in again, then run this again.',
  },
  ENOENT: {
    id: 'Map untuk berkas itu tidak ada. Buat dulu, atau tulis yang lain.',
    en: 'The folder for that file is not there. Make it first, or write another.',
  },
  EACCES: {
    id: 'Berkas atau map itu tidak boleh dibaca atau ditulis oleh pengguna ini. Pilih yang lain, atau jalankan sebagai pemiliknya.',
    en: 'This user may not read or write that file or folder. Choose another, or run this as its owner.',
  },
  ENOSPC: {
    id: 'Cakram penuh. Sediakan tempat, lalu ulangi.',
    en: 'The disk is full. Make room, then run this again.',
  },
  ECONNREFUSED: {
    id: 'Tidak ada yang menjawab di alamat itu. Periksa --endpoint.',
    en: 'Nobody answers at that address. Check --endpoint.',
  },
  ENOTFOUND: {
    id: 'Alamat AWS tidak ditemukan. Periksa sambungan internet, --region dan --endpoint.',
    en: 'The address of AWS is not found. Check the connection to the internet, --region and --endpoint.',
  },
};
const goOn = {
  id: 'Pekerjaan terputus dan belum selesai. Perintah yang sama, dijalankan sekali lagi, meneruskannya.',
  en: 'The work broke off and is not done. The same command, run once more, goes on with it.',
};

/** With the error's name and code only: its message could quote what it was about. */
export const failureText = (name: string, code: string): string => {
  const { id, en } = failures[name] ?? failures[code] ?? goOn;
  return `${id} (${code})\n${en}\n`;
};
