/** QR cards and name badges: every code of every page read at the resolution of an old screen. */
import { expect, test } from 'vitest';
import { badgesOf } from '../../functions/documents/badges.ts';
import { cardsOf } from '../../functions/documents/cards.ts';
import { fitted } from '../../functions/documents/eight-up.ts';
import { makePdf } from '../../functions/documents/pdf.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { anInvitation } from '../support/fixtures.ts';
import { doorCodeOf, materialOf, paperSession, roster470 } from './paper-fixtures.ts';
import { codesOn, keepPages, readPdf } from './read-pdf.ts';

const guest = (name: string, changes: Partial<Invitation>): Invitation => {
  const { class: _, ...invitation } = anInvitation(name, { office: `Kepala ${name}` });
  return { ...invitation, kind: 'guest', ...changes };
};
const delegated: Invitation = anInvitation('Dinas Sosial', {
  tokenVersion: 2,
  delegation: {
    delegate: { name: 'Budi Santoso', office: 'Sekretaris', acting: 'PLH' },
    at: '2024-06-21T02:00:00.000Z',
    version: 2,
    holderVersion: 1,
  },
});

test('every one of 470 codes decodes at 72 dpi, on 59 pages, in protocol order', { timeout: 120_000 }, async () => {
  const material = materialOf(roster470());
  const pdf = await readPdf(await cardsOf(material));
  expect(pdf.texts).toHaveLength(59);
  await keepPages('kartu-qr', pdf);
  const wanted = material.recipients.invitations.map(doorCodeOf);
  for (let page = 0; page < 59; page += 1) {
    const codes = await codesOn(pdf, page, 72);
    expect([page, codes.sort()]).toEqual([page, wanted.slice(page * 8, page * 8 + 8).sort()]);
  }
  pdf.close();
});

test.each([
  [1, 1],
  [8, 1],
  [9, 2],
])('%i recipients are %i pages of cards and of badges', async (count, pages) => {
  const material = materialOf(roster470().slice(0, count));
  expect((await readPdf(await cardsOf(material))).texts).toHaveLength(pages);
  expect((await readPdf(await badgesOf(material))).texts).toHaveLength(pages);
});

test('a card says office, unit with its district, holder, seat, wave and its times', async () => {
  const times = { startsAt: '2024-06-27T01:00:00.000Z', endsAt: '2024-06-27T03:00:00.000Z' };
  const session = paperSession({ waves: [{ id: 'pagi', label: 'Gelombang pagi', ...times }] });
  const school = anInvitation('SD Negeri 12', {
    class: 'SD',
    office: 'Kepala Sekolah',
    districtName: 'Kikim Barat',
    seat: 'B 12',
    wave: 'pagi',
  });
  const [text] = (await readPdf(await cardsOf(materialOf([school], { session })))).texts;
  for (const part of [
    'Kepala Sekolah SD Negeri 12, Kecamatan Kikim Barat',
    'Drs. Sahabadi',
    'Tempat duduk: B 12',
    'Gelombang pagi',
    'Kamis, 27 Juni 2024 08.00–10.00 WIB',
    'Tunjukkan kode ini di pintu masuk',
  ])
    expect(text).toContain(part);
});

test('with a delegate the card holds the code that opens the door, and both papers the delegate’s name', async () => {
  const cards = await readPdf(await cardsOf(materialOf([delegated])));
  expect(await codesOn(cards, 0, 72)).toEqual([doorCodeOf(delegated)]);
  expect(cards.texts[0]).toContain('Diwakili oleh: Budi Santoso Plh. Sekretaris');
  const { texts } = await readPdf(await badgesOf(materialOf([delegated])));
  expect(texts[0]).toContain('Budi Santoso Plh. Sekretaris mewakili Kepala Dinas Sosial');
});

test('a badge says who somebody is by word and colour; the office alone where the name is unknown', async () => {
  const invitations = [
    anInvitation('Dinas Kesehatan', { holder: null }),
    guest('Polres Lahat', { guestGroup: 'FORKOPIMDA' }),
    guest('Ditjen Otda', { guestGroup: 'SPEAKER' }),
  ];
  const pdf = await readPdf(await badgesOf(materialOf(invitations)));
  const { texts } = pdf;
  await keepPages('tanda-pengenal', pdf);
  expect(texts[0]).toMatch(
    /PERANGKAT DAERAH Kepala Dinas Kesehatan Rapat .* TAMU Drs\. Sahabadi .* NARASUMBER Drs\. Sahabadi/,
  );
});

test('the longest names and offices stay within their piece, whole', async () => {
  const office = 'Kepala Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';
  const name = 'Raden Mas Soeryadiningrat Kusumawardhana Hadisoemarto';
  const holder = {
    name,
    titlesBefore: 'Prof. Dr. Ir. H.',
    titlesAfter: 'S.E., M.Si., Ak., C.A., CPA.',
    acting: 'PLT' as const,
  };
  const long = anInvitation('DPPPAPPKB', { office, holder });
  const cards = await readPdf(
    await cardsOf(
      materialOf(Array.from({ length: 8 }, (_, index) => ({ ...long, id: `aaaaaaa${'abcdefgh'[index]}` }))),
    ),
  );
  const badges = await readPdf(await badgesOf(materialOf([long])));
  for (const text of [cards.texts[0], badges.texts[0]]) {
    expect(text).toContain(`Plt. ${office}`);
    expect(text).toContain(`Prof. Dr. Ir. H. ${name}, S.E., M.Si., Ak., C.A., CPA.`);
    expect(text).not.toContain('…');
  }
  expect(await codesOn(cards, 0, 72)).toHaveLength(8);
});

test('a long name gives way to wave, time, seat and place on a card, and is not left out', async () => {
  const times = { startsAt: '2024-06-27T01:00:00.000Z', endsAt: '2024-06-27T03:00:00.000Z' };
  const session = paperSession({ waves: [{ id: 'pagi', label: 'Gelombang pagi', ...times }] });
  const holder = {
    name: 'Raden Mas Panji Soeryadiningrat Kusumawardhana Hadisoemarto Cokroaminoto Djojohadikusumo',
    titlesBefore: 'Prof. Dr. Ir. H.',
    titlesAfter: 'S.E., M.Si., Ak., C.A., CPA., CFrA., QIA.',
    acting: 'DEFINITIVE' as const,
  };
  const essential = ['Kamis, 27 Juni 2024 08.00–10.00 WIB', 'Ballroom Hotel Santika'];
  const textOf = async (changes: Partial<Invitation>) =>
    (await readPdf(await cardsOf(materialOf([{ ...anInvitation('Dinas A', { holder }), ...changes }], { session }))))
      .texts[0] ?? '';
  const alone = await textOf({});
  for (const part of ['Prof. Dr. Ir. H. Raden Mas', 'Kamis, 27 Juni 2024 08.00–12.00 WIB', essential[1]])
    expect(alone).toContain(part);
  const crowded = await textOf({ wave: 'pagi', seat: 'B 12' });
  for (const part of ['Prof. Dr. Ir.', 'Gelombang pagi', 'Tempat duduk: B 12', ...essential])
    expect(crowded).toContain(part);
  const { delegation } = delegated;
  const represented = await textOf({
    wave: 'pagi',
    seat: 'B 12',
    delegation: delegation && { ...delegation, delegate: { name: holder.name, office: 'Sekretaris Dinas Kesehatan' } },
  });
  for (const part of ['Gelombang pagi', 'Tempat duduk: B 12', ...essential, 'Diwakili oleh: Raden'])
    expect(represented).toContain(part);
});

test('what is cut with an ellipsis is drawn in as many lines as it was given', async () => {
  const texts = [
    'Berencana Pengendali, S.E., M.Si., Ak., C.A., CPA. '.repeat(9),
    'Wwwwwww '.repeat(60),
    'iii '.repeat(400),
  ];
  await makePdf('Uji', new Date(0), async (pdf) => {
    pdf.page();
    for (const text of texts) {
      for (const size of [7, 8, 10, 10.5, 13]) {
        const { lines } = fitted(pdf, text, { width: 241, sizes: [[size, 2]], bold: true });
        expect(lines.at(-1)).toMatch(/…$/);
        expect(pdf.wrap(lines.join('\n'), 241, { size, bold: true })).toEqual(lines);
      }
    }
  });
});

test('long offices and units end above the rule at the foot of a badge', async () => {
  const words = (count: number) => 'Pengendalian Penduduk dan Keluarga Berencana '.repeat(6).slice(0, count).trim();
  const holder = { name: 'Raden Mas Soeryadiningrat Kusumawardhana Hadisoemarto', acting: 'DEFINITIVE' as const };
  const office = `Kepala ${words(112)}`;
  const long = anInvitation(`Badan ${words(112)}`, { office, holder });
  const longest = {
    ...long,
    holder: { ...holder, name: words(100), titlesBefore: 'Prof. '.repeat(6).trim(), titlesAfter: 'M.Si., '.repeat(8) },
  };
  for (const each of [long, longest]) {
    const pdf = await readPdf(await badgesOf(materialOf([each])));
    const { data, width } = await pdf.render(0, 144);
    const isWhite = (x: number, y: number) => (data[(Math.round(y) * width + Math.round(x)) * 4] ?? 0) > 250;
    // The first badge: a band of white between the unit's last line and the rule, which stands 7.5 mm above the lower edge or so.
    const px = 144 / 25.4;
    const [left, top] = [(210 - 190) / 2, (297 - 274) / 2];
    const ruleY = Array.from({ length: Math.round(8 * px) }, (_, row) => (top + 68.5 - 5) * px - row).find(
      (y) => !isWhite((left + 6) * px, y) && !isWhite((left + 30) * px, y) && !isWhite((left + 88) * px, y),
    );
    expect(ruleY).toBeDefined();
    const above = (ruleY ?? 0) - 3;
    const inked = Array.from({ length: Math.round(80 * px) }, (_, column) => (left + 6) * px + column).filter(
      (x) => !isWhite(x, above),
    );
    expect(inked).toEqual([]);
  }
});

test('a sheet of cards for guests alone', async () => {
  const material = materialOf(roster470(), { query: { guests: 'only' } });
  const pdf = await readPdf(await cardsOf(material));
  expect(pdf.texts).toHaveLength(3);
  expect(await codesOn(pdf, 2, 72)).toHaveLength(4);
});
