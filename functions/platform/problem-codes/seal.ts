/** Of closing and sealing, and of checking what was sealed. */
import type { ProblemText } from './problem-text.ts';

export const seal = {
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
} as const satisfies Record<string, ProblemText>;
