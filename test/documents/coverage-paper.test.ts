/** Coverage on one sheet: of a session and of a regency, however large they are, read by PDFium. */
import { expect, test } from 'vitest';
import { heatOf } from '../../functions/documents/coverage-heat.ts';
import { cutLines, linesThatFit, missingLines, missingUnits } from '../../functions/documents/coverage-missing.ts';
import { coveragePaperOf } from '../../functions/documents/coverage-paper.ts';
import { greyOf } from '../../functions/documents/coverage-paper-parts.ts';
import { regencyCoveragePaperOf } from '../../functions/documents/coverage-regency-paper.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { aCheckIn, anInvitation } from '../support/fixtures.ts';
import { checkCode } from './minutes-fixtures.ts';
import { codesOn, keepPages, readPdf } from './read-pdf.ts';
import { regencyReport } from './regency-report-fixtures.ts';
import { heldDistricts, heldSession, sessionFacts } from './report-fixtures.ts';

type Changes = Parameters<typeof sessionFacts>[1];
const paper = async (
  invitations: readonly Invitation[],
  changes: Changes = {},
  check: string | undefined = checkCode,
) => readPdf(await coveragePaperOf({ ...sessionFacts(invitations, changes), check }));

test.each([
  ['a regency of 24 districts', 24, 4],
  ['the largest, of 51', 51, 8],
  ['none', 0, 1],
])('%s is one sheet, with its sums in the cells', async (_, districts, each) => {
  const invitations = heldDistricts(districts, each);
  const { coverage } = sessionFacts(invitations);
  const pdf = await paper(invitations);
  expect(pdf.texts).toHaveLength(1);
  const text = pdf.texts[0] ?? '';
  const came = coverage.units.expected - coverage.units.missing;
  expect(text).toContain(`${came.toLocaleString('id-ID')}/${coverage.units.expected.toLocaleString('id-ID')}`);
  for (const { expected, represented } of coverage.cells) expect(text).toContain(`${represented}/${expected}`);
  for (const { districtName } of coverage.districts) expect(text).toContain(districtName ?? 'Tingkat daerah');
  expect(text).toContain('Halaman 1/1');
  expect(await codesOn(pdf, 0, 150)).toEqual([checkCode]);
  await keepPages(`cakupan-kegiatan-${districts}`, pdf);
  pdf.close();
});

test('more districts than a sheet holds are summed up and said, and nothing of them is lost', async () => {
  const invitations = heldDistricts(90, 3);
  const pdf = await paper(invitations);
  expect(pdf.texts).toHaveLength(1);
  expect(pdf.texts[0]).toMatch(/(\d+) kecamatan yang paling sedikit kurangnya dijumlahkan dalam satu baris/);
  pdf.close();
  const { coverage } = sessionFacts(invitations);
  const heat = heatOf({ ...coverage, labels: { district: 'Kecamatan', village: 'Desa' }, most: 20 });
  expect(heat.rows).toHaveLength(20);
  const sum = heat.rows.reduce((total, row) => total + row.total.represented, 0);
  expect([sum, heat.merged]).toEqual([heat.total.total.represented, 72]);
});

test('the missing by name under their districts, as far as there is room, and how many are left out', async () => {
  const invitations = heldDistricts(24, 4);
  const pdf = await paper(invitations);
  const text = pdf.texts[0] ?? '';
  const missing = missingUnits(sessionFacts(invitations));
  expect(text).toContain(`Tidak hadir: ${missing.length} unit`);
  const left = Number(/dan (\d+) unit lainnya/.exec(text)?.[1]);
  expect(missing.filter(({ name }) => text.includes(name)).length).toBeGreaterThanOrEqual(missing.length - left);
  expect(missing.slice(0, missing.length - left).filter(({ name }) => !text.includes(name))).toEqual([]);
  pdf.close();
  const lines = missingLines([{ name: 'A' }, { name: 'B', district: '1', districtName: 'Satu' }], 3, 'Tanpa');
  expect(lines.map(({ text: line }) => line)).toEqual(['Tanpa', 'A', '', 'Satu', 'B']);
  expect(cutLines(lines, 3).at(-1)?.text).toBe('dan 1 unit lainnya');
});

test('where headings would cost names they give up their lines', () => {
  const units = Array.from({ length: 9 }, (_, index) => ({
    name: `Unit ${index}`,
    district: `${index}`,
    districtName: `Wilayah ${index}`,
  }));
  const labels = { district: 'Distrik', village: 'Kampung' };
  const textsOf = (perColumn: number) => linesThatFit(units, perColumn, labels).map(({ text }) => text);
  expect(textsOf(6).filter((text) => text.startsWith('Wilayah'))).toHaveLength(9);
  expect(textsOf(3)).toEqual(units.map(({ name, districtName }) => `${name}, Distrik ${districtName}`));
  expect(textsOf(2).at(-1)).toBe('dan 2 unit lainnya');
});

test('a short list of the missing has wider columns, so that long names stay whole', async () => {
  const name = 'Dinas Pemberdayaan Masyarakat dan Desa';
  const pdf = await paper([anInvitation(name), { ...anInvitation('Dinas B'), checkIn: aCheckIn({}) }]);
  expect(pdf.texts[0]).toContain(name);
  pdf.close();
});

test('in person, acting and delegated apart; guests, online, late and conflicts beside; nobody is absent while people still come', async () => {
  const at = (name: string, checkIn: Parameters<typeof aCheckIn>[0]) => ({
    ...anInvitation(name),
    checkIn: aCheckIn(checkIn),
  });
  const { class: _, ...guest } = anInvitation('Polres');
  const invitations: Invitation[] = [
    at('Dinas A', {}),
    at('Dinas B', { who: 'acting' }),
    at('Dinas C', { who: 'delegate' }),
    at('Dinas D', { mode: 'ONLINE' }),
    anInvitation('Dinas E'),
    { ...guest, kind: 'guest', checkIn: aCheckIn({ late: true }) },
  ];
  const conflicts = [{ decision: undefined }] as never;
  const pdf = await paper(
    invitations,
    { session: heldSession({ state: 'OPEN' }), head: undefined, conflicts },
    undefined,
  );
  const text = pdf.texts[0] ?? '';
  for (const said of [
    '60% 3 dari 5 unit terwakili.',
    '1 Hadir sendiri',
    '1 Dihadiri Pj/Pjs/Plt/Plh',
    '1 Diwakili',
    '1 Daring bukan hadir',
    '1 Belum hadir',
    '1 perbedaan antarpintu belum diputuskan',
    'Tamu 1 dari 1, di luar hitungan.',
    'Masuk sesudah ditutup: 1.',
    'Belum hadir: 1 unit',
    'Dinas E',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/segel|Tidak hadir/);
  pdf.close();
});

test('greys grow with what is missing', () => {
  const greys = [10, 9, 6, 4, 0].map((represented) => greyOf(represented, 10));
  expect(new Set(greys).size).toBe(5);
  expect([...greys].sort().reverse()).toEqual(greys);
});

test.each([
  [24, 20],
  [51, 3],
  [3, 1],
])('a regency of %i districts over %i sessions is one sheet', async (districts, sessions) => {
  const material = regencyReport(heldDistricts(districts, 2), sessions);
  const pdf = await readPdf(await regencyCoveragePaperOf(material));
  expect(pdf.texts).toHaveLength(1);
  const text = pdf.texts[0] ?? '';
  const { units, worst, repeated } = material.coverage;
  expect(text).toContain(`${units.covered} dari ${units.expected} unit pernah terwakili; ${units.never} belum pernah.`);
  expect(text).toContain('Kegiatan sejak 1 Januari 2023');
  if (sessions > 16)
    expect(text).toContain(`${sessions - 16} kegiatan sebelumnya ikut dihitung, tetapi tidak digambar.`);
  for (const { districtName } of worst) expect(text).toContain(districtName ?? 'tingkat daerah');
  if (repeated.missed > 0) expect(text).toContain(`Berulang tidak hadir: ${repeated.missed} unit`);
  else {
    expect(text).toContain(`Belum pernah terwakili: ${units.never} unit`);
    for (const { name } of material.absentees) expect(text).toContain(name);
  }
  if (repeated.missed > material.absentees.length) expect(text).toMatch(/dan \d+ unit lainnya/);
  await keepPages(`cakupan-daerah-${districts}`, pdf);
  pdf.close();
});

test.each([
  [3, 24],
  [16, 51],
])(
  'a regency’s sheet of %i sessions has the heat table of %i districts, or says how many are summed up',
  async (sessions, districts) => {
    const material = regencyReport(heldDistricts(districts, 6), sessions);
    const { coverage, labels } = material;
    const pdf = await readPdf(await regencyCoveragePaperOf(material));
    await keepPages(`cakupan-daerah-peta-${districts}`, pdf);
    expect(pdf.texts).toHaveLength(1);
    const text = pdf.texts[0] ?? '';
    const merged = Number(/(\d+) kecamatan yang paling sedikit kurangnya/.exec(text)?.[1] ?? 0);
    expect(merged > 0).toBe(districts === 51);
    const cells = coverage.cells.map((cell) => ({ ...cell, represented: cell.covered }));
    const { rows, total } = heatOf({
      cells,
      districts: coverage.districts,
      labels,
      most: coverage.districts.length - merged + (merged ? 1 : 0),
    });
    const said = (each: (typeof rows)[number]): string =>
      [
        each.name,
        ...[...each.cells, each.total].map((cell) => (cell ? `${cell.represented}/${cell.expected}` : '·')),
      ].join(' ');
    for (const row of [...rows, total]) expect(text.replaceAll('.', '')).toContain(said(row).replaceAll('.', ''));
    pdf.close();
  },
);

test('a regency’s sheet names the seal of each closed session in its row, and below how many are sealed', async () => {
  const root = 'a1b2c3d4e5f60718'.padEnd(64, '0');
  const sealed = { number: 2, root };
  const textOf = async (material: ReturnType<typeof regencyReport>): Promise<string> => {
    const pdf = await readPdf(await regencyCoveragePaperOf(material));
    pdf.close();
    return pdf.texts[0] ?? '';
  };
  const several = regencyReport(heldDistricts(3, 1), 3);
  const [first, second, third] = several.coverage.sessions;
  if (!first || !second || !third) throw new Error('three were asked for');
  Object.assign(first, { state: 'OPEN' });
  Object.assign(second, { seal: sealed });
  const text = await textOf(several);
  expect(text.match(/segel 2: a1b2c3d4/g)).toHaveLength(1);
  expect(text.match(/belum disegel/g)).toHaveLength(1);
  expect(text).toContain('· 1 dari 2 kegiatan yang selesai sudah disegel');
  const one = regencyReport(heldDistricts(3, 1), 1);
  Object.assign(one.coverage.sessions[0] ?? {}, { seal: sealed });
  expect(await textOf(one)).toContain('· segel nomor 2, akar a1b2c3d4 e5f60718…');
  Object.assign(one.coverage.sessions[0] ?? {}, { state: 'OPEN', seal: null });
  expect(await textOf(one)).not.toContain('segel');
});

test('a period without a session says so', async () => {
  const pdf = await readPdf(await regencyCoveragePaperOf(regencyReport(heldDistricts(2, 1), 0)));
  expect(pdf.texts).toHaveLength(1);
  expect(pdf.texts[0]).toContain('Belum ada kegiatan yang dibuka dalam masa ini.');
  pdf.close();
});
