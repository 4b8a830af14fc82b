/** What the check of a bundle says on a terminal: Indonesian first, English below. */
import type { BundleFacts, BundleProblem, BundleVerdict } from './verify-bundle.ts';

const problems: Record<BundleProblem, { id: string; en: string }> = {
  ZIP: {
    id: 'Berkas zip tidak terbaca, atau berisi berkas lain.',
    en: 'The zip cannot be read, or holds other files.',
  },
  PARTS: {
    id: 'Berkas-berkas ini bukan bagian-bagian dari satu segel. Unduh ulang semuanya.',
    en: 'These files are not parts of one seal. Download all of them again.',
  },
  FILE_MISSING: { id: 'Ada berkas yang tidak disertakan.', en: 'A file is missing.' },
  NOT_CANONICAL: {
    id: 'Isi berkas tidak tertulis dalam bentuk baku (RFC 8785): isinya telah diubah.',
    en: 'A file is not in canonical form (RFC 8785): it was changed.',
  },
  CHECKER_CHANGED: {
    id: 'verify.py atau BACA-SAYA.txt di dalamnya bukan yang diterbitkan versi ini. Jangan dijalankan. Bila segel dibuat dengan versi lain, periksa datanya dengan --other-checker.',
    en: 'Its verify.py or BACA-SAYA.txt is not the one of this version. Do not run it. If the seal comes from another version, check its data with --other-checker.',
  },
  LEAF: { id: 'Ada catatan yang bentuknya tidak sah.', en: 'A record has no valid form.' },
  SESSION: { id: 'Ada catatan atau segel dari kegiatan lain.', en: 'A record or a head is of another session.' },
  DUPLICATE: { id: 'Ada catatan yang tertulis dua kali.', en: 'A record stands twice.' },
  HEAD: { id: 'Urutan segel tidak benar.', en: 'The heads are not in order.' },
  SIZE: {
    id: 'Jumlah catatan tidak sama dengan yang disegel. Segel yang terbagi diperiksa dengan menyebut semua berkasnya, menurut urutannya.',
    en: 'The number of records is not what was sealed. A seal in several files is checked by naming all of them, in their order.',
  },
  COUNTS: {
    id: 'Hitungan per jenis tidak sama dengan yang disegel.',
    en: 'The counts by kind are not what was sealed.',
  },
  ROOT: {
    id: 'Akar yang dihitung dari catatan tidak sama dengan yang disegel: catatan telah diubah, dihapus atau ditambah.',
    en: 'The records do not make the root that was sealed: some were changed, removed or added.',
  },
  CONSISTENCY: {
    id: 'Tambahan segel tidak terbukti melanjutkan segel sebelumnya.',
    en: 'An addendum is not proved to continue the seal before it.',
  },
  KEY: { id: 'Kunci tidak sesuai dengan sidik jarinya.', en: 'A key does not have its fingerprint.' },
  FOREIGN_KEY: {
    id: 'Ditandatangani dengan kunci lain dari yang diminta.',
    en: 'Signed with another key than the one asked for.',
  },
  SIGNATURE: { id: 'Tanda tangan segel tidak sah.', en: 'A signature is not valid.' },
  OPENING: {
    id: 'Nama atau keterangan yang dibuka bukan yang disegel.',
    en: 'A name or text that is opened is not the one that was sealed.',
  },
};

const grouped = (hex: string): string => hex.replace(/.{8}(?=.)/g, '$& ');

/** Whatever a bundle says is its maker's: no text of it may move the cursor, or rewrite what stands on the screen. */
const shown = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');

const lateLines = ({ daysUntilSealed: days }: BundleFacts): string[] =>
  days === 0
    ? []
    : [
        `PERHATIKAN: disegel ${days} hari sesudah kegiatan ditutup. / NOTE: sealed ${days} days after the session closed.`,
      ];

const headLines = ({ heads }: BundleFacts): string[] =>
  heads.flatMap(({ number, at, size, counts, root, key, replacesKey }) => [
    '',
    number === 1 ? `Segel / seal 1, ${at}` : `Tambahan segel / addendum ${number}, ${at}`,
    `  catatan / records   ${size}: ${Object.entries(counts)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
    `  akar / root         ${grouped(root)}`,
    `  kunci / key         ${grouped(key)}`,
    ...(replacesKey === undefined
      ? []
      : [
          '  Kunci baru: pastikan sidik jarinya pada daftar kunci pemerintah daerah. / A new key: confirm its fingerprint with the regency.',
        ]),
  ]);

const openedLine = ({ opened }: BundleFacts): string =>
  opened === 0
    ? 'Tanpa nama orang. / Names nobody.'
    : `${opened} nama dan keterangan dibuka, semuanya sesuai segel. / ${opened} names and texts are opened, all as sealed.`;

const keyLine = (keysGiven: boolean): string =>
  keysGiven
    ? 'Semua segel ditandatangani dengan kunci yang diminta. / Every seal is signed with a key that was asked for.'
    : 'Siapa pun dapat membuat kunci: cocokkan akar dan sidik jari kunci dengan berita acara tercetak, atau pakai --key. / Anybody can make a key: compare root and fingerprint with the printed minutes, or use --key.';

/** The verdict in lines; the first word says it all. */
export const reportOf = (verdict: BundleVerdict, { keysGiven }: { keysGiven: boolean }): string => {
  if (!verdict.ok) {
    const { id, en } = problems[verdict.problem];
    return [`TIDAK SAH / NOT VALID (${verdict.problem})`, id, en, shown(verdict.detail), ''].join('\n');
  }
  const { title, session, regency } = verdict;
  return [
    'SAH / VALID',
    `${shown(title)} (kegiatan / session ${session}, ${regency})`,
    ...lateLines(verdict),
    ...headLines(verdict),
    '',
    openedLine(verdict),
    keyLine(keysGiven),
    '',
  ].join('\n');
};
