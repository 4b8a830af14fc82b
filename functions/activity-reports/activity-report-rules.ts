/** What an organiser's report shows of what is stored. */
import type { ActivityReport } from './activity-report-schema.ts';

/** A report without a word, as it is before anything was written. */
export const emptyReport = (session: string): ActivityReport => ({
  session,
  version: 0,
  changedAt: null,
  photos: [],
  stored: [],
});

/** A photo that was removed while the report still named it is named no more. */
export const withStoredPhotos = (report: ActivityReport): ActivityReport => {
  const stored = new Set(report.stored);
  return { ...report, photos: report.photos.filter(({ id }) => stored.has(id)) };
};
