import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Html } from './layout.ts';
import { messagePage, signOutPage } from './pages.ts';
import { texts } from './texts.ts';
import { LANG_COOKIE, makePageContext } from './web-context.ts';

const BACK_HREF = '/staf/';

function contextOf(ctx: KoaContextWithOIDC) {
  const asked = ctx.query.lang;
  const uiLocales = ctx.query.ui_locales;
  return makePageContext(
    ctx.originalUrl,
    typeof asked === 'string' ? asked : undefined,
    ctx.cookies.get(LANG_COOKIE, { signed: false }),
    typeof uiLocales === 'string' ? uiLocales : undefined,
  );
}

async function send(ctx: KoaContextWithOIDC, page: Html): Promise<void> {
  ctx.type = 'html';
  ctx.body = String(await page);
}

/** The page for a request that cannot go on: the protocol's error code and the way back, never a description with input. */
export async function renderError(ctx: KoaContextWithOIDC, code: string): Promise<void> {
  const context = contextOf(ctx);
  const { failed } = texts[context.lang];
  await send(ctx, messagePage(context, { ...failed, code, backHref: BACK_HREF }));
}

/**
 * The page that signs out. With the ID token of the very person who is signed in it completes by itself; without, it
 * asks, so that no other site can sign people out (OpenID Connect RP-Initiated Logout 1.0, section 2).
 */
export async function renderSignOut(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const hint = ctx.oidc.entities.IdTokenHint?.payload.sub;
  const atOnce = hint !== undefined && hint === ctx.oidc.session?.accountId;
  await send(ctx, signOutPage(contextOf(ctx), { form, atOnce, backHref: BACK_HREF }));
}

/** The page after a sign-out that named no page to return to. */
export async function renderSignedOut(ctx: KoaContextWithOIDC): Promise<void> {
  const context = contextOf(ctx);
  await send(ctx, messagePage(context, { ...texts[context.lang].signedOut, backHref: BACK_HREF }));
}
