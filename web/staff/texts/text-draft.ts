/** What the form of a text holds, and its way from and to the API; functions of values. */
import type { Api } from '../../../functions/endpoints.ts';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import type { FormError } from '../../shared/ui/error-summary.tsx';
import { className } from '../../shared/words.ts';
import { notCivilServants, type PledgeText, type Staff, whyNotFor } from './eligible.ts';
import { t } from './texts.ts';

type Body = Api['PUT /api/regencies/:regency/pledge-texts/:text/:version']['body'];
export type Wording = Pick<PledgeText, 'title' | 'opening' | 'points' | 'closing'>;

export interface PointDraft {
  /** Stays when points move, so that the keyboard's focus stays with it. */
  key: string;
  text: string;
}
export interface TextDraft {
  form: PledgeText['form'];
  title: string;
  opening: string;
  points: PointDraft[];
  closing: string;
  source: string;
  staff: Staff;
  classes: UnitClassCode[];
}

export const mostPoints = 20;

let made = 0;
export const newPoint = (text = ''): PointDraft => ({ key: `butir-${++made}`, text });

const countedClasses = (): UnitClassCode[] => className.codes.filter((code) => whyNotFor({}, code) !== 'guest');

export const emptyText = (): TextDraft => ({
  form: 'IKRAR',
  title: '',
  opening: '',
  points: [newPoint()],
  closing: '',
  source: '',
  staff: 'ASN',
  classes: countedClasses(),
});

export const draftOfText = (text: PledgeText): TextDraft => ({
  form: text.form,
  title: text.title,
  opening: text.opening,
  points: text.points.map((point) => newPoint(point)),
  closing: text.closing,
  source: text.source ?? '',
  staff: text.eligibility?.staff ?? 'ASN_AND_NON_ASN',
  classes: text.eligibility?.classes ?? countedClasses(),
});

/** The classes that the form offers for this staff, in protocol order. */
export const offered = (staff: Staff): UnitClassCode[] =>
  countedClasses().filter((code) => staff !== 'ASN' || !notCivilServants.includes(code));

const chosenClasses = ({ classes, staff }: TextDraft): UnitClassCode[] =>
  offered(staff).filter((code) => classes.includes(code));

export const wordingOf = ({ title, opening, points, closing }: TextDraft): Wording => ({
  title,
  opening,
  points: points.map(({ text }) => text),
  closing,
});

/** `replaces`: the version as it was read that this is written over; null where it is a new one. */
export const textBody = (draft: TextDraft, replaces: PledgeText | null): Body => ({
  form: draft.form,
  ...wordingOf(draft),
  ...(draft.source.trim() ? { source: draft.source } : {}),
  eligibility: { classes: chosenClasses(draft), staff: draft.staff },
  replaces: replaces && {
    form: replaces.form,
    hash: replaces.hash,
    ...(replaces.eligibility && { eligibility: replaces.eligibility }),
  },
});

/** What the fingerprint is computed over, as the API has it (canonical text, in NFC). */
export const coveredText = ({ title, opening, points, closing }: Wording): string =>
  [title, opening, ...points.map((point, index) => `${index + 1}. ${point}`), closing].join('\n').normalize('NFC');

/** The names of the blanks, in the order of their first use. */
export const blanksOf = (wording: Wording): string[] => [
  ...new Set([...coveredText(wording).matchAll(/\{([a-z]{1,20})\}/g)].map(([, name]) => name as string)),
];

/** What looks like a blank and is none: it would be printed as it stands. */
export const brokenBlanksOf = (wording: Wording): string[] => [
  ...new Set(
    [...coveredText(wording).matchAll(/\{[^{}\n]{0,40}\}/g)]
      .map(([whole]) => whole)
      .filter((whole) => !/^\{[a-z]{1,20}\}$/.test(whole)),
  ),
];

type Check = [wrong: boolean, id: string, text: string];
const empty = (text: string): boolean => !text.trim();

const fields = (draft: TextDraft): [id: string, text: string][] => [
  ['title', draft.title],
  ['opening', draft.opening],
  ...draft.points.map(({ text }, index): [string, string] => [`points-${index}`, text]),
  ['closing', draft.closing],
];

export const checkText = (draft: TextDraft): FormError[] => {
  const checks: Check[] = [
    [empty(draft.title), 'title', t('needTitle')],
    [empty(draft.opening), 'opening', t('needOpening')],
    ...draft.points.map(({ text }, index): Check => [empty(text), `points-${index}`, t('needPoint', { n: index + 1 })]),
    [empty(draft.closing), 'closing', t('needClosing')],
    ...fields(draft).flatMap(([id, text]): Check[] =>
      brokenBlanksOf({ title: text, opening: '', points: [], closing: '' })
        .slice(0, 1)
        .map((name) => [true, id, t('badVariable', { name, instance: '{instance}' })]),
    ),
    [chosenClasses(draft).length === 0, 'eligibility-classes', t('needClasses')],
  ];
  return checks.filter(([wrong]) => wrong).map(([, id, text]) => ({ id, text }));
};

export const movedPoint = (points: readonly PointDraft[], from: number, by: -1 | 1): PointDraft[] => {
  const point = points[from];
  if (!point || !points[from + by]) return [...points];
  const rest = points.filter((_, index) => index !== from);
  return [...rest.slice(0, from + by), point, ...rest.slice(from + by)];
};

/** What a blank stands for in a preview. */
export const samplesFor = (names: readonly string[], instance: string, year: number): Record<string, string> => {
  const known: Record<string, string> = { instance, election: 'Pemilihan', year: String(year) };
  return Object.fromEntries(names.map((name) => [name, known[name] ?? `[${name}]`]));
};

/** A new text's id: its title in small letters, without the blanks; with a number where another has it. */
export const idForText = (title: string, taken: readonly string[]): string => {
  const plain = title
    .replace(/\{[^}]*\}/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const base = plain.length < 3 ? `naskah-${plain}`.replace(/-$/, '') : plain;
  let id = base;
  for (let n = 2; taken.includes(id); n += 1) id = `${base}-${n}`;
  return id;
};

export interface TextGroup {
  id: string;
  /** The newest first. */
  versions: PledgeText[];
}

/** Texts with their versions, the one written last at the head; in the order of their titles. */
export const groupsOf = (texts: readonly PledgeText[]): TextGroup[] => {
  const groups = new Map<string, PledgeText[]>();
  for (const text of texts) groups.set(text.id, [...(groups.get(text.id) ?? []), text]);
  return [...groups]
    .map(([id, versions]) => ({ id, versions: versions.sort((a, b) => b.version - a.version) }))
    .sort((a, b) => titleOf(a.versions[0]).localeCompare(titleOf(b.versions[0]), 'id'));
};

/** A title without its blanks. */
export const titleOf = (text: Pick<PledgeText, 'title'> | undefined): string =>
  (text?.title ?? '').replace(/\s*\{\w+\}/g, '').trim();

export const nextVersion = (texts: readonly PledgeText[], id: string): number =>
  Math.max(0, ...texts.filter((text) => text.id === id).map(({ version }) => version)) + 1;
