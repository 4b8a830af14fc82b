/** Nil statements: drafting, listing, and recording that one was signed outside or is withdrawn. */
import type { Deps } from '../deps.ts';
import { fingerprintOf } from '../platform/fingerprint.ts';
import { makeNilStatementId } from '../platform/ids.ts';
import { slicePage } from '../platform/page.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { dayIn } from '../platform/time.ts';
import { findRegency } from '../regencies/find-regency.ts';
import { createNilStatement, listNilStatements, moveNilStatement } from './nil-statement-endpoints.ts';
import { byOrder, hasMoved, isSignableOn, type Move, orderOf, showNilStatement } from './nil-statement-rules.ts';
import type { NilStatement } from './nil-statement-schema.ts';

export const nilStatementRoutes = ({ stores }: Deps): Route[] => {
  /** A day on which it cannot have been signed is a slip of the keyboard. What the period is never changes. */
  const checkDay = (statement: NilStatement, move: Move, today: string): void => {
    if (move.move === 'sign' && !isSignableOn(statement, move.on, today))
      throw fieldProblem('INPUT_INVALID', '/body/on', 'not-signable-on');
  };

  return [
    route(createNilStatement, async ({ params, body }, { now, idempotencyKey, caller }) => {
      const { code } = await findRegency(stores.regencies, params.regency);
      const statement: NilStatement = {
        ...body,
        id: makeNilStatementId(code, idempotencyKey),
        regency: code,
        state: 'DRAFT',
        createdAt: now.toISOString(),
        createdBy: caller?.subject ?? '',
        version: 1,
      };
      const fingerprint = fingerprintOf(body);
      const written = await stores.nilStatements.create(statement, fingerprint);
      if (written.result === 'taken') throw new Problem('IDEMPOTENCY_KEY_REUSED');
      return { status: 201, body: showNilStatement(written.statement) };
    }),

    route(listNilStatements, async ({ params, query }) => {
      await findRegency(stores.regencies, params.regency);
      const sorted = (await stores.nilStatements.all(params.regency)).sort(byOrder);
      const { items, next } = slicePage(sorted, orderOf, query.limit, query.cursor);
      return { status: 200, body: { items: items.map(showNilStatement), next } };
    }),

    route(moveNilStatement, async ({ params, body }, { now, caller }) => {
      const { zone } = await findRegency(stores.regencies, params.regency);
      const found = await stores.nilStatements.get(params.regency, params.statement);
      if (!found) throw new Problem('NIL_STATEMENT_UNKNOWN');
      checkDay(found, body, dayIn(zone, now.toISOString()));
      const by = { at: now.toISOString(), by: caller?.subject ?? '' };
      const moved = await stores.nilStatements.move(params.regency, params.statement, body, by);
      if (moved) return { status: 200, body: showNilStatement(moved) };
      const there = (await stores.nilStatements.get(params.regency, params.statement)) ?? found;
      if (!hasMoved(there, body)) throw new Problem('NIL_STATEMENT_CHANGED');
      return { status: 200, body: showNilStatement(there) };
    }),
  ];
};
