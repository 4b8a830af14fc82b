/**
 * A paper sheet as it is copied: its number and time once, then one line a person. Every line has its nonce from the moment it is
 * added, so that whatever was sent may be sent again.
 */
import type { Answer } from '../../shared/api.ts';
import { newKey } from '../../shared/api.ts';
import type { ApiProblemCode } from '../../shared/api-problem.ts';
import { instantFromLocal, localFromInstant } from '../../shared/format.ts';
import type { Signer } from '../../shared/signer.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type As, bodyOf, type Who } from './turn.ts';

export interface Line {
  /** The invitation. */
  id: string;
  nonce: string;
  who: Who;
  as: As;
  signer: Signer;
}

export interface Draft {
  sheet: string;
  /** What the field holds: local time in the session's zone. */
  time: string;
  lines: readonly Line[];
}

type Result = Answer<'POST /api/sessions/:session/invitations/:invitation/signatures'>['result'];
export type Outcome = { result: Result; receipt: string } | { problem: ApiProblemCode; wrongTime?: boolean };
export type Outcomes = Readonly<Record<string, Outcome>>;

/** Now, or when the session closed: paper is copied during the ceremony or soon after it. */
export const emptyDraft = ({ zone, closedAt }: Pick<SessionShown, 'zone' | 'closedAt'>, now: string): Draft => ({
  sheet: '',
  time: localFromInstant(zone, closedAt !== null && closedAt < now ? closedAt : now),
  lines: [],
});

export const withLine = (draft: Draft, id: string, who: Who): Draft =>
  draft.lines.some((line) => line.id === id)
    ? draft
    : {
        ...draft,
        lines: [...draft.lines, { id, nonce: newKey(), who, as: 'signer', signer: { name: '', office: '' } }],
      };

export type Fault = 'needSheet' | 'needTime' | 'timeAhead' | 'needLines';

/** What is missing or cannot be, by field. */
export const faultsOf = (
  { sheet, time, lines }: Draft,
  zone: SessionShown['zone'],
  now: string,
): { field: string; fault: Fault }[] => {
  const at = time ? Date.parse(instantFromLocal(zone, time)) : Number.NaN;
  return [
    ...(sheet.trim() ? [] : [{ field: 'lembar-nomor', fault: 'needSheet' as const }]),
    ...(Number.isNaN(at) ? [{ field: 'lembar-waktu', fault: 'needTime' as const }] : []),
    ...(at > Date.parse(now) ? [{ field: 'lembar-waktu', fault: 'timeAhead' as const }] : []),
    ...(lines.length ? [] : [{ field: 'lembar-cari', fault: 'needLines' as const }]),
  ];
};

export const requestOf = ({ sheet, time }: Draft, line: Line, hash: string, zone: SessionShown['zone']) =>
  bodyOf({
    ...line,
    hash,
    paper: { sheet: sheet.trim(), signedAt: new Date(instantFromLocal(zone, time)).toISOString() },
  });

/** Stands, now or since earlier. */
export const isTaken = (outcome: Outcome | undefined): boolean => outcome !== undefined && 'result' in outcome;

/** Not recorded: never sent, answer lost, or refused for a reason that may be mended. */
export const pending = (lines: readonly Line[], outcomes: Outcomes): Line[] =>
  lines.filter(({ nonce }) => !isTaken(outcomes[nonce]));
