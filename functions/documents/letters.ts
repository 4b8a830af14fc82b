/**
 * The invitation letter, one for each recipient or one for all with the annex, in the form of official letters (Permendagri 1/2023): letterhead, place and date,
 * number, addressee, what and when and where, signature, copies; and the invitation's own QR beside the signature. The common letter
 * has no code: it would be everybody's.
 */

import { addressLines } from '../invitations/addressee.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { longDay } from '../platform/long-day.ts';
import type { Session } from '../sessions/session-schema.ts';
import { drawQr } from './draw-qr.ts';
import { drawRows, type Row } from './fact-rows.ts';
import { type Flow, startFlow } from './flow.ts';
import { drawLetterhead } from './letterhead.ts';
import type { Material } from './material.ts';
import { daysOf, hoursOf, kindWords, placeOf, timesOf, unitWithDistrict, weekdayAndDate } from './paper-words.ts';
import { makePdf, mm, type Pdf, type Style, soft } from './pdf.ts';
import { dotted, drawSignature, signatureHeight } from './signature-block.ts';

/** For whom a letter is; undefined: the common one, for all in the annex. */
type For = Invitation | undefined;

const body: Style = { size: 11 };
const small: Style = { size: 8, color: soft };

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const headRows = ({ session: { letter, kind } }: Material, invitation: For): Row[] => [
  ['Nomor', letter?.number ?? dotted(40)],
  ['Sifat', letter?.urgency ?? 'Biasa'],
  ['Lampiran', invitation ? '-' : '1 (satu) berkas'],
  ['Hal', `Undangan ${kindWords[kind]}`],
];

/** `Pukul 08.00–12.00 WIB`; on the common letter a line for each wave, as the annex says who comes in which. */
const hoursFor = (session: Session, invitation: For): string => {
  const { zone, waves, startsAt, endsAt } = session;
  if (invitation === undefined && waves.length > 0) {
    const isOneDay = weekdayAndDate(zone, startsAt) === weekdayAndDate(zone, endsAt);
    const dayOf = (wave: Session['waves'][number]) => (isOneDay ? '' : `${daysOf(zone, wave)}, `);
    return waves.map((wave) => `${wave.label}: ${dayOf(wave)}pukul ${hoursOf(zone, wave)}`).join('\n');
  }
  const times = timesOf(session, invitation);
  return `Pukul ${hoursOf(zone, times)}${times.label === undefined ? '' : ` (${times.label})`}`;
};

const factRows = ({ session }: Material, invitation: For): Row[] => {
  const times = timesOf(session, invitation);
  const { venue, zone } = session;
  const place = [venue.name, venue.address, venue.address?.includes(venue.regionName) ? undefined : venue.regionName];
  return [
    ['Hari, tanggal', daysOf(zone, times)],
    ['Waktu', hoursFor(session, invitation)],
    ['Tempat', place.filter((part) => part !== undefined).join(', ')],
    ...(invitation?.seat === undefined ? [] : ([['Tempat duduk', invitation.seat]] satisfies Row[])),
    ['Acara', session.occasion === undefined ? session.title : `${session.title}, ${session.occasion}`],
  ];
};

const openingOf = ({ session: { letter, kind, organizer } }: Material): string =>
  letter?.opening ??
  `Dengan hormat, bersama ini kami mengundang Bapak/Ibu untuk menghadiri ${kindWords[kind]} yang diselenggarakan oleh ${organizer} pada:`;

const thanks =
  'Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.';

const drawHead = (pdf: Pdf, flow: Flow, material: Material, invitation: For): void => {
  const { regency, session } = material;
  flow.y = drawLetterhead(pdf, regency.letterhead, flow);
  const date = session.letter?.date === undefined ? dotted(30) : longDay(session.letter.date);
  const at = { x: flow.x, y: flow.y, width: flow.width, align: 'right', ...body } as const;
  pdf.tag('P', () => {
    flow.y = pdf.text(`${session.letter?.place ?? placeOf(regency.name)}, ${date}`, at) + mm(3);
  });
  pdf.tag('P', () => drawRows(pdf, flow, headRows(material, invitation), { label: 20 }));
  flow.space(mm(6));
};

/** The person where one is known, the office, and its unit where the office does not tell it. */
const addressed = ({ regency }: Material, invitation: For): { text: string; bold: boolean }[] => {
  if (!invitation) return [{ text: '(daftar terlampir)', bold: false }];
  const { person, office } = addressLines(invitation);
  const unit = invitation.kind === 'unit' ? unitWithDistrict(invitation, regency.labels) : invitation.name;
  // `Camat Lahat` leads to its office by itself; `Kepala Sekolah` does not.
  const isTold = office.toLowerCase().includes(invitation.name.toLowerCase());
  return [
    ...(person === undefined ? [] : [{ text: person, bold: true }]),
    { text: office, bold: person === undefined },
    ...(isTold || unit === office ? [] : [{ text: unit, bold: false }]),
  ];
};

const drawAddressee = (pdf: Pdf, flow: Flow, material: Material, invitation: For): void => {
  const width = mm(110);
  const write = (text: string, x = mm(10), bold = false) => {
    flow.y = pdf.text(text, { x: flow.x + x, y: flow.y, width, ...body, bold });
  };
  pdf.tag('H1', () => {
    pdf.text('Yth.', { x: flow.x, y: flow.y, width: mm(10), ...body });
    for (const { text, bold } of addressed(material, invitation)) write(text, mm(10), bold);
  });
  pdf.tag('P', () => {
    write('di -');
    write('Tempat', mm(18));
  });
  flow.space(mm(6));
};

const drawBody = (pdf: Pdf, flow: Flow, material: Material, invitation: For): void => {
  const paragraph = (text: string) => {
    pdf.tag('P', () => flow.paragraph(text, { ...body, align: 'justify' }));
    flow.space(mm(3));
  };
  paragraph(openingOf(material));
  pdf.tag('P', () => drawRows(pdf, flow, factRows(material, invitation), { indent: 8 }));
  flow.space(mm(3));
  const { closing } = material.session.letter ?? {};
  if (closing !== undefined) paragraph(closing);
};

const qrSide = mm(30);
const qrText = 'Pindai untuk membuka undangan dan menjawab; tunjukkan juga di pintu masuk.';
const qrTextWidth = mm(76);
/** The token on a line of its own: a break within it would look like a blank. */
const addressOf = (link: string): string => link.replace('/c/', '/c/\n');
const qrHeight = (pdf: Pdf, link: string): number =>
  qrSide + pdf.height(qrText, qrTextWidth, small) + pdf.height(addressOf(link), qrTextWidth, small);

/** The invitation's own code with its address, from the pen downwards; answers the y below. */
const drawCode = (pdf: Pdf, { x, y }: Flow, { links }: Material, invitation: Invitation): number => {
  const link = links.holder(invitation);
  // Its quiet zone lies in the margin, so that the dark modules stand flush with the text.
  const draw = () => drawQr(pdf, links.holderCode(invitation), x - mm(2.9), y - mm(2), qrSide);
  pdf.tag('Figure', draw, 'Kode QR undangan');
  pdf.link(x, y, qrSide, qrSide, link);
  let below = y + qrSide - mm(3);
  pdf.tag('P', () => {
    for (const text of [qrText, addressOf(link)]) below = pdf.text(text, { x, y: below, width: qrTextWidth, ...small });
  });
  return below;
};

/** The last sentence stays with the signature: nobody signs an empty page. */
const drawEnding = (pdf: Pdf, flow: Flow, material: Material, invitation: For): void => {
  const { signer } = material.session.letter ?? {};
  const width = mm(82);
  const thanksHeight = pdf.height(thanks, flow.width, body) + mm(6);
  const codeHeight = invitation ? qrHeight(pdf, material.links.holder(invitation)) : 0;
  flow.need(thanksHeight + Math.max(signatureHeight(pdf, signer, width), codeHeight));
  pdf.tag('P', () => flow.paragraph(thanks, { ...body, align: 'justify' }));
  flow.space(mm(6));
  const { x, y } = flow;
  let signed = y;
  pdf.tag('P', () => {
    signed = drawSignature(pdf, signer, { x: x + flow.width - width, y, width });
  });
  const below = invitation ? drawCode(pdf, flow, material, invitation) : y;
  flow.y = Math.max(signed, below) + mm(5);
};

const drawCopies = (pdf: Pdf, flow: Flow, copies: readonly string[]): void => {
  if (copies.length === 0) return;
  const style: Style = { size: 9.5 };
  const rows = copies.map((copy, index) => (copies.length === 1 ? copy : `${index + 1}. ${copy}`));
  pdf.tag('P', () => {
    flow.need(pdf.height(`Tembusan:\n${rows[0]}`, flow.width, style));
    flow.paragraph('Tembusan:', { ...style, bold: true });
    for (const row of rows) flow.paragraph(row, style);
  });
};

const drawLetter = (pdf: Pdf, material: Material, invitation: For): void => {
  const flow = startFlow(pdf);
  pdf.section(invitation?.office ?? 'Surat undangan', () => {
    drawHead(pdf, flow, material, invitation);
    drawAddressee(pdf, flow, material, invitation);
    drawBody(pdf, flow, material, invitation);
    drawEnding(pdf, flow, material, invitation);
    drawCopies(pdf, flow, material.session.letter?.copies ?? []);
  });
};

const titleOf = ({ session }: Material): string => `Surat undangan: ${sentenceCase(session.title)}`;

export const lettersOf = (material: Material): Promise<Uint8Array> =>
  makePdf(titleOf(material), material.at, async (pdf) => {
    for (const invitation of material.recipients.invitations) {
      await pdf.pause();
      drawLetter(pdf, material, invitation);
    }
  });

/** One letter for all, to which the annex is attached. */
export const commonLetterOf = (material: Material): Promise<Uint8Array> =>
  makePdf(titleOf(material), material.at, async (pdf) => drawLetter(pdf, material, undefined));
