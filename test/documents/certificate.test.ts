/** The certificate of one person, read by PDFium. */
import { expect, test } from 'vitest';
import { type CertificateMaterial, certificateOf } from '../../functions/documents/certificate.ts';
import { certifiedOf, standingOf } from '../../functions/documents/certificate-rules.ts';
import type { LinkRole } from '../../functions/invitations/answer-rules.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeCheckCode } from '../../functions/seals/check-code.ts';
import { aCheckIn, anInvitation, sessionId } from '../support/fixtures.ts';
import {
  aHead,
  aReading,
  aSignature,
  checkCode,
  minutesMaterial,
  pledgeSession,
  signedBy,
} from './minutes-fixtures.ts';
import { origin } from './paper-fixtures.ts';
import { codesOn, keepPages, readPdf } from './read-pdf.ts';

const materialFor = (
  invitation: Invitation,
  role: LinkRole = 'HOLDER',
  changes: Partial<CertificateMaterial> = {},
): CertificateMaterial => {
  const standing = standingOf(invitation, role, [aReading()], pledgeSession());
  if (!standing) throw new Error('nothing stands');
  const { regency } = minutesMaterial([]);
  return {
    regency,
    session: pledgeSession(),
    invitation,
    person: certifiedOf(invitation, role),
    standing,
    seal: aHead().head,
    check: checkCode,
    at: new Date('2024-06-27T06:00:00Z'),
    ...changes,
  };
};
const read = async (...of: Parameters<typeof materialFor>) => {
  const pdf = await readPdf(await certificateOf(materialFor(...of)));
  expect(pdf.texts).toHaveLength(1);
  return { pdf, text: pdf.texts[0] ?? '' };
};

const camat = anInvitation('Kecamatan Lahat', {
  class: 'KECAMATAN',
  office: 'Camat Lahat',
  holder: { name: 'Sahabadi', titlesBefore: 'Drs. H.', titlesAfter: 'M.Si.', acting: 'PLT', nip: '198001012005011001' },
});

test('who came, heard the reading and signed: the name without titles (rule 10), the office as it was held', async () => {
  const { pdf, text } = await read(signedBy(camat, 0));
  await keepPages('sertifikat', pdf);
  const order = [
    'PEMERINTAH KABUPATEN LAHAT INSPEKTORAT',
    'SERTIFIKAT KEHADIRAN DAN PENANDATANGANAN diberikan kepada Sahabadi Plt. Camat Lahat Kecamatan Lahat dalam rapat koordinasi “Rapat Koordinasi Netralitas Aparatur Sipil Negara”, yang diselenggarakan oleh Inspektorat pada hari Kamis tanggal dua puluh tujuh bulan Juni tahun dua ribu dua puluh empat (27-06-2024), bertempat di Ballroom Hotel Santika',
    'Hadir Kamis, 27 Juni 2024, pukul 07.50 WIB; hadir sebagai Plt.',
    'Dibacakan oleh Haryanto Saputra, Sekretaris Daerah; Kamis, 27 Juni 2024, pukul 09.15 WIB',
    'Menandatangani “Ikrar Netralitas Pegawai Aparatur Sipil Negara Pemerintah Kabupaten Lahat”, Kamis, 27 Juni 2024, pukul 09.30 WIB, melalui tablet',
    `SHA-256 naskah: ${pledgeSession().pledge.hash.slice(0, 8)} ${pledgeSession().pledge.hash.slice(8, 16)}…`,
    'Sudah disegel Akar 1a2b3c4d 5e6f7089 1a2b3c4d 5e6f7089… segel nomor 1, 1.234 catatan, Kamis, 27 Juni 2024, pukul 12.12 WIB',
  ];
  const found = order.map((part) => text.indexOf(part));
  expect(order.filter((_, index) => found[index] === -1)).toEqual([]);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
  expect(text).not.toMatch(/Drs\. H\.|, M\.Si\. Plt|1980|SEMENTARA/);
});

test('until it is sealed it is a receipt, and says so', async () => {
  const open = { seal: undefined, session: pledgeSession({ state: 'OPEN', closedAt: null }) };
  const { text } = await read(signedBy(camat, 0), 'HOLDER', open);
  expect(text).toContain('TANDA TERIMA KEHADIRAN DAN PENANDATANGANAN');
  expect(text).toContain('SEMENTARA, belum disegel Catatan disegel ketika kegiatan ditutup');
  expect(text).not.toMatch(/SERTIFIKAT|Akar/);
  const closed = await read(signedBy(camat, 0), 'HOLDER', { seal: undefined });
  expect(closed.text).toContain('SEMENTARA, belum disegel Catatan ini menunggu segel berikutnya');
});

test('a delegate’s: own name and office, for whom, and that it binds nobody else (rule 3)', async () => {
  const delegate = { name: 'Suyatno', office: 'Sekretaris', acting: 'PLH' as const };
  const sent = {
    ...camat,
    checkIn: aCheckIn({ who: 'delegate', delegate }),
    signedDelegate: aSignature({ method: 'LINK' }),
  };
  const { text } = await read(sent, 'DELEGATE');
  expect(text).toContain('diberikan kepada Suyatno Plh. Sekretaris mewakili Plt. Camat Lahat');
  expect(text).toContain('hadir sebagai wakil');
  expect(text).toContain('melalui ponsel Mengikat yang bersangkutan sendiri, bukan Plt. Camat Lahat.');
  expect(text).not.toContain('Sahabadi');
  expect(standingOf(sent, 'HOLDER', [], pledgeSession())).toBeUndefined();
});

test.each([
  ['a vacant office', signedBy({ ...camat, holder: null }, 0), 'HOLDER', /kepada \.{52} Camat Lahat/],
  [
    'a delegate whose name nobody wrote down',
    { ...camat, checkIn: aCheckIn({ who: 'delegate' as const }) },
    'DELEGATE',
    /kepada \.{52} mewakili Plt\. Camat Lahat/,
  ],
  [
    'an acting head in the place of the holder',
    anInvitation('Dinas A', { checkIn: aCheckIn({ who: 'acting' }) }),
    'HOLDER',
    /kepada \.{52} Kepala Dinas A .*dihadiri Pj\/Pjs\/Plt\/Plh/,
  ],
  [
    'somebody who was erased',
    signedBy({ ...camat, holder: null, erasedAt: '2024-07-01T00:00:00.000Z' }, 0),
    'HOLDER',
    /kepada \(nama dihapus atas permintaan\) Camat Lahat/,
  ],
] as const)('%s: no name is made up', async (_, invitation, role, expected) => {
  expect((await read(invitation, role)).text).toMatch(expected);
});

test('symbolic and witness’s signatures are said to be what they are (rule 4)', async () => {
  const { text } = await read({
    ...camat,
    signedSymbolic: aSignature(),
    signedWitness: aSignature({ method: 'PAPER', sheet: '12/A' }),
  });
  expect(text).toContain('SERTIFIKAT TANDA TANGAN SIMBOLIS DAN KESAKSIAN');
  expect(text).toMatch(/Tanda tangan simbolis .* Bukan pengganti tanda tangan kepala unit\. SHA/);
  expect(text).toMatch(/Saksi .* pada lembar 12\/A Bukan pengganti tanda tangan kepala unit\. SHA/);
  expect(text).not.toMatch(/Hadir|Menandatangani/);
  // A delegate's hand is the delegate's in every place.
  const byDelegate = { ...camat, signedSymbolic: aSignature({ signer: { name: 'Budi Santoso' } }) };
  expect(standingOf(byDelegate, 'HOLDER', [], pledgeSession())).toBeUndefined();
  expect(standingOf(byDelegate, 'DELEGATE', [], pledgeSession())).toHaveProperty('symbolic');
});

test('whoever followed by video was not there; what came from paper says so', async () => {
  const online = await read({ ...camat, checkIn: aCheckIn({ mode: 'ONLINE' }) });
  expect(online.text).toContain('SERTIFIKAT KEIKUTSERTAAN DARING');
  expect(online.text).toMatch(/Daring Kamis, .* bukan kehadiran di tempat/);
  expect(online.text).not.toContain('pembacaan');
  const paper = await read({ ...camat, checkIn: aCheckIn({ mode: 'BACK_ENTERED' }) });
  expect(paper.text).toContain('Dicatat susulan dari daftar hadir kertas.');
});

test('times are in the session’s zone', async () => {
  const { text } = await read(signedBy(camat, 0), 'HOLDER', { session: pledgeSession({ zone: 'WITA' }) });
  expect(text).toContain('pukul 08.50 WITA');
  expect(text).not.toContain('WIB');
});

test('the QR is the address of the public check, on paper and on a screen', async () => {
  const keys = { current: 1, secrets: new Map([[1, new Uint8Array(32).fill(7)]]) };
  const check = `${origin}/v/${makeCheckCode(keys, { session: sessionId, invitation: camat.id, role: 'HOLDER' })}`;
  const { pdf, text } = await read(signedBy(camat, 0), 'HOLDER', { check });
  expect(await codesOn(pdf, 0, 150)).toEqual([check]);
  expect(await codesOn(pdf, 0, 72)).toEqual([check]);
  expect(text.replaceAll(' ', '')).toContain(check);
});

test('the longest of everything keeps to one page, above the code', async () => {
  const words = (count: number) => 'Pengembangan Sumber Daya Manusia dan Kepegawaian '.repeat(4).slice(0, count).trim();
  const head = anInvitation(words(120), {
    office: words(120),
    districtName: words(40),
    holder: { name: words(100), acting: 'PLT' },
  });
  const session = pledgeSession({
    title: words(160),
    occasion: words(160),
    organizer: words(120),
    venue: { name: words(120), address: words(180), region: '16.04', regionName: 'Lahat' },
    pledge: { ...pledgeSession().pledge, title: words(160) },
  });
  const everything = { ...signedBy(head, 0), signedSymbolic: aSignature(), signedWitness: aSignature() };
  const letterhead = { lines: [words(80), words(80), words(80), words(80)], address: words(190) };
  const regency = { ...minutesMaterial([]).regency, letterhead };
  const { pdf, text } = await read(everything, 'HOLDER', { session, regency, check: checkCode });
  expect(text).toContain('Saksi');
  // Nothing was drawn over it: it can still be read.
  expect(await codesOn(pdf, 0, 72)).toEqual([checkCode]);
  const { data, width } = await pdf.render(0, 72);
  const ink = (y: number) =>
    Array.from({ length: 400 }, (_, x) => data[4 * (y * width + x + 90)] ?? 255).some((c) => c < 200);
  // Ten points above the code are free, right across the page.
  const top = Math.round(((297 - 19 - 45 - 3) * 72) / 25.4);
  expect([0, 1, 2, 3].map((y) => ink(top + y))).toEqual([false, false, false, false]);
});

test('the same certificate at the same time is the same bytes, tagged, in Indonesian', async () => {
  const material = materialFor(signedBy(camat, 0));
  const [first, second] = await Promise.all([certificateOf(material), certificateOf(material)]);
  expect(Buffer.compare(first, second)).toBe(0);
  const text = Buffer.from(first).toString('latin1');
  for (const mark of ['/Lang (id-ID)', '(D:20240627060000Z)', '/StructTreeRoot', '/Outlines'])
    expect(text).toContain(mark);
  expect(first.length).toBeLessThan(40_000);
});
