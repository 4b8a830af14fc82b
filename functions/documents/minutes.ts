/**
 * The minutes (berita acara) of the reading and signing: what was read, by whom, before whom, who was in the hall, who signed in which
 * order, the recap, and the seal with its QR. More signatures than one file holds go on in further parts, each an annex to the first.
 */
import { startFlow } from './flow.ts';
import { drawLists } from './minutes-lists.ts';
import type { MinutesMaterial, Writing } from './minutes-material.ts';
import {
  drawLegalBase,
  drawOpening,
  drawReadings,
  drawText,
  drawTitle,
  provisional,
  titleOf,
} from './minutes-opening.ts';
import { drawClosing, drawRecap, drawSeal } from './minutes-seal.ts';
import { drawSignatures, firstPairHeight } from './minutes-signatures.ts';
import { figure } from './paper-words.ts';
import { lineHeight, makePdf, mm, type Pdf, paper, type Style, soft } from './pdf.ts';

const headingStyle: Style = { size: 10.5, bold: true };

const startWriting = (pdf: Pdf, material: MinutesMaterial): Writing => {
  const flow = startFlow(pdf, { numbered: false });
  let letters = 0;
  return {
    pdf,
    flow,
    material,
    heading: (title, height = mm(12)) => {
      const text = `${String.fromCharCode(65 + letters)}. ${title}`;
      letters += 1;
      flow.need(lineHeight(headingStyle) + height);
      pdf.bookmark(text);
      pdf.tag('H2', () => flow.paragraph(text, headingStyle));
      flow.space(mm(1.5));
    },
  };
};

/** What every sheet says, so that none can be put among those of another: of which state, which seal, and how many there are. */
const drawFeet = ({ pdf, flow, material }: Writing): void => {
  const { heads, session, part, parts } = material;
  const last = heads.at(-1)?.head;
  const { mark } = provisional(material) ?? {};
  const state = [mark, last && `akar ${last.root.slice(0, 8)} ${last.root.slice(8, 16)}…`].filter(Boolean).join(' · ');
  const ofParts = parts > 1 ? ` · bagian ${part} dari ${parts}` : '';
  const y = paper.height - mm(13);
  pdf.onEveryPage((page, pages) =>
    pdf.aside(() => {
      const at = { x: flow.x, y, width: flow.width, size: 8, color: soft };
      pdf.line([flow.x, y - mm(1)], [flow.x + flow.width, y - mm(1)], { width: 0.3, color: soft });
      pdf.text(`Berita acara ${session.id}${ofParts} · ${state}`, { ...at, bold: mark !== undefined });
      pdf.text(`Halaman ${page} dari ${pages}`, { ...at, align: 'right' });
    }),
  );
};

const drawMinutes = async (pdf: Pdf, material: MinutesMaterial): Promise<void> => {
  const writing = startWriting(pdf, material);
  pdf.bookmark('Berita acara');
  drawTitle(writing);
  drawOpening(writing);
  drawLegalBase(writing);
  drawText(writing);
  drawReadings(writing);
  await drawLists(writing);
  await drawRecap(writing);
  drawSeal(writing);
  drawClosing(writing, firstPairHeight(writing));
  drawSignatures(writing);
  drawFeet(writing);
};

const drawAnnex = async (pdf: Pdf, material: MinutesMaterial): Promise<void> => {
  const writing = startWriting(pdf, material);
  const { flow } = writing;
  const { part, parts, session } = material;
  const at = { x: flow.x, width: flow.width, align: 'center' } as const;
  pdf.tag('H1', () => {
    flow.y = pdf.text('LAMPIRAN BERITA ACARA', { ...at, y: flow.y, size: 13, bold: true });
    flow.y = pdf.text(titleOf(material), { ...at, y: flow.y, size: 10, bold: true });
  });
  pdf.tag('P', () => {
    const text = `${session.title} · bagian ${figure(part)} dari ${figure(parts)}`;
    flow.y = pdf.text(text, { ...at, y: flow.y, size: 9, color: soft }) + mm(5);
  });
  await drawLists(writing);
  drawFeet(writing);
};

export const minutesOf = (material: MinutesMaterial): Promise<Uint8Array> =>
  makePdf(
    `Berita acara: ${material.session.title}`,
    material.at,
    (pdf) => (material.part === 1 ? drawMinutes : drawAnnex)(pdf, material),
    { numbered: true },
  );
