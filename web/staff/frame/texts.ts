import type { Role } from '../../../functions/platform/caller.ts';
import { dictionary, type Pair, pick } from '../../shared/i18n.ts';

export const t = dictionary({
  signInTitle: ['Masuk ke konsol panitia', "Sign in to the organisers' console"],
  signInLead: [
    'Untuk panitia, petugas pintu, pimpinan daerah, dan pengawas. Undangan tidak memerlukan akun.',
    'For organisers, door staff, heads of region and auditors. Invited guests need no account.',
  ],
  signIn: ['Masuk', 'Sign in'],
  signOut: ['Keluar', 'Sign out'],
  expired: ['Masa masuk Anda habis', 'Your sign-in has expired'],
  expiredText: [
    'Masuk lagi untuk melanjutkan; Anda kembali ke halaman ini.',
    'Sign in again to go on; you come back to this page.',
  ],
  failed: ['Proses masuk belum selesai', 'The sign-in was not completed'],
  failedText: ['Mulai lagi dari awal. Tidak ada data yang hilang.', 'Start again. No data is lost.'],
  sessions: ['Kegiatan', 'Sessions'],
  units: ['Unit', 'Units'],
  coverage: ['Cakupan', 'Coverage'],
  followUps: ['Tindak lanjut', 'Follow-ups'],
  texts: ['Naskah', 'Texts'],
  settings: ['Pengaturan', 'Settings'],
  notFound: ['Halaman tidak ditemukan', 'Page not found'],
  notFoundText: ['Alamat ini tidak ada di konsol.', 'There is nothing at this address.'],
  home: ['Ke halaman awal', 'Go to the start page'],
  notRegistered: ['Daerah ini belum disiapkan', 'This regency has not been set up'],
  notRegisteredText: [
    'Minta panitia untuk mengisi pengaturan daerah lebih dahulu.',
    'Ask an organiser to fill in the settings of the regency first.',
  ],
});

const roles: Record<Role, Pair> = {
  organizer: ['Panitia', 'Organiser'],
  operator: ['Petugas', 'Door staff'],
  regent: ['Pimpinan daerah', 'Head of region'],
  province: ['Pengawas provinsi', 'Provincial supervisor'],
  nation: ['Pengawas nasional', 'National supervisor'],
  auditor: ['Pengawas', 'Auditor'],
};
export const roleName = (role: Role): string => pick(roles[role]);
