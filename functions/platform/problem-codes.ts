/**
 * Every error the API can answer: a closed list of stable codes, each with its HTTP status and one sentence in both
 * languages. The same list feeds the API's problem documents (RFC 9457), its OpenAPI document and the pages.
 */
import { afterTheDay } from './problem-codes/after-the-day.ts';
import { anyRequest } from './problem-codes/any-request.ts';
import { beforeTheDay } from './problem-codes/before-the-day.ts';
import { inTheHall } from './problem-codes/in-the-hall.ts';
import { invitation } from './problem-codes/invitation.ts';
import { pledge } from './problem-codes/pledge.ts';
import type { ProblemText } from './problem-codes/problem-text.ts';
import { seal } from './problem-codes/seal.ts';

/** No code stands in two of them (problem-codes.test.ts). */
export const problemParts = [anyRequest, beforeTheDay, invitation, inTheHall, pledge, seal, afterTheDay] as const;

export const problemCodes = {
  ...anyRequest,
  ...beforeTheDay,
  ...invitation,
  ...inTheHall,
  ...pledge,
  ...seal,
  ...afterTheDay,
};

export type ProblemCode = keyof typeof problemCodes;

/** The texts that one app answers with: what its routes may answer, and not the sentences of the others. */
export type ProblemTexts = Readonly<Partial<Record<ProblemCode, ProblemText>> & Record<'INTERNAL', ProblemText>>;
