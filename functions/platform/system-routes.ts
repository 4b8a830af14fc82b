/** Health, readiness, and where to sign in. */
import type { Deps } from '../deps.ts';
import { isReady } from './readiness.ts';
import { type Route, route } from './router.ts';
import { getHealth, getReadiness, getSignInSettings } from './system-endpoints.ts';

export const systemRoutes = ({ signIn, readiness }: Deps): Route[] => [
  route(getHealth, async () => ({ status: 200, body: { status: 'ok' } })),
  route(getReadiness, async () => {
    const checks = await readiness();
    if (isReady(checks)) return { status: 200, body: { status: 'ready', checks } };
    return { status: 503, body: { status: 'not-ready', checks } };
  }),
  route(getSignInSettings, async () => ({ status: 200, body: signIn })),
];
