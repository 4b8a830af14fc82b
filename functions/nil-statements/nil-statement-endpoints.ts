import * as z from 'zod';
import { PageQuery, pageOf, RegencyCode } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { NilStatementId, NilStatementInput, NilStatementMove, NilStatementShown } from './nil-statement-schema.ts';

const tag = 'nil-statements';
const regency = z.object({ regency: RegencyCode });

export const createNilStatement = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/nil-statements',
  summary: 'Drafts a nil statement for a period',
  tag,
  access: ['organizer'],
  params: regency,
  body: NilStatementInput,
  idempotencyKey: true,
  responses: { 201: NilStatementShown },
  problems: ['REGENCY_UNKNOWN', 'IDEMPOTENCY_KEY_REUSED'],
});

export const listNilStatements = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/nil-statements',
  summary: 'The nil statements of a regency, the latest period first; those that were withdrawn too',
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: regency,
  query: PageQuery,
  responses: { 200: pageOf(NilStatementShown) },
  problems: ['REGENCY_UNKNOWN'],
});

export const moveNilStatement = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/nil-statements/:statement/moves',
  summary:
    'Records that a statement was signed outside, or withdraws it with a reason; repeating a move changes nothing',
  tag,
  access: ['organizer'],
  params: regency.extend({ statement: NilStatementId }),
  body: NilStatementMove,
  responses: { 200: NilStatementShown },
  problems: ['REGENCY_UNKNOWN', 'NIL_STATEMENT_UNKNOWN', 'NIL_STATEMENT_CHANGED'],
});
