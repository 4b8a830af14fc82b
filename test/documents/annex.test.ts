/** The annex, read by PDFium. */
import { expect, test } from 'vitest';
import { annexOf } from '../../functions/documents/annex.ts';
import type { DocumentQuery } from '../../functions/documents/document-schema.ts';
import { addressLines } from '../../functions/invitations/addressee.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { anInvitation } from '../support/fixtures.ts';
import { materialOf, paperSession, roster470 } from './paper-fixtures.ts';
import { keepPages, readPdf } from './read-pdf.ts';

const read = async (
  invitations: readonly Invitation[],
  options: { query?: DocumentQuery; session?: ReturnType<typeof paperSession> } = {},
): Promise<string[]> => {
  const pdf = await readPdf(await annexOf(materialOf(invitations, options)));
  if (invitations.length > 100) await keepPages('daftar-undangan', pdf);
  return pdf.texts;
};

test('470 recipients: every number once and in order, the head on every page, page x of y, one signature at the end', async () => {
  const all = roster470();
  const texts = await read(all);
  for (const [index, text] of texts.entries()) {
    expect(text).toContain('No. Nama pejabat Jabatan Instansi');
    expect(text).toContain(`Halaman ${index + 1}/${texts.length}`);
  }
  expect(texts[0]).toContain('Nomor : 005/412/INSPEKTORAT/2024 Tanggal : 20 Juni 2024');
  expect(texts.filter((text) => text.includes('Sukirman Jaya'))).toHaveLength(1);
  const whole = texts.join(' ');
  const sections = ['Perangkat daerah', 'Kecamatan', 'Kelurahan', 'Puskesmas', 'SD negeri', 'SMP negeri'];
  const groups = [
    'Forkopimda',
    'Instansi vertikal',
    'Pemerintah provinsi',
    'Narasumber',
    'Tokoh masyarakat',
    'Lainnya',
  ];
  const headings = [...sections.map((name) => `${name} `), ...groups.map((name) => `Tamu: ${name}`)];
  const places = headings.map((heading) => whole.indexOf(heading));
  expect(places).not.toContain(-1);
  expect(whole).toContain('Tamu: Forkopimda 451 ');
  expect(whole).toMatch(/470 \S+ Tamu Kepala Lembaga other 3/);
  const rows = materialOf(all).recipients.invitations.map(({ holder, office }, index) => {
    const { person = '–', office: held } = addressLines({ kind: 'unit', name: '', office, holder });
    return `${index + 1} ${person} ${held} `;
  });
  const missing = rows.filter((row) => !whole.includes(row));
  expect(missing).toEqual([]);
  expect(rows.map((row) => whole.indexOf(row))).toEqual(rows.map((row) => whole.indexOf(row)).sort((x, y) => x - y));
});

test('one recipient is one page; an unknown name is a dash; acting is said', async () => {
  const [page, ...more] = await read([anInvitation('Dinas Sosial', { holder: null })]);
  expect(more).toEqual([]);
  expect(page).toContain('Perangkat daerah 1 – Kepala Dinas Sosial Dinas Sosial');
  expect(page).toContain('Halaman 1/1');
  const holder = { name: 'Budi', acting: 'PLH' } as const;
  expect((await read([anInvitation('Dinas Sosial', { holder })]))[0]).toContain('1 Budi Plh. Kepala Dinas Sosial');
});

test('guests alone count from one', async () => {
  const whole = (await read(roster470(), { query: { guests: 'only' } })).join(' ');
  expect(whole).toContain('Tamu: Forkopimda 1 ');
  expect(whole).not.toContain('Perangkat daerah');
});

test('with waves there is a column for them', async () => {
  const times = { startsAt: '2024-06-27T01:00:00.000Z', endsAt: '2024-06-27T03:00:00.000Z' };
  const session = paperSession({ waves: [{ id: 'pagi', label: 'Pagi', ...times }] });
  const invitations = [anInvitation('Dinas A', { wave: 'pagi' }), anInvitation('Dinas B')];
  const [page] = await read(invitations, { session });
  expect(page).toContain('Instansi Gelombang');
  expect(page).toContain('Dinas A Pagi 2');
  expect(page).toContain('Dinas B – ');
});

test('no page ends below its margin, and no heading stands at the foot of one', async () => {
  for (const count of [30, 31, 32, 33, 34, 35, 36]) {
    const units = Array.from({ length: count }, (_, index) => anInvitation(`Dinas ${index}`));
    const texts = await read([...units, anInvitation('Kecamatan Lahat', { class: 'KECAMATAN' })]);
    for (const text of texts) expect(text).not.toMatch(/Kecamatan (No\. \d+–|$)/);
    expect(texts.at(-1)).toContain('Sukirman Jaya');
  }
});
