import * as z from 'zod';
import { PageQuery, pageOf, RegencyCode, SessionId } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { LegalBasis } from './legal-bases.ts';
import { CopyRequest, MakeUp, MakeUpRequest, Session, SessionCopied, SessionInput } from './session-schema.ts';

const tag = 'sessions';
const staff = ['organizer', 'operator', 'regent', 'auditor'] as const;
const regency = z.object({ regency: RegencyCode });
const session = z.object({ session: SessionId });

export const listLegalBases = endpoint({
  method: 'GET',
  path: '/api/legal-bases',
  summary: 'The versioned list of legal bases to pick from',
  tag,
  access: 'public',
  query: PageQuery,
  responses: { 200: pageOf(LegalBasis).extend({ version: z.string() }) },
  problems: [],
});

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/regencies/:regency/sessions',
  summary: 'The sessions of a regency',
  tag,
  access: staff,
  params: regency,
  query: PageQuery,
  responses: { 200: pageOf(Session) },
  problems: [],
});

export const createSession = endpoint({
  method: 'POST',
  path: '/api/regencies/:regency/sessions',
  summary: 'Drafts a session',
  tag,
  access: ['organizer'],
  params: regency,
  body: SessionInput,
  idempotencyKey: true,
  responses: { 201: Session, 200: Session },
  problems: [
    'IDEMPOTENCY_KEY_REUSED',
    'REGENCY_UNKNOWN',
    'REGION_UNKNOWN',
    'LEGAL_BASIS_UNKNOWN',
    'LEGAL_BASIS_NOT_IN_FORCE',
    'PLEDGE_TEXT_UNKNOWN',
    'PLEDGE_VARIABLE_MISSING',
    'PLEDGE_CLASS_NOT_ELIGIBLE',
  ],
});

export const getSession = endpoint({
  method: 'GET',
  path: '/api/sessions/:session',
  summary: 'One session',
  tag,
  access: staff,
  params: session,
  responses: { 200: Session },
  problems: ['SESSION_UNKNOWN'],
});

export const editSession = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session',
  summary: 'Replaces the plan of a session that has not opened, if it is still at the version that was read',
  tag,
  access: ['organizer'],
  params: session,
  body: SessionInput.safeExtend({ version: z.number().int().positive() }),
  responses: { 200: Session },
  problems: [
    'SESSION_UNKNOWN',
    'SESSION_CHANGED',
    'SESSION_WRONG_STATE',
    'REGENCY_UNKNOWN',
    'REGION_UNKNOWN',
    'LEGAL_BASIS_UNKNOWN',
    'LEGAL_BASIS_NOT_IN_FORCE',
    'PLEDGE_TEXT_UNKNOWN',
    'PLEDGE_VARIABLE_MISSING',
    'PLEDGE_CLASS_NOT_ELIGIBLE',
  ],
});

export const moveSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/moves/:move',
  summary:
    'Moves a session on: publish, open (which freezes the roster), close or cancel; repeating a move changes nothing',
  tag,
  access: ['organizer'],
  params: session.extend({ move: z.enum(['publish', 'open', 'close', 'cancel']) }),
  /** Closing while doors hold unsent scans is refused unless it is said that they may follow; they become an addendum to the seal. */
  query: z.object({ unsent: z.enum(['follow']).optional() }),
  responses: { 200: Session },
  problems: [
    'SESSION_UNKNOWN',
    'SESSION_WRONG_STATE',
    'SESSION_HAS_NO_INVITATIONS',
    'PLEDGE_TEXT_DIFFERS',
    'DOORS_HOLD_SCANS',
  ],
});

export const copySession = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/copies',
  summary:
    "Drafts a session with another one's plan and roster rules on a new date; no code, answer, seat or letter number of the old day",
  tag,
  access: ['organizer'],
  params: session,
  body: CopyRequest,
  idempotencyKey: true,
  responses: {
    201: SessionCopied,
  },
  problems: ['SESSION_UNKNOWN', 'REGENCY_UNKNOWN', 'IDEMPOTENCY_KEY_REUSED'],
});

export const makeUpSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/make-ups',
  summary: 'Drafts a make-up session of a closed one, and invites exactly its missing and not-yet-pledged units',
  tag,
  access: ['organizer'],
  params: session,
  body: MakeUpRequest,
  idempotencyKey: true,
  responses: { 201: MakeUp },
  problems: [
    'SESSION_UNKNOWN',
    'SESSION_WRONG_STATE',
    'MAKE_UP_FOR_NOBODY',
    'REGENCY_UNKNOWN',
    'REGION_UNKNOWN',
    'IDEMPOTENCY_KEY_REUSED',
  ],
});
