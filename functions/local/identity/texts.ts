import type { Role } from '../../platform/caller.ts';
import type { AccountProblem } from './accounts.ts';
import { SHORTEST_PASSWORD } from './secrets.ts';

/** The languages of the sign-in pages; Indonesian comes first. */
export type Lang = 'id' | 'en';

/** A form's faults, each shown at its field and in the summary on top. */
export type FieldFault = AccountProblem | 'username-empty' | 'secret-empty' | 'password-different';

/** Everything the pages say, in one language. */
export interface Texts {
  product: string;
  otherLanguage: string;
  skipToContent: string;
  footer: string;
  back: string;
  faultsTitle: string;
  errorPrefix: string;
  roles: Record<Role, string>;
  faults: Record<FieldFault, string>;
  signIn: {
    title: string;
    lead: string;
    username: string;
    secret: string;
    secretHint: string;
    submit: string;
    helpTitle: string;
    help: string;
    wrong: string;
    expired: string;
    locked: (waitSeconds: number) => string;
  };
  password: {
    title: string;
    lead: string;
    account: string;
    role: string;
    region: string;
    password: string;
    hint: string;
    repeat: string;
    submit: string;
    skip: string;
    skipHint: string;
  };
  setup: {
    title: string;
    lead: string;
    region: string;
    regionHint: string;
    name: string;
    nameHint: string;
    username: string;
    usernameHint: string;
    submit: string;
    wrongCode: { title: string; text: string };
    done: { title: string; text: string };
  };
  signOut: { title: string; lead: string; submit: string; stay: string };
  signedOut: { title: string; text: string };
  ended: { title: string; text: string };
  failed: { title: string; text: string; code: string };
}

const minutes = (seconds: number) => Math.ceil(seconds / 60);

const id: Texts = {
  product: 'Hadir',
  otherLanguage: 'English',
  skipToContent: 'Langsung ke isi',
  footer: 'Kehadiran rapat dan ikrar netralitas pemerintah daerah',
  back: 'Ke halaman petugas',
  faultsTitle: 'Ada yang perlu diperbaiki',
  errorPrefix: 'Galat:',
  roles: {
    organizer: 'Penyelenggara',
    operator: 'Petugas pintu',
    regent: 'Kepala daerah',
    province: 'Pemerintah provinsi',
    nation: 'Pemerintah pusat',
    auditor: 'Pemeriksa',
  },
  faults: {
    'username-empty': 'Isi nama pengguna.',
    'secret-empty': 'Isi kata sandi atau kode sekali pakai.',
    'username-invalid': 'Nama pengguna 3 sampai 32 karakter: huruf, angka, titik, atau tanda hubung, tanpa spasi.',
    'username-taken': 'Nama pengguna ini sudah dipakai. Pilih yang lain.',
    'name-invalid': 'Isi nama lengkap, paling banyak 120 karakter.',
    'role-invalid': 'Peran tidak dikenal.',
    'region-invalid': 'Pilih kabupaten, kota, atau provinsi dari daftar.',
    'unknown-username': 'Nama pengguna tidak dikenal.',
    'not-first': 'Penyiapan sudah selesai.',
    'code-used': 'Kode sekali pakai ini sudah dipakai atau kedaluwarsa. Masuk kembali.',
    'password-short': `Kata sandi paling sedikit ${SHORTEST_PASSWORD} karakter.`,
    'password-long': 'Kata sandi terlalu panjang, paling banyak 256 karakter.',
    'password-username': 'Kata sandi tidak boleh berisi nama pengguna saja.',
    'password-common': 'Kata sandi ini terlalu umum. Pilih yang lain.',
    'password-simple': 'Kata sandi ini terlalu sederhana. Pakai lebih banyak karakter yang berbeda.',
    'password-different': 'Kedua kata sandi tidak sama.',
  },
  signIn: {
    title: 'Masuk',
    lead: 'Untuk petugas pemerintah daerah. Peserta rapat tidak perlu masuk: gunakan tautan pada undangan.',
    username: 'Nama pengguna',
    secret: 'Kata sandi atau kode sekali pakai',
    secretHint: 'Kode berbentuk XXXX-XXXX-XXXX-X. Huruf besar atau kecil sama saja.',
    submit: 'Masuk',
    helpTitle: 'Lupa kata sandi atau belum punya akun?',
    help: 'Minta kode sekali pakai kepada pengelola Hadir di instansi Anda.',
    wrong: 'Nama pengguna atau kata sandi salah. Periksa lalu coba lagi.',
    expired: 'Kode ini sudah kedaluwarsa. Minta kode baru kepada pengelola Hadir.',
    locked: (wait) =>
      `Terlalu banyak percobaan. Coba lagi dalam ${wait < 90 ? `${wait} detik` : `${minutes(wait)} menit`}.`,
  },
  password: {
    title: 'Buat kata sandi',
    lead: 'Kode sekali pakai diterima. Mulai sekarang Anda masuk dengan kata sandi sendiri.',
    account: 'Nama',
    role: 'Peran',
    region: 'Wilayah',
    password: 'Kata sandi baru',
    hint: `Paling sedikit ${SHORTEST_PASSWORD} karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.`,
    repeat: 'Ulangi kata sandi baru',
    submit: 'Simpan dan masuk',
    skip: 'Lewati',
    skipHint: 'Ini demo: Anda boleh melewati langkah ini. Kode yang sama tetap dapat dipakai.',
  },
  setup: {
    title: 'Siapkan Hadir',
    lead: 'Belum ada akun di komputer ini. Akun pertama adalah penyelenggara, yang kemudian menyiapkan rapat.',
    region: 'Kabupaten, kota, atau provinsi',
    regionHint: 'Ketik beberapa huruf lalu pilih dari daftar.',
    name: 'Nama lengkap',
    nameHint: 'Tanpa gelar, seperti yang akan tampil pada catatan.',
    username: 'Nama pengguna',
    usernameHint: 'Untuk masuk. Huruf kecil dan angka, tanpa spasi.',
    submit: 'Buat akun penyelenggara',
    wrongCode: {
      title: 'Alamat penyiapan tidak cocok',
      text: 'Buka alamat lengkap yang tampil di terminal saat Hadir dinyalakan. Alamat itu berubah setiap kali dinyalakan.',
    },
    done: {
      title: 'Hadir sudah disiapkan',
      text: 'Akun pertama sudah dibuat, jadi halaman ini ditutup. Silakan masuk seperti biasa.',
    },
  },
  signOut: {
    title: 'Keluar dari Hadir?',
    lead: 'Rapat dan catatan kehadiran tetap tersimpan.',
    submit: 'Keluar',
    stay: 'Tetap masuk',
  },
  signedOut: { title: 'Anda sudah keluar', text: 'Tutup peramban bila komputer ini dipakai bersama.' },
  ended: {
    title: 'Waktu untuk masuk sudah habis',
    text: 'Halaman ini dibuka terlalu lama, atau Anda sudah masuk di jendela lain. Mulai lagi dari halaman petugas.',
  },
  failed: {
    title: 'Tidak dapat melanjutkan',
    text: 'Permintaan masuk ini tidak dapat diproses. Mulai lagi dari halaman petugas.',
    code: 'Kode galat',
  },
};

const en: Texts = {
  product: 'Hadir',
  otherLanguage: 'Bahasa Indonesia',
  skipToContent: 'Skip to content',
  footer: 'Meeting attendance and neutrality pledges of regional governments',
  back: 'Go to the staff page',
  faultsTitle: 'There is a problem',
  errorPrefix: 'Error:',
  roles: {
    organizer: 'Organiser',
    operator: 'Door operator',
    regent: 'Head of region',
    province: 'Provincial government',
    nation: 'National government',
    auditor: 'Auditor',
  },
  faults: {
    'username-empty': 'Enter your username.',
    'secret-empty': 'Enter your password or one-time code.',
    'username-invalid': 'A username has 3 to 32 characters: letters, digits, dots or hyphens, without spaces.',
    'username-taken': 'This username is taken. Choose another.',
    'name-invalid': 'Enter a full name of at most 120 characters.',
    'role-invalid': 'Unknown role.',
    'region-invalid': 'Choose a regency, city or province from the list.',
    'unknown-username': 'Unknown username.',
    'not-first': 'Set-up has already been done.',
    'code-used': 'This one-time code has been used or has expired. Sign in again.',
    'password-short': `A password has at least ${SHORTEST_PASSWORD} characters.`,
    'password-long': 'The password is too long: at most 256 characters.',
    'password-username': 'A password cannot be just the username.',
    'password-common': 'This password is too common. Choose another.',
    'password-simple': 'This password is too simple. Use more different characters.',
    'password-different': 'The two passwords are not the same.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'For staff of regional governments. Attendees do not sign in: use the link on the invitation.',
    username: 'Username',
    secret: 'Password or one-time code',
    secretHint: 'A code looks like XXXX-XXXX-XXXX-X. Capital or small letters are the same.',
    submit: 'Sign in',
    helpTitle: 'Forgot your password, or no account yet?',
    help: 'Ask whoever runs Hadir in your office for a one-time code.',
    wrong: 'The username or password is wrong. Check them and try again.',
    expired: 'This code has expired. Ask whoever runs Hadir for a new one.',
    locked: (wait) => `Too many attempts. Try again in ${wait < 90 ? `${wait} seconds` : `${minutes(wait)} minutes`}.`,
  },
  password: {
    title: 'Create a password',
    lead: 'Your one-time code was accepted. From now on you sign in with a password of your own.',
    account: 'Name',
    role: 'Role',
    region: 'Region',
    password: 'New password',
    hint: `At least ${SHORTEST_PASSWORD} characters. A few unrelated words are easy to remember and hard to guess.`,
    repeat: 'Repeat the new password',
    submit: 'Save and sign in',
    skip: 'Skip',
    skipHint: 'This is a demo: you may skip this step. The same code stays usable.',
  },
  setup: {
    title: 'Set up Hadir',
    lead: 'There is no account on this computer yet. The first one is an organiser, who then prepares the meetings.',
    region: 'Regency, city or province',
    regionHint: 'Type a few letters, then choose from the list.',
    name: 'Full name',
    nameHint: 'Without titles, as it will appear in the records.',
    username: 'Username',
    usernameHint: 'For signing in. Small letters and digits, without spaces.',
    submit: 'Create the organiser account',
    wrongCode: {
      title: 'This set-up address does not match',
      text: 'Open the full address shown in the terminal when Hadir was started. It changes at every start.',
    },
    done: {
      title: 'Hadir has been set up',
      text: 'The first account exists, so this page is closed. Please sign in as usual.',
    },
  },
  signOut: {
    title: 'Sign out of Hadir?',
    lead: 'Meetings and attendance records stay saved.',
    submit: 'Sign out',
    stay: 'Stay signed in',
  },
  signedOut: { title: 'You have signed out', text: 'Close the browser if this computer is shared.' },
  ended: {
    title: 'The time to sign in has run out',
    text: 'This page was open for too long, or you signed in from another window. Start again from the staff page.',
  },
  failed: {
    title: 'Cannot continue',
    text: 'This sign-in request cannot be processed. Start again from the staff page.',
    code: 'Error code',
  },
};

/** The dictionaries, by language. */
export const texts: Record<Lang, Texts> = { id, en };

/** The first of the given wishes (link, cookie, `ui_locales`) that names a language we speak; Indonesian otherwise. */
export function chooseLang(...wishes: (string | undefined)[]): Lang {
  for (const wish of wishes) {
    const first = wish?.toLowerCase().split(/[\s,;_-]/)[0];
    if (first === 'id' || first === 'en') return first;
  }
  return 'id';
}
