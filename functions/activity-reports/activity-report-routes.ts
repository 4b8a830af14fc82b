/** What an organiser writes about an activity, and its photos. */
import type { Deps } from '../deps.ts';
import { readJpeg } from '../platform/jpeg.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import {
  getActivityReport,
  getReportPhoto,
  putActivityReport,
  putReportPhoto,
  removeReportPhoto,
} from './activity-report-endpoints.ts';
import { photoSides } from './activity-report-schema.ts';

export const activityReportRoutes = ({ stores }: Pick<Deps, 'stores'>): Route[] => [
  route(getActivityReport, async ({ params }) => {
    await findSession(stores.sessions, params.session);
    return { status: 200, body: await stores.activityReports.get(params.session) };
  }),

  route(putActivityReport, async ({ params, body: { version, ...input } }, { now }) => {
    await findSession(stores.sessions, params.session);
    const after = await stores.activityReports.put(params.session, input, version, now.toISOString());
    if (after === 'changed') throw new Problem('ACTIVITY_REPORT_CHANGED');
    if (after === 'photo-unknown') throw new Problem('PHOTO_UNKNOWN');
    return { status: 200, body: after };
  }),

  route(putReportPhoto, async ({ params, body }, { now }) => {
    const jpeg = readJpeg(body, photoSides);
    if (!jpeg) throw new Problem('PHOTO_UNREADABLE');
    await findSession(stores.sessions, params.session);
    const { session, photo } = params;
    const kept = await stores.activityReports.putPhoto(session, photo, jpeg.bytes, now.toISOString());
    if (kept === 'full') throw new Problem('PHOTOS_TOO_MANY');
    return { status: 200, body: { kept: kept === 'kept' } };
  }),

  route(getReportPhoto, async ({ params }) => {
    const jpeg = await stores.activityReports.getPhoto(params.session, params.photo);
    if (!jpeg) throw new Problem('PHOTO_UNKNOWN');
    return { status: 200, raw: jpeg };
  }),

  route(removeReportPhoto, async ({ params }) => {
    await findSession(stores.sessions, params.session);
    await stores.activityReports.removePhoto(params.session, params.photo);
    return { status: 200, body: {} };
  }),
];
