import * as z from 'zod';
import { endpoint } from './endpoint.ts';

const tag = 'system';

export const getHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  summary: 'Alive',
  tag,
  access: 'public',
  responses: { 200: z.object({ status: z.literal('ok') }) },
  problems: [],
});

const Checks = z.object({
  engine: z.enum(['ok', 'unreachable']),
  tokenKeys: z.enum(['ok', 'missing']),
  sealKey: z.enum(['ok', 'absent']),
  clock: z.enum(['ok', 'wrong']),
});

export const getReadiness = endpoint({
  method: 'GET',
  path: '/api/ready',
  summary:
    'Able to work: the engine answers, the keys are loaded, the clock is sane; looked at no more than every five seconds',
  tag,
  access: 'public',
  responses: {
    200: z.object({ status: z.literal('ready'), checks: Checks }),
    503: z.object({ status: z.literal('not-ready'), checks: Checks }),
  },
  problems: [],
});

export const getSignInSettings = endpoint({
  method: 'GET',
  path: '/api/sign-in',
  summary: 'Where staff sign in: the OIDC issuer and this client of it',
  tag,
  access: 'public',
  responses: { 200: z.object({ issuer: z.string(), clientId: z.string(), scope: z.string() }).meta({ id: 'SignIn' }) },
  problems: [],
});
