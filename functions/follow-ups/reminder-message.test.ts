import { expect, test } from 'vitest';
import { reminderMessage, whatsAppLink } from './reminder-message.ts';

const due = { kind: 'OUTREACH', text: 'Sosialisasi kepada seluruh lurah', due: '2024-06-18' } as const;
const reminding = {
  addressee: 'Yth. Siti Aminah, Plt. Camat Lahat',
  who: 'Kecamatan Lahat',
  followUps: [due, { kind: 'SUPERVISION', text: 'Mengawasi\nmedia sosial', due: '2024-06-25' } as const],
  from: 'Inspektorat',
  today: '2024-06-20',
};

test('who, what, when, and who asks', () => {
  expect(reminderMessage(reminding)).toBe(
    [
      'Yth. Siti Aminah, Plt. Camat Lahat',
      '',
      'Kami mengingatkan tindak lanjut yang telah disepakati untuk Kecamatan Lahat:',
      '1. Sosialisasi kepada seluruh lurah (sosialisasi; jatuh tempo 18 Juni 2024, sudah lewat)',
      '2. Mengawasi media sosial (pengawasan; jatuh tempo 25 Juni 2024)',
      '',
      'Mohon dilaksanakan, lalu kabari kami tanggal pelaksanaan dan hasilnya.',
      '',
      'Terima kasih.',
      'Inspektorat',
    ].join('\n'),
  );
});

test('for the regency as a whole it greets nobody in particular', () => {
  const message = reminderMessage({ ...reminding, addressee: undefined, who: 'Kabupaten Lahat' });
  expect(message.split('\n')[0]).toBe('Kami mengingatkan tindak lanjut yang telah disepakati untuk Kabupaten Lahat:');
});

test('however much is due, the address stays short enough to be opened, and says how much it leaves out', () => {
  const followUps = Array.from({ length: 40 }, () => ({ ...due, text: 'é'.repeat(600) }));
  const message = reminderMessage({ ...reminding, followUps });
  expect(message).toContain('Selain itu masih ada 30 tindak lanjut lain.');
  expect(message).toContain(`1. ${'é'.repeat(159)}…`);
  expect(whatsAppLink(message).length).toBeLessThan(16_000);
});

test('the link holds no number, and the message as it is', () => {
  const link = new URL(whatsAppLink(reminderMessage(reminding)));
  expect([link.origin, link.pathname]).toEqual(['https://wa.me', '/']);
  expect(link.searchParams.get('text')).toBe(reminderMessage(reminding));
});
