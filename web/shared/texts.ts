/** The few texts that every page needs. */
import { dictionary } from './i18n.ts';

export const common = dictionary({
  skip: ['Lewati ke isi', 'Skip to content'],
  loading: ['Memuat…', 'Loading…'],
  tryAgain: ['Coba lagi', 'Try again'],
  reload: ['Muat ulang', 'Reload'],
  requestId: ['Nomor permintaan', 'Request id'],
  problemTitle: ['Belum berhasil', 'That did not work'],
  summaryTitle: ['Ada yang perlu diperbaiki', 'There is a problem'],
  cancel: ['Batal', 'Cancel'],
  close: ['Tutup', 'Close'],
  optional: ['{label} (boleh kosong)', '{label} (optional)'],
  main: ['Menu utama', 'Main menu'],
  footer: ['Hadir – daftar hadir dan ikrar netralitas', 'Hadir – attendance and neutrality pledges'],
  scrollable: ['{label}, dapat digeser', '{label}, scrollable'],
  // What is wrong with a field, by the rule that the API names.
  too_small: ['Belum diisi atau terlalu pendek.', 'Not filled in, or too short.'],
  too_big: ['Terlalu panjang atau terlalu banyak.', 'Too long, or too many.'],
  invalid_format: ['Bentuknya belum benar.', 'Not in the right form.'],
  invalid_type: ['Belum diisi.', 'Not filled in.'],
  invalid: ['Belum benar.', 'Not valid.'],
});
