/** What the form holds, and its way from and to the API. Times are local to the regency's zone. */

import type { Api } from '../../../../functions/endpoints.ts';
import type { ActingStatus, Zone } from '../../../../functions/platform/base-schema.ts';
import type { UnitClassCode } from '../../../../functions/roster/unit-class.ts';
import type { ReminderDays } from '../../../../functions/sessions/arrangement-schema.ts';
import { instantFromLocal, localFromInstant } from '../../../shared/format.ts';
import type { SessionShown } from '../use-session.ts';
import {
  emptyLetter,
  type LetterDraft,
  letterBody,
  lettersDraft,
  type WaveDraft,
  wavesBody,
  wavesDraft,
} from './arrangement-draft.ts';

export type SessionBody = Api['POST /api/regencies/:regency/sessions']['body'];

export interface SpeakerDraft {
  key: string;
  name: string;
  office: string;
  institution: string;
}
export interface AgendaDraft {
  key: string;
  title: string;
  /** `HH:MM`, or empty. */
  time: string;
  /** `YYYY-MM-DD` when it is not the day on which the session starts. */
  otherDay: string;
  speakers: SpeakerDraft[];
}
export interface SessionDraft {
  kind: SessionShown['kind'];
  title: string;
  occasion: string;
  organizer: string;
  opener: {
    name: string;
    office: string;
    acting: ActingStatus;
    isDelegate: boolean;
    delegateOffice: string;
    delegateActing: ActingStatus;
  };
  startsAt: string;
  endsAt: string;
  venue: { name: string; address: string; region: string; map: string; capacity: string };
  waves: WaveDraft[];
  phase: NonNullable<SessionShown['phase']> | '';
  letter: LetterDraft;
  agenda: AgendaDraft[];
  legalBases: string[];
  classes: UnitClassCode[];
  /** Days before the session on which those without an answer are reminded by e-mail. */
  reminderDays: ReminderDays;
  /** `text@version`, or empty for none. */
  pledgeText: string;
  variables: Record<string, string>;
  pledgeClasses: UnitClassCode[];
  /** Nobody signs before a reading has started. */
  readFirst: boolean;
  note: string;
}

let made = 0;
/** A name for a row that stays when rows move, so that the keyboard's focus stays with it. */
export const rowKey = (): string => `row-${++made}`;

export const emptyItem = (): AgendaDraft => ({ key: rowKey(), title: '', time: '', otherDay: '', speakers: [] });
export const emptySpeaker = (): SpeakerDraft => ({ key: rowKey(), name: '', office: '', institution: '' });

export const emptyDraft = (regency: { code: string; name: string }): SessionDraft => ({
  kind: 'RAKOR',
  title: '',
  occasion: '',
  organizer: '',
  opener: {
    name: '',
    office: '',
    acting: 'DEFINITIVE',
    isDelegate: false,
    delegateOffice: '',
    delegateActing: 'DEFINITIVE',
  },
  startsAt: '',
  endsAt: '',
  venue: { name: '', address: '', region: regency.code, map: '', capacity: '' },
  waves: [],
  phase: '',
  letter: emptyLetter(),
  agenda: [],
  legalBases: [],
  classes: [],
  reminderDays: [],
  pledgeText: '',
  variables: { instance: regency.name },
  pledgeClasses: [],
  readFirst: false,
  note: '',
});

const agendaDraft = (session: SessionShown): AgendaDraft[] => {
  const day = localFromInstant(session.zone, session.startsAt).slice(0, 10);
  return session.agenda.map((item) => {
    const [itemDay = '', time = ''] = item.startsAt ? localFromInstant(session.zone, item.startsAt).split('T') : [];
    return {
      key: rowKey(),
      title: item.title,
      time,
      otherDay: itemDay === day ? '' : itemDay,
      speakers: item.speakers.map((speaker) => ({
        key: rowKey(),
        name: speaker.name ?? '',
        office: speaker.office,
        institution: speaker.institution,
      })),
    };
  });
};

const openerDraft = ({ opener }: SessionShown): SessionDraft['opener'] => ({
  name: opener?.name ?? '',
  office: opener?.office ?? '',
  acting: opener?.acting ?? 'DEFINITIVE',
  isDelegate: opener?.delegateOf !== undefined,
  delegateOffice: opener?.delegateOf?.office ?? '',
  delegateActing: opener?.delegateOf?.acting ?? 'DEFINITIVE',
});

export const draftOf = (session: SessionShown): SessionDraft => ({
  kind: session.kind,
  title: session.title,
  occasion: session.occasion ?? '',
  organizer: session.organizer,
  opener: openerDraft(session),
  startsAt: localFromInstant(session.zone, session.startsAt),
  endsAt: localFromInstant(session.zone, session.endsAt),
  venue: {
    name: session.venue.name,
    address: session.venue.address ?? '',
    region: session.venue.region,
    map: session.venue.map ?? '',
    capacity: session.venue.capacity === undefined ? '' : String(session.venue.capacity),
  },
  waves: wavesDraft(session),
  phase: session.phase ?? '',
  letter: lettersDraft(session),
  agenda: agendaDraft(session),
  legalBases: session.legalBases,
  classes: session.classes,
  reminderDays: session.reminderDays ?? [],
  pledgeText: session.pledge ? `${session.pledge.text}@${session.pledge.version}` : '',
  variables: session.pledge?.variables ?? {},
  pledgeClasses: session.pledge?.classes ?? [],
  readFirst: session.pledge?.readFirst ?? false,
  note: session.note ?? '',
});

/** The key only when there is something to say: the API takes no empty texts. */
const some = <Name extends string>(name: Name, text: string): { [N in Name]?: string } =>
  (text.trim() ? { [name]: text } : {}) as { [N in Name]?: string };

const held = (acting: ActingStatus): { acting?: ActingStatus } => (acting === 'DEFINITIVE' ? {} : { acting });

const openerBody = ({ opener }: SessionDraft): Pick<SessionBody, 'opener'> => {
  if (!opener.office.trim()) return {};
  return {
    opener: {
      ...some('name', opener.name),
      office: opener.office,
      ...held(opener.acting),
      ...(opener.isDelegate ? { delegateOf: { office: opener.delegateOffice, ...held(opener.delegateActing) } } : {}),
    },
  };
};

const pledgeBody = (draft: SessionDraft, variables: readonly string[]): SessionBody['pledge'] => {
  const [text = '', version = ''] = draft.pledgeText.split('@');
  if (!text) return null;
  return {
    text,
    version: Number(version),
    variables: Object.fromEntries(variables.map((name) => [name, draft.variables[name] ?? ''])),
    classes: draft.pledgeClasses,
    readFirst: draft.readFirst,
  };
};

/** `variables` are those of the chosen pledge text. */
export const bodyOf = (draft: SessionDraft, zone: Zone, variables: readonly string[]): SessionBody => ({
  kind: draft.kind,
  title: draft.title,
  ...some('occasion', draft.occasion),
  organizer: draft.organizer,
  ...openerBody(draft),
  startsAt: instantFromLocal(zone, draft.startsAt),
  endsAt: instantFromLocal(zone, draft.endsAt),
  venue: {
    name: draft.venue.name,
    region: draft.venue.region,
    ...some('address', draft.venue.address),
    ...some('map', draft.venue.map.trim()),
    ...(draft.venue.capacity.trim() ? { capacity: Number(draft.venue.capacity) } : {}),
  },
  waves: wavesBody(draft, zone),
  ...(draft.phase === '' ? {} : { phase: draft.phase }),
  ...letterBody(draft.letter),
  agenda: draft.agenda.map((item) => ({
    title: item.title,
    ...(item.time
      ? { startsAt: instantFromLocal(zone, `${item.otherDay || draft.startsAt.slice(0, 10)}T${item.time}`) }
      : {}),
    speakers: item.speakers.map(({ name, office, institution }) => ({ ...some('name', name), office, institution })),
  })),
  legalBases: draft.legalBases,
  classes: draft.classes,
  ...(draft.reminderDays.length ? { reminderDays: draft.reminderDays } : {}),
  pledge: pledgeBody(draft, variables),
  ...some('note', draft.note),
});
