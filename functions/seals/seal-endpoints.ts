import * as z from 'zod';
import { PartQuery } from '../documents/document-schema.ts';
import { InviteId, SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { CheckView, ErasureAnswer, ErasureRequest, SealKey, SealShown } from './seal-schema.ts';

const tag = 'seals';

export const getSeal = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/seal',
  summary: "A session's seal: its signed heads, and what is under none of them yet",
  tag,
  access: ['organizer', 'operator', 'regent', 'auditor'],
  params: SessionParams,
  responses: { 200: SealShown },
  problems: ['SESSION_UNKNOWN'],
});

export const sealSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/seal',
  summary: 'Seals whatever stands and is under no head yet; repeating it changes nothing',
  tag,
  access: ['organizer'],
  params: SessionParams,
  responses: { 200: SealShown },
  problems: ['SESSION_UNKNOWN', 'SESSION_WRONG_STATE', 'SEAL_BUSY', 'SEAL_BROKEN', 'SEAL_KEY_UNAVAILABLE'],
});

export const sealBundle = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/seal/bundle.zip',
  summary:
    'Leaves, heads and a checker that needs none of our code; nobody can be named from it, unless the openings are asked for. Beyond 16,384 leaves in parts',
  tag,
  access: ['organizer', 'regent', 'auditor'],
  params: SessionParams,
  query: PartQuery.extend({ openings: z.enum(['yes', 'no']).default('no') }),
  responses: { 200: { contentType: 'application/zip' } },
  // The regent reads no names beyond the offices' holders, so the openings are not theirs.
  problems: ['SESSION_UNKNOWN', 'SEAL_UNKNOWN', 'NOT_ALLOWED'],
});

export const eraseInvitation = endpoint({
  method: 'POST',
  path: '/api/sessions/:session/invitations/:invitation/erasure',
  summary: "Erases the personal data of a closed session's invitation, on request; the seal stands",
  tag,
  access: ['organizer'],
  params: SessionParams.extend({ invitation: InviteId }),
  body: ErasureRequest,
  responses: { 200: ErasureAnswer },
  problems: [
    'SESSION_UNKNOWN',
    'SESSION_WRONG_STATE',
    'INVITATION_UNKNOWN',
    'SEAL_BUSY',
    'SEAL_BROKEN',
    'SEAL_KEY_UNAVAILABLE',
  ],
});

export const checkCode = endpoint({
  method: 'GET',
  path: '/api/v/:code',
  summary: 'The public check: what a code proves, since when, under which root, with everything needed to check it',
  tag,
  access: 'public',
  params: z.object({ code: z.string().max(100) }),
  responses: { 200: CheckView },
  problems: ['CHECK_CODE_INVALID'],
});

export const listSealKeys = endpoint({
  method: 'GET',
  path: '/api/seal-keys',
  summary: 'The public keys that seals are signed with, the former ones too',
  tag,
  access: 'public',
  responses: { 200: z.object({ keys: z.array(SealKey) }) },
  problems: ['SEAL_KEY_UNAVAILABLE'],
});
