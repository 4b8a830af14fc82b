/**
 * One definition a route: method, path, who may call it, what goes in, what comes out. The same object validates,
 * authorises, strips the response, documents (OpenAPI 3.1) and types the web client — so none of them can disagree.
 *
 * Decision (functions/README.md): zod's own JSON Schema over a describe-route library; 109 kB bundled against 443 kB.
 */
import type * as z from 'zod';
import type { Access } from './caller.ts';
import type { ProblemCode } from './problem-codes.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** A non-JSON answer, e.g. a QR as SVG. */
export interface Raw {
  contentType: string;
}
export type Answer = z.ZodType | Raw;

export interface Endpoint {
  method: Method;
  path: string;
  summary: string;
  /** The folder it belongs to; groups the documentation. */
  tag: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  /** A JSON body's schema, or the content types of a raw one. */
  body?: z.ZodType;
  rawBody?: { contentTypes: readonly string[]; maxBytes: number };
  /** The Idempotency-Key header is required: the write is not idempotent by its own nature. */
  idempotencyKey?: boolean;
  /** The attendee's phone may say who it is (header `Hadir-Phone`): a random name that it gave itself. */
  phone?: boolean;
  responses: Partial<Record<number, Answer>>;
  problems: readonly ProblemCode[];
}

/** Keeps the literal types of a definition; the web client's types are read from them. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

export const isRaw = (answer: Answer): answer is Raw => 'contentType' in answer;

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler is given: parsed, never raw. */
export interface Input<E extends Endpoint> {
  params: Out<E['params']>;
  query: Out<E['query']>;
  body: E['rawBody'] extends object ? Uint8Array : Out<E['body']>;
}

/** What a handler answers: one of the declared statuses with the body of that status (before it is stripped). */
export type Output<E extends Endpoint> = {
  [S in keyof E['responses']]: E['responses'][S] extends Raw
    ? { status: S; raw: string | Uint8Array }
    : { status: S; body: In<E['responses'][S]> };
}[keyof E['responses']];

/** What a caller over HTTP sends and gets; the web client is typed by this. */
export interface Wire<E extends Endpoint> {
  params: E['params'] extends z.ZodType ? z.input<E['params']> : undefined;
  query: E['query'] extends z.ZodType ? z.input<E['query']> : undefined;
  body: E['rawBody'] extends object ? Blob : In<E['body']>;
  answer: {
    [S in keyof E['responses']]: E['responses'][S] extends z.ZodType ? z.output<E['responses'][S]> : Blob;
  }[keyof E['responses']];
}
