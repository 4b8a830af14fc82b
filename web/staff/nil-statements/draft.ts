/** What the form of a nil statement holds, what is wrong with it, and its way to the API; functions of values. */
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import type { Call, ItemOf } from '../../shared/api.ts';
import type { FormError } from '../../shared/ui/error-summary.tsx';
import { t } from './texts.ts';

export type NilStatementShown = ItemOf<'GET /api/regencies/:regency/nil-statements'>;
type Body = NonNullable<Call<'POST /api/regencies/:regency/nil-statements'>['body']>;

export interface Draft {
  number: string;
  from: string;
  to: string;
  subject: string;
  source: string;
  note: string;
  place: string;
  dated: string;
  signer: {
    name: string;
    titlesBefore: string;
    titlesAfter: string;
    office: string;
    acting: ActingStatus;
    rank: string;
    nip: string;
  };
}

export const emptyDraft: Draft = {
  number: '',
  from: '',
  to: '',
  subject: '',
  source: '',
  note: '',
  place: '',
  dated: '',
  signer: { name: '', titlesBefore: '', titlesAfter: '', office: '', acting: 'DEFINITIVE', rank: '', nip: '' },
};

/** What is usually said again. A NIP is never shown whole, so it cannot be taken over. */
export const draftLike = (draft: Draft, { subject, source, place, signer }: NilStatementShown): Draft => {
  const { name, titlesBefore = '', titlesAfter = '', office, acting, rank = '' } = signer;
  return {
    ...draft,
    subject,
    source,
    place,
    signer: { name, titlesBefore, titlesAfter, office, acting, rank, nip: draft.signer.nip },
  };
};

const digits = (text: string): string => text.replace(/[\s.-]/g, '');
const blank = (text: string): boolean => !text.trim();

export const checkDraft = ({ from, to, subject, source, place, dated, signer }: Draft): FormError[] => {
  const nip = digits(signer.nip);
  const checks: [wrong: boolean, id: string, text: string][] = [
    [!from, 'from', t('needFrom')],
    [!to, 'to', t('needTo')],
    [from !== '' && to !== '' && from > to, 'to', t('endsBeforeStart')],
    [blank(subject), 'subject', t('needSubject')],
    [blank(source), 'source', t('needSource')],
    [blank(place), 'place', t('needPlace')],
    [!dated, 'dated', t('needDated')],
    [dated !== '' && to !== '' && dated < to, 'dated', t('datedBeforeEnd')],
    [blank(signer.office), 'signer-office', t('needOffice')],
    [blank(signer.name), 'signer-name', t('needName')],
    [nip !== '' && !/^\d{18}$/.test(nip), 'signer-nip', t('badNip')],
  ];
  return checks.filter(([wrong]) => wrong).map(([, id, text]) => ({ id, text }));
};

const known = <Name extends string>(name: Name, text: string): { [N in Name]?: string } =>
  (blank(text) ? {} : { [name]: text.trim() }) as { [N in Name]?: string };

export const bodyOf = ({ number, from, to, subject, source, note, place, dated, signer }: Draft): Body => ({
  ...known('number', number),
  from,
  to,
  subject,
  source,
  ...known('note', note),
  place,
  dated,
  signer: {
    name: signer.name,
    office: signer.office,
    acting: signer.acting,
    ...known('titlesBefore', signer.titlesBefore),
    ...known('titlesAfter', signer.titlesAfter),
    ...known('rank', signer.rank),
    ...known('nip', digits(signer.nip)),
  },
});
