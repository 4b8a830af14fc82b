/** For whom a document is, and in which order: units by class, then guests by group; within these by name as people count. */
import { isInvited } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { inClassOrder } from '../roster/protocol-order-rules.ts';
import { classOrder } from '../roster/unit-class.ts';
import type { DocumentQuery } from './document-schema.ts';
import { guestGroupOf, guestGroups } from './paper-words.ts';

export interface Recipients {
  invitations: Invitation[];
  /** The first one's number in the whole list; those of later parts go on counting. */
  from: number;
  part: number;
  parts: number;
}

const groupOrder = Object.keys(guestGroups);
/** Above every class. */
const guests = 1000;

const rank = (invitation: Invitation): number => {
  if (invitation.kind === 'guest') return guests + groupOrder.indexOf(guestGroupOf(invitation));
  return invitation.class === undefined ? guests - 1 : classOrder(invitation.class);
};

export const inProtocolOrder = (a: Invitation, b: Invitation): number => rank(a) - rank(b) || inClassOrder(a, b);

/** Of the class, the kind or the one invitation that is asked for. */
export const isAsked =
  ({ class: unitClass, guests: which, invitation: id }: DocumentQuery) =>
  (invitation: Invitation): boolean =>
    (id === undefined || invitation.id === id.toLowerCase()) &&
    (unitClass === undefined || invitation.class === unitClass) &&
    (which === undefined || (invitation.kind === 'guest') === (which === 'only'));

/** The recipients of one part of `size`; none when nobody is asked for, or the part is beyond the last. */
export const recipientsOf = (all: readonly Invitation[], query: DocumentQuery, size: number): Recipients => {
  const chosen = all.filter(isInvited).filter(isAsked(query)).sort(inProtocolOrder);
  const part = query.part ?? 1;
  const start = (part - 1) * size;
  return {
    invitations: chosen.slice(start, start + size),
    from: start + 1,
    part,
    parts: Math.max(1, Math.ceil(chosen.length / size)),
  };
};
