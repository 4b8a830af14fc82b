/** The whole API as one app: for the laptop, the tests, and the staff Lambda. */
import type { Hono } from 'hono';
import { conflictRoutes } from './conflicts/conflict-routes.ts';
import { coverageRoutes } from './coverage/coverage-routes.ts';
import type { Deps } from './deps.ts';
import { doorRoutes } from './doors/door-routes.ts';
import { makeDoorVerification } from './doors/verify-door.ts';
import { endpoints } from './endpoints.ts';
import { hotRoutes } from './hot-app.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { docsPage, docsStyle } from './platform/docs-page.ts';
import { openApiDocument } from './platform/openapi.ts';
import { makeRouter } from './platform/router.ts';
import { systemRoutes } from './platform/system-routes.ts';
import { regencyRoutes } from './regencies/regency-routes.ts';
import { rosterRoutes } from './roster/roster-routes.ts';
import { sessionRoutes } from './sessions/session-routes.ts';

export const createApp = (deps: Deps): Hono => {
  // One for the guard and for the routes: whoever is cut off here is refused here at once.
  const doors = makeDoorVerification(deps, deps.now);
  const app = makeRouter(
    [
      ...systemRoutes(deps),
      ...regencyRoutes(deps),
      ...rosterRoutes(deps),
      ...sessionRoutes(deps),
      ...invitationRoutes(deps),
      ...coverageRoutes(deps),
      ...conflictRoutes(deps),
      ...doorRoutes(deps, doors),
      ...hotRoutes(deps, doors),
    ],
    { ...deps, verifyDoor: doors.verify },
  );
  const document = () => openApiDocument(Object.values(endpoints), deps.origin);
  app.get('/api/openapi.json', (c) => c.json(document()));
  app.get('/api/docs', (c) => c.html(docsPage(document())));
  app.get('/api/docs.css', (c) => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
  return app;
};
