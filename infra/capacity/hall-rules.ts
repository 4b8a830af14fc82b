/** The session that a morning is about, and the actions that happen in it: how often doors, pages and boards ask. */
import { millisecondsOf } from './measured-durations.ts';
import { type ActionName, type Hall, unitsOf } from './measured-units.ts';
import type { Morning } from './morning-rules.ts';

/** A page on an attendee's phone asks again so often (web/attendee/attendee-page.tsx). */
export const pagePollSeconds = 30;
/** A door makes contact so often, and a twentieth later on average (web/door/core/courier.ts). */
export const contactSeconds = 15 * 1.05;
/** It asks for what is new so often; with more than a thousand on its list less often. */
export const listSeconds = (invited: number): number => (invited > 1000 ? 60 : 20);
/** Where nothing is held a board waits so long before it asks again; where it is, half a second, and the server looks every second. */
export const unheldSeconds = 2;
export const leastSeconds = 0.5;
export const lookSeconds = 1;
/** The stream collects so long before the projector is called. */
export const windowSeconds = 2;
/** The projector takes so many sessions at a time. */
export const projectorWidth = 4;
/** A process remembers a door, a session and a signing table so long. */
export const rememberedSeconds = 30;

export type PhaseName = 'doors' | 'signing';

/** Something that happens in all regencies together, so many times a second. */
export interface Flow {
  what: string;
  action: ActionName;
  mean: number;
  peak: number;
  /** Requests to the API for each of them: 0 where none comes from outside. */
  requests: number;
  /** Instead of what the action takes, where a Lambda waits. */
  heldMs?: number;
}

export const doorsOf = ({ doors, invited, come, peak, minutes }: Morning): number =>
  doors || Math.max(1, Math.ceil((invited * come * peak) / minutes / 15));

export const arrivalsASecond = ({ invited, come, minutes }: Morning): number => (invited * come) / (minutes * 60);
export const signaturesASecond = ({ invited, come, sign, signMinutes }: Morning): number =>
  (invited * come * sign) / (signMinutes * 60);

/** At the end of the phase: the dearest moment of it. */
export const hallOf = (morning: Morning, phase: PhaseName): Hall => {
  const { invited, come, sign, sessionsAMonth, keepMonths, regenciesInProvince, regencies } = morning;
  const came = invited * come;
  return {
    invited,
    answered: invited * 0.5,
    came,
    signed: phase === 'signing' ? came * sign : 0,
    doors: doorsOf(morning),
    sessions: Math.max(1, Math.round(sessionsAMonth * keepMonths)),
    regencies: Math.min(regenciesInProvince, Math.max(1, regencies)),
  };
};

/** As AWS bills it, with the Queries that find nothing. */
export const readOf = (action: ActionName, hall: Hall): number =>
  unitsOf[action](hall).read + unitsOf[action](hall).empty;

/** How long its Lambda is occupied by one. */
export const msOf = ({ action, heldMs }: Flow, hall: Hall): number =>
  heldMs ?? millisecondsOf(action, hall.invited, readOf(action, hall));
