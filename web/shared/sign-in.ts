/**
 * Staff sign-in by OIDC: authorization code with PKCE, renewed by refresh token, through oidc-client-ts. The access token's
 * role and region are read here only to show the right menu; the API decides.
 */
import { signal } from '@preact/signals';
import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Role } from '../../functions/platform/caller.ts';
import { api, configureApi } from './api.ts';
import { type ApiProblem, asApiProblem } from './api-problem.ts';
import { language } from './language.ts';

export interface Staff {
  /** As records name whoever did something: opaque. */
  subject: string;
  name: string;
  role: Role;
  /** `16.04`, or `18` for a province. */
  region: string;
}

export type SignIn =
  | { status: 'starting' }
  | { status: 'out'; expired: boolean }
  | { status: 'in'; staff: Staff }
  | { status: 'failed'; problem: ApiProblem | undefined };

export const signIn = signal<SignIn>({ status: 'starting' });

/** Only for display: nothing is granted by what is read here. */
const claimsOf = (user: User): Staff | undefined => {
  try {
    const payload = user.access_token.split('.')[1] ?? '';
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const claims = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))),
    ) as Partial<Staff> & { sub?: string };
    if (!claims.role || !claims.region) return undefined;
    return {
      subject: claims.sub ?? '',
      name: claims.name ?? user.profile.name ?? '',
      role: claims.role,
      region: claims.region,
    };
  } catch {
    return undefined;
  }
};

let manager: UserManager | undefined;

const show = (user: User | null): void => {
  const staff = user ? claimsOf(user) : undefined;
  signIn.value = staff ? { status: 'in', staff } : { status: 'out', expired: false };
};

/** Staff pages live below this. */
const base = '/staf';

/** Where the issuer sends the browser after a sign-out; registered there by just these letters. */
const signedOutUri = (): string => `${location.origin}${base}/`;

const makeManager = async (): Promise<UserManager> => {
  const settings = await api('GET /api/sign-in', {});
  return new UserManager({
    authority: settings.issuer,
    client_id: settings.clientId,
    scope: settings.scope,
    redirect_uri: `${location.origin}${base}/masuk`,
    post_logout_redirect_uri: signedOutUri(),
    response_type: 'code',
    automaticSilentRenew: true,
    // Tokens end with the tab.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });
};

/** One renewal at a time: a refresh token serves once. */
let renewal: Promise<User | null> | undefined;
const renewed = (oidc: UserManager): Promise<User | null> => {
  renewal ??= oidc.signinSilent().finally(() => {
    renewal = undefined;
  });
  return renewal;
};

const accessToken = async (oidc: UserManager): Promise<string | undefined> => {
  const user = await oidc.getUser();
  // A laptop that slept past the expiry has missed the timed renewal.
  if (!user?.expired) return user?.access_token;
  return (await renewed(oidc).catch(() => null))?.access_token;
};

/** Where the issuer sent the browser back to: finish, and show the address that was asked for before. */
const finish = async (oidc: UserManager): Promise<User | null> => {
  const user = (await oidc.signinCallback()) ?? null;
  const asked = typeof user?.state === 'string' && user.state.startsWith(`${base}/`) ? user.state : `${base}/`;
  history.replaceState(null, '', asked);
  return user;
};

/** Goes on with a sign-in that is under way or stands. */
export const startSignIn = async (): Promise<void> => {
  try {
    const oidc = await makeManager();
    manager = oidc;
    configureApi({
      accessToken: () => accessToken(oidc),
      signInNeeded: () => {
        signIn.value = { status: 'out', expired: true };
      },
    });
    const back = location.pathname === `${base}/masuk`;
    const user = back ? await finish(oidc) : await oidc.getUser();
    if (user?.expired) await renewed(oidc).then(show, () => show(null));
    else show(user);
  } catch (error) {
    // A reused or stale callback address is not the network's fault: offer to sign in anew.
    signIn.value = { status: 'failed', problem: manager ? undefined : asApiProblem(error) };
  }
};

/** Sends the browser to the issuer; it comes back to where it was. */
export const goSignIn = async (): Promise<void> => {
  if (!manager) return startSignIn();
  const here = `${location.pathname}${location.search}`;
  const state = here.startsWith(`${base}/masuk`) ? `${base}/` : here;
  const spoken = language.peek();
  // The language's standard name, and the one by which Amazon Cognito's pages go ("Managed login localization", read in November 2026).
  await manager.signinRedirect({ state, ui_locales: spoken, extraQueryParams: { lang: spoken } });
};

/** One sign-out at a time: by the second the first has forgotten who is signed in, and the issuer takes no sign-out of nobody. */
let leaving: Promise<void> | undefined;

/** Ends the issuer's session too: who signs in next on this computer is asked who they are. */
export const signOut = async (): Promise<void> => {
  // Amazon Cognito does not know the standard's `post_logout_redirect_uri`: it asks for these two, and without them shows an error and keeps its
  // session ("Logout endpoint", read in November 2026).
  leaving ??= manager
    ?.signoutRedirect({ extraQueryParams: { client_id: manager.settings.client_id, logout_uri: signedOutUri() } })
    .finally(() => {
      leaving = undefined;
    });
  await leaving;
};
