/** The pledge texts of a regency: of the staff console, since they lie beside its roster and settings, where nobody else writes. */
import * as z from 'zod';
import { PageQuery, pageOf, RegencyCode } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { PledgeText, PledgeTextId, PledgeTextWrite } from './pledge-schema.ts';

const tag = 'pledges';
const regency = z.object({ regency: RegencyCode });

export const listPledgeTexts = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/pledge-texts',
  summary: 'The pledge texts of a regency, every version',
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: regency,
  query: PageQuery,
  responses: { 200: pageOf(PledgeText) },
  problems: [],
});

export const putPledgeText = endpoint({
  method: 'PUT',
  path: '/api/regencies/:regency/pledge-texts/:text/:version',
  summary: 'Writes a version of a pledge text over the one that was seen; refused once a session has opened with it',
  tag,
  access: ['organizer'],
  params: regency.extend({ text: PledgeTextId, version: z.coerce.number().int().min(1).max(9999) }),
  body: PledgeTextWrite,
  responses: { 200: PledgeText },
  problems: ['PLEDGE_TEXT_LOCKED', 'PLEDGE_TEXT_CHANGED'],
});
