/** Errors as RFC 9457 problem documents, each with a stable `code` from the closed list. */
import * as z from 'zod';
import type { ProblemCode, ProblemTexts } from './problem-codes.ts';
import type { ProblemDocument } from './problem-document.ts';

/** One wrong field: a JSON pointer (RFC 6901) into the input and what kind of wrong it is. */
export const FieldError = z.object({
  pointer: z.string(),
  rule: z.string(),
});
export type FieldError = z.infer<typeof FieldError>;

type Details = Pick<ProblemDocument, 'errors' | 'state' | 'unit' | 'unsent' | 'doors'>;

/** Thrown by rules, stores and routes; answered as a problem document. Carries no personal data. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: Details;
  constructor(code: ProblemCode, { cause, ...details }: Details & { cause?: unknown } = {}) {
    super(code, { cause });
    this.code = code;
    this.details = details;
  }
}

/** A problem about one field of the input. */
export const fieldProblem = (code: ProblemCode, pointer: string, rule: string = code): Problem =>
  new Problem(code, { errors: [{ pointer, rule }] });

/** The document for a problem, with its sentence in the asked language (Indonesian unless English is asked for). */
export const problemDocument = (
  problem: Problem,
  requestId: string,
  language: 'id' | 'en',
  texts: ProblemTexts,
): ProblemDocument => {
  // A code without a sentence here is a mistake of ours, and told as one.
  const text = texts[problem.code] ?? texts.INTERNAL;
  return {
    type: `/api/docs#${problem.code}`,
    title: text[language],
    status: text.status,
    code: problem.code,
    requestId,
    ...problem.details,
  };
};
