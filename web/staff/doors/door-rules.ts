/** What the page of doors decides by itself: names, how a door stands, what became of an exported file. */
import type { Answer, ItemOf } from '../../shared/api.ts';

export type DoorShown = ItemOf<'GET /api/sessions/:session/doors'>;
export type DoorFileResult = Answer<'POST /api/sessions/:session/door-files'>;

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** A code that ran out before any device used it leaves nothing behind: its name is free again. */
const neverUsed = ({ state }: Pick<DoorShown, 'state'>): boolean => state === 'EXPIRED';

/** A, B, … Z, AA, AB, … as spreadsheets count. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The first of Pintu A, Pintu B, … that no door has. A door that was cut off keeps its name: its records bear it. */
export const nextFreeName = (doors: readonly Pick<DoorShown, 'name' | 'state'>[]): string => {
  const taken = new Set(doors.filter((door) => !neverUsed(door)).map(({ name }) => plain(name)));
  let index = 0;
  while (taken.has(plain(`Pintu ${letters(index)}`))) index += 1;
  return `Pintu ${letters(index)}`;
};

/** A door of another device already bears this name: two stories of "Pintu A" could not be told apart. */
export const nameTaken = (doors: readonly Pick<DoorShown, 'name' | 'state'>[], name: string): boolean =>
  doors.some((door) => !neverUsed(door) && plain(door.name) === plain(name));

/** The letters, digits and marks that the API takes. */
export const nameFits = (name: string): boolean => /^[\p{L}\p{N} ._-]{1,30}$/u.test(name.trim());

/** By name; a code that ran out disappears once another door of its name is there. */
export const shownDoors = (doors: readonly DoorShown[]): DoorShown[] =>
  doors
    .filter((door) => !neverUsed(door) || !nameTaken(doors, door.name))
    .filter(
      (door, index, all) =>
        !neverUsed(door) || all.findLastIndex((other) => plain(other.name) === plain(door.name)) === index,
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'id', { numeric: true }) || (a.createdAt < b.createdAt ? -1 : 1));

/** Longer without a word than a device with a signal ever is. */
export const quietAfterMs = 120_000;

export type DoorStanding = DoorShown['state'] | 'QUIET';

const silentAt = ({ contact, pairedAt }: DoorShown, moment: string): boolean => {
  const heard = contact?.at ?? pairedAt;
  return heard !== undefined && Date.parse(moment) - Date.parse(heard) > quietAfterMs;
};

/** By the engine's clock alone: the one that this page runs on may be off. */
export const standingOf = (door: DoorShown): DoorStanding =>
  door.state === 'PAIRED' && silentAt(door, door.asOf) ? 'QUIET' : door.state;

/** It may hold scans that nobody has heard of: it is silent, or was when it was cut off. */
const mayHoldMore = (door: DoorShown): boolean =>
  standingOf(door) === 'QUIET' ||
  (door.cutOffAt !== undefined && door.pairedAt !== undefined && silentAt(door, door.cutOffAt));

/** The figures of a session's doors in one line: how many work, how many are silent, what they still hold. */
export const sumUp = (doors: readonly DoorShown[]) => {
  const standings = doors.map(standingOf);
  const holding = doors.filter(({ contact }) => (contact?.unsent ?? 0) > 0);
  const sure = !doors.some(mayHoldMore);
  return {
    working: standings.filter((standing) => standing === 'PAIRED').length,
    quiet: standings.filter((standing) => standing === 'QUIET').length,
    clockOff: doors.filter(({ state, clockOff }) => state === 'PAIRED' && clockOff).length,
    /** What the doors say they hold is all that they hold. */
    sure,
    /** A door that no device ever worked has sent nothing. */
    allSent: sure && !holding.length && doors.some(({ pairedAt }) => pairedAt !== undefined),
    holding: holding.map(({ name }) => name),
    unsent: holding.reduce((sum, { contact }) => sum + (contact?.unsent ?? 0), 0),
  };
};

type Outcome = DoorFileResult['answers'][number]['result'];
const groupOf: Record<Outcome, 'taken' | 'known' | 'already' | 'refused' | 'broken' | 'again'> = {
  accepted: 'taken',
  counted: 'taken',
  undone: 'taken',
  corrected: 'taken',
  uncounted: 'taken',
  replayed: 'known',
  already: 'already',
  refused: 'refused',
  problem: 'refused',
  invalid: 'broken',
  retry: 'again',
};

/** What became of the entries of an exported file, counted in the groups that the organiser is told. */
export const tally = ({ answers }: Pick<DoorFileResult, 'answers'>) => {
  const counts = { taken: 0, known: 0, already: 0, refused: 0, broken: 0, again: 0 };
  for (const { result } of answers) counts[groupOf[result]] += 1;
  return counts;
};

/** Where the device's clock stands against the engine's, in whole minutes: positive is fast. */
export const minutesFast = (clockOffsetMs: number): number => -Math.round(clockOffsetMs / 60_000);
