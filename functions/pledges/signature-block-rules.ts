/**
 * Who stands in the signature block (rule 10): the name with its titles, and NIP and rank unless the office is a head of region, a
 * deputy or a Sekda (Permendagri 1/2023 art. 44). A delegate stands under their own name; the office's holder does not.
 */
import type { Invitation, Signature, SignatureKind } from '../invitations/invitation-schema.ts';
import { highestOffice } from '../roster/highest-office.ts';
import { maskNip } from '../roster/nip.ts';
import type { SignatureShown } from './pledge-schema.ts';
import { isByDelegate } from './signing-rules.ts';

type Person = SignatureShown['person'];

/** Whether NIP and rank are shown beside the name. */
export const showsNipAndRank = (office: string): boolean => highestOffice(office) === undefined;

const isTold = (signer: Signature['signer']): boolean => signer?.name !== undefined || signer?.office !== undefined;

/** Another person than the definitive head came as the acting one (a Plh for a day): the name on the invitation is not theirs. */
export const isOtherActing = ({ checkIn, holder }: Pick<Invitation, 'checkIn' | 'holder'>): boolean =>
  checkIn?.who === 'acting' && checkIn.mode !== 'ONLINE' && holder?.acting === 'DEFINITIVE';

const holderOf = ({ holder, office }: Invitation): Person => {
  if (holder === null) return null;
  const { name, titlesBefore, titlesAfter, acting, nip, rank } = holder;
  const nipAndRank = showsNipAndRank(office) && { ...(nip && { nipMasked: maskNip(nip) }), ...(rank && { rank }) };
  return { name, office, titlesBefore, titlesAfter, acting, ...nipAndRank };
};

/** What is known of a delegate: what was said at the signing, or else, if nothing was, what was said at the door. */
const delegateOf = ({ checkIn }: Invitation, { signer }: Signature): Person => {
  const atDoor = checkIn?.who === 'delegate' ? checkIn.delegate : undefined;
  const { name, office, acting } = (isTold(signer) ? signer : atDoor) ?? {};
  return name === undefined && office === undefined ? null : { name, office, ...(acting && { acting }) };
};

/** Who acted as the head, in the head's place: what was said at the signing. Nobody knows it where nothing was, and then it is not the head. */
const actingOf = (invitation: Invitation, { signer }: Signature): Person =>
  isTold(signer) ? { ...signer, office: signer?.office ?? invitation.office } : null;

/** The person who signed, as far as it is known. A symbolic signer or a witness may be a delegate too. */
export const signerOf = (invitation: Invitation, kind: SignatureKind, signature: Signature): Person => {
  if (isByDelegate(kind, signature)) return delegateOf(invitation, signature);
  const acted = isTold(signature.signer) || (isOtherActing(invitation) && signature.method === 'TABLET');
  return acted ? actingOf(invitation, signature) : holderOf(invitation);
};
