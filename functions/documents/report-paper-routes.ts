/** The papers that are owed for a day: the report of the activity, coverage on one sheet, a nil statement, the session's data. */
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { checkAddress, makeCheckCode } from '../seals/check-code.ts';
import { activityReportOf } from './activity-report.ts';
import { makeActivityReportSource } from './activity-report-source.ts';
import { coveragePaperOf } from './coverage-paper.ts';
import { regencyCoveragePaperOf } from './coverage-regency-paper.ts';
import { makeRegencyCoverageSource } from './coverage-regency-source.ts';
import { dataBundleOf } from './data-bundle.ts';
import {
  activityReportPdf,
  nilStatementPdf,
  regencyCoveragePdf,
  sessionCoveragePdf,
  sessionDataZip,
} from './document-endpoints.ts';
import { nilPaperOf } from './nil-paper.ts';
import { regencyOnPaper } from './regency-on-paper.ts';
import { makeSessionFacts } from './session-facts.ts';

export const reportPaperRoutes = ({
  stores,
  tokenKeys,
  origin,
}: Pick<Deps, 'stores' | 'tokenKeys' | 'origin'>): Route[] => {
  const facts = makeSessionFacts(stores);
  const regencyCoverage = makeRegencyCoverageSource(stores);
  const activityReport = makeActivityReportSource({
    stores,
    followUpsOf: async ({ id, regency }) =>
      (await stores.followUps.all(regency)).filter(({ session }) => session === id),
  });
  const checkOf = (session: string): string =>
    checkAddress(origin, makeCheckCode(tokenKeys, { session, role: 'SESSION' }));

  return [
    route(activityReportPdf, async ({ params }, { now }) => ({
      status: 200,
      raw: await activityReportOf(await activityReport(params.session, now)),
    })),

    route(sessionCoveragePdf, async ({ params }, { now }) => {
      const about = await facts(params.session, now);
      const check = about.head && checkOf(params.session);
      return { status: 200, raw: await coveragePaperOf({ ...about, check }) };
    }),

    route(regencyCoveragePdf, async ({ params, query }, { now }) => ({
      status: 200,
      raw: await regencyCoveragePaperOf(await regencyCoverage(params.regency, query, now)),
    })),

    route(nilStatementPdf, async ({ params }, { now: at }) => {
      const [regency, statement] = await Promise.all([
        regencyOnPaper(stores.regencies, params.regency),
        stores.nilStatements.get(params.regency, params.statement),
      ]);
      if (!statement) throw new Problem('NIL_STATEMENT_UNKNOWN');
      return { status: 200, raw: await nilPaperOf({ regency, statement, at }) };
    }),

    route(sessionDataZip, async ({ params }, { now }) => {
      const [about, { denials }] = await Promise.all([
        facts(params.session, now),
        stores.checkIns.withDenials(params.session),
      ]);
      return { status: 200, raw: dataBundleOf({ ...about, denials }) };
    }),
  ];
};
