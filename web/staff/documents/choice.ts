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

export const chosenOf = (invitations: readonly Invited[], choice: Choice): number => {
  const fits = ({ kind, class: unitClass }: Invited): boolean => {
    if (choice === 'units') return kind === 'unit';
    return choice === 'guests' ? kind === 'guest' : choice === '' || unitClass === choice;
  };
  return invitations.filter((each) => isPrinted(each) && fits(each)).length;
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
export const fileName = (document: string, day: string, choice: Choice, part: number, parts: number): string =>
  [document, day, choice === 'guests' ? 'tamu' : choice.toLowerCase(), parts > 1 ? `bagian-${part}` : '']
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^a-z\d-]+/g, '-')
    .concat('.pdf');
