/** What somebody types of an office's holder, and what the API takes of it. */
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import type { Holder, HolderShown } from '../../../functions/roster/holder-schema.ts';
import { isNip } from '../../../functions/roster/nip.ts';
import { splitTitles } from '../../../functions/roster/person-name.ts';
import { normalisePhone } from '../../../functions/roster/phone.ts';

export interface HolderDraft {
  name: string;
  titlesBefore: string;
  titlesAfter: string;
  nip: string;
  rank: string;
  acting: ActingStatus;
  letter: string;
  from: string;
  until: string;
  phone: string;
  email: string;
}

export type HolderField = keyof HolderDraft;

/** The fields whose value a page is never shown: what is recorded stays unless it is typed anew or taken away. */
export const hiddenFields = ['nip', 'phone', 'email'] as const;
export type HiddenField = (typeof hiddenFields)[number];

export const emptyHolder: HolderDraft = {
  name: '',
  titlesBefore: '',
  titlesAfter: '',
  nip: '',
  rank: '',
  acting: 'DEFINITIVE',
  letter: '',
  from: '',
  until: '',
  phone: '',
  email: '',
};

export const holderDraft = (holder: HolderShown): HolderDraft => ({
  ...emptyHolder,
  name: holder.name,
  titlesBefore: holder.titlesBefore ?? '',
  titlesAfter: holder.titlesAfter ?? '',
  rank: holder.rank ?? '',
  acting: holder.acting,
  letter: holder.letter ?? '',
  from: holder.from ?? '',
  until: holder.until ?? '',
});

export type HolderFault = 'nameMissing' | 'nipWrong' | 'phoneWrong' | 'emailWrong' | 'future' | 'untilBeforeFrom';

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const digitsOf = (text: string): string => text.replace(/[\s.\-']/g, '');

/** What is wrong with a draft, by field; empty when it can be sent. */
export const faultsOfHolder = (draft: HolderDraft, today: string): [HolderField, HolderFault][] => {
  const { name, nip, phone, email, from, until } = draft;
  const found: [HolderField, HolderFault, boolean][] = [
    ['name', 'nameMissing', name.trim() === ''],
    ['nip', 'nipWrong', nip.trim() !== '' && !isNip(digitsOf(nip))],
    ['from', 'future', from > today],
    ['until', 'untilBeforeFrom', until !== '' && from !== '' && until < from],
    ['phone', 'phoneWrong', phone.trim() !== '' && normalisePhone(phone) === undefined],
    ['email', 'emailWrong', email.trim() !== '' && !emailShape.test(email.trim())],
  ];
  return found.flatMap(([field, fault, wrong]) => (wrong ? [[field, fault] as [HolderField, HolderFault]] : []));
};

/** The draft in the API's own forms, empty where nothing was typed: titles apart from the name, the number in E.164. */
const written = (draft: HolderDraft): HolderDraft => {
  const trimmed = Object.fromEntries(Object.entries(draft).map(([field, text]) => [field, text.trim()]));
  const both = { ...draft, ...trimmed } as HolderDraft;
  const apart = both.titlesBefore || both.titlesAfter ? both : { ...both, ...splitTitles(both.name) };
  return { ...apart, nip: digitsOf(apart.nip), phone: normalisePhone(apart.phone)?.phone ?? '' };
};

const filled = (draft: HolderDraft): [string, string][] => Object.entries(draft).filter(([, text]) => text !== '');

/** A draft without faults as a whole holder. */
export const holderOf = (draft: HolderDraft): Holder => Object.fromEntries(filled(written(draft))) as unknown as Holder;

type Correction = { name: string; acting: ActingStatus } & Partial<
  Record<Exclude<HolderField, 'name' | 'acting'>, string | null>
>;

/** A draft without faults as a correction: an emptied field is taken away; of a hidden one only what is in `removed`. */
export const correctionOf = (draft: HolderDraft, removed: readonly HiddenField[]): Correction => {
  const entries = Object.entries(written(draft)).flatMap(([field, text]): [string, string | null][] => {
    if (text !== '') return [[field, text]];
    const hidden = hiddenFields.find((name) => name === field);
    return hidden && !removed.includes(hidden) ? [] : [[field, null]];
  });
  return Object.fromEntries(entries) as Correction;
};
