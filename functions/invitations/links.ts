/** Where an invitation's links lead, and which code opens the door. */
import type { AttendeeDeps } from '../deps.ts';
import { holderVersionOf } from './answer-rules.ts';
import { codeOf } from './code-address.ts';
import type { Invitation } from './invitation-schema.ts';
import { makeToken } from './invitation-token.ts';

type Coded = Pick<Invitation, 'session' | 'id' | 'tokenVersion' | 'delegation'>;

export interface Links {
  /** The page of whom the invitation is for. */
  holder: (invitation: Coded) => string;
  /** The same as a QR holds it. */
  holderCode: (invitation: Coded) => string;
  /** The page of the delegate, while one is named. */
  delegate: (invitation: Coded) => string | undefined;
  /** The content of the QR that opens the door: the delegate's while one is named. */
  doorCode: (invitation: Coded) => string;
}

export const makeLinks = ({ tokenKeys, origin }: Pick<AttendeeDeps, 'tokenKeys' | 'origin'>): Links => {
  const token = ({ session, id }: Coded, version: number) => makeToken(tokenKeys, { session, invitation: id, version });
  const page = (invitation: Coded, version: number) => `${origin}/c/${token(invitation, version)}`;
  return {
    holder: (invitation) => page(invitation, holderVersionOf(invitation)),
    holderCode: (invitation) => codeOf(origin, token(invitation, holderVersionOf(invitation))),
    delegate: (invitation) => invitation.delegation && page(invitation, invitation.delegation.version),
    doorCode: (invitation) => codeOf(origin, token(invitation, invitation.tokenVersion)),
  };
};
