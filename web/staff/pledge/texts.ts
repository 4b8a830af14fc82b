import { dictionary } from '../../shared/i18n.ts';

export const t = dictionary({
  title: ['Ikrar', 'Pledge'],
  backSession: ['Ke halaman kegiatan', 'To the session'],
  noPledge: ['Kegiatan ini tanpa ikrar', 'This session has no pledge'],
  notOpenTitle: ['Kegiatan belum dibuka', 'The session has not opened'],
  notOpenText: [
    'Pembacaan sudah dapat direncanakan; pembacaan dan tanda tangan dicatat setelah kegiatan dibuka.',
    'A reading can be planned already; readings and signatures are recorded once the session is open.',
  ],
  draftText: [
    'Naskah dapat dibaca di sini. Pembacaan direncanakan setelah kegiatan diumumkan, dan dicatat setelah dibuka.',
    'The text can be read here. A reading is planned once the session is published, and recorded once it is open.',
  ],
  differsTitle: ['Naskah ikrar sudah diubah', 'The pledge text has been changed'],
  differsText: [
    'Naskahnya ditulis ulang sejak rencana kegiatan ini disimpan, jadi belum dapat dibacakan atau ditandatangani.',
    'The text was rewritten after the plan of this session was saved, so it cannot be read out or signed yet.',
  ],
  differsEdit: [
    'Periksa naskah yang baru di rencana, lalu simpan rencananya sekali lagi.',
    'Check the new text in the plan, then save the plan again.',
  ],
  differsAsk: [
    'Minta penyelenggara menyimpan rencana kegiatan sekali lagi.',
    'Ask the organiser to save the plan of the session again.',
  ],
  editPlan: ['Ubah rencana', 'Edit the plan'],
  wording: ['Bunyi naskah', 'Wording'],
  hash: ['Sidik naskah (SHA-256)', 'Fingerprint of the text (SHA-256)'],
});
