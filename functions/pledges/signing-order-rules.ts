/**
 * Who signs in which order: those whom the organiser placed, in their order; then, where they came, the head of the region and the
 * deputy, guests or not; then the units that owe the pledge, the Sekda first, in protocol order. Other guests only when they are placed.
 */
import { pledgeStatus } from '../invitations/invitation-rules.ts';
import type { CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import { highestOffice } from '../roster/highest-office.ts';
import { inClassOrder } from '../roster/protocol-order-rules.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';
import type { QueueEntry } from './pledge-schema.ts';
import { isOtherActing } from './signature-block-rules.ts';

type Pledged = Pick<Session, 'regency'> & { pledge: SessionPledge };

const sekdaRank = 2;

/** 0 for this region's head, 1 for the deputy, 2 for the Sekda, 3 for everybody else. */
export const officeRank = (office: string, regency: string): number => {
  const { rank, level } = highestOffice(office) ?? {};
  const own = regency.includes('.') ? 'regency' : 'province';
  return rank === undefined || (level ?? own) !== own ? sekdaRank + 1 : rank;
};

/** Who is in the hall (rule 2: a Plt who comes as the holder is an acting head); nobody is by video. */
const presentAs = ({ checkIn, holder }: Invitation): QueueEntry['present'] => {
  if (!checkIn || checkIn.mode === 'ONLINE') return null;
  if (checkIn.who !== 'holder') return checkIn.who;
  return holder && holder.acting !== 'DEFINITIVE' ? 'acting' : 'holder';
};

const delegateOf = ({ delegate = {} }: CheckIn, named: Invitation['delegation']): QueueEntry['person'] => {
  const { name, office, acting } = Object.keys(delegate).length > 0 ? delegate : (named?.delegate ?? {});
  return name === undefined && office === undefined ? null : { name, office, ...(acting && { acting }) };
};

const personOf = ({ checkIn, delegation, holder, office }: Invitation): QueueEntry['person'] => {
  if (checkIn?.who === 'delegate' && checkIn.mode !== 'ONLINE') return delegateOf(checkIn, delegation);
  if (holder === null || isOtherActing({ checkIn, holder })) return null;
  const { name, titlesBefore, titlesAfter, acting } = holder;
  return { name, office, titlesBefore, titlesAfter, acting };
};

const hasSigned = ({ signed }: Pick<QueueEntry, 'signed'>): boolean => Object.values(signed).some(Boolean);

/** A delegate's signature is waited for while the office's pledge is open; who owes nothing signs as what they were placed for, once. */
const canSign = ({ present, status, signed }: Pick<QueueEntry, 'present' | 'status' | 'signed'>): boolean => {
  if (present === null || status === 'SIGNED') return false;
  if (status === 'NOT_DUE') return !hasSigned({ signed });
  return present !== 'delegate' || signed.delegate === undefined;
};

const entryOf = (invitation: Invitation, { pledge }: Pledged, place: number, placed: boolean): QueueEntry => {
  const { signedHolder, signedDelegate, signedSymbolic, signedWitness } = invitation;
  const state = {
    present: presentAs(invitation),
    status: pledgeStatus(invitation, pledge),
    signed: {
      ...(signedHolder && { holder: signedHolder.at }),
      ...(signedDelegate && { delegate: signedDelegate.at }),
      ...(signedSymbolic && { symbolic: signedSymbolic.at }),
      ...(signedWitness && { witness: signedWitness.at }),
    },
  };
  return {
    invitation: invitation.id,
    place,
    kind: invitation.kind,
    class: invitation.class,
    name: invitation.name,
    office: invitation.office,
    person: personOf(invitation),
    ...state,
    waiting: canSign(state),
    placed,
  };
};

/** The whole queue; a revoked invitation is not in it. */
export const signingQueue = (
  invitations: readonly Invitation[],
  session: Pledged,
  order: readonly string[],
): QueueEntry[] => {
  const standing = new Map(invitations.filter(({ revokedAt }) => revokedAt === undefined).map((one) => [one.id, one]));
  const placed = order.flatMap((id) => standing.get(id) ?? []);
  for (const { id } of placed) standing.delete(id);
  const rank = ({ office }: Invitation): number => officeRank(office, session.regency);
  const owes = (one: Invitation): boolean => pledgeStatus(one, session.pledge) !== 'NOT_DUE';
  const leads = (one: Invitation): boolean => rank(one) < sekdaRank && presentAs(one) !== null;
  // A Sekda who is a guest is another region's, or the province's.
  const rankOf = (one: Invitation): number => (leads(one) || owes(one) ? rank(one) : sekdaRank + 1);
  const following = [...standing.values()]
    .filter((one) => leads(one) || owes(one))
    .sort((a, b) => rankOf(a) - rankOf(b) || inClassOrder(a, b));
  return [...placed, ...following].map((one, index) => entryOf(one, session, index + 1, index < placed.length));
};
