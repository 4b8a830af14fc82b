import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { AccountError, type Accounts } from './accounts.ts';
import { messagePage, type Region, regionLabel, type SetupFields, setupPage } from './pages.ts';
import { makeCode, normaliseCode, type RandomBytes } from './secrets.ts';
import { type FieldFault, texts } from './texts.ts';
import { contextOf, type PageRequest, readForm, sendPage } from './web-context.ts';

/** The code that lets whoever sees the terminal, and nobody else on the network, make the first account. */
export interface FirstRun {
  /** The code, the same for as long as the process runs; undefined once there is an account. */
  code(): Promise<string | undefined>;
}

/** Makes the set-up code; it is kept in memory only. */
export function makeFirstRun({ accounts, randomBytes }: { accounts: Accounts; randomBytes: RandomBytes }): FirstRun {
  const code = makeCode(randomBytes);
  return { code: async () => ((await accounts.list()).length === 0 ? code : undefined) };
}

interface SetupPorts {
  accounts: Accounts;
  regions: readonly Region[];
  firstRun: FirstRun;
}

/** Adds `/setup?code=…`: 403 with a wrong code, 410 once there is an account, then `/staf/`. */
export function addSetup(app: Hono<{ Bindings: HttpBindings }>, ports: SetupPorts): void {
  app.get('/setup', async (c) => (await refuseSetup(c, ports)) ?? sendSetup(c, ports));
  app.post('/setup', async (c) => (await refuseSetup(c, ports)) ?? createFirst(c, ports));
}

async function refuseSetup(c: PageRequest, { firstRun }: SetupPorts): Promise<Response | undefined> {
  const context = contextOf(c);
  const { done, wrongCode } = texts[context.lang].setup;
  const expected = await firstRun.code();
  if (expected === undefined) return sendPage(c, messagePage(context, { ...done, backHref: '/staf/' }), 410);
  if (isSameCode(c.req.query('code') ?? '', expected)) return undefined;
  return sendPage(c, messagePage(context, { ...wrongCode, backHref: '/staf/' }), 403);
}

function isSameCode(typed: string, expected: string): boolean {
  const digest = (code: string) => createHash('sha256').update(normaliseCode(code)).digest();
  return timingSafeEqual(digest(typed), digest(expected));
}

function sendSetup(
  c: PageRequest,
  { regions }: SetupPorts,
  again?: { fields: SetupFields; faults: Record<string, FieldFault> },
): Promise<Response> {
  const action = `/oidc/setup?code=${encodeURIComponent(c.req.query('code') ?? '')}`;
  return sendPage(c, setupPage(contextOf(c), { action, regions, ...again }), again === undefined ? 200 : 422);
}

async function createFirst(c: PageRequest, ports: SetupPorts): Promise<Response> {
  const form = await readForm(c, 'region', 'name', 'username', 'password', 'repeat');
  const region = findRegion(form.region, ports.regions);
  const faults: Record<string, FieldFault> = {};
  if (region === undefined) faults.region = 'region-invalid';
  if (form.name.trim() === '') faults.name = 'name-invalid';
  if (form.username.trim() === '') faults.username = 'username-empty';
  if (form.password !== form.repeat) faults.repeat = 'password-different';
  if (region === undefined || Object.keys(faults).length > 0) return sendSetup(c, ports, { fields: form, faults });
  try {
    await ports.accounts.createFirst({ ...form, region: region.code });
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    const closed = await refuseSetup(c, ports);
    return closed ?? sendSetup(c, ports, { fields: form, faults: { [fieldOf(error)]: error.code } });
  }
  return c.redirect('/staf/', 303);
}

const fieldOf = ({ code }: AccountError): string => code.split('-')[0] ?? code;

/** `Lahat` of `Kabupaten Lahat`. */
const shortName = (name: string): string => name.replace(/^(kabupaten|kota|provinsi)\s+/, '');

/** The region that was chosen from the list, or typed as its code or as a name that only one region has. */
function findRegion(typed: string, regions: readonly Region[]): Region | undefined {
  const wanted = typed.trim().toLowerCase();
  const exact = regions.find((one) => [regionLabel(one).toLowerCase(), one.code].includes(wanted));
  if (exact !== undefined) return exact;
  const names = (one: Region) => [one.name.toLowerCase(), shortName(one.name.toLowerCase())];
  const named = regions.filter((one) => names(one).includes(wanted));
  return named.length === 1 ? named[0] : undefined;
}
