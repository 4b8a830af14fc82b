import { html, raw } from 'hono/html';
import type { Account } from './accounts.ts';
import { type Faults, faultSummary, fieldHtml, type Html, layout, type PageContext, SUBMIT_SCRIPT } from './layout.ts';
import { texts } from './texts.ts';

/** A regency, city or province as the set-up page offers it. */
export interface Region {
  code: string;
  name: string;
}

/** The region as it is shown and, in the set-up page's list, typed. */
export const regionLabel = ({ code, name }: Region): string => `${name} (${code})`;

/** Sign in with a username and a password or one-time code. */
export function signInPage(
  context: PageContext,
  page: { action: string; username?: string; faults?: Faults; notice?: string },
): Html {
  const t = texts[context.lang];
  const { action, username = '', faults = {}, notice } = page;
  const hasFaults = notice !== undefined || Object.keys(faults).length > 0;
  const content = html`${faultSummary(t, faults, notice)}
<h1>${t.signIn.title}</h1>
<p class="lead">${t.signIn.lead}</p>
<form method="post" action="${action}" novalidate>
${fieldHtml(
  t,
  { id: 'username', label: t.signIn.username, value: username, autocomplete: 'username', literal: true },
  faults,
)}
${fieldHtml(
  t,
  {
    id: 'secret',
    label: t.signIn.secret,
    hint: t.signIn.secretHint,
    type: 'password',
    autocomplete: 'current-password',
  },
  faults,
)}
<button type="submit">${t.signIn.submit}</button>
</form>
<div class="aside"><h2>${t.signIn.helpTitle}</h2><p>${t.signIn.help}</p></div>`;
  return layout(context, { title: t.signIn.title, hasFaults, content });
}

/** Choose a password after a one-time code. `skippable` is for the demo only. */
export function passwordPage(
  context: PageContext,
  page: { action: string; account: Account; region: string; faults?: Faults; skippable: boolean },
): Html {
  const t = texts[context.lang];
  const { account, faults = {} } = page;
  const content = html`${faultSummary(t, faults)}
<h1>${t.password.title}</h1>
<p class="lead">${t.password.lead}</p>
<dl>
<div><dt>${t.password.account}</dt><dd>${account.name}</dd></div>
<div><dt>${t.password.role}</dt><dd>${t.roles[account.role]}</dd></div>
<div><dt>${t.password.region}</dt><dd>${page.region}</dd></div>
</dl>
<form method="post" action="${page.action}" novalidate>
<input type="hidden" name="username" autocomplete="username" value="${account.username}">
${newPasswordFields(context, faults)}
<div class="actions"><button type="submit">${t.password.submit}</button>
${page.skippable ? html`<button class="second" type="submit" name="skip" value="1">${t.password.skip}</button>` : ''}</div>
</form>
${page.skippable ? html`<div class="aside"><p>${t.password.skipHint}</p></div>` : ''}`;
  return layout(context, { title: t.password.title, hasFaults: Object.keys(faults).length > 0, content });
}

/** What was typed into the set-up page, without the passwords. */
export interface SetupFields {
  region: string;
  name: string;
  username: string;
}

/** The first run: where, and who organises. */
export function setupPage(
  context: PageContext,
  page: { action: string; regions: readonly Region[]; fields?: SetupFields; faults?: Faults },
): Html {
  const t = texts[context.lang];
  const { faults = {}, fields = { region: '', name: '', username: '' } } = page;
  const { region, name, username } = fields;
  const options = page.regions.map((one) => html`<option value="${regionLabel(one)}"></option>`);
  const s = t.setup;
  const content = html`${faultSummary(t, faults)}
<h1>${s.title}</h1>
<p class="lead">${s.lead}</p>
<form method="post" action="${page.action}" novalidate>
${fieldHtml(
  t,
  { id: 'region', label: s.region, hint: s.regionHint, value: region, autocomplete: 'off', list: 'regions' },
  faults,
)}
<datalist id="regions">${options}</datalist>
${fieldHtml(t, { id: 'name', label: s.name, hint: s.nameHint, value: name, autocomplete: 'name' }, faults)}
${fieldHtml(
  t,
  { id: 'username', label: s.username, hint: s.usernameHint, value: username, autocomplete: 'username', literal: true },
  faults,
)}
${newPasswordFields(context, faults)}
<button type="submit">${s.submit}</button>
</form>`;
  return layout(context, { title: s.title, hasFaults: Object.keys(faults).length > 0, content });
}

function newPasswordFields({ lang }: PageContext, faults: Faults): Html {
  const t = texts[lang];
  const { password, hint, repeat } = t.password;
  const common = { type: 'password', autocomplete: 'new-password' } as const;
  return html`${fieldHtml(t, { id: 'password', label: password, hint, ...common }, faults)}
${fieldHtml(t, { id: 'repeat', label: repeat, ...common }, faults)}`;
}

/**
 * Asks whether to sign out; `form` is the library's own (it carries the token against forged requests). When the
 * console has proven with its ID token who asks, the page answers by itself and the buttons are only for no-script.
 */
export function signOutPage(context: PageContext, page: { form: string; atOnce: boolean; backHref: string }): Html {
  const { signOut } = texts[context.lang];
  const button = html`<button type="submit" form="op.logoutForm" name="logout" value="yes">${signOut.submit}</button>`;
  const content = html`<h1>${signOut.title}</h1>
<p class="lead">${signOut.lead}</p>
${raw(page.form)}
<div class="actions">${button}
<a class="button-link" href="${page.backHref}">${signOut.stay}</a></div>
${page.atOnce ? html`<script>${raw(SUBMIT_SCRIPT)}</script>` : ''}`;
  return layout(context, { title: signOut.title, content });
}

/** A page that only says something and leads back; `code` is the protocol's error code, if any. */
export function messagePage(
  context: PageContext,
  { title, text, code, backHref }: { title: string; text: string; code?: string; backHref: string },
): Html {
  const t = texts[context.lang];
  const content = html`<h1>${title}</h1>
<p>${text}</p>
${code === undefined ? '' : html`<p>${t.failed.code}: <code>${code}</code></p>`}
<p><a class="button-link" href="${backHref}">${t.back}</a></p>`;
  return layout(context, { title, content });
}
