/** One scan at this door: what was read or picked, when, and who came. Everything that a repeat of it needs. */
import type { Answer, Call } from '../../shared/api.ts';

export type CheckInAnswer = Answer<'POST /api/sessions/:session/check-ins'>;
type Body = NonNullable<Call<'POST /api/sessions/:session/check-ins'>['body']>;
export type Delegate = NonNullable<Body['delegate']>;
export type Attendance = NonNullable<Body['who']>;

/** Who came. `roster`: the head, in person or acting, as the invitation says; asked when the scan is sent. */
export type Who = Attendance | 'roster';

export interface Scan {
  /** Made once for the scan: every repeat carries it, so that it counts once. */
  nonce: string;
  session: string;
  door: string;
  /** By this device's clock. */
  scannedAt: string;
  /** What the code holds, or the invitation that was found by name. */
  target: { code: string } | { invitation: string };
  who: Who;
  delegate?: Delegate;
}

/** The API takes no more; whatever is longer is no code of ours, and is refused as such. */
const longestCode = 400;

/** A field left empty is not known; it is not an empty text. */
const filled = ({ name, office, letter }: Delegate): Delegate | undefined => {
  const kept = {
    ...(name?.trim() && { name: name.trim() }),
    ...(office?.trim() && { office: office.trim() }),
    ...(letter?.trim() && { letter: letter.trim() }),
  };
  return Object.keys(kept).length ? kept : undefined;
};

/** What is sent for a scan. `acting` is whether the list says that the office is held by a Pj, Plt or Plh. */
export const requestOf = (scan: Scan, acting: boolean, sentAt: string): Body => {
  const { nonce, scannedAt, door, target, who } = scan;
  const delegate = who === 'delegate' && scan.delegate ? filled(scan.delegate) : undefined;
  return {
    ...('code' in target ? { token: target.code.slice(0, longestCode) } : { invitation: target.invitation }),
    nonce,
    scannedAt,
    sentAt,
    door,
    who: who === 'roster' ? (acting ? 'acting' : 'holder') : who,
    ...(delegate && { delegate }),
  };
};

/** The rule of the API for the name of a door. */
export const isDoorName = (name: string): boolean => /^[\p{L}\p{N} ._-]{1,30}$/u.test(name);
