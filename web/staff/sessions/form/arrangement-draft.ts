/** The letter and the waves of a session as the form holds them, and their way from and to the API. */
import type { ActingStatus, Zone } from '../../../../functions/platform/base-schema.ts';
import { newKey } from '../../../shared/api.ts';
import { instantFromLocal, localFromInstant } from '../../../shared/format.ts';
import type { SessionShown } from '../use-session.ts';
import { rowKey, type SessionBody, type SessionDraft } from './draft.ts';

export interface WaveDraft {
  key: string;
  /** What invitations refer to; made once and kept. */
  id: string;
  label: string;
  /** `HH:MM` */
  from: string;
  to: string;
  /** `YYYY-MM-DD` when it is not the day on which the session starts. */
  day: string;
  /** How many days after its own it ends; the form asks for none, and keeps what a plan had. */
  nights: number;
  capacity: string;
}

export interface LetterDraft {
  number: string;
  date: string;
  place: string;
  urgency: string;
  opening: string;
  closing: string;
  copies: string;
  signer: {
    office: string;
    acting: ActingStatus;
    name: string;
    titlesBefore: string;
    titlesAfter: string;
    rank: string;
  };
}

export const emptyLetter = (): LetterDraft => ({
  number: '',
  date: '',
  place: '',
  urgency: '',
  opening: '',
  closing: '',
  copies: '',
  signer: { office: '', acting: 'DEFINITIVE', name: '', titlesBefore: '', titlesAfter: '', rank: '' },
});

/** A new wave. Its name was never another's: invitations still bear those of waves that were removed. */
export const nextWave = (label: string): WaveDraft => ({
  key: rowKey(),
  id: newKey().slice(0, 8),
  label,
  from: '',
  to: '',
  day: '',
  nights: 0,
  capacity: '',
});

type Span = Pick<SessionDraft, 'startsAt' | 'endsAt'>;

const dayOf = (local: string): string => local.slice(0, 10);

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
const daysAfter = (day: string, days: number): string =>
  day && new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Whether a session lasts several days, so that a wave has to say its own. */
export const lastsDays = ({ startsAt, endsAt }: Span): boolean =>
  startsAt !== '' && endsAt !== '' && dayOf(startsAt) < dayOf(endsAt);

/** The days on which a wave begins and ends; on a session of one day, that day. */
export const waveDays = ({ day, nights }: WaveDraft, session: Span): { first: string; last: string } => {
  const start = dayOf(session.startsAt);
  if (!lastsDays(session)) return { first: start, last: start };
  const first = day || start;
  return { first, last: daysAfter(first, nights) };
};

/** The key only when there is something to say: the API takes no empty texts. */
const given = <T extends Record<string, string>>(texts: T): Partial<T> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')) as Partial<T>;

/** An absent text is an empty one in a form. */
const orEmpty = <T extends object>(texts: T): { [K in keyof T]-?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? ''])) as never;

export const lettersDraft = ({ letter }: SessionShown): LetterDraft => {
  const empty = emptyLetter();
  if (!letter) return empty;
  const { signer, copies, ...texts } = letter;
  return {
    ...empty,
    ...orEmpty(texts),
    copies: copies.join('\n'),
    signer: { ...empty.signer, ...(signer && orEmpty(signer)) },
  };
};

const signerBody = ({ office, acting, ...texts }: LetterDraft['signer']) =>
  office.trim() ? { signer: { office, acting, ...given(texts) } } : {};

export const letterBody = ({ signer, copies, ...texts }: LetterDraft): Pick<SessionBody, 'letter'> => {
  const list = copies.split('\n').filter((copy) => copy.trim() !== '');
  const letter = { ...given(texts), ...(list.length ? { copies: list } : {}), ...signerBody(signer) };
  return Object.keys(letter).length ? { letter } : {};
};

export const wavesDraft = ({ waves, zone, startsAt: start }: SessionShown): WaveDraft[] => {
  const firstDay = dayOf(localFromInstant(zone, start));
  return waves.map(({ id, label, startsAt, endsAt, capacity }) => {
    const [from, to] = [localFromInstant(zone, startsAt), localFromInstant(zone, endsAt)];
    return {
      key: rowKey(),
      id,
      label,
      from: from.slice(11),
      to: to.slice(11),
      day: dayOf(from) === firstDay ? '' : dayOf(from),
      nights: daysBetween(dayOf(from), dayOf(to)),
      capacity: capacity === undefined ? '' : String(capacity),
    };
  });
};

export const wavesBody = ({ waves, ...session }: Span & Pick<SessionDraft, 'waves'>, zone: Zone) =>
  waves.map((wave): NonNullable<SessionBody['waves']>[number] => {
    const { id, label, from, to, capacity } = wave;
    const { first, last } = waveDays(wave, session);
    return {
      id,
      label,
      startsAt: instantFromLocal(zone, `${first}T${from}`),
      endsAt: instantFromLocal(zone, `${last}T${to}`),
      ...(capacity.trim() ? { capacity: Number(capacity) } : {}),
    };
  });
