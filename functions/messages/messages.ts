/** Messages for those who are written to: the text, the link, and the ways to reach them that the register knows at this moment. */

import { addressee } from '../invitations/addressee.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Links } from '../invitations/links.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Which } from './message-rules.ts';
import { makeMessageText } from './message-text.ts';

export interface Written {
  invitation: string;
  addressee: string;
  name: string;
  office: string;
  class?: Invitation['class'];
  phone: string | null;
  email: string | null;
  link: string;
  text: string;
  remindedAt?: string | undefined;
}

type Wordings = Regency['messages'];

/** The regency's own wording for a purpose; undefined for the usual one. */
export const wordingOf = (messages: Wordings, purpose: Which['purpose']): string | undefined =>
  purpose === 'INVITE' ? messages?.invite : messages?.remind;

export const makeMessages = (
  session: Session,
  { purpose }: Which,
  { messages }: Pick<Regency, 'messages'>,
  links: Pick<Links, 'holder'>,
): ((invitation: Invitation, unit: Unit | undefined) => Written) => {
  const textFor = makeMessageText({ session, purpose, wording: wordingOf(messages, purpose) });
  return (invitation, unit) => {
    const link = links.holder(invitation);
    return {
      invitation: invitation.id,
      addressee: addressee(invitation),
      name: invitation.name,
      office: invitation.office,
      class: invitation.class,
      phone: unit?.holder?.phone ?? null,
      email: unit?.holder?.email ?? null,
      link,
      text: textFor(invitation, link),
      remindedAt: invitation.remindedAt,
    };
  };
};
