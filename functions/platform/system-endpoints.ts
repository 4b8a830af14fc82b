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

export const getSignInSettings = endpoint({
  method: 'GET',
  path: '/api/sign-in',
  summary: 'Where staff sign in: the OIDC issuer and this client of it',
  tag,
  access: 'public',
  responses: { 200: z.object({ issuer: z.string(), clientId: z.string(), scope: z.string() }).meta({ id: 'SignIn' }) },
  problems: [],
});
