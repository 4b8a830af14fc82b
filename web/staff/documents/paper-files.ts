/** The files of a session's papers: how many each is, and where they are had. */
import { type AttendanceFormat, attendancePartsOf, type DocumentName } from '../../../functions/documents/parts.ts';
import { api } from '../../shared/api.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Choice, queryOf } from './choice.ts';

export type Format = 'pdf' | 'xlsx' | 'csv' | 'zip';

export interface PaperFile {
  format: Format;
  parts: number;
  take: (part: number, signal: AbortSignal) => Promise<Blob>;
}

/** Drawing 5,000 rows takes seconds, and a slow line its own time. */
const timeoutMs = 90_000;

interface Of {
  session: Pick<SessionShown, 'id'>;
  choice: Choice;
}

type Whole =
  | 'annex-recap.pdf'
  | `recap.${AttendanceFormat}`
  | 'minutes.pdf'
  | 'activity-report.pdf'
  | 'coverage.pdf'
  | 'data.zip';

/** A paper that is one file, of the session as a whole. */
export const oneFile = (path: Whole, { id }: Of['session']): PaperFile => ({
  format: path.slice(path.lastIndexOf('.') + 1) as Format,
  parts: 1,
  take: (_, signal) =>
    api(`GET /api/sessions/:session/documents/${path}` as const, { params: { session: id }, timeoutMs, signal }),
});

/** A PDF for whom it is chosen, in so many parts. */
export const chosenPdf = (name: DocumentName | 'certificates', parts: number, { session, choice }: Of): PaperFile => ({
  format: 'pdf',
  parts,
  take: (part, signal) =>
    api(`GET /api/sessions/:session/documents/${name}.pdf` as const, {
      params: { session: session.id },
      query: queryOf(choice, part),
      timeoutMs,
      signal,
    }),
});

export const attendanceFormats: readonly AttendanceFormat[] = ['pdf', 'xlsx', 'csv'];

const attendanceQuery = { blank: { blank: 'true' }, present: {}, all: { who: 'all' } } as const;

export const attendanceFiles = (
  kind: keyof typeof attendanceQuery,
  rows: number,
  { session, choice }: Of,
): PaperFile[] =>
  attendanceFormats.map((format) => ({
    format,
    parts: attendancePartsOf(format, rows),
    take: (part, signal) =>
      api(`GET /api/sessions/:session/documents/attendance.${format}` as const, {
        params: { session: session.id },
        query: { ...queryOf(choice, part), ...attendanceQuery[kind] },
        timeoutMs,
        signal,
      }),
  }));
