import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Html, PAGE_HEADERS, type PageContext } from './layout.ts';
import { chooseLang, type Lang } from './texts.ts';

/** The request as the pages see it: Hono's, with Node's own objects, which `oidc-provider` needs for its cookies. */
export type PageRequest = Context<{ Bindings: HttpBindings }>;

/** The name of the cookie that remembers the language, for the whole site. */
export const LANG_COOKIE = 'lang';

/** The page's language, and the same address in the other one. */
export function makePageContext(path: string, ...wishes: (string | undefined)[]): PageContext {
  const lang = chooseLang(...wishes);
  const other: Lang = lang === 'id' ? 'en' : 'id';
  const url = new URL(path, 'http://page.invalid');
  url.searchParams.set('lang', other);
  return { lang, otherLangHref: `${url.pathname}${url.search}` };
}

/** The context of one of our own pages; `wishes` come after the link and the cookie. */
export function contextOf(c: PageRequest, ...wishes: (string | undefined)[]): PageContext {
  const { pathname, search } = new URL(c.req.url);
  return makePageContext(`${pathname}${search}`, c.req.query('lang'), getCookie(c, LANG_COOKIE), ...wishes);
}

/** Sends a page with the headers that every page has. */
export async function sendPage(c: PageRequest, page: Html, status: ContentfulStatusCode = 200): Promise<Response> {
  return c.html(await page, status, { ...PAGE_HEADERS });
}

/** The text fields of a posted form; a field that is missing or is a file reads as empty. */
export async function readForm<K extends string>(c: PageRequest, ...names: K[]): Promise<Record<K, string>> {
  const body = await c.req.parseBody();
  const entries = names.map((name) => [name, typeof body[name] === 'string' ? body[name] : '']);
  return Object.fromEntries(entries) as Record<K, string>;
}
