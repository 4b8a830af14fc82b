/** The shape of every key in the one table, in one place. `R#<code>` is a regency's partition, `S#<session>` a session's. */

import { regencyOfSession } from './ids.ts';
import type { Key } from './table.ts';

export const regencyPartition = (code: string): string => `R#${code}`;
export const sessionPartition = (session: string): string => `S#${session}`;

/** Of the whole country: tenants, and the totals of provinces. */
export const nationPartition = 'N';

export const regencyKey = (code: string): Key => ({ pk: regencyPartition(code), sk: 'META' });
/** One small item a regency under one partition, so that the tenants can be listed without a scan. */
export const tenantKey = (code: string): Key => ({ pk: nationPartition, sk: `R#${code}` });
export const unitKey = (code: string, unit: string): Key => ({ pk: regencyPartition(code), sk: `U#${unit}` });
export const sessionKey = (session: string): Key => ({
  pk: regencyPartition(regencyOfSession(session)),
  sk: `S#${session}`,
});
export const importKey = (code: string, id: string): Key => ({ pk: regencyPartition(code), sk: `IMP#${id}` });
/** A plan's parts lie apart, so that listing a regency's imports does not read them. */
export const importPartition = (code: string, id: string): string => `IM#${code}#${id}`;
export const importPartKey = (code: string, id: string, part: number): Key => ({
  pk: importPartition(code, id),
  sk: `P#${String(part).padStart(4, '0')}`,
});
export const importMemoryKey = (code: string): Key => ({ pk: regencyPartition(code), sk: 'IMPORT-MEMORY' });
export const pledgeTextKey = (code: string, text: string, version: number): Key => ({
  pk: regencyPartition(code),
  sk: `PT#${text}#${String(version).padStart(4, '0')}`,
});
export const coverageKey = (session: string): Key => ({
  pk: regencyPartition(regencyOfSession(session)),
  sk: `COV#${session}`,
});

export const invitationKey = (session: string, invite: string): Key => ({
  pk: sessionPartition(session),
  sk: `I#${invite}`,
});
export const frozenRosterKey = (session: string, hash: string): Key => ({
  pk: sessionPartition(session),
  sk: `ROSTER#${hash}`,
});
export const readingKey = (session: string, reading: string): Key => ({
  pk: sessionPartition(session),
  sk: `PR#${reading}`,
});
/** By what makes it that denial, so that a scan that is sent again is recorded once. */
export const denialKey = (session: string, denial: string): Key => ({
  pk: sessionPartition(session),
  sk: `D#${denial}`,
});
export const doorKey = (session: string, door: string): Key => ({
  pk: sessionPartition(session),
  sk: `DOOR#${door}`,
});
export const conflictKey = (session: string, conflict: string): Key => ({
  pk: sessionPartition(session),
  sk: `C#${conflict}`,
});
export const headCountKey = (session: string, nonce: string): Key => ({
  pk: sessionPartition(session),
  sk: `HC#${nonce}`,
});
export const letterKey = (session: string, nonce: string): Key => ({
  pk: sessionPartition(session),
  sk: `LETTER#${nonce}`,
});
/** Whom a session invited, as it was asked for, so that the next session can ask for the same. */
export const rosterRuleKey = (session: string, rule: string): Key => ({
  pk: sessionPartition(session),
  sk: `RULE#${rule}`,
});
/** A message that is owed: to whom, what for, and under which code, so that the same one is owed once. */
export const mailKey = (session: string, invitation: string, purpose: string): Key => ({
  pk: sessionPartition(session),
  sk: `MAIL#${invitation}#${purpose}`,
});
/** The order of signing as the organiser arranged it. */
export const signingOrderKey = (session: string): Key => ({ pk: sessionPartition(session), sk: 'SIGNING-ORDER' });
/** Drawn strokes, apart from the invitation, which every check-in and signature pays for. */
export const drawingPrefix = (invitation: string): string => `DRAWING#${invitation}#`;
export const drawingKey = (session: string, invitation: string, kind: string, nonce: string): Key => ({
  pk: sessionPartition(session),
  sk: `${drawingPrefix(invitation)}${kind}#${nonce}`,
});
/** A seal lies in a partition of its own: figures and lists of the session do not read it. */
export const sealPartition = (session: string): string => `SEAL#${session}`;
export const sealClaimKey = (session: string): Key => ({ pk: sealPartition(session), sk: 'CLAIM' });
export const sealHeadKey = (session: string, number: number): Key => ({
  pk: sealPartition(session),
  sk: `HEAD#${String(number).padStart(6, '0')}`,
});
/** Hashes of a part that one attempt wrote, from this leaf on. Nothing of a seal is written twice: an attempt's name is in its keys. */
export const sealPartPrefix = (part: number): string => `PART#${String(part).padStart(6, '0')}#`;
export const sealPartKey = (session: string, part: number, from: number, attempt: string): Key => ({
  pk: sealPartition(session),
  sk: `${sealPartPrefix(part)}${String(from).padStart(9, '0')}#${attempt}`,
});
/** A run of leaves from this one on, with what opens their commitments, which can be erased. */
export const sealLeavesKey = (session: string, from: number, attempt: string): Key => ({
  pk: sealPartition(session),
  sk: `OPEN#${String(from).padStart(9, '0')}#${attempt}`,
});

/** What a session's coverage was at the end of a day in its regency's zone; of the day that runs, what it is now. */
export const coverageDayPrefix = (session: string): string => `DAY#${session}#`;
export const coverageDayKey = (session: string, day: string): Key => ({
  pk: regencyPartition(regencyOfSession(session)),
  sk: `${coverageDayPrefix(session)}${day}`,
});
export const provincePartition = (province: string): string => `P#${province}`;
/** Totals of a regency, among those of its province. */
export const regencyTotalsKey = (regency: string): Key => ({
  pk: provincePartition(regency.slice(0, 2)),
  sk: `R#${regency}`,
});
/** Totals of a province, among those of the nation; beside the tenants, which begin otherwise. */
export const provinceTotalsKey = (province: string): Key => ({ pk: nationPartition, sk: `P#${province}` });
/** Across sessions, so that what is due is one Query. */
export const followUpKey = (regency: string, id: string): Key => ({ pk: regencyPartition(regency), sk: `F#${id}` });
/** What one call noted for whom, under a hash of its idempotency key: a repeat completes the same. */
export const followUpRequestKey = (regency: string, request: string): Key => ({
  pk: regencyPartition(regency),
  sk: `FREQ#${request}`,
});
export const nilStatementKey = (regency: string, id: string): Key => ({
  pk: regencyPartition(regency),
  sk: `NIL#${id}`,
});
export const emblemKey = (regency: string): Key => ({ pk: regencyPartition(regency), sk: 'EMBLEM' });
/** What the organiser wrote for the report of an activity, and its photos. */
export const activityReportKey = (session: string): Key => ({ pk: sessionPartition(session), sk: 'REPORT' });
export const reportPhotoKey = (session: string, photo: string): Key => ({
  pk: sessionPartition(session),
  sk: `PHOTO#${photo}`,
});

/** Nothing ever stands there: whether the engine answers is asked by reading it. */
export const readinessKey: Key = { pk: nationPartition, sk: 'READY' };

/** Items of one kind, by what their keys begin with. */
export interface ItemKind {
  pk: string;
  sk: string;
}
/** The kinds that were once stored in another shape; item-migrations.ts says in which. */
export const itemKinds = {
  coverage: { pk: regencyPartition(''), sk: 'COV#' },
  sealPart: { pk: sealPartition(''), sk: 'PART#' },
} as const satisfies Record<string, ItemKind>;
