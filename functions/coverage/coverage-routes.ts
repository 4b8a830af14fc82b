/** Coverage reports: of a session and of its units by name; of a regency over its sessions. */
import type { Deps } from '../deps.ts';
import { pledgeStatus } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { decodeCursor, encodeCursor } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { regions } from '../regions/regions.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Stores } from '../stores.ts';
import type { UnitState } from './cell-rules.ts';
import { getSessionCoverage, listSessionUnits } from './coverage-endpoints.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { presenceOf, showCoverage } from './coverage-rules.ts';
import type { UnitCoverage } from './coverage-schema.ts';
import { makeRecompute } from './recompute.ts';
import { regencyCoverageRoutes } from './regency-coverage-routes.ts';

const showUnit = (invitation: Invitation, pledge: UnitState['pledge']): UnitCoverage[] =>
  invitation.class === undefined
    ? []
    : [
        {
          unit: invitation.id,
          name: invitation.name,
          office: invitation.office,
          holderName: invitation.holder?.name ?? null,
          class: invitation.class,
          district: invitation.district ?? null,
          districtName: invitation.districtName ?? null,
          presence: presenceOf(invitation),
          pledge,
        },
      ];

interface Filter {
  presence?: string | undefined;
  pledge?: string | undefined;
  class?: string | undefined;
  district?: string | undefined;
}

const matches = (unit: Pick<UnitCoverage, 'presence' | 'pledge'> & Partial<UnitCoverage>, filter: Filter): boolean =>
  (filter.presence === undefined || unit.presence === filter.presence) &&
  (filter.pledge === undefined || unit.pledge === filter.pledge) &&
  (filter.class === undefined || unit.class === undefined || unit.class === filter.class) &&
  (filter.district === undefined || unit.district === undefined || unit.district === filter.district);

/** Whether the record lets a unit into the list; one that it knows no district of is asked for. */
const mayMatch = ({ district, ...unit }: UnitState, filter: Filter): boolean =>
  matches({ ...unit, ...(district !== null && { district }) }, filter);

/** The names for a page, asked for in batches of 100 until the page is full: the record itself holds ids only. */
const pageOfUnits = async (
  stores: Stores,
  record: CoverageRecord,
  filter: Filter & { limit: number; cursor?: string | undefined },
) => {
  const session = await findSession(stores.sessions, record.session);
  const after = decodeCursor(filter.cursor) ?? '';
  const candidates = record.units.filter((unit) => unit.unit > after && mayMatch(unit, filter));
  const items: UnitCoverage[] = [];
  for (let start = 0; start < candidates.length && items.length <= filter.limit; start += 100) {
    const ids = candidates.slice(start, start + 100).map(({ unit }) => unit);
    const invitations = await stores.invitations.some(record.session, ids);
    const shown = invitations.flatMap((invitation) => showUnit(invitation, pledgeStatus(invitation, session.pledge)));
    items.push(...shown.filter((unit) => matches(unit, filter)).sort((a, b) => (a.unit < b.unit ? -1 : 1)));
  }
  const page = items.slice(0, filter.limit);
  return { items: page, next: items.length > filter.limit ? encodeCursor(page.at(-1)?.unit) : null };
};

export const coverageRoutes = (deps: Deps): Route[] => {
  const { stores, now: clock } = deps;
  const recompute = makeRecompute({ ...stores, now: clock });
  /** What is stored; computed now when nothing is stored yet (a session that nothing has happened to). */
  const recordOf = async (session: string): Promise<CoverageRecord> => {
    const record = (await stores.coverage.get(session)) ?? (await recompute(session));
    if (!record) throw new Problem('SESSION_UNKNOWN');
    return record;
  };
  const nameOf = (code: string) => regions.nameOf(code);

  return [
    route(getSessionCoverage, async ({ params }) => ({
      status: 200,
      body: showCoverage(await recordOf(params.session), nameOf),
    })),

    route(listSessionUnits, async ({ params, query }) => ({
      status: 200,
      body: await pageOfUnits(stores, await recordOf(params.session), query),
    })),

    ...regencyCoverageRoutes(deps),
  ];
};
