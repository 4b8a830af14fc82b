/** A wording while it is edited, and what it becomes: filled in as the API fills it in, in Indonesian whatever the page's language. */
import {
  type Blanks,
  fillIn,
  placeOf,
  usualWording,
  withLink,
} from '../../../../functions/messages/message-wording.ts';
import type { Zone } from '../../../../functions/platform/base-schema.ts';
import { ianaZone } from '../../../../functions/platform/time.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import type { Purpose } from './use-messages.ts';

export const blankNames: readonly (keyof Blanks)[] = [
  'sapaan',
  'acara',
  'hari',
  'waktu',
  'tempat',
  'nomor',
  'tautan',
  'penyelenggara',
];

/** As long as the API takes it (`Messages` of functions/regencies/regency-schema.ts). */
export const longestWording = 1_500;

type Held = Pick<SessionShown, 'title' | 'organizer' | 'venue' | 'zone' | 'startsAt' | 'endsAt' | 'letter'>;

export const usualFor = (purpose: Purpose, { letter }: Pick<Held, 'letter'>): string =>
  usualWording[purpose](letter?.number !== undefined);

const inIndonesian = (zone: Zone, instant: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('id-ID', { timeZone: ianaZone[zone], ...options }).format(new Date(instant));

const dayOf = (zone: Zone, instant: string): string =>
  inIndonesian(zone, instant, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const clockOf = (zone: Zone, instant: string): string =>
  inIndonesian(zone, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace(':', '.');

/** What a message would be. The link is an example: a real one is a key. */
export const previewOf = (wording: string, held: Held, addressee: string, link: string): string => {
  const { zone, startsAt, endsAt } = held;
  const [first, last] = [dayOf(zone, startsAt), dayOf(zone, endsAt)];
  return fillIn(withLink(wording), {
    sapaan: addressee,
    acara: held.title,
    hari: first === last ? first : `${first} s.d. ${last}`,
    waktu: `${clockOf(zone, startsAt)}–${clockOf(zone, endsAt)} ${zone}`,
    tempat: placeOf(held),
    nomor: held.letter?.number ?? '-',
    tautan: link,
    penyelenggara: held.organizer,
  });
};

/** Words in braces that mean nothing: most likely misspelt. */
export const unknownBlanks = (wording: string): string[] => [
  ...new Set(
    [...wording.matchAll(/\{([a-z]+)\}/gi)]
      .filter(([, name]) => !blankNames.some((known) => known === name))
      .map(([whole]) => whole),
  ),
];
