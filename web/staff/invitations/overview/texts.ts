import { dictionary } from '../../../shared/i18n.ts';

export const t = dictionary({
  title: ['Jawaban yang masuk', 'Answers so far'],
  asOf: ['Menurut data {time}.', 'As of {time}.'],
  helpTitle: ['{n} orang meminta bantuan', 'Calls for help: {n}'],
  helpText: [
    'Tautan mereka sudah dikonfirmasi dari ponsel lain. Hubungi orangnya, lalu lepaskan tautannya bila memang miliknya.',
    'Their link was confirmed on another phone. Call them, and release the link if it is theirs.',
  ],
  open: ['Buka', 'Open'],
  openOf: ['Buka undangan {who}', 'Open the invitation for {who}'],
  tableTitle: ['Jawaban menurut kelas', 'Answers by class'],
  class: ['Kelas', 'Class'],
  invited: ['Undangan', 'Invited'],
  attending: ['Hadir', 'Coming'],
  delegated: ['Diwakili', 'Dele\u00adgate'],
  // Broken on phones only where it must be.
  unable: ['Ber\u00adha\u00adlang\u00adan', 'Unable'],
  notYet: ['Belum', 'No reply'],
  units: ['Semua unit', 'All units'],
  guests: ['Tamu, dihitung terpisah', 'Guests, counted apart'],
  several: ['Satu orang, beberapa jabatan ({n})', 'One person, several offices ({n})'],
  severalText: [
    'Undangan tetap satu per jabatan. Di pintu, satu pindaian dapat mencatat semuanya setelah dikonfirmasi petugas.',
    'There is still one invitation for each office. At the door one scan can check all of them in, once the staff confirm it.',
  ],
  asHolder: ['menjabat {n} jabatan', 'holds {n} offices'],
  asDelegate: [
    'ditunjuk mewakili {n} jabatan; namanya sama, periksa apakah orangnya sama',
    'named as delegate for {n} offices; the same name, check that it is the same person',
  ],
});
