/** A link's calendar file; also by a dead link: a calendar that has the meeting learns by it that it is off. */
import type { Deps } from '../deps.ts';
import { type Route, route } from '../platform/router.ts';
import { calendarFile } from './calendar.ts';
import { attendeeCalendar } from './calendar-endpoints.ts';
import { findAnyByToken, published } from './find-invitation.ts';

export const calendarRoutes = ({ stores, tokenKeys, origin }: Deps): Route[] => [
  route(attendeeCalendar, async ({ params }, { now }) => {
    const { invitation, session, role } = published(await findAnyByToken(stores, tokenKeys, params.token));
    return { status: 200, raw: calendarFile({ invitation, session, stands: role !== undefined, origin, now }) };
  }),
];
