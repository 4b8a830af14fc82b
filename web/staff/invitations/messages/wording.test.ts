import { describe, expect, it } from 'vitest';
import { makeMessageText } from '../../../../functions/messages/message-text.ts';
import { RegencySettings } from '../../../../functions/regencies/regency-schema.ts';
import { blankNames, longestWording, previewOf, unknownBlanks, usualFor } from './wording.ts';

const session = {
  title: 'Rapat koordinasi netralitas ASN',
  organizer: 'Inspektorat',
  venue: { name: 'Aula Sartika', regionName: 'Pesisir Tengah', region: '18.13.01' },
  zone: 'WITA' as const,
  startsAt: '2024-08-31T01:00:00.000Z',
  endsAt: '2024-08-31T05:00:00.000Z',
  letter: { number: '800/12/2024', copies: [] },
  waves: [],
};
const link = 'https://hadir.test/c/CONTOH';
const camat = { kind: 'unit' as const, name: 'Kecamatan Lahat', office: 'Camat Lahat', holder: null };

describe('the preview of a wording', () => {
  it.each(['INVITE', 'REMIND'] as const)('is what the API would send (%s)', (purpose) => {
    const write = makeMessageText({ session: session as never, purpose });
    const sent = write(camat, link);
    expect(previewOf(usualFor(purpose, session), session, 'Yth. Camat Lahat', link)).toBe(sent);
    const own = 'Halo {sapaan}, {acara} di {tempat} {hari} {waktu} {nomor} {penyelenggara} {salah}';
    const written = makeMessageText({ session: session as never, purpose, wording: own })(camat, link);
    expect(previewOf(own, session, 'Yth. Camat Lahat', link)).toBe(written);
  });

  it('knows every blank, and tells what is none', () => {
    const all = blankNames.map((name) => `{${name}}`).join(' ');
    expect(unknownBlanks(all)).toEqual([]);
    expect(previewOf(all, session, 'Yth. Camat Lahat', link)).not.toMatch(/[{}]/);
    expect(unknownBlanks('{tautan} {Sapaan} {nama} {nama}')).toEqual(['{Sapaan}', '{nama}']);
  });

  it('holds as much as the API takes', () => {
    const settings = (length: number) => ({
      name: 'Kabupaten Lahat',
      zone: 'WIB',
      letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
      messages: { invite: 'a'.repeat(length) },
    });
    expect(RegencySettings.safeParse(settings(longestWording)).success).toBe(true);
    expect(RegencySettings.safeParse(settings(longestWording + 1)).success).toBe(false);
  });
});
