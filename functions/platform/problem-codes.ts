/**
 * Every error the API can answer: a closed list of stable codes, each with its HTTP status and one sentence in both
 * languages. The same list feeds the API's problem documents (RFC 9457), its OpenAPI document and the pages.
 */
export interface ProblemText {
  status: number;
  id: string;
  en: string;
}

export const problemCodes = {
  INPUT_INVALID: {
    status: 422,
    id: 'Ada isian yang belum benar. Perbaiki bagian yang ditandai.',
    en: 'Some of the input is not valid. Correct the marked fields.',
  },
  CURSOR_INVALID: {
    status: 422,
    id: 'Penanda halaman tidak berlaku. Muat ulang daftar dari awal.',
    en: 'The page cursor is not valid. Load the list from its start.',
  },
  BODY_NOT_JSON: {
    status: 400,
    id: 'Isi permintaan tidak dapat dibaca sebagai JSON.',
    en: 'The request body cannot be read as JSON.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    id: 'Berkas atau isian terlalu besar.',
    en: 'The file or the input is too large.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    id: 'Permintaan ini memerlukan kepala Idempotency-Key.',
    en: 'This request needs an Idempotency-Key header.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    id: 'Kunci ini sudah dipakai untuk permintaan lain.',
    en: 'This key has been used for a different request.',
  },
  NOT_SIGNED_IN: { status: 401, id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' },
  SIGN_IN_EXPIRED: {
    status: 401,
    id: 'Masa masuk Anda habis. Silakan masuk lagi.',
    en: 'Your sign-in has expired. Sign in again.',
  },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    id: 'Layanan masuk sedang tidak dapat dihubungi. Coba lagi sebentar.',
    en: 'The sign-in service cannot be reached just now. Try again shortly.',
  },
  NOT_ALLOWED: {
    status: 403,
    id: 'Peran Anda tidak mencakup tindakan ini.',
    en: 'Your role does not cover this action.',
  },
  OTHER_REGENCY: {
    status: 403,
    id: 'Data ini milik daerah lain.',
    en: 'This belongs to another regency.',
  },
  ROUTE_UNKNOWN: { status: 404, id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  REGENCY_UNKNOWN: { status: 404, id: 'Daerah ini belum terdaftar.', en: 'This regency is not registered.' },
  REGION_UNKNOWN: { status: 422, id: 'Kode wilayah tidak dikenal.', en: 'This region code is not known.' },
  REGENCY_CHANGED: {
    status: 409,
    id: 'Pengaturan daerah ini sudah diubah orang lain atau di halaman lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'The settings were changed by somebody else or on another page. Reload, then make your change again.',
  },
  UNIT_UNKNOWN: { status: 404, id: 'Perangkat daerah atau unit ini tidak ditemukan.', en: 'This unit was not found.' },
  UNIT_EXISTS: {
    status: 409,
    id: 'Unit lain di daftar sudah memakai kode atau nama ini.',
    en: 'Another unit of the register has this code or name already.',
  },
  UNIT_RETIRED: {
    status: 409,
    id: 'Unit ini sudah tidak ada pada hari kegiatan (digabung atau ditutup). Keluarkan dari daftar undangan.',
    en: 'This unit is no longer there on the day of the session (merged or closed). Take it off the list.',
  },
  UNIT_CHANGED: {
    status: 409,
    id: 'Data unit ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed this unit. Reload, then make your change again.',
  },
  OFFICE_VACANT: {
    status: 409,
    id: 'Jabatan ini lowong, jadi tidak ada data pejabat yang dapat diperbaiki.',
    en: 'This office is vacant, so there is no holder to correct.',
  },
  IMPORT_UNKNOWN: { status: 404, id: 'Impor ini tidak ditemukan.', en: 'This import was not found.' },
  IMPORT_UNSURE: {
    status: 409,
    id: 'Kolom berkas ini belum jelas. Tentukan dahulu isi setiap kolom.',
    en: 'The columns of this file are not clear yet. Say first what each column holds.',
  },
  IMPORT_UNDOING: {
    status: 409,
    id: 'Impor ini sedang atau sudah dibatalkan. Unggah berkasnya lagi bila diperlukan.',
    en: 'This import is being or has been undone. Upload the file again if you need it.',
  },
  ROSTER_UNREADABLE: {
    status: 422,
    id: 'Berkas tidak dapat dibaca. Unggah CSV atau XLSX tanpa kata sandi.',
    en: 'The file cannot be read. Upload a CSV or an XLSX without a password.',
  },
  ROSTER_HEADER_MISSING: {
    status: 422,
    id: 'Baris judul kolom tidak ditemukan. Sediakan kolom nama unit atau jabatan.',
    en: 'No header row was found. Provide a column with the unit or the office.',
  },
  SESSION_UNKNOWN: { status: 404, id: 'Kegiatan ini tidak ditemukan.', en: 'This session was not found.' },
  SESSION_CHANGED: {
    status: 409,
    id: 'Kegiatan ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed this session. Reload, then make your change again.',
  },
  SESSION_WRONG_STATE: {
    status: 409,
    id: 'Tindakan ini tidak sesuai dengan status kegiatan.',
    en: 'The session is not in a state that allows this.',
  },
  SESSION_HAS_NO_INVITATIONS: {
    status: 409,
    id: 'Belum ada undangan. Undang unit sebelum membuka kegiatan.',
    en: 'There are no invitations yet. Invite units before opening the session.',
  },
  LEGAL_BASIS_UNKNOWN: {
    status: 422,
    id: 'Dasar hukum tidak ada dalam daftar.',
    en: 'This legal basis is not on the list.',
  },
  LEGAL_BASIS_NOT_IN_FORCE: {
    status: 422,
    id: 'Dasar hukum tidak berlaku pada tanggal kegiatan.',
    en: 'This legal basis is not in force on the day of the session.',
  },
  INVITATION_UNKNOWN: { status: 404, id: 'Undangan ini tidak ditemukan.', en: 'This invitation was not found.' },
  INVITATION_REVOKED: {
    status: 410,
    id: 'Tautan undangan ini sudah dicabut atau diganti. Wakil bertanya kepada pejabat yang menunjuknya; selain itu, minta tautan baru kepada panitia.',
    en: 'This link was revoked or replaced. A delegate asks the official who named them; otherwise ask the organiser for a new link.',
  },
  INVITATION_CHANGED: {
    status: 409,
    id: 'Undangan ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed this invitation. Reload, then make your change again.',
  },
  INVITATION_NOT_PUBLISHED: {
    status: 409,
    id: 'Undangan ini belum diumumkan oleh panitia.',
    en: 'The organiser has not published this invitation yet.',
  },
  WAVE_UNKNOWN: {
    status: 422,
    id: 'Gelombang ini tidak ada pada kegiatan.',
    en: 'The session has no such wave.',
  },
  ANSWER_TOO_LATE: {
    status: 409,
    id: 'Jawaban tidak dapat diubah lagi: kegiatan sudah selesai, dibatalkan, atau kehadiran sudah tercatat.',
    en: 'The answer can no longer be changed: the session is over or cancelled, or somebody has checked in.',
  },
  DELEGATE_CANNOT_DELEGATE: {
    status: 403,
    id: 'Wakil tidak dapat menunjuk wakil lagi. Minta pejabat yang diundang mengubah wakilnya.',
    en: 'A delegate cannot name another delegate. Ask the invited official to change it.',
  },
  DELEGATION_LIMIT: {
    status: 409,
    id: 'Wakil sudah terlalu sering diganti. Hubungi panitia.',
    en: 'The delegate has been changed too often. Contact the organiser.',
  },
  LINK_BOUND: {
    status: 403,
    id: 'Undangan ini sudah dikonfirmasi dari ponsel lain. Minta bantuan panitia bila ini undangan Anda.',
    en: 'This invitation was confirmed on another phone. Ask the organiser for help if it is yours.',
  },
  MAIL_NOT_CONFIGURED: {
    status: 409,
    id: 'Pengiriman surel belum diatur pada pemasangan ini. Gunakan pesan yang dapat disalin.',
    en: 'This installation does not send e-mail. Use the messages that can be copied.',
  },
  DOCUMENT_EMPTY: {
    status: 404,
    id: 'Belum ada yang dapat dicetak pada dokumen ini.',
    en: 'There is nothing to print on this document yet.',
  },
  CHECK_IN_UNKNOWN: {
    status: 404,
    id: 'Catatan hadir ini tidak ditemukan, atau sudah dibatalkan.',
    en: 'This check-in was not found, or has been undone already.',
  },
  CHANGE_NOT_ALLOWED: {
    status: 403,
    id: 'Catatan hadir ini dibuat di pintu lain atau sudah terlalu lama. Minta panitia mengubahnya.',
    en: 'This check-in was made at another door or too long ago. Ask an organiser to change it.',
  },
  CONFLICT_UNKNOWN: { status: 404, id: 'Perbedaan ini tidak ditemukan.', en: 'This conflict was not found.' },
  CONFLICT_DECIDED: {
    status: 409,
    id: 'Perbedaan ini sudah diputuskan lain. Muat ulang daftar.',
    en: 'This conflict has been decided otherwise. Reload the list.',
  },
  DOOR_UNKNOWN: { status: 404, id: 'Pintu ini tidak ditemukan.', en: 'This door was not found.' },
  DOOR_CREDENTIAL_INVALID: {
    status: 401,
    id: 'Perangkat ini belum dipasangkan dengan pintu. Pindai kode pemasangan dari panitia.',
    en: 'This device is not paired with a door. Scan the pairing code from the organiser.',
  },
  DOOR_CUT_OFF: {
    status: 403,
    id: 'Panitia sudah memutus pintu ini. Serahkan pindaian yang belum terkirim kepada panitia.',
    en: 'The organiser has cut this door off. Hand the unsent scans to the organiser.',
  },
  DOOR_OTHER_SESSION: {
    status: 403,
    id: 'Pintu ini dipasangkan untuk kegiatan lain.',
    en: 'This door is paired with another session.',
  },
  DOOR_FILE_INVALID: {
    status: 422,
    id: 'Berkas ini bukan berkas pindaian yang utuh dari pintu kegiatan ini.',
    en: 'This is not an intact file of scans from a door of this session.',
  },
  PAIRING_CODE_INVALID: {
    status: 404,
    id: 'Kode pemasangan tidak dikenal. Minta kode baru dari panitia.',
    en: 'This pairing code is not known. Ask the organiser for a new one.',
  },
  PAIRING_CODE_USED: {
    status: 409,
    id: 'Kode pemasangan sudah dipakai perangkat lain. Minta kode baru dari panitia.',
    en: 'Another device has used this pairing code. Ask the organiser for a new one.',
  },
  PAIRING_CODE_EXPIRED: {
    status: 410,
    id: 'Kode pemasangan sudah kedaluwarsa. Minta kode baru dari panitia.',
    en: 'This pairing code has expired. Ask the organiser for a new one.',
  },
  LETTER_UNKNOWN: { status: 404, id: 'Foto surat tugas tidak ada.', en: 'There is no photo of a letter.' },
  LETTER_UNREADABLE: {
    status: 422,
    id: 'Foto surat tugas harus berupa JPEG.',
    en: 'The photo of the letter must be a JPEG.',
  },
  VENUE_CODE_INVALID: {
    status: 404,
    id: 'Kode di layar ini tidak dikenal. Pindai kode di pintu masuk.',
    en: 'This code is not known. Scan the code at the entrance.',
  },
  VENUE_CODE_STALE: {
    status: 410,
    id: 'Kode ini sudah berganti. Pindai kode yang sekarang tampil di pintu masuk.',
    en: 'This code has changed. Scan the one that is now shown at the entrance.',
  },
  VENUE_PASS_STALE: {
    status: 410,
    id: 'Waktu untuk mencatat kehadiran habis. Pindai lagi kode di pintu masuk.',
    en: 'The time to check in has run out. Scan the code at the entrance again.',
  },
  TOKEN_INVALID: {
    status: 404,
    id: 'Tautan atau kode ini tidak dikenal. Periksa kembali undangan Anda.',
    en: 'This link or code is not known. Check your invitation.',
  },
  PLEDGE_NOT_DUE: {
    status: 409,
    id: 'Undangan ini tidak diminta menandatangani ikrar.',
    en: 'This invitation is not asked to sign a pledge.',
  },
  PLEDGE_TEXT_UNKNOWN: { status: 404, id: 'Naskah ikrar ini tidak ditemukan.', en: 'This pledge text was not found.' },
  PLEDGE_TEXT_LOCKED: {
    status: 409,
    id: 'Naskah ini sudah dipakai kegiatan yang dibuka dan terkunci. Buat versi baru.',
    en: 'A session was opened with this text, and it is locked. Make a new version.',
  },
  PLEDGE_TEXT_CHANGED: {
    status: 409,
    id: 'Versi naskah ini baru saja ditulis orang lain. Muat ulang, atau simpan tulisan Anda sebagai versi baru.',
    en: 'Somebody else has just written this version of the text. Reload, or save yours as a new version.',
  },
  PLEDGE_TEXT_DIFFERS: {
    status: 409,
    id: 'Naskah ikrar berbeda dari naskah yang disimpan bersama kegiatan ini.',
    en: 'The pledge text differs from the one saved with this session.',
  },
  PLEDGE_VARIABLE_MISSING: {
    status: 422,
    id: 'Isian naskah ikrar belum lengkap.',
    en: 'A variable of the pledge text has no value.',
  },
  READING_CHANGED: {
    status: 409,
    id: 'Pembacaan ini sudah dicatat dengan pembaca atau waktu mulai lain.',
    en: 'This reading is already recorded with another reader or start.',
  },
  PLEDGE_CLASS_NOT_ELIGIBLE: {
    status: 422,
    id: 'Naskah ini tidak untuk jenis unit tersebut.',
    en: 'This text is not for units of that class.',
  },
  PLEDGE_NOT_READ: {
    status: 409,
    id: 'Ikrar belum dibacakan. Penandatanganan dimulai setelah pembacaan dimulai.',
    en: 'The pledge has not been read yet. Signing begins once the reading has started.',
  },
  PLEDGE_HEAD_ABSENT: {
    status: 409,
    id: 'Yang tercatat hadir adalah wakilnya, bukan pejabatnya. Pejabat menandatangani lewat tautannya sendiri, atau perbaiki dahulu catatan kehadirannya.',
    en: 'The delegate is recorded as present, not the head. The head signs by their own link, or correct the attendance first.',
  },
  READING_UNKNOWN: {
    status: 404,
    id: 'Pembacaan ini tidak ditemukan. Minta tautan baru kepada panitia.',
    en: 'This reading was not found. Ask the organiser for a new link.',
  },
  READING_WRONG_STATE: {
    status: 409,
    id: 'Tindakan ini tidak sesuai dengan keadaan pembacaan. Muat ulang halaman.',
    en: 'The reading is not in a state that allows this. Reload the page.',
  },
  SIGNING_ORDER_CHANGED: {
    status: 409,
    id: 'Urutan penandatanganan sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
    en: 'Somebody else has changed the order of signing. Reload, then make your change again.',
  },
  SIGNATURE_UNKNOWN: {
    status: 404,
    id: 'Tanda tangan ini tidak ada.',
    en: 'There is no such signature.',
  },
  DOORS_HOLD_SCANS: {
    status: 409,
    id: 'Masih ada pintu yang menyimpan pindaian. Kirimkan dahulu, atau tutup sekarang; yang menyusul menjadi tambahan segel.',
    en: 'Doors still hold scans. Send them first, or close now; what follows becomes an addendum to the seal.',
  },
  SEAL_UNKNOWN: { status: 404, id: 'Kegiatan ini belum disegel.', en: 'This session has no seal yet.' },
  SEAL_BUSY: {
    status: 503,
    id: 'Penyegelan sedang berlangsung. Tidak ada yang hilang; coba lagi sebentar.',
    en: 'Sealing is under way. Nothing is lost; try again shortly.',
  },
  SEAL_BROKEN: {
    status: 500,
    id: 'Segel yang tersimpan tidak utuh lagi, sehingga tidak ada yang ditambahkan kepadanya. Catatan tetap tersimpan; laporkan kepada pengelola sistem.',
    en: 'The stored seal is not whole any more, so nothing was added to it. The records are kept; report this to whoever runs the system.',
  },
  SEAL_KEY_UNAVAILABLE: {
    status: 503,
    id: 'Kunci segel sedang tidak dapat dijangkau. Catatan tetap tersimpan dan disegel setelah kunci kembali.',
    en: 'The sealing key cannot be reached just now. The records are kept and will be sealed when it is back.',
  },
  CHECK_CODE_INVALID: {
    status: 404,
    id: 'Kode ini tidak dikenal. Periksa kembali, atau pindai QR pada dokumen aslinya.',
    en: 'This code is not known. Check it again, or scan the QR on the original document.',
  },
  FOLLOW_UP_UNKNOWN: { status: 404, id: 'Tindak lanjut ini tidak ditemukan.', en: 'This follow-up was not found.' },
  FOLLOW_UP_CHANGED: {
    status: 409,
    id: 'Tindak lanjut ini sudah diubah orang lain. Muat ulang, lalu ulangi.',
    en: 'Somebody else has changed this follow-up. Reload, then try again.',
  },
  FOLLOW_UP_FOR_NOBODY: {
    status: 422,
    id: 'Tidak ada unit yang sesuai dengan pilihan ini.',
    en: 'No unit fits this choice.',
  },
  NIL_STATEMENT_UNKNOWN: {
    status: 404,
    id: 'Pernyataan nihil ini tidak ditemukan.',
    en: 'This nil statement was not found.',
  },
  NIL_STATEMENT_CHANGED: {
    status: 409,
    id: 'Pernyataan ini sudah diubah, ditandatangani atau dicabut. Muat ulang, lalu ulangi.',
    en: 'This statement was changed, signed or withdrawn meanwhile. Reload, then try again.',
  },
  MAKE_UP_FOR_NOBODY: {
    status: 409,
    id: 'Tidak ada unit yang perlu diundang lagi: semua sudah hadir dan menyatakan ikrar.',
    en: 'No unit needs to be invited again: all were there and have pledged.',
  },
  ACTIVITY_REPORT_CHANGED: {
    status: 409,
    id: 'Laporan ini sudah diubah orang lain. Isian Anda tidak hilang; muat versi terbaru, lalu simpan lagi.',
    en: 'Somebody else has changed this report. Your input is not lost; load the latest version, then save again.',
  },
  PHOTO_UNKNOWN: { status: 404, id: 'Foto ini tidak ditemukan.', en: 'This photo was not found.' },
  PHOTO_UNREADABLE: {
    status: 422,
    id: 'Berkas ini bukan foto JPEG yang utuh.',
    en: 'This file is not a whole JPEG photo.',
  },
  PHOTOS_TOO_MANY: {
    status: 409,
    id: 'Jumlah foto sudah penuh. Hapus satu dahulu.',
    en: 'There is no room for another photo. Remove one first.',
  },
  EMBLEM_UNREADABLE: {
    status: 422,
    id: 'Berkas ini bukan gambar PNG atau JPEG yang utuh.',
    en: 'This file is not a whole PNG or JPEG picture.',
  },
  ENGINE_UNAVAILABLE: {
    status: 503,
    id: 'Penyimpanan data sedang tidak tersedia. Tidak ada yang hilang; coba lagi sebentar.',
    en: 'The data store is not available just now. Nothing is lost; try again shortly.',
  },
  INTERNAL: {
    status: 500,
    id: 'Terjadi kesalahan pada sistem. Sebutkan nomor permintaan kepada panitia.',
    en: 'Something went wrong on our side. Quote the request id to the organiser.',
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problemCodes;
