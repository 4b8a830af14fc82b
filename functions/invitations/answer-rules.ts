/**
 * Which version of an invitation's code is whose, what each may do, and what an answer changes.
 *
 *   version  │ link                          │ door
 *   holder's │ shows the page, answers, signs │ opens it, unless a delegate is named: DELEGATED
 *   delegate's (the newest, while it stands)  │ shows the page, signs as delegate │ opens it
 *   any other │ INVITATION_REVOKED            │ REVOKED, for ever
 *
 * A new version is always one more than the highest ever given, so what died stays dead: a delegation taken back leaves
 * `lastVersion` where it is.
 */
import type { ProblemCode } from '../platform/problem-codes.ts';
import { matchKey } from '../roster/person-name.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { AnswerGiven, AnswerRequest, Delegate, Delegation, HelpCall, LinkRole } from './answer-schema.ts';
import type { Invitation } from './invitation-schema.ts';

export type { LinkRole };

type Versions = Pick<Invitation, 'tokenVersion' | 'delegation'>;

/** The version of the holder's own link and code. */
export const holderVersionOf = ({ tokenVersion, delegation }: Versions): number =>
  delegation?.holderVersion ?? tokenVersion;

/** Whose link a version is; undefined for one that is dead, and for every version of a revoked invitation. */
export const roleOf = (
  { revokedAt, ...versions }: Versions & Pick<Invitation, 'revokedAt'>,
  version: number,
): LinkRole | undefined => {
  if (revokedAt !== undefined) return undefined;
  if (version === holderVersionOf(versions)) return 'HOLDER';
  return version === versions.delegation?.version ? 'DELEGATE' : undefined;
};

/** Whether a version is the holder's own code while a delegate is named. */
export const isStoodInFor = ({ delegation }: Pick<Invitation, 'delegation'>, version: number | undefined): boolean =>
  version !== undefined && version === delegation?.holderVersion;

/** The highest version ever given. */
export const lastVersionOf = ({ tokenVersion, lastVersion }: Pick<Invitation, 'tokenVersion' | 'lastVersion'>) =>
  lastVersion ?? tokenVersion;

/** Versions are a byte; the last five are left for the organiser's re-issues. */
export const mostVersionsOfAnswers = 250;

/** What becomes of an invitation's fields. */
export interface AnswerChange {
  set: Partial<Invitation>;
  remove: readonly ('delegation' | 'bound' | 'help')[];
}

/** Who answers: by a link, from a phone that may have a name; or a member of staff who was told. */
export type Answering = { role: LinkRole; phone?: string | undefined } | { role: 'STAFF'; operator: string };

const answerableStates: readonly Session['state'][] = ['DRAFT', 'PUBLISHED', 'OPEN'];

/** Until the session is over or cancelled, or somebody has come. */
export const isAnswerable = (
  { checkIn, revokedAt }: Pick<Invitation, 'checkIn' | 'revokedAt'>,
  { state, endsAt }: Pick<Session, 'state' | 'endsAt'>,
  now: Date,
): boolean =>
  revokedAt === undefined &&
  checkIn === undefined &&
  answerableStates.includes(state) &&
  now.getTime() <= Date.parse(endsAt);

/** The phone that confirmed this link first. */
export const boundOf = ({ bound, delegation }: Pick<Invitation, 'bound' | 'delegation'>, role: LinkRole) =>
  role === 'HOLDER' ? bound : delegation?.bound;

/** NONE: no phone has confirmed the link yet. A phone without a name is another one to a link that has been confirmed. */
export const phoneStanding = (
  invitation: Pick<Invitation, 'bound' | 'delegation'>,
  role: LinkRole,
  phone: string | undefined,
): 'NONE' | 'THIS' | 'OTHER' => {
  const bound = boundOf(invitation, role);
  if (!bound) return 'NONE';
  return bound.phone === phone ? 'THIS' : 'OTHER';
};

/**
 * Whether the delegate named now is the one who was sent the code. Only another person's name makes another (rule 10: titles, case and
 * dots do not): what is filled in, corrected or left out changes nobody, since a code that dies is refused at the door without a word.
 * Whoever wants another code for the same name takes the delegation back and names them again.
 */
export const isSameDelegate = (
  { delegate, named }: Pick<Delegation, 'delegate' | 'named'>,
  { name = '' }: Delegate,
): boolean => {
  const [was, is] = [matchKey(delegate.name ?? named ?? ''), matchKey(name)];
  return was === '' || is === '' || was === is;
};

const sameFacts = (a: Delegate, b: Delegate): boolean =>
  a.name === b.name && a.office === b.office && a.acting === b.acting && a.letter === b.letter;

const needsVersion = ({ delegation }: Pick<Invitation, 'delegation'>, request: AnswerRequest): boolean =>
  request.kind === 'DELEGATED' && !(delegation && isSameDelegate(delegation, request.delegate));

/** Why the answer is not taken; undefined where it is. */
export const refusedAnswer = (
  invitation: Invitation,
  session: Pick<Session, 'state' | 'endsAt'>,
  request: AnswerRequest,
  answering: Answering,
  now: Date,
): ProblemCode | undefined => {
  const { role } = answering;
  if (role !== 'STAFF' && phoneStanding(invitation, role, answering.phone) === 'OTHER') return 'LINK_BOUND';
  // A delegate can confirm. To send somebody else, or nobody, is for the office that was invited.
  if (role === 'DELEGATE' && request.kind !== 'ATTENDING') return 'DELEGATE_CANNOT_DELEGATE';
  if (!isAnswerable(invitation, session, now)) return 'ANSWER_TOO_LATE';
  const full = lastVersionOf(invitation) >= mostVersionsOfAnswers;
  return full && needsVersion(invitation, request) ? 'DELEGATION_LIMIT' : undefined;
};

interface Given {
  at: string;
  operator?: string;
}

/** Delegates' codes before the last that are remembered with their ends, to judge what a door without a signal sends later. */
const endsKept = 3;

const ended = (
  { takenBack, takenBackBefore = [] }: Invitation,
  { version }: Delegation,
  at: string,
): Partial<Invitation> => ({
  takenBack: { version, at },
  ...(takenBack && { takenBackBefore: [takenBack, ...takenBackBefore].slice(0, endsKept) }),
});

const delegating = (invitation: Invitation, delegate: Delegate, { at, operator }: Given): Partial<Invitation> => {
  const { delegation } = invitation;
  if (delegation && isSameDelegate(delegation, delegate)) {
    const { named: before, ...rest } = delegation;
    const named = delegate.name === undefined ? (delegation.delegate.name ?? before) : undefined;
    const described = { ...rest, delegate, ...(named !== undefined && { named }) };
    return sameFacts(delegation.delegate, delegate) ? {} : { delegation: described };
  }
  const version = lastVersionOf(invitation) + 1;
  const next: Delegation = {
    delegate,
    at,
    version,
    holderVersion: holderVersionOf(invitation),
    ...(operator !== undefined && { operator }),
  };
  return {
    delegation: next,
    tokenVersion: version,
    lastVersion: version,
    ...(delegation && ended(invitation, delegation, at)),
  };
};

const takingBack = (invitation: Invitation, at: string): Partial<Invitation> =>
  invitation.delegation
    ? {
        tokenVersion: invitation.delegation.holderVersion,
        lastVersion: lastVersionOf(invitation),
        ...ended(invitation, invitation.delegation, at),
      }
    : {};

/** The answer as it is on record, unless it says something new; what the head says by the link stands before what staff were told. */
const answering = ({ answer }: Invitation, request: AnswerRequest, { at, operator }: Given): Partial<Invitation> => {
  const reason = request.kind === 'UNABLE' ? request.reason : undefined;
  const same = answer?.kind === request.kind && answer.reason === reason;
  if (same && (answer.operator === undefined || operator !== undefined)) return {};
  const given: AnswerGiven = {
    kind: request.kind,
    at,
    ...(reason !== undefined && { reason }),
    ...(operator !== undefined && { operator }),
  };
  return { answer: given };
};

/** What ties the link to the phone that confirms it first; a phone without a name ties nothing. */
const binding = (
  invitation: Invitation,
  role: LinkRole,
  phone: string | undefined,
  at: string,
): Partial<Invitation> => {
  const { delegation } = invitation;
  if (phone === undefined || boundOf(invitation, role)) return {};
  if (role === 'HOLDER') return { bound: { phone, at } };
  return delegation ? { delegation: { ...delegation, bound: { phone, at } } } : {};
};

/** What an answer that is taken changes; null where all is so already. A delegate's confirmation ties the delegate's link. */
export const answered = (
  invitation: Invitation,
  request: AnswerRequest,
  by: Answering,
  now: Date,
): AnswerChange | null => {
  const at = now.toISOString();
  const given: Given = { at, ...(by.role === 'STAFF' && { operator: by.operator }) };
  const bound = by.role === 'STAFF' ? {} : binding(invitation, by.role, by.phone, at);
  const office: Partial<Invitation> =
    by.role === 'DELEGATE'
      ? {}
      : {
          ...answering(invitation, request, given),
          ...(request.kind === 'DELEGATED'
            ? delegating(invitation, request.delegate, given)
            : takingBack(invitation, at)),
        };
  const remove =
    by.role !== 'DELEGATE' && request.kind !== 'DELEGATED' && invitation.delegation ? ['delegation' as const] : [];
  const moved = Object.keys(office).length > 0;
  if (!moved && Object.keys(bound).length === 0) return null;
  // Doors ask for what has changed: who ties a phone to a link changes nothing for them.
  return { set: { ...office, ...bound, ...(moved && { changedAt: at }) }, remove };
};

/** Calls for help that are kept; one more from a group tells the organiser nothing new. */
export const mostCalls = 5;

const callsOf = ({ help }: Pick<Invitation, 'help'>): HelpCall[] => {
  if (!help) return [];
  const { others = [], ...first } = help;
  return [first, ...others];
};

const helpOf = ([first, ...others]: readonly HelpCall[]): Invitation['help'] =>
  first && { ...first, ...(others.length > 0 && { others }) };

/** Whether this phone has asked for help with this link. */
export const hasAsked = (invitation: Pick<Invitation, 'help'>, role: LinkRole, phone: string | undefined): boolean =>
  callsOf(invitation).some((call) => (call.role ?? role) === role && call.phone === phone);

/** What a call for help changes: each phone's first is kept, so that nobody in a group calls in another's place; null for a repeat. */
export const asked = (invitation: Invitation, call: HelpCall & { role: LinkRole }): AnswerChange | null => {
  const calls = callsOf(invitation);
  if (hasAsked(invitation, call.role, call.phone) || calls.length >= mostCalls) return null;
  const help = helpOf([...calls, call]);
  return { set: help ? { help } : {}, remove: [] };
};

/** What frees the links of a role, or both, from their phones, and settles the calls for help with them; null where there is none. */
export const released = (invitation: Invitation, role: LinkRole | 'BOTH'): AnswerChange | null => {
  const { bound, delegation } = invitation;
  const holder = role !== 'DELEGATE' && bound !== undefined;
  const delegate = role !== 'HOLDER' && delegation?.bound !== undefined;
  const calls = callsOf(invitation);
  const open = calls.filter((call) => role !== 'BOTH' && call.role !== undefined && call.role !== role);
  const settled = open.length < calls.length;
  if (!holder && !delegate && !settled) return null;
  const { bound: _, ...unbound } = delegation ?? ({} as Delegation);
  const help = settled ? helpOf(open) : undefined;
  return {
    set: { ...(delegate && { delegation: unbound }), ...(help && { help }) },
    remove: [...(holder ? ['bound' as const] : []), ...(settled && !help ? ['help' as const] : [])],
  };
};
