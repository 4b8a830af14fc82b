/** Whose turn it is at the table, and what their signature is sent as. */
import type { Api } from '../../../functions/endpoints.ts';
import type { SignatureKind } from '../../../functions/invitations/invitation-schema.ts';
import type { QueueEntry } from '../../../functions/pledges/pledge-schema.ts';
import { type Signer, signerPart } from '../../shared/signer.ts';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';
import type { InvitationShown } from '../invitations/invitation.ts';
import { t } from './texts.ts';

/** What the operator set the table to before handing it over. */
export type As = 'signer' | 'symbolic' | 'witness';
export type Who = 'holder' | 'delegate';

export type Turn = Pick<QueueEntry, 'invitation' | 'kind' | 'name' | 'office' | 'person' | 'present' | 'signed'>;

/** Somebody found by name, as the queue would show them. */
export const turnOf = ({ id, kind, name, office, holder, checkIn, pledge }: InvitationShown): Turn => {
  const present = checkIn && checkIn.mode !== 'ONLINE' ? checkIn.who : null;
  const { signedAt, delegateSignedAt, symbolicAt, witnessedAt } = pledge;
  return {
    invitation: id,
    kind,
    name,
    office,
    person: present === 'delegate' ? (checkIn?.delegate ?? null) : holder,
    present,
    signed: {
      ...(signedAt && { holder: signedAt }),
      ...(delegateSignedAt && { delegate: delegateSignedAt }),
      ...(symbolicAt && { symbolic: symbolicAt }),
      ...(witnessedAt && { witness: witnessedAt }),
    },
  };
};

/** Who came is who signs. */
export const likelyWho = ({ present }: Pick<Turn, 'present'>): Who => (present === 'delegate' ? 'delegate' : 'holder');

/** How somebody is called to the table: by name with titles, or by the office where no name is known. */
export const calledName = ({ person, office, name, present }: Turn): string => {
  if (person?.name) return nameWithTitles({ ...person, name: person.name });
  return present === 'delegate' ? t('unnamedDelegate', { unit: name }) : officeHeld(office, person?.acting);
};

/** The office under the name; a delegate's own, where it is known. */
export const calledOffice = ({ person, office, present }: Turn): string => {
  if (present === 'delegate') return person?.office ? officeHeld(person.office, person.acting) : '';
  return person?.name ? officeHeld(office, person.acting) : '';
};

/** Under the name in a list: the office, and the unit where the office does not say it; nothing twice. */
export const underName = (turn: Turn): string => {
  const office = calledOffice(turn);
  const unit = office.includes(turn.name) || calledName(turn).includes(turn.name) ? '' : turn.name;
  return [office, unit].filter(Boolean).join(' · ');
};

/** In the order of the queue; whoever was skipped comes back after everybody else, first skipped first. */
export const upcoming = (waiting: readonly Turn[], skipped: readonly string[]): Turn[] => {
  const later = skipped.flatMap((id) => waiting.find(({ invitation }) => invitation === id) ?? []);
  return [...waiting.filter(({ invitation }) => !skipped.includes(invitation)), ...later];
};

/** Whoever is skipped again goes behind the others who were. */
export const skip = (skipped: readonly string[], id: string): string[] => [
  ...skipped.filter((each) => each !== id),
  id,
];

export const kindOf = (as: As, who: Who): SignatureKind => {
  if (as === 'witness') return 'witness';
  return as === 'symbolic' ? 'symbolic' : who;
};

type Body = Api['POST /api/sessions/:session/invitations/:invitation/signatures']['body'];
interface Signing {
  as: As;
  who: Who;
  hash: string;
  nonce: string;
  signer: Signer;
  /** Empty when nothing was drawn. */
  drawn?: string;
  /** From a paper sheet: its number, and when it was signed. */
  paper?: { sheet: string; signedAt?: string };
}

export const bodyOf = ({ as, who, hash, nonce, signer, drawn, paper }: Signing): Body => ({
  nonce,
  hash,
  who,
  role: as === 'witness' ? 'WITNESS' : 'SIGNER',
  symbolic: as === 'symbolic',
  method: paper ? 'PAPER' : 'TABLET',
  ...(drawn && { drawn }),
  ...paper,
  ...signerPart(who, signer),
});
