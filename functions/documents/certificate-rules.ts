/** What a certificate may say: of the invited head or guest, or of the delegate, only what stands for them; each thing as what it is. */

import { officeAsHeld } from '../invitations/addressee.ts';
import type { LinkRole } from '../invitations/answer-rules.ts';
import type { CheckIn, Invitation, Signature } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import { readingHeardBy, type StartedReading } from '../pledges/presence-at-reading-rules.ts';
import { isOtherActing } from '../pledges/signature-block-rules.ts';
import { isByDelegate } from '../pledges/signing-rules.ts';
import type { Session } from '../sessions/session-schema.ts';

export interface Standing {
  attendance?: CheckIn;
  heard?: StartedReading;
  signature?: Signature;
  symbolic?: Signature;
  witness?: Signature;
}

/** Undefined where nothing stands for this role: a delegate's coming and signing are the delegate's alone, the rest the head's (rule 3). */
export const standingOf = (
  invitation: Pick<Invitation, 'checkIn' | 'signedHolder' | 'signedDelegate' | 'signedSymbolic' | 'signedWitness'>,
  role: LinkRole,
  readings: readonly Reading[],
  session: Pick<Session, 'closedAt'>,
): Standing | undefined => {
  const { checkIn, signedHolder, signedDelegate, signedSymbolic, signedWitness } = invitation;
  const attendance = checkIn && (checkIn.who === 'delegate') === (role === 'DELEGATE') ? checkIn : undefined;
  const heard = attendance && readingHeardBy(attendance, readings, session);
  const signature = role === 'DELEGATE' ? signedDelegate : signedHolder;
  const isTheirs = (delegate: boolean): boolean => delegate === (role === 'DELEGATE');
  const symbolic = signedSymbolic && isTheirs(isByDelegate('symbolic', signedSymbolic)) ? signedSymbolic : undefined;
  const witness = signedWitness && isTheirs(isByDelegate('witness', signedWitness)) ? signedWitness : undefined;
  const standing = {
    ...(attendance && { attendance }),
    ...(heard && { heard }),
    ...(signature && { signature }),
    ...(symbolic && { symbolic }),
    ...(witness && { witness }),
  };
  return Object.keys(standing).length > 0 ? standing : undefined;
};

export interface Certified {
  /** Without titles (rule 10); undefined where nobody knows it. */
  name: string | undefined;
  /** As it was held on the day. */
  office: string;
  /** A delegate's own, as far as known. */
  own: string | undefined;
  isDelegate: boolean;
}

/** Another person than the office's holder came as its acting head, and nobody wrote down who. */
const isUnnamedActing = (invitation: Invitation): boolean =>
  isOtherActing(invitation) && (invitation.signedHolder?.method ?? 'TABLET') === 'TABLET';

/** What a seal says of whom a certificate is for. */
export interface Sealed {
  name: string | undefined;
  office: string;
}

/** Who it is for; once that is sealed, as it was sealed. Of a delegate counts what was said at the signing, then at the door, then by the head who named them. */
export const certifiedOf = (invitation: Invitation, role: LinkRole, sealed?: Sealed): Certified => {
  const { holder, office, checkIn, signedDelegate, delegation } = invitation;
  const held = officeAsHeld(sealed?.office ?? office, holder?.acting);
  if (role === 'HOLDER') {
    const known = sealed ? sealed.name : holder?.name;
    const name = isUnnamedActing(invitation) ? undefined : known;
    return { name, office: held, own: undefined, isDelegate: false };
  }
  const told = [
    signedDelegate?.signer,
    checkIn?.who === 'delegate' ? checkIn.delegate : undefined,
    delegation?.delegate,
  ];
  const named = told.find((each) => each?.name !== undefined) ?? told.find((each) => each?.office !== undefined);
  const own = named?.office === undefined ? undefined : officeAsHeld(named.office, named.acting);
  return { name: sealed ? sealed.name : named?.name, office: held, own, isDelegate: true };
};
