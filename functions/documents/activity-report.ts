/**
 * The report of an activity (laporan kegiatan) in the official form. Figures, times and names come from the session; what the organiser
 * wrote stands between them. A part of which nothing is known is left out, and the parts are numbered as they come.
 */
import { longDay } from '../platform/long-day.ts';
import { dayIn } from '../platform/time.ts';
import { legalBases } from '../sessions/legal-bases.ts';
import {
  type ActivityReportMaterial,
  body,
  paragraphs,
  type ReportWriting,
  signerOf,
} from './activity-report-material.ts';
import { drawParticipants, drawProgramme, drawTimeAndPlace } from './activity-report-people.ts';
import { drawFollowUps, drawPhotos, drawResults, lines } from './activity-report-results.ts';
import { roman } from './activity-report-rules.ts';
import { startFlow } from './flow.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawFeet, madeLine } from './made-line.ts';
import { kindWords, placeOf } from './paper-words.ts';
import { lineHeight, makePdf, mm, type Pdf, type Style } from './pdf.ts';
import { dotted, drawSignature, signatureHeight } from './signature-block.ts';

const headingStyle: Style = { size: 11, bold: true };

const startWriting = (pdf: Pdf, material: ActivityReportMaterial): ReportWriting => {
  const flow = startFlow(pdf, { numbered: false });
  let sections = 0;
  return {
    pdf,
    flow,
    material,
    heading: (title, height = lines(2)) => {
      sections += 1;
      const text = `${roman(sections)}. ${title}`;
      flow.need(lineHeight(headingStyle) + height);
      pdf.bookmark(text);
      pdf.tag('H2', () => flow.paragraph(text, headingStyle));
      flow.space(mm(1.5));
    },
  };
};

const drawTitle = ({ pdf, flow, material }: ReportWriting): void => {
  const { session, regency } = material;
  flow.y = drawLetterhead(pdf, regency.letterhead, flow);
  const centred = { x: flow.x, width: flow.width, align: 'center' } as const;
  // The title mostly says what kind of meeting it is.
  const isTold = session.title.toLowerCase().startsWith(kindWords[session.kind]);
  const title = isTold ? session.title : `${kindWords[session.kind]} ${session.title}`;
  pdf.tag('H1', () => {
    flow.y = pdf.text('LAPORAN KEGIATAN', { ...centred, y: flow.y, size: 14, bold: true });
    flow.y = pdf.text(title.toUpperCase(), { ...centred, y: flow.y, size: 11, bold: true });
  });
  flow.space(mm(5));
};

/** Those that were in force on the day of the session; and the letter that people were asked with. */
const basesOf = ({ session }: ActivityReportMaterial): string[] => {
  const day = dayIn(session.zone, session.startsAt);
  const laws = legalBases
    .filter(({ id }) => session.legalBases.includes(id))
    .filter(({ inForceFrom, inForceTo }) => inForceFrom <= day && (inForceTo === null || day <= inForceTo))
    .map(({ title, articles }) => (articles === undefined ? title : `${title}: ${articles}`));
  const { number, date } = session.letter ?? {};
  if (number === undefined) return laws;
  return [...laws, `Surat undangan Nomor ${number}${date === undefined ? '' : ` tanggal ${longDay(date)}`}`];
};

const drawBases = ({ pdf, flow, material, heading }: ReportWriting): void => {
  const bases = basesOf(material);
  if (bases.length === 0) return;
  heading('Dasar');
  for (const [index, text] of bases.entries()) {
    flow.need(lineHeight(body));
    pdf.tag('P', () => {
      pdf.text(`${index + 1}.`, { x: flow.x, y: flow.y, width: mm(7), ...body });
      flow.paragraph(text, { ...body, align: 'justify', indent: mm(7) });
    });
  }
  flow.space(mm(4));
};

const drawPurpose = (writing: ReportWriting): void => {
  const { purpose } = writing.material.report;
  if (purpose === undefined) return;
  writing.heading('Maksud dan Tujuan');
  paragraphs(writing, purpose);
  writing.flow.space(mm(4));
};

const blockWidth = mm(84);
/** A report is an account: the number stands below the name, or room for it where the register does not know it. */
const aroundOf = ({ signerNip }: ActivityReportMaterial) => ({ nip: signerNip });

/** Of the place, the day and the block below them. */
const blockHeight = ({ pdf, material }: ReportWriting): number =>
  lineHeight(body) + signatureHeight(pdf, signerOf(material), blockWidth, aroundOf(material));

/** What is said at the end stays with the signature: a sheet with nothing but a signature could belong to anything. */
const drawClosing = (writing: ReportWriting): void => {
  const { closing } = writing.material.report;
  if (closing === undefined) return;
  const last = writing.pdf.height(closing, writing.flow.width, body);
  writing.heading('Penutup', Math.min(last + mm(6) + blockHeight(writing), mm(150)));
  paragraphs(writing, closing);
  writing.flow.space(mm(4));
};

/** The place and the day on which the report was last written; neither is made up where nothing was. */
const drawSigner = (writing: ReportWriting): void => {
  const { pdf, flow, material } = writing;
  const { session, report, regency } = material;
  const at = { x: flow.x + flow.width - blockWidth, width: blockWidth };
  flow.need(blockHeight(writing));
  const place = session.letter?.place ?? placeOf(regency.name);
  const day = report.changedAt === null ? dotted(30) : longDay(dayIn(session.zone, report.changedAt));
  pdf.tag('P', () => {
    flow.y = pdf.text(`${place}, ${day}`, { ...at, y: flow.y, ...body });
    flow.y = drawSignature(pdf, signerOf(material), { ...at, y: flow.y }, aroundOf(material));
  });
};

const drawReport = async (pdf: Pdf, material: ActivityReportMaterial): Promise<void> => {
  const writing = startWriting(pdf, material);
  const { flow } = writing;
  pdf.bookmark('Laporan kegiatan');
  drawTitle(writing);
  drawBases(writing);
  drawPurpose(writing);
  drawTimeAndPlace(writing);
  await drawParticipants(writing);
  await drawProgramme(writing);
  drawResults(writing);
  await drawFollowUps(writing);
  drawPhotos(writing);
  drawClosing(writing);
  drawSigner(writing);
  drawFeet(pdf, flow, madeLine(material.session, material.at, material.head));
};

export const activityReportOf = (material: ActivityReportMaterial): Promise<Uint8Array> =>
  makePdf(`Laporan kegiatan: ${material.session.title}`, material.at, (pdf) => drawReport(pdf, material), {
    numbered: true,
  });
