/** Repeated writes of the report of an activity and its photos. */
import { widePhoto } from '../support/photos.ts';
import { type RepeatStage, type SomeRepeats, version } from '../support/repeated-writes.ts';

export const repeatedReportWrites = ({ once, send }: RepeatStage) =>
  ({
    putActivityReport: [
      {
        because: version,
        call: (s) => send('PUT', `${s.base}/report`, { version: 0, purpose: 'Menyamakan pemahaman.' }),
        again: { status: 409, code: 'ACTIVITY_REPORT_CHANGED' },
      },
    ],
    putReportPhoto: [
      {
        because: 'the path names the photo, and the first one under a name stands',
        call: (s) => send('PUT', `${s.base}/report/photos/photo-0001`, widePhoto),
      },
    ],
    removeReportPhoto: [
      {
        because: 'the state to reach is in the path',
        call: async (s) => {
          await once(s, () => send('PUT', `${s.base}/report/photos/photo-0001`, widePhoto));
          return send('DELETE', `${s.base}/report/photos/photo-0001`);
        },
      },
    ],
  }) satisfies SomeRepeats;
