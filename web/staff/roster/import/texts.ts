/** Texts of the start page, of writing and of taking back; those of the plan and of the mapping are beside them. */
import type { ImportState } from '../../../../functions/imports/import-schema.ts';
import type { UnreadableReason } from '../../../../functions/imports/sheet.ts';
import { dictionary, type Pair, pick } from '../../../shared/i18n.ts';

export const t = dictionary({
  title: ['Impor daftar unit', 'Import units'],
  lead: [
    'Pakai berkas yang sudah Anda punya. Anda melihat dahulu apa yang akan terjadi; belum ada yang tersimpan sebelum Anda menekan Simpan.',
    'Use the file that you have. You see first what would happen; nothing is stored before you press Save.',
  ],
  back: ['Daftar unit', 'Units'],
  file: ['Letakkan atau pilih berkas XLSX atau CSV', 'Drop or choose an XLSX or CSV file'],
  fileHint: [
    'Sedikitnya satu kolom berisi nama unit atau jabatan. Kop surat di atas judul kolom tidak apa-apa. Paling besar 4 MB.',
    'At least one column with the unit or the office. A letterhead above the titles is fine. At most 4 MB.',
  ],
  reading: ['Membaca {file}…', 'Reading {file}…'],
  tooManyBytes: [
    'Berkas ini {size} MB, paling besar 4 MB. Hapus gambar dan lembar yang tidak perlu, atau simpan lembar daftarnya saja sebagai berkas baru.',
    'This file has {size} MB; at most 4 MB can be sent. Remove pictures and sheets that are not needed, or save the sheet with the list as a file of its own.',
  ],
  unreadableTitle: ['{file} tidak dapat dibaca', '{file} cannot be read'],

  earlier: ['Impor sebelumnya', 'Earlier imports'],
  earlierNone: ['Belum pernah ada impor.', 'Nothing has been imported yet.'],
  columnFile: ['Berkas', 'File'],
  columnState: ['Keadaan', 'State'],
  columnWhen: ['Kapan dan oleh siapa', 'When and by whom'],
  columnCounts: ['Isi', 'Contents'],
  columnAction: ['Tindakan', 'Action'],
  byYou: ['oleh Anda', 'by you'],
  byOrganizer: ['oleh panitia', 'by an organiser'],
  byOther: ['oleh panitia lain', 'by another organiser'],
  resume: ['Lanjutkan', 'Continue'],
  resumeOf: ['Lanjutkan impor {file}', 'Continue the import of {file}'],
  look: ['Lihat', 'Look'],
  lookOf: ['Lihat impor {file}', 'Look at the import of {file}'],
  undo: ['Batalkan impor', 'Undo the import'],
  undoOf: ['Batalkan impor {file}', 'Undo the import of {file}'],
  more: ['Tampilkan lagi', 'Show more'],

  importTitle: ['Impor {file}', 'Import of {file}'],
  backToImports: ['Semua impor', 'All imports'],
  readAt: ['Dibaca {when} {who}.', 'Read {when} {who}.'],
  onSheet: ['Lembar "{sheet}".', 'Sheet "{sheet}".'],
  otherSheets: ['Lembar lain tidak dibaca: {names}.', 'Other sheets were not read: {names}.'],
  hiddenSheet: ['{name} (tersembunyi)', '{name} (hidden)'],
  moreSheets: ['dan {n} lainnya', 'and {n} more'],
  sheetsLeft: ['Berkas ini juga berisi lembar {names}', 'This file has other sheets too: {names}'],
  sheetsLeftText: [
    'Setiap lembar diimpor sendiri. Yang sudah tersimpan dari lembar ini tetap tersimpan.',
    'Each sheet is an import of its own. What is saved from this one stays saved.',
  ],
  readThisSheet: ['Baca lembar "{sheet}"', 'Read the sheet "{sheet}"'],

  askFileTitle: ['Pilih lagi berkas {file}', 'Choose the file {file} again'],
  askFileText: [
    'Jawaban Anda sudah diingat. Isi berkas tidak kami simpan, jadi setelah halaman dimuat ulang berkasnya perlu dipilih sekali lagi.',
    'Your answers are remembered. The file itself is not kept, so after a reload of this page it has to be chosen once more.',
  ],
  askFileNote: [
    'Isi berkas tidak kami simpan, jadi setelah halaman dimuat ulang berkasnya perlu dipilih sekali lagi.',
    'The file itself is not kept, so after a reload of this page it has to be chosen once more.',
  ],

  writingStep: ['Menyimpan ke daftar induk', 'Saving into the register'],
  undoingStep: ['Membatalkan impor', 'Undoing the import'],
  pausedStep: ['Penyimpanan belum selesai', 'Saving is not finished'],
  undoPausedStep: ['Pembatalan belum selesai', 'Undoing is not finished'],
  doneStep: ['Impor selesai', 'The import is done'],
  undoneStep: ['Impor sudah dibatalkan', 'The import has been undone'],
  progress: ['Bagian {done} dari {all}', 'Part {done} of {all}'],
  progressRows: ['{n} baris tersimpan sejak halaman ini dibuka.', '{n} rows saved since this page was opened.'],
  undoneRows: ['{n} unit dikembalikan sejak halaman ini dibuka.', '{n} units put back since this page was opened.'],
  leave: [
    'Halaman ini boleh ditinggalkan. Yang sudah tersimpan tetap tersimpan, dan sisanya dapat dilanjutkan kapan saja dari sini.',
    'You may leave this page. What is saved stays saved, and the rest can be continued from here at any time.',
  ],
  pause: ['Jeda', 'Pause'],
  paused: ['{done} dari {all} bagian sudah tersimpan.', '{done} of {all} parts are saved.'],
  undoPaused: ['{done} dari {all} bagian sudah dikembalikan.', '{done} of {all} parts have been put back.'],
  goOn: ['Lanjutkan menyimpan', 'Go on saving'],
  goOnUndoing: ['Lanjutkan membatalkan', 'Go on undoing'],
  offlineTitle: ['Sambungan terputus', 'The connection is gone'],
  offlineText: [
    'Server belum menjawab. Dicoba lagi sendiri (percobaan ke-{n}); tidak ada yang hilang dan tidak ada yang tersimpan dua kali.',
    'The server does not answer. It is tried again by itself (attempt {n}); nothing is lost and nothing is saved twice.',
  ],
  tryNow: ['Coba sekarang', 'Try now'],
  saidProgress: ['{percent} selesai', '{percent} done'],
  saidDone: ['Selesai', 'Done'],

  doneTitle: ['Daftar induk sudah diperbarui', 'The register is up to date'],
  skippedTitle: ['{n} unit dibiarkan', 'Units left alone: {n}'],
  skippedText: [
    'Unit ini diubah orang lain sesudah berkas dibaca, jadi perubahan itu tidak ditimpa. Periksa satu per satu, atau impor lagi berkasnya.',
    'Somebody changed these units after the file was read, so that change was not overwritten. Check them one by one, or import the file again.',
  ],
  inRow: ['baris {row}', 'row {row}'],
  undoneSkippedText: [
    'Unit ini diubah orang lain sesudah impor, jadi dibiarkan seperti sekarang.',
    'Somebody changed these units after the import, so they were left as they are now.',
  ],
  undoneText: [
    'Daftar induk kembali seperti sebelum impor ini. Berkasnya dapat diimpor lagi kapan saja.',
    'The register is as it was before this import. The file can be imported again at any time.',
  ],
  toUnits: ['Lihat daftar unit', 'See the units'],
  another: ['Impor berkas lain', 'Import another file'],
  undoAll: ['Batalkan seluruh impor', 'Undo the whole import'],
  undoTitle: ['Batalkan impor {file}?', 'Undo the import of {file}?'],
  undoText: [
    'Unit baru dari impor ini dihapus, dan unit yang diubahnya kembali seperti semula. Unit yang sesudah itu diubah orang lain dibiarkan.',
    'Units that this import added are removed, and those that it changed become as they were. Units that somebody changed since are left alone.',
  ],
  undoInvited: ['Undangan yang sudah dibuat tidak ikut berubah.', 'Invitations that have been made do not change.'],
  undoSure: ['Ya, batalkan seluruh impor', 'Yes, undo the whole import'],
  keep: ['Jangan batalkan', 'Keep the import'],
  readOnly: ['Hanya panitia yang dapat mengubah impor.', 'Only organisers can change an import.'],
});

const states: Record<ImportState, Pair> = {
  UNSURE: ['Kolom belum jelas', 'Columns not clear'],
  PLANNED: ['Belum disimpan', 'Not saved yet'],
  APPLYING: ['Tersimpan sebagian', 'Partly saved'],
  APPLIED: ['Tersimpan', 'Saved'],
  UNDOING: ['Dibatalkan sebagian', 'Partly undone'],
  UNDONE: ['Dibatalkan', 'Undone'],
};
export const stateName = (state: ImportState): string => pick(states[state]);

/** What is the matter with a file, by the state of ROSTER_UNREADABLE, and what to do about it. */
const unreadable: Record<UnreadableReason, Pair> = {
  EMPTY: [
    'Berkas ini kosong: tidak ada satu baris pun yang terisi. Periksa apakah Anda memilih berkas yang benar dan sudah menyimpannya.',
    'This file is empty: no row holds anything. Check that you chose the right file and that it was saved.',
  ],
  PASSWORD_OR_OLD_FORMAT: [
    'Berkas ini dikunci kata sandi, atau masih berformat Excel lama (.xls). Buka di Excel, hapus kata sandinya, lalu pilih Simpan Sebagai "Excel Workbook (.xlsx)".',
    'This file has a password, or is in the old Excel format (.xls). Open it in Excel, remove the password, and use Save As "Excel Workbook (.xlsx)".',
  ],
  MACROS: [
    'Berkas ini berisi makro (.xlsm) dan karena itu tidak dibuka. Di Excel, pilih Simpan Sebagai "Excel Workbook (.xlsx)", lalu unggah hasilnya.',
    'This file holds macros (.xlsm) and is not opened for that reason. In Excel, use Save As "Excel Workbook (.xlsx)" and upload the result.',
  ],
  TOO_LARGE: [
    'Isi berkas ini terlalu banyak: paling banyak 25.000 baris dan 200 kolom. Hapus lembar, baris, atau kolom yang tidak perlu.',
    'This file holds too much: at most 25,000 rows and 200 columns. Remove sheets, rows or columns that are not needed.',
  ],
  NOT_A_WORKBOOK: [
    'Berkas ini bukan buku kerja Excel yang utuh, mungkin rusak saat dikirim. Buka di Excel atau Google Sheets, simpan ulang sebagai .xlsx, lalu coba lagi.',
    'This is not an intact Excel workbook; it may have been damaged on its way. Open it in Excel or Google Sheets, save it again as .xlsx, and try once more.',
  ],
  NOT_TEXT: [
    'Berkas ini bukan CSV dan bukan Excel. Foto, PDF, dan dokumen Word tidak dapat dibaca; salin daftarnya ke Excel atau Google Sheets, lalu simpan sebagai .xlsx.',
    'This is neither CSV nor Excel. Photos, PDF and Word documents cannot be read; copy the list into Excel or Google Sheets and save it as .xlsx.',
  ],
  NO_SUCH_SHEET: [
    'Lembar yang dibaca sebelumnya tidak ada dalam berkas ini. Pilih berkas yang sama seperti tadi, atau mulai lagi dari Semua impor.',
    'The sheet that was read before is not in this file. Choose the same file as before, or start again from All imports.',
  ],
};
export const unreadableSentence = (state: string | undefined): string | undefined => {
  const known = state !== undefined && Object.hasOwn(unreadable, state);
  const pair = known ? unreadable[state as UnreadableReason] : undefined;
  return pair && pick(pair);
};
