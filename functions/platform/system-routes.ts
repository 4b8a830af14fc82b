/** Health and where to sign in. */
import type { Deps } from '../deps.ts';
import { type Route, route } from './router.ts';
import { getHealth, getSignInSettings } from './system-endpoints.ts';

export const systemRoutes = ({ signIn }: Deps): Route[] => [
  route(getHealth, async () => ({ status: 200, body: { status: 'ok' } })),
  route(getSignInSettings, async () => ({ status: 200, body: signIn })),
];
