/** What the report of an activity is made from, and the pen that it is written with. */
import type { ActivityReport } from '../activity-reports/activity-report-schema.ts';
import type { FollowUp } from '../follow-ups/follow-up-schema.ts';
import type { Flow } from './flow.ts';
import type { Pdf, Style } from './pdf.ts';
import type { SessionFacts } from './session-facts.ts';

export interface ReportPhoto {
  jpeg: Uint8Array;
  caption: string | undefined;
}

export interface ActivityReportMaterial extends SessionFacts {
  report: ActivityReport;
  /** In the order of the report; those whose upload never came to an end are not among them. */
  photos: readonly ReportPhoto[];
  /** Undertaken in this session. */
  followUps: readonly FollowUp[];
  /** Of whoever signs the report; null where the register does not know it. */
  signerNip: string | null;
}

/** Whoever signs the letter, unless the report names somebody else. */
export const signerOf = ({ report, session }: Pick<ActivityReportMaterial, 'report' | 'session'>) =>
  report.signer ?? session.letter?.signer;

export interface ReportWriting {
  pdf: Pdf;
  flow: Flow;
  material: ActivityReportMaterial;
  /** The title of the next section, under the next number; it stays with as much as `height` of what follows. */
  heading: (title: string, height?: number) => void;
}

export const body: Style = { size: 10.5 };
export const small: Style = { size: 8.5, color: '#555555' };

export const paragraphs = ({ pdf, flow }: Pick<ReportWriting, 'pdf' | 'flow'>, text: string, style = body): void => {
  // Each line that somebody ended is a paragraph of its own.
  for (const each of text.split('\n')) {
    if (each.trim() === '') flow.space(style.size / 2);
    else pdf.tag('P', () => flow.paragraph(each, { ...style, align: 'justify' }));
  }
};
