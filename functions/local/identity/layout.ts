import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { type FieldFault, type Lang, type Texts, texts } from './texts.ts';

/** Markup whose values have been escaped (hono/html). */
export type Html = ReturnType<typeof html>;

const STYLE = `
:root{--ink:#16191d;--soft:#4a5158;--line:#c9ced3;--accent:#0b4f6c;--accent-deep:#083a50;--bad:#a4161a;
color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:#fff;color:var(--ink);
font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:var(--accent);text-underline-offset:3px}
a:hover{color:var(--accent-deep)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;box-shadow:0 0 0 2px #fff}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;padding:12px 16px;background:#fff}
.wrap{width:100%;max-width:560px;margin:0 auto;padding:0 16px}
header{border-top:4px solid var(--accent);border-bottom:1px solid var(--line)}
header .wrap{display:flex;align-items:center;justify-content:space-between;min-height:64px}
.brand{font-size:22px;font-weight:700;letter-spacing:-.01em;color:var(--ink)}
header a{display:inline-flex;align-items:center;min-height:48px;font-size:15px}
main{flex:1;padding:40px 0 64px}
h1{margin:0 0 8px;font-size:28px;line-height:1.2;letter-spacing:-.02em;text-wrap:balance}
h2{margin:0 0 8px;font-size:17px}
p{margin:0 0 16px;text-wrap:pretty}
.lead{margin-bottom:32px;color:var(--soft)}
.field{margin:0 0 24px}
label{display:block;margin-bottom:4px;font-weight:600}
.hint{margin:0 0 8px;color:var(--soft);font-size:15px}
.fault{margin:0 0 8px;color:var(--bad);font-weight:600}
.field.bad{padding-left:16px;border-left:4px solid var(--bad)}
input{display:block;width:100%;min-height:48px;padding:8px 12px;border:1px solid #6b737a;border-radius:4px;
background:#fff;color:inherit;font:inherit}
.bad input{border:2px solid var(--bad)}
input:focus{outline:3px solid var(--accent);outline-offset:1px}
button{display:block;width:100%;min-height:48px;padding:12px 24px;border:1px solid var(--accent);border-radius:4px;
background:var(--accent);color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:hover{background:var(--accent-deep)}
button.second{background:#fff;color:var(--accent)}
button.second:hover{background:#eef4f7}
.button-link{display:inline-flex;align-items:center;min-height:48px}
.aside{margin-top:32px;padding-top:24px;border-top:1px solid var(--line)}
.aside p{color:var(--soft);font-size:15px}
.aside h2{font-size:15px}
.summary{margin:0 0 32px;padding:16px 20px;border:3px solid var(--bad);border-radius:4px}
.summary ul{margin:0;padding:0;list-style:none}
.summary li+li{margin-top:8px}
.summary a,.summary p{margin:0;color:var(--bad);font-weight:600}
dl{margin:0 0 32px;border-top:1px solid var(--line)}
dl div{display:flex;gap:16px;padding:8px 0;border-bottom:1px solid var(--line)}
dt{flex:0 0 96px;color:var(--soft)}
dd{margin:0;flex:1;min-width:0;overflow-wrap:anywhere}
code{font:15px ui-monospace,SFMono-Regular,Consolas,monospace;overflow-wrap:anywhere}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:15px}
footer p{margin:0;padding:16px 0}
.actions{display:flex;flex-direction:column;gap:16px}
@media (min-width:640px){main{padding-top:64px}button{width:auto;min-width:200px}
.actions{flex-direction:row}.actions button{min-width:160px}}
`;

/** Sends the only form of the sign-out page; without scripts its button does the same. */
export const SUBMIT_SCRIPT = 'document.forms[0].elements.logout.click()';

const sourceHash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The headers of every page of the issuer. No script runs but the one that completes a sign-out, by its hash (CSP3).
 * The referrer policy is `same-origin`, since without a referrer a browser sends `Origin: null` with our own forms.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src ${sourceHash(STYLE)}`,
    `script-src ${sourceHash(SUBMIT_SCRIPT)}`,
    "img-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join(';'),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Cache-Control': 'no-store',
};

/** What every page needs: its language and the address of the same page in the other one. */
export interface PageContext {
  lang: Lang;
  otherLangHref: string;
}

/** The frame around a page's content: header with the product's name and the language link, and footer. */
export function layout(context: PageContext, page: { title: string; hasFaults?: boolean; content: Html }): Html {
  const t = texts[context.lang];
  const other: Lang = context.lang === 'id' ? 'en' : 'id';
  return html`<!doctype html>
<html lang="${context.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.hasFaults ? `${t.errorPrefix} ` : ''}${page.title} – ${t.product}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${t.skipToContent}</a>
<header><div class="wrap">
<span class="brand">${t.product}</span>
<a href="${context.otherLangHref}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
</div></header>
<main id="main"><div class="wrap">${page.content}</div></main>
<footer><div class="wrap"><p>${t.footer}</p></div></footer>
</body>
</html>`;
}

/** A form's faults by the id of their field. */
export type Faults = Readonly<Record<string, FieldFault>>;

/** The error summary: first on the page, each fault a link to its field (GOV.UK design system). */
export function faultSummary(t: Texts, faults: Faults, notice?: string): Html | '' {
  const entries = Object.entries(faults);
  if (entries.length === 0 && notice === undefined) return '';
  const links = entries.map(([field, fault]) => html`<li><a href="#${field}">${t.faults[fault]}</a></li>`);
  return html`<div class="summary" role="alert" aria-labelledby="summary-title" tabindex="-1">
<h2 id="summary-title">${t.faultsTitle}</h2>
${notice === undefined ? '' : html`<p>${notice}</p>`}
${links.length === 0 ? '' : html`<ul>${links}</ul>`}
</div>`;
}

/** A labelled input, its hint and its fault tied to it for a screen reader. */
export interface Field {
  id: string;
  label: string;
  hint?: string;
  type?: 'text' | 'password';
  value?: string;
  autocomplete: string;
  /** The id of the datalist to choose from. */
  list?: string;
  /** For names that a phone's keyboard must not correct. */
  literal?: boolean;
}

/** Renders a field; a password is never sent back in the page. */
export function fieldHtml(t: Texts, field: Field, faults: Faults): Html {
  const { id, type = 'text' } = field;
  const fault = faults[id];
  const described = [field.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const literal = field.literal ? raw(' autocapitalize="none" autocorrect="off" spellcheck="false"') : '';
  return html`<div class="field${fault ? ' bad' : ''}">
<label for="${id}">${field.label}</label>
${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : ''}
${fault ? html`<p class="fault" id="${id}-fault">${t.errorPrefix} ${t.faults[fault]}</p>` : ''}
<input id="${id}" name="${id}" type="${type}" autocomplete="${field.autocomplete}"${literal}
 value="${type === 'password' ? '' : (field.value ?? '')}"${field.list ? html` list="${field.list}"` : ''}
 ${fault ? raw('aria-invalid="true"') : ''}${described ? html` aria-describedby="${described}"` : ''}>
</div>`;
}
