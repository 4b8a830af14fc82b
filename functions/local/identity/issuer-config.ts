import type { ClientMetadata, Configuration, FindAccount, KoaContextWithOIDC } from 'oidc-provider';
import type { Account, Accounts } from './accounts.ts';
import type { IssuerKeys } from './keys.ts';
import { makeMemoryAdapter } from './memory-adapter.ts';
import { renderError, renderSignedOut, renderSignOut } from './provider-pages.ts';

/** The one client: our own web pages, which cannot keep a secret and so prove themselves by PKCE. */
export const CLIENT_ID = 'hadir-web';

const HOUR_S = 60 * 60;
/** A working day: whoever signs in in the morning is not asked again, and signs in anew the next. */
const SESSION_S = 12 * HOUR_S;
const SCOPES = ['openid', 'profile', 'offline_access'];
const STAFF_CLAIMS = ['name', 'role', 'region'];

export interface ConfigPorts {
  origin: string;
  keys: IssuerKeys;
  accounts: Accounts;
  now: () => Date;
  library: typeof import('oidc-provider');
}

/**
 * The issuer's settings: authorization code with PKCE S256 (RFC 7636), JWT access tokens (RFC 9068) of one hour for the
 * API as default resource (RFC 8707), rotated refresh tokens (RFC 9700, 4.14.2), sign-out begun by the client
 * (OpenID Connect RP-Initiated Logout 1.0). Everything else the library offers is off.
 */
export function makeConfiguration({ origin, keys, accounts, now, library }: ConfigPorts): Configuration {
  const resource = `${origin}/api`;
  return {
    adapter: makeMemoryAdapter({ now }),
    jwks: { keys: keys.signing },
    cookies: {
      keys: keys.cookie,
      names: { session: 'hadir_session', interaction: 'hadir_interaction', resume: 'hadir_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: '/oidc' },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    clients: [clientOf(origin)],
    clientBasedCORS: () => false,
    responseTypes: ['code'],
    scopes: SCOPES,
    claims: { openid: ['sub', ...STAFF_CLAIMS], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    interactions: { policy: makePolicy(library), url: (_ctx, { uid }) => `/oidc/interaction/${uid}` },
    findAccount: makeFindAccount(accounts),
    loadExistingGrant,
    extraTokenClaims: async (_ctx, token) => {
      const account = 'accountId' in token && token.accountId ? await accounts.find(token.accountId) : undefined;
      return account && { ...claimsOf(account), token_use: 'access' };
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    // Refresh tokens end with the session, so that signing out ends them even for a client that asked for offline access.
    expiresWithSession: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: HOUR_S,
      AuthorizationCode: 60,
      Grant: SESSION_S,
      IdToken: HOUR_S,
      Interaction: HOUR_S,
      RefreshToken: SESSION_S,
      Session: SESSION_S,
    },
    renderError: (ctx, { error }) => renderError(ctx, error),
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: renderSignOut, postLogoutSuccessSource: renderSignedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, indicator) => {
          if (indicator !== resource) throw new library.errors.InvalidTarget();
          return {
            scope: '',
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: HOUR_S,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
  };
}

function clientOf(origin: string): ClientMetadata {
  return {
    client_id: CLIENT_ID,
    client_name: 'Hadir',
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${origin}/staf/masuk`],
    post_logout_redirect_uris: [`${origin}/staf/`],
    id_token_signed_response_alg: 'ES256',
  };
}

const claimsOf = ({ name, role, region }: Account) => ({ name, role, region });

/** The accounts are read anew at every use: a removed one can no longer refresh, a changed role counts at the next. */
function makeFindAccount(accounts: Accounts): FindAccount {
  return async (_ctx, sub) => {
    const account = await accounts.find(sub);
    return account && { accountId: account.id, claims: async () => ({ sub: account.id, ...claimsOf(account) }) };
  };
}

/** The library's own order of questions, and one more: a session whose account was removed signs in again. */
function makePolicy({ interactionPolicy }: ConfigPorts['library']) {
  const { Check } = interactionPolicy;
  const policy = interactionPolicy.base();
  const accountGone = (ctx: KoaContextWithOIDC) =>
    ctx.oidc.session?.accountId !== undefined && ctx.oidc.account === undefined;
  const check = new Check('account_gone', 'the account no longer exists', 'login_required', accountGone);
  policy.get('login')?.checks.add(check);
  return policy;
}

/** Our own client is trusted: its grant is given without a consent page, and used again within the session. */
async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { provider, client, session } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (known !== undefined) return known;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}
