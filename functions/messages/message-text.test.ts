import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anInvitation, aSession } from '../../test/support/fixtures.ts';
import { makeMessageText } from './message-text.ts';

const link = 'https://hadir.test/c/ABC';
const camat = anInvitation('Kecamatan Lahat', {
  class: 'KECAMATAN',
  office: 'Camat Lahat',
  holder: { name: 'Sahabadi', titlesBefore: 'Drs. H.', titlesAfter: 'M.Si.', acting: 'PLT' },
});
const session = aSession();
const write = (changes: Partial<Parameters<typeof makeMessageText>[0]> = {}, invitation = camat) =>
  makeMessageText({ session, purpose: 'INVITE', ...changes })(invitation, link);

test('an invitation says whom, what, when in the session’s zone, where, and the link', () => {
  expect(write()).toBe(
    [
      'Yth. Drs. H. Sahabadi, M.Si., Plt. Camat Lahat',
      '',
      'Dengan hormat, Bapak/Ibu diundang menghadiri Rapat koordinasi netralitas ASN:',
      'Hari, tanggal: Kamis, 27 Juni 2024',
      'Waktu: pukul 08.00–12.00 WIB',
      'Tempat: Hotel Santika, Lahat',
      '',
      'Undangan, jawaban kehadiran, dan kode hadir Bapak/Ibu ada di tautan ini:',
      link,
      'Tautan ini khusus untuk Bapak/Ibu, mohon tidak diteruskan ke grup.',
      '',
      'Terima kasih.',
      'Inspektorat',
    ].join('\n'),
  );
});

test('a reminder asks for the answer', () => {
  expect(write({ purpose: 'REMIND' })).toContain(
    'Kami mengingatkan undangan Rapat koordinasi netralitas ASN pada Kamis, 27 Juni 2024, pukul 08.00–12.00 WIB, di Hotel Santika, Lahat.',
  );
});

test('the letter’s number, where it has one', () => {
  const lettered = { ...session, letter: { number: '800/12/2024', copies: [] } };
  expect(write({ session: lettered })).toContain('netralitas ASN (undangan nomor 800/12/2024):');
  expect(write({ session: lettered, wording: 'No. {nomor} {tautan}' })).toBe(`No. 800/12/2024 ${link}`);
  expect(write({ wording: 'No. {nomor} {tautan}' })).toBe(`No. - ${link}`);
});

test('in the east the same instant is two hours later; an end past midnight shows both days', () => {
  const east = { ...session, zone: 'WIT' as const };
  expect(write({ session: east, wording: '{hari} {waktu}' })).toBe(`Kamis, 27 Juni 2024 10.00–14.00 WIT\n\n${link}`);
  const long = { ...session, endsAt: '2024-06-28T05:00:00.000Z' };
  expect(write({ session: long, wording: '{hari}' })).toContain('Kamis, 27 Juni 2024 s.d. Jumat, 28 Juni 2024');
});

test('whoever is asked to a wave is told its times; of a wave that is gone, the session’s', () => {
  const wave = { id: 'siang', label: 'Siang', startsAt: '2024-06-27T03:00:00.000Z', endsAt: session.endsAt };
  const waves = { session: { ...session, waves: [wave] }, wording: '{waktu}' };
  expect(write(waves, { ...camat, wave: 'siang' })).toContain('10.00–12.00 WIB (Siang)');
  expect(write(waves, { ...camat, wave: 'pagi' })).toContain('08.00–12.00 WIB');
});

test('a wording’s own braces stay, and what is filled in is not filled in again', () => {
  const tricky = { ...session, title: 'Rapat {tautan} $& {x}' };
  expect(write({ session: tricky, wording: '{acara} {apa} {toString} {}' })).toBe(
    `Rapat {tautan} $& {x} {apa} {toString} {}\n\n${link}`,
  );
});

test('the link is in every message, once where the wording says nothing', () => {
  fc.assert(
    fc.property(fc.string(), (wording) => {
      const text = write({ wording });
      expect(text).toContain(link);
      if (!wording.includes('{')) expect(text.split(link)).toHaveLength(2);
    }),
  );
});
