/**
 * The API as one app: for the laptop, the tests, and the staff Lambda. The documents are given to it where it is to make them too: in AWS
 * they have a Lambda of their own, and the staff's starts sooner without fonts and what draws with them.
 */
import type { Hono } from 'hono';
import { activityReportRoutes } from './activity-reports/activity-report-routes.ts';
import { attendeeAppRoutes } from './attendee-app.ts';
import { conflictRoutes } from './conflicts/conflict-routes.ts';
import { coverageRoutes } from './coverage/coverage-routes.ts';
import { liveRoutes } from './coverage/live-routes.ts';
import { totalsRoutes } from './coverage/totals-routes.ts';
import type { Deps } from './deps.ts';
import { doorRoutes } from './doors/door-routes.ts';
import { makeDoorVerification } from './doors/verify-door.ts';
import { endpoints } from './endpoints.ts';
import { followUpRoutes } from './follow-ups/follow-up-routes.ts';
import { hotRoutes } from './hot-app.ts';
import { importRoutes } from './imports/import-routes.ts';
import { answerRoutes } from './invitations/answer-routes.ts';
import { calendarRoutes } from './invitations/calendar-routes.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { inviteRoutes } from './invitations/invite-routes.ts';
import { mailRoutes } from './messages/mail-routes.ts';
import { messageRoutes } from './messages/message-routes.ts';
import { nilStatementRoutes } from './nil-statements/nil-statement-routes.ts';
import { docsPage, docsStyle } from './platform/docs-page.ts';
import { openApiDocument } from './platform/openapi.ts';
import { problemCodes } from './platform/problem-codes.ts';
import { makeRouter, type Route } from './platform/router.ts';
import { systemRoutes } from './platform/system-routes.ts';
import { textRoutes } from './pledges/text-routes.ts';
import { regencyRoutes } from './regencies/regency-routes.ts';
import { unitRoutes } from './roster/unit-routes.ts';
import { sealRoutes } from './seals/seal-routes.ts';
import { sessionRoutes } from './sessions/session-routes.ts';

export const createApp = (deps: Deps, documents: (deps: Deps) => Route[] = () => []): Hono => {
  // One for the guard and for the routes: whoever is cut off here is refused here at once.
  const doors = makeDoorVerification(deps, deps.now);
  const app = makeRouter(
    [
      ...systemRoutes(deps),
      ...regencyRoutes(deps),
      ...unitRoutes(deps),
      ...importRoutes(deps),
      ...sessionRoutes(deps),
      ...inviteRoutes(deps),
      ...messageRoutes(deps),
      ...mailRoutes(deps),
      ...invitationRoutes(deps),
      ...answerRoutes(deps),
      ...calendarRoutes(deps),
      ...coverageRoutes(deps),
      ...liveRoutes(deps),
      ...totalsRoutes(deps),
      ...followUpRoutes(deps),
      ...nilStatementRoutes(deps),
      ...conflictRoutes(deps),
      ...sealRoutes(deps),
      ...activityReportRoutes(deps),
      ...doorRoutes(deps, doors),
      ...textRoutes(deps),
      ...hotRoutes(deps, doors),
      ...attendeeAppRoutes(deps),
      ...documents(deps),
    ],
    { ...deps, verifyDoor: doors.verify, problems: problemCodes },
  );
  const document = () => openApiDocument(Object.values(endpoints), deps.origin);
  app.get('/api/openapi.json', (c) => c.json(document()));
  app.get('/api/docs', (c) => c.html(docsPage(document())));
  app.get('/api/docs.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
  return app;
};
