/**
 * The invitations that were opened on this phone by their own links, so that the venue's code finds them. Kept on the phone
 * only, until a day after the session (or after the last opening), or until the owner says to forget.
 */

import { sessionOfToken } from '../../shared/session-of-token.ts';
import { keep, kept } from './kept.ts';

export interface OwnInvitation {
  token: string;
  office: string;
  /** When the phone may forget it, in the milliseconds of its own clock. */
  until: number;
}

const name = 'hadir.undangan';
const most = 20;
const dayMs = 86_400_000;

const isOwn = (value: unknown): value is OwnInvitation => {
  const { token, office, until } = (value ?? {}) as Partial<OwnInvitation>;
  return typeof token === 'string' && /^[A-Z2-7]{39}$/.test(token) && typeof office === 'string' && Number(until) > 0;
};

/** Whatever the storage held, as a list of invitations that are not over. */
export const readOwn = (value: unknown, now: number): OwnInvitation[] =>
  (Array.isArray(value) ? value : []).filter(isOwn).filter(({ until }) => now < until);

/** The newest first; the same invitation once, by the name it has now. */
export const withOwn = (list: readonly OwnInvitation[], own: OwnInvitation): OwnInvitation[] =>
  [own, ...list.filter(({ token }) => token !== own.token)].slice(0, most);

export const withoutOwn = (list: readonly OwnInvitation[], token: string): OwnInvitation[] =>
  list.filter((own) => own.token !== token.toUpperCase());

const all = (): OwnInvitation[] => readOwn(kept(name), Date.now());

export const ownOfSession = (session: string): OwnInvitation[] =>
  all().filter(({ token }) => sessionOfToken(token) === session);

/** A session may last longer than planned: what was opened today is known for a day in any case. */
export const keepUntil = (sessionEndsAt: string, now: number): number =>
  Math.max(Date.parse(sessionEndsAt), now) + dayMs;

export const rememberOwn = (token: string, office: string, sessionEndsAt: string): void => {
  const own = { token: token.toUpperCase(), office, until: keepUntil(sessionEndsAt, Date.now()) };
  if (isOwn(own)) keep(name, withOwn(all(), own));
};

export const forgetOwn = (token: string): void => keep(name, withoutOwn(all(), token));
