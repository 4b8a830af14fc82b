/** How the minutes begin: letterhead, title, day and place in words, legal base, the text that was read, the readings. */
import { textHash } from '../pledges/pledge-rules.ts';
import { isInSession, readingsHeld } from '../pledges/presence-at-reading-rules.ts';
import { legalBases } from '../sessions/legal-bases.ts';
import { drawRows, type Row, rowsHeight } from './fact-rows.ts';
import { drawLetterhead } from './letterhead.ts';
import type { MinutesMaterial, Writing } from './minutes-material.ts';
import { readingsWithPresent } from './minutes-rules.ts';
import { dayInWords } from './number-words.ts';
import { figure, formWords, inGroups, kindWords, momentOf, venueLine } from './paper-words.ts';
import { lineHeight, mm, type Style, soft } from './pdf.ts';
import { dotted } from './signature-block.ts';

export const body: Style = { size: 10 };
export const small: Style = { size: 8.5, color: soft };
const amber = '#fdf0d5';

/** The day that the minutes are about: of the first reading while the session was open, or else of the session. */
export const dayOf = ({ readings, session }: Pick<MinutesMaterial, 'readings' | 'session'>): string => {
  // A time that was typed in wrongly must not move what happened to another day.
  const first = readingsHeld(readings).find(({ startedAt }) => isInSession(startedAt, session));
  return first?.startedAt ?? session.startsAt;
};

/** A pakta may be signed without having been read aloud. */
const whatOf = ({ readings, text }: MinutesMaterial): string =>
  text.form === 'IKRAR' || readingsHeld(readings).length > 0 ? 'pembacaan dan penandatanganan' : 'penandatanganan';

/** `PEMBACAAN DAN PENANDATANGANAN IKRAR NETRALITAS …`: the text's own title, which mostly says its form by itself. */
export const titleOf = (material: MinutesMaterial): string => {
  const { form, title } = material.text;
  const isTold = title.toLowerCase().startsWith(formWords[form].split(' ')[0] ?? '');
  return `${whatOf(material)} ${isTold ? title : `${formWords[form]} ${title}`}`.toUpperCase();
};

/** What the sheets are marked with until everything is sealed, and why; undefined once it is. */
export const provisional = ({
  heads,
  session,
  unsealed,
}: Pick<MinutesMaterial, 'heads' | 'session' | 'unsealed'>): { mark: string; why: string } | undefined => {
  if (heads.length > 0)
    return unsealed > 0
      ? {
          mark: 'SEMENTARA, belum seluruhnya disegel',
          why: `${figure(unsealed)} catatan susulan menunggu tambahan segel: cetak ulang sesudahnya.`,
        }
      : undefined;
  const why =
    session.state === 'OPEN'
      ? 'Kegiatan masih berlangsung: isi berita acara ini masih dapat bertambah.'
      : 'Kegiatan sudah ditutup, tetapi segelnya belum dibuat: cetak ulang sesudah disegel.';
  return { mark: 'SEMENTARA, belum disegel', why };
};

const drawProvisional = ({ pdf, flow, material }: Writing): void => {
  const said = provisional(material);
  if (!said) return;
  const inner = { x: flow.x + mm(3), width: flow.width - mm(6), align: 'center' } as const;
  const bold: Style = { size: 11, bold: true };
  const height = lineHeight(bold) + pdf.height(said.why, inner.width, small) + mm(3);
  pdf.box(flow.x, flow.y, flow.width, height, amber);
  pdf.tag('P', () => {
    const below = pdf.text(said.mark, { ...inner, y: flow.y + mm(1.5), ...bold });
    pdf.text(said.why, { ...inner, y: below, ...small });
  });
  flow.y += height + mm(4);
};

export const drawTitle = (writing: Writing): void => {
  const { pdf, flow, material } = writing;
  flow.y = drawLetterhead(pdf, material.regency.letterhead, flow);
  const centred = { x: flow.x, width: flow.width, align: 'center' } as const;
  pdf.tag('H1', () => {
    flow.y = pdf.text('BERITA ACARA', { ...centred, y: flow.y, size: 14, bold: true });
    flow.y = pdf.text(titleOf(material), { ...centred, y: flow.y, size: 11, bold: true });
  });
  pdf.tag('P', () => {
    flow.y = pdf.text(`Nomor: ${dotted(44)}`, { ...centred, y: flow.y + mm(1), ...body }) + mm(5);
  });
  drawProvisional(writing);
};

const paragraph = ({ pdf, flow }: Writing, text: string, style: Style & { indent?: number } = body): void => {
  pdf.tag('P', () => flow.paragraph(text, { ...style, align: 'justify' }));
};

const item = ({ pdf, flow }: Writing, number: number, text: string, indent = 0): void => {
  flow.need(lineHeight(body));
  pdf.tag('P', () => {
    pdf.text(`${number}.`, { x: flow.x + indent, y: flow.y, width: mm(7), ...body });
    flow.paragraph(text, { ...body, align: 'justify', indent: indent + mm(7) });
  });
};

export const drawOpening = (writing: Writing): void => {
  const { material, flow } = writing;
  const { session, text } = material;
  const occasion = session.occasion === undefined ? '' : `, ${session.occasion}`;
  paragraph(
    writing,
    `Pada hari ini ${dayInWords(session.zone, dayOf(material))}, bertempat di ${venueLine(session)}, dalam kegiatan ${kindWords[session.kind]} “${session.title}”${occasion} yang diselenggarakan oleh ${session.organizer}, telah dilaksanakan ${whatOf(material)} ${formWords[text.form]} dengan naskah, urutan, dan saksi sebagaimana tercatat di bawah ini.`,
  );
  flow.space(mm(3));
};

export const drawLegalBase = (writing: Writing): void => {
  const { session } = writing.material;
  const chosen = legalBases.filter(({ id }) => session.legalBases.includes(id));
  if (chosen.length === 0) return;
  writing.heading('Dasar hukum');
  for (const [index, { title, articles }] of chosen.entries())
    item(writing, index + 1, articles === undefined ? title : `${title}: ${articles}`);
  writing.flow.space(mm(3));
};

export const drawText = (writing: Writing): void => {
  const { pdf, flow, material, heading } = writing;
  const { text, session } = material;
  const { text: id, version, hash } = session.pledge;
  heading(`Naskah ${formWords[text.form]}`, mm(25));
  const inset = mm(6);
  pdf.tag('P', () => {
    const at = { x: flow.x + inset, y: flow.y + mm(1), width: flow.width - 2 * inset, align: 'center' } as const;
    flow.y = pdf.text(text.title, { ...at, ...body, bold: true }) + mm(1.5);
  });
  paragraph(writing, text.opening, { ...body, indent: inset });
  flow.space(mm(1));
  for (const [index, point] of text.points.entries()) item(writing, index + 1, point, inset);
  flow.space(mm(1));
  paragraph(writing, text.closing, { ...body, indent: inset });
  flow.space(mm(2));
  // What is printed above is hashed again: a sheet that shows another text than the one that was signed must not pass.
  const same = textHash(text) === hash;
  const rows: Row[] = [
    ['Naskah, versi', `${id}, versi ${version}`],
    ['SHA-256 naskah', `${inGroups(hash)}${same ? '' : '\n(tidak sama dengan naskah yang tercetak)'}`],
  ];
  pdf.tag('P', () => drawRows(pdf, flow, rows, { indent: 6, label: 27, style: small }));
  flow.space(mm(4));
};

const nobodyRead = (material: MinutesMaterial): string => {
  if (material.session.state === 'OPEN') return 'Belum ada pembacaan yang tercatat.';
  return 'Tidak ada pembacaan yang tercatat dalam kegiatan ini.';
};

export const drawReadings = (writing: Writing): void => {
  const { pdf, flow, material, heading } = writing;
  const { session, readings, invitations } = material;
  const held = readingsWithPresent(readings, invitations, session);
  heading('Pembacaan', mm(28));
  if (held.length === 0) paragraph(writing, nobodyRead(material));
  const single = held.length === 1;
  for (const [index, { reading, present }] of held.entries()) {
    const { reader, witnesses, startedAt, endedAt } = reading;
    const witnessLines = witnesses.map(({ name, office }, place) => `${place + 1}. ${name}, ${office}`);
    const rows: Row[] = [
      ['Pembaca', `${reader.name}, ${reader.office}`],
      ['Saksi', witnessLines.join('\n') || '–'],
      ['Mulai', momentOf(session.zone, startedAt)],
      ['Selesai', endedAt === null ? 'tidak dicatat' : momentOf(session.zone, endedAt)],
      ['Hadir saat pembacaan', `${figure(present)} undangan`],
    ];
    const form = { label: 38, style: body };
    flow.need(rowsHeight(pdf, flow, rows, form) + lineHeight(body));
    pdf.tag('P', () => {
      if (!single) flow.paragraph(`Pembacaan ke-${index + 1}`, { ...body, bold: true });
      drawRows(pdf, flow, rows, form);
    });
    flow.space(mm(2));
  }
  const voided = readings.filter(({ startedAt, voidedAt }) => startedAt !== null && voidedAt !== undefined).length;
  if (voided > 0)
    paragraph(writing, `${figure(voided)} pembacaan dimulai karena keliru dan dibatalkan; tidak dihitung.`, small);
  const meaning =
    'Hadir saat pembacaan berarti sudah tercatat hadir di tempat ketika naskah mulai dibacakan; itu bukan tanda tangan.';
  if (held.length > 0) paragraph(writing, meaning, small);
  flow.space(mm(4));
};
