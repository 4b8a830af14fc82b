/** For whom papers are printed, as the page's choice has it and as the API is asked. */
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { className } from '../../shared/words.ts';
import type { InvitationShown } from '../invitations/invitation.ts';

/** `''` everybody, `units`, `guests`, or a class. */
export type Choice = '' | 'units' | 'guests' | UnitClassCode;

type Invited = Pick<InvitationShown, 'kind' | 'class' | 'revoked' | 'walkIn'>;

const isClass = (choice: Choice): choice is UnitClassCode => className.codes.includes(choice as UnitClassCode);

/** Whom a paper is printed for at all; as functions/documents/recipients.ts has it. */
export const isPrinted = ({ revoked, walkIn }: Pick<Invited, 'revoked' | 'walkIn'>): boolean => !revoked && !walkIn;

const fits = ({ kind, class: unitClass }: Pick<Invited, 'kind' | 'class'>, choice: Choice): boolean => {
  if (choice === 'units') return kind === 'unit';
  return choice === 'guests' ? kind === 'guest' : choice === '' || unitClass === choice;
};

export const chosenOf = (invitations: readonly Invited[], choice: Choice): number =>
  invitations.filter((each) => isPrinted(each) && fits(each, choice)).length;

type Came = Pick<InvitationShown, 'kind' | 'class' | 'checkIn'>;

/** Whoever came, or took part by video: also guests who were entered at the door, and those whose code was revoked since. */
export const cameFor = (invitations: readonly Came[], choice: Choice): number =>
  invitations.filter((each) => each.checkIn !== undefined && fits(each, choice)).length;

type Recorded = Came & Pick<InvitationShown, 'pledge'>;

const holderStands = ({ checkIn, pledge }: Recorded): boolean =>
  (checkIn !== undefined && checkIn.who !== 'delegate') || pledge.signedAt !== undefined;
const delegateStands = ({ checkIn, pledge }: Recorded): boolean =>
  checkIn?.who === 'delegate' || pledge.delegateSignedAt !== undefined;
const witnessed = ({ pledge }: Recorded): boolean =>
  pledge.symbolicAt !== undefined || pledge.witnessedAt !== undefined;

/**
 * How many certificates there are, at least and at most: who gave a symbolic or a witness's signature, the head or the delegate, is not
 * told here. See functions/documents/certificate-rules.ts.
 */
export const certificatesFor = (invitations: readonly Recorded[], choice: Choice): { count: number; most: number } => {
  const chosen = invitations.filter((each) => fits(each, choice));
  const sum = (of: (each: Recorded) => number): number => chosen.reduce((total, each) => total + of(each), 0);
  const sure = (each: Recorded): number => Number(holderStands(each)) + Number(delegateStands(each));
  return {
    count: sum((each) => Math.max(sure(each), Number(witnessed(each)))),
    most: sum((each) => (witnessed(each) ? 2 : sure(each))),
  };
};

/** The classes that anybody is invited of, in protocol order. */
export const classesIn = (invitations: readonly Invited[]): UnitClassCode[] => {
  const found = new Set(invitations.filter(isPrinted).map((each) => each.class));
  return className.codes.filter((code) => found.has(code));
};

type Query = { class?: UnitClassCode; guests?: 'only' | 'without'; part?: string };

export const queryOf = (choice: Choice, part: number): Query => ({
  ...(isClass(choice) && { class: choice }),
  ...(choice === 'units' && { guests: 'without' }),
  ...(choice === 'guests' && { guests: 'only' }),
  ...(part > 1 && { part: String(part) }),
});

/** `kartu-qr-2024-06-27-sd-bagian-2.pdf` */
export const fileName = (
  document: string,
  day: string,
  choice: Choice,
  part: number,
  parts: number,
  ending = 'pdf',
): string =>
  [document, day, choice === 'guests' ? 'tamu' : choice.toLowerCase(), parts > 1 ? `bagian-${part}` : '']
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^a-z\d-]+/g, '-')
    .concat(`.${ending}`);
