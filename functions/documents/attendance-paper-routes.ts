/** The organiser's papers about who came: the attendance sheet, its recap, the annex's recap, everybody's certificates. */
import type { Deps } from '../deps.ts';
import { csvFile } from '../platform/csv-cell.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { annexRecapOf } from './annex-recap.ts';
import { type AttendanceMaterial, attendanceMadeLine, attendanceOf } from './attendance.ts';
import { attendanceTable } from './attendance-cells.ts';
import { makeAttendanceSource } from './attendance-source.ts';
import { certificatesOf } from './certificate.ts';
import { makeCertificatesSource } from './certificate-source.ts';
import {
  annexRecapPdf,
  attendanceCsv,
  attendancePdf,
  attendanceXlsx,
  certificatesPdf,
  recapCsv,
  recapPdf,
  recapXlsx,
} from './document-endpoints.ts';
import type { AttendanceQuery } from './document-schema.ts';
import { type AttendanceFormat, attendanceRowsInPart } from './parts.ts';
import { type RecapMaterial, recapCsvOf, recapPdfOf, recapXlsxOf } from './recap.ts';
import { makeSessionFacts } from './session-facts.ts';
import { signerNip } from './signer-nip.ts';
import { sessionRows } from './summary-paper.ts';
import { workbookOf } from './workbook.ts';

/** Of a blank sheet: 9 mm, to be signed in. */
const rowHeight = 26;

const attendanceWorkbook = (material: AttendanceMaterial): Promise<Uint8Array> => {
  const { session, rows, blank } = material;
  const facts = sessionRows(session).map(([label, value]) => `${label}: ${value}`);
  return workbookOf([
    {
      name: 'Daftar hadir',
      lines: ['DAFTAR HADIR', ...facts, attendanceMadeLine(material)],
      ...attendanceTable(rows, { session, blank }),
      ...(blank && { rowHeight }),
    },
  ]);
};

const attendanceFile = ({ rows, session, blank }: AttendanceMaterial): string => {
  const table = attendanceTable(rows, { session, blank });
  return csvFile([table.columns.map(({ title }) => title), ...table.rows.map((row) => row.map(String))]);
};

type Asked = { params: { session: string }; query: AttendanceQuery };

export const attendancePaperRoutes = (deps: Pick<Deps, 'stores' | 'tokenKeys' | 'origin'>): Route[] => {
  const { stores } = deps;
  const attendanceSource = makeAttendanceSource(stores);
  const certificatesSource = makeCertificatesSource(deps);
  const factsOf = makeSessionFacts(stores);

  const attendance = (format: AttendanceFormat, { params, query }: Asked, at: Date): Promise<AttendanceMaterial> =>
    attendanceSource({ session: params.session, query, at }, attendanceRowsInPart[format]);

  /** With the number of whoever signs, where the register knows it. */
  const facts = async (session: string, at: Date): Promise<RecapMaterial> => {
    const found = await factsOf(session, at);
    const units = await stores.units.all(found.session.regency);
    return { ...found, signerNip: signerNip(found.session.letter?.signer, units, found.regency.name) };
  };
  const recap = async (session: string, at: Date): Promise<RecapMaterial> => {
    const found = await facts(session, at);
    if (found.coverage.units.expected === 0) throw new Problem('DOCUMENT_EMPTY');
    return found;
  };

  return [
    route(attendancePdf, async (asked, { now }) => ({
      status: 200,
      raw: await attendanceOf(await attendance('pdf', asked, now)),
    })),
    route(attendanceXlsx, async (asked, { now }) => ({
      status: 200,
      raw: await attendanceWorkbook(await attendance('xlsx', asked, now)),
    })),
    route(attendanceCsv, async (asked, { now }) => ({
      status: 200,
      raw: attendanceFile(await attendance('csv', asked, now)),
    })),
    route(recapPdf, async ({ params }, { now }) => ({
      status: 200,
      raw: await recapPdfOf(await recap(params.session, now)),
    })),
    route(recapXlsx, async ({ params }, { now }) => ({
      status: 200,
      raw: await recapXlsxOf(await recap(params.session, now)),
    })),
    route(recapCsv, async ({ params }, { now }) => ({
      status: 200,
      raw: recapCsvOf(await recap(params.session, now)),
    })),
    route(annexRecapPdf, async ({ params }, { now }) => {
      const raw = await annexRecapOf(await facts(params.session, now));
      if (!raw) throw new Problem('DOCUMENT_EMPTY');
      return { status: 200, raw };
    }),
    route(certificatesPdf, async ({ params: { session }, query }, { now: at }) => ({
      status: 200,
      raw: await certificatesOf(await certificatesSource({ session, query, at })),
    })),
  ];
};
