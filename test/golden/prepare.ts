/** What stands before the day: the regency, its register, a session with its invitations and doors. */
import { as, type Reply, type TestApi } from '../support/api.ts';
import { pairedDoor, type TestDoor } from '../support/doors.ts';
import { importRoster } from '../support/import-roster.ts';
import { tokenIn } from '../support/links.ts';
import { pledgeVariables, putSettings, sessionBody } from '../support/scenario.ts';
import { ask, heard, iso, listOf } from './ask.ts';
import type { RegencyOfLog, SessionOfLog, UnitOfLog } from './event-log.ts';
import { sheetOf } from './regencies.ts';

const minute = 60_000;

/** Registers the regency and imports its units; answers their ids by name. */
export const register = async (
  api: TestApi,
  { code, name, zone, units }: Pick<RegencyOfLog, 'code' | 'name' | 'zone' | 'units'>,
) => {
  heard(await putSettings(api, code, { name, zone, letterhead: { lines: [name.toUpperCase()] } }), 'the regency');
  const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    api.call(as('organizer', code), method, path, body, headers);
  await importRoster(send, code, sheetOf(code, units), { file: 'daftar.csv' });
  const registered = await listOf(api, 'organizer', code, `/api/regencies/${code}/units`);
  const found = registered.map((unit) => [
    unit.name,
    unit.class,
    unit.district ?? null,
    unit.holder.acting !== 'DEFINITIVE',
  ]);
  const meant = units.map((unit) => [unit.name, unit.class, unit.district, unit.acting]);
  const sorted = (rows: unknown[][]) =>
    rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n');
  if (sorted(found) !== sorted(meant)) throw new Error(`${code}: the register is not what the sheet says`);
  return new Map<string, string>(registered.map((unit) => [unit.name, unit.id]));
};

export interface Known {
  id: string;
  token: string;
}

/** One session on its way through the product. */
export interface Played {
  api: TestApi;
  code: string;
  log: SessionOfLog;
  session: string;
  base: string;
  hash: string;
  doors: Map<string, TestDoor>;
  /** Invitations by the names of units and guests. */
  invitations: Map<string, Known>;
  unitIds: ReadonlyMap<string, string>;
}

export const post = async (
  played: Pick<Played, 'api' | 'code'>,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Reply> => {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return ask(played.api, as('organizer', played.code), 'POST', path, body, headers);
};

/** Guests are told apart by their offices. */
const learnInvitations = async (played: Played): Promise<void> => {
  for (const one of await listOf(played.api, 'organizer', played.code, `${played.base}/invitations`))
    if (one.link !== undefined)
      played.invitations.set(one.kind === 'guest' ? one.office : one.name, { id: one.id, token: tokenIn(one.link) });
};

const bodyOf = (log: SessionOfLog, units: readonly UnitOfLog[], code: string) =>
  sessionBody({
    kind: log.kind,
    title: log.title,
    venue: { name: 'Aula', region: code },
    startsAt: iso(log.startsAt),
    endsAt: iso(log.endsAt),
    classes: [...new Set(units.map((unit) => unit.class))],
    ...(log.phase && { phase: log.phase }),
    pledge: log.pledge && {
      text: 'ikrar-netralitas-2024',
      version: 1,
      variables: pledgeVariables,
      classes: log.pledge,
      readFirst: false,
    },
  });

export interface Stage {
  api: TestApi;
  regency: Omit<RegencyOfLog, 'sessions'>;
  unitIds: ReadonlyMap<string, string>;
}

/** Drafts the session, invites, publishes, pairs the doors; `drafted` where something else has drafted it and invited its units. */
export const prepare = async (
  { api, regency, unitIds }: Stage,
  log: SessionOfLog,
  drafted?: string,
): Promise<Played> => {
  const { code, units } = regency;
  api.clock.now = new Date(log.openedAt - 60 * minute);
  const made =
    drafted ??
    (await post({ api, code }, `/api/regencies/${code}/sessions`, bodyOf(log, units, code), `${log.key}-made`)).body.id;
  const base = `/api/sessions/${made}`;
  const { body } = await api.call(as('organizer', code), 'GET', base);
  const hash: string = body.pledge?.hash ?? '';
  const played: Played = {
    api,
    code,
    log,
    session: made,
    base,
    hash,
    doors: new Map(),
    invitations: new Map(),
    unitIds,
  };
  const ids = log.units.map((name) => unitIds.get(name) ?? '');
  if (drafted === undefined) await post(played, `${base}/invitations`, { units: ids }, `${log.key}-units`);
  const guests = log.guests.map((office) => ({ office }));
  if (guests.length > 0) await post(played, `${base}/invitations`, { guests }, `${log.key}-guests`);
  await post(played, `${base}/moves/publish`);
  for (const { name } of log.doors) played.doors.set(name, await pairedDoor(api, made, { name, regency: code }));
  await learnInvitations(played);
  return played;
};
