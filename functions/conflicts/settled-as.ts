import type { Decision } from './conflict-schema.ts';

/** A decided conflict as it stands in the invitation's `settled`. */
export const settledAs = (conflict: string, decision: Decision): string => `${conflict}:${decision}`;
