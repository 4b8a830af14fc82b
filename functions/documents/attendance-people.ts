/** Who stands in a line of the attendance sheet: whoever really came, or whoever is expected; with titles, as signing sheets have them (rule 10). */
import { officeAsHeld, personAsWritten } from '../invitations/addressee.ts';
import type { Delegate } from '../invitations/answer-schema.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { isOtherActing, showsNipAndRank } from '../pledges/signature-block-rules.ts';
import { nipOnPaper } from '../roster/nip.ts';
import { matchKey } from '../roster/person-name.ts';
import { phoneOnPaper } from '../roster/phone.ts';
import type { Unit } from '../roster/unit-schema.ts';

export interface LinePerson {
  /** Empty where nobody knows it. */
  name: string;
  nip: string;
  /** The person's own; of a delegate who did not tell one it is empty. */
  office: string;
  /** The office that somebody else came for, as it is held. */
  representing: string;
  phone: string;
}

/** Numbers stand in the register alone, under the unit's id, which is its invitation's too. */
export type Register = ReadonlyMap<string, Pick<Unit, 'holder'>>;

const erased = '(dihapus atas permintaan)';

/** The register's number is the invited person's only while the office is still theirs. */
const phoneOf = ({ id, holder }: Invitation, register: Register): string => {
  const now = register.get(id)?.holder;
  if (!now?.phone || !holder) return '';
  const isSame = holder.nip === undefined ? matchKey(now.name) === matchKey(holder.name) : now.nip === holder.nip;
  return isSame ? phoneOnPaper(now.phone) : '';
};

const holderLine = (invitation: Invitation, register: Register): LinePerson => {
  const { holder, office, erasedAt } = invitation;
  const unknown = erasedAt === undefined ? '' : erased;
  return {
    name: holder ? personAsWritten(holder) : unknown,
    nip: holder?.nip && showsNipAndRank(office) ? nipOnPaper(holder.nip) : '',
    office: officeAsHeld(office, holder?.acting),
    representing: '',
    phone: phoneOf(invitation, register),
  };
};

const delegateLine = ({ office, holder, erasedAt }: Invitation, delegate: Delegate | undefined): LinePerson => ({
  name: delegate?.name ?? (erasedAt === undefined ? '' : erased),
  nip: '',
  office: delegate?.office === undefined ? '' : officeAsHeld(delegate.office, delegate.acting),
  representing: officeAsHeld(office, holder?.acting),
  phone: '',
});

/** A Plh for a day is not whom the register names; what was said at the signing is all that is known of them. */
const actingLine = ({ office, signedHolder }: Invitation): LinePerson => ({
  name: signedHolder?.signer?.name ?? '',
  nip: '',
  office: officeAsHeld(signedHolder?.signer?.office ?? office, signedHolder?.signer?.acting),
  representing: '',
  phone: '',
});

/** At the door counts what was said there, then what the head said before; a name is worth more than an office. */
const delegateWhoCame = ({ checkIn, delegation, signedDelegate }: Invitation): Delegate | undefined => {
  const told = [checkIn?.delegate, signedDelegate?.signer, delegation?.delegate];
  return told.find((each) => each?.name !== undefined) ?? told.find((each) => each?.office !== undefined);
};

/** Whoever really came. */
export const whoCame = (invitation: Invitation, register: Register): LinePerson => {
  if (invitation.checkIn?.who === 'delegate') return delegateLine(invitation, delegateWhoCame(invitation));
  return isOtherActing(invitation) ? actingLine(invitation) : holderLine(invitation, register);
};

/** Whoever is expected: the delegate while one is named, otherwise the holder. */
export const whoIsExpected = (invitation: Invitation, register: Register): LinePerson =>
  invitation.delegation ? delegateLine(invitation, invitation.delegation.delegate) : holderLine(invitation, register);
