/**
 * Who stands in the signature block (rule 10): the name with its titles, and NIP and rank unless the office is a head of region, a
 * deputy or a Sekda (Permendagri 1/2023 art. 44). A delegate stands under their own name; the office's holder does not.
 */
import type { Invitation, Signature, SignatureKind } from '../invitations/invitation-schema.ts';
import { maskNip } from '../roster/nip.ts';
import type { SignatureShown } from './pledge-schema.ts';

type Person = SignatureShown['person'];

const withoutNip = /^((wakil )?(gubernur|bupati|wali ?kota)|sekretaris daerah)\b/i;

/** Whether NIP and rank are shown beside the name. */
export const showsNipAndRank = (office: string): boolean => !withoutNip.test(office.trim());

const holderOf = ({ holder, office }: Invitation): Person => {
  if (holder === null) return null;
  const { name, titlesBefore, titlesAfter, acting, nip, rank } = holder;
  const nipAndRank = showsNipAndRank(office) && { ...(nip && { nipMasked: maskNip(nip) }), ...(rank && { rank }) };
  return { name, office, titlesBefore, titlesAfter, acting, ...nipAndRank };
};

/** What is known of a delegate: what was said at the signing, or else, if nothing was, what was said at the door. */
const delegateOf = ({ checkIn }: Invitation, { signer }: Signature): Person => {
  const atDoor = checkIn?.who === 'delegate' ? checkIn.delegate : undefined;
  const { name, office, acting } = signer ?? atDoor ?? {};
  return name === undefined && office === undefined ? null : { name, office, ...(acting && { acting }) };
};

/** The person who signed, as far as it is known. A symbolic signer or a witness may be a delegate too. */
export const signerOf = (invitation: Invitation, kind: SignatureKind, signature: Signature): Person =>
  kind === 'delegate' || signature.signer ? delegateOf(invitation, signature) : holderOf(invitation);
