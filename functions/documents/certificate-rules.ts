/** What a certificate may say: of the invited head or guest, or of the delegate, only what stands for them; each thing as what it is. */

import { officeAsHeld } from '../invitations/addressee.ts';
import type { LinkRole } from '../invitations/answer-rules.ts';
import type { CheckIn, Invitation, Signature } from '../invitations/invitation-schema.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import { readingHeardBy, type StartedReading } from '../pledges/presence-at-reading-rules.ts';

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
): Standing | undefined => {
  const { checkIn, signedHolder, signedDelegate, signedSymbolic, signedWitness } = invitation;
  const attendance = checkIn && (checkIn.who === 'delegate') === (role === 'DELEGATE') ? checkIn : undefined;
  const heard = attendance && readingHeardBy(attendance, readings);
  const signature = role === 'DELEGATE' ? signedDelegate : signedHolder;
  const isHead = role === 'HOLDER';
  const standing = {
    ...(attendance && { attendance }),
    ...(heard && { heard }),
    ...(signature && { signature }),
    ...(isHead && signedSymbolic && { symbolic: signedSymbolic }),
    ...(isHead && signedWitness && { witness: signedWitness }),
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
const isUnnamedActing = ({ checkIn, holder, signedHolder }: Invitation): boolean =>
  checkIn?.who === 'acting' && holder?.acting === 'DEFINITIVE' && signedHolder === undefined;

/** Who it is for. Of a delegate counts what was said at the signing, then at the door, then by the head who named them. */
export const certifiedOf = (invitation: Invitation, role: LinkRole): Certified => {
  const { holder, office, checkIn, signedDelegate, delegation } = invitation;
  const held = officeAsHeld(office, holder?.acting);
  if (role === 'HOLDER') {
    const name = isUnnamedActing(invitation) ? undefined : holder?.name;
    return { name, office: held, own: undefined, isDelegate: false };
  }
  const told = [
    signedDelegate?.signer,
    checkIn?.who === 'delegate' ? checkIn.delegate : undefined,
    delegation?.delegate,
  ];
  const named = told.find((each) => each?.name !== undefined) ?? told.find((each) => each?.office !== undefined);
  const own = named?.office === undefined ? undefined : officeAsHeld(named.office, named.acting);
  return { name: named?.name, office: held, own, isDelegate: true };
};
