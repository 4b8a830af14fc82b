/**
 * What coverage costs: of a session by its size, and of a regency over many sessions. Through the API's own app; the engine runs
 * in memory in this process, so its time is in the milliseconds too.
 */

import { packCoverage } from '../../functions/coverage/coverage-record.ts';
import { computeCoverage } from '../../functions/coverage/coverage-rules.ts';
import { tableName } from '../../functions/local/server.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { coverageKey, invitationKey, sessionKey, unitKey } from '../../functions/platform/keys.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';
import type { TestApi } from '../support/api.ts';
import { lahat } from '../support/fixtures.ts';
import { median, round, textTable, timed } from './figures.ts';
import { over } from './over-api.ts';
import { fill, held, inviteAll, makeUnits, openSession } from './people.ts';

export interface CoverageSettings {
  sessions: readonly number[];
  regency: { units: number; sessions: number };
  rounds: number;
}
export const fullCoverage: CoverageSettings = {
  sessions: [470, 830, 11_000],
  regency: { units: 830, sessions: 50 },
  rounds: 5,
};

export interface Cost {
  requests: number;
  readUnits: number;
  ms: number;
}
export interface CoverageReport {
  sessions: Record<string, Cost & { recompute: Cost & { writeUnits: number } }>;
  regency: Cost;
}

/** One call counted, the median time of several. */
const costOf = async ({ engine }: TestApi, rounds: number, work: () => Promise<unknown>) => {
  const times: number[] = [];
  for (let index = 0; index < rounds; index += 1) {
    engine.requests.reset();
    times.push(await timed(work));
  }
  const { sent, units } = engine.requests;
  const cost: Cost = { requests: sent.length, readUnits: round(units.read, 1), ms: round(median(times), 1) };
  return { cost, writeUnits: round(units.write, 1) };
};

const get = async (api: TestApi, path: string) => {
  const { status, body } = await api.call({ role: 'regent', region: lahat }, 'GET', path);
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

const classesOf = (units: readonly Unit[]): Session['classes'] => [...new Set(units.map((unit) => unit.class))];

const costOfSession = async (api: TestApi, size: number, rounds: number) => {
  const units = await makeUnits(size);
  const id = makeSessionId(lahat, `session-of-${size}`);
  const session = openSession(id, classesOf(units), '2024-06-27T01:00:00.000Z');
  const invitations = held(inviteAll(id, units));
  const frozen = await api.deps.stores.invitations.putFrozenRoster(
    id,
    units.map((unit) => unit.id),
  );
  await fill(api.engine.client, tableName, [
    { ...sessionKey(id), ...session, frozen: { at: session.startsAt, ...frozen } },
    ...invitations.map((invitation) => ({ ...invitationKey(id, invitation.id), ...invitation })),
  ]);
  const { cost, writeUnits } = await costOf(api, rounds, () => api.recompute(id));
  const path = `/api/sessions/${id}/coverage`;
  if ((await get(api, path)).units.expected !== size) throw new Error('the figures do not hold everybody');
  return { ...(await costOf(api, rounds, () => get(api, path))).cost, recompute: { ...cost, writeUnits } };
};

const costOfRegency = async (api: TestApi, { units: size, sessions }: CoverageSettings['regency'], rounds: number) => {
  const units = await makeUnits(size);
  const ids = new Set(units.map((unit) => unit.id));
  const days = Array.from({ length: sessions }, (_, index) =>
    new Date(Date.UTC(2023, 0, 2 + 7 * index, 1)).toISOString(),
  );
  const records = days.map((startsAt) => {
    const id = makeSessionId(lahat, startsAt);
    // Of one that is open, or was closed within a week, the doors are asked too.
    const session = { ...openSession(id, classesOf(units), startsAt), state: 'CLOSED' as const, closedAt: startsAt };
    return computeCoverage(session, held(inviteAll(id, units)), ids, startsAt);
  });
  await fill(api.engine.client, tableName, [
    ...units.map((unit) => ({ ...unitKey(lahat, unit.id), ...unit })),
    ...records.map((record) => ({ ...coverageKey(record.session), ...packCoverage(record) })),
  ]);
  const path = `/api/regencies/${lahat}/coverage`;
  const { units: figures, sessions: shown } = await get(api, path);
  if (figures.expected !== size || shown.length !== sessions) throw new Error('the report does not hold everything');
  return (await costOf(api, rounds, () => get(api, path))).cost;
};

export const benchCoverage = async ({ sessions, regency, rounds }: CoverageSettings): Promise<CoverageReport> => {
  const report: CoverageReport = {
    sessions: {},
    regency: await over((api) => costOfRegency(api, regency, rounds)),
  };
  for (const size of sessions) report.sessions[size] = await over((api) => costOfSession(api, size, rounds));
  return report;
};

export const coverageTable = ({ sessions, regency }: CoverageReport): string => {
  const row = (name: string, { requests, readUnits, ms }: Cost, writeUnits = 0) => [
    name,
    requests,
    readUnits,
    writeUnits,
    ms,
  ];
  return textTable([
    ['', 'requests', 'read units', 'write units', 'ms'],
    ...Object.entries(sessions).flatMap(([size, { recompute, ...cost }]) => [
      row(`coverage of a session of ${size}`, cost),
      row('  recomputing it', recompute, recompute.writeUnits),
    ]),
    row('coverage of a regency', regency),
  ]);
};
