/** The code at the entrance, opened on this phone: for five minutes the phone may check in. Kept, so that a reload loses nothing. */
import { type Answer, api } from '../../shared/api.ts';
import { phone } from '../phone.ts';
import { keep, kept } from './kept.ts';

type Opened = Answer<'POST /api/venue/:code'>;

export interface Visit {
  code: string;
  /** By the phone's own clock, which may be wrong by hours: only the time in between is asked. */
  openedAt: number;
  opened: Opened;
}

const name = 'hadir.kunjungan';
/** The API's five minutes, less what the answer may have been under way. */
const goodMs = 290_000;

/** Whatever the storage held, as a visit that is not over. */
export const readVisit = (value: unknown, now: number): Visit | undefined => {
  const { code, openedAt = Number.NaN, opened } = (value ?? {}) as Partial<Visit>;
  const age = now - openedAt;
  const whole = typeof code === 'string' && typeof opened?.pass === 'string' && opened.session !== undefined;
  return whole && age >= 0 && age < goodMs ? { code, openedAt, opened } : undefined;
};

const current = (): Visit | undefined => readVisit(kept(name), Date.now());

export const visitOfSession = (session: string): Visit | undefined => {
  const visit = current();
  return visit?.opened.session.id === session ? visit : undefined;
};

/** Opens the code, once: a reload within the five minutes goes on with the pass that this phone got. */
export const openVisit = async (code: string, signal: AbortSignal): Promise<Visit> => {
  const known = current();
  if (known?.code === code) return known;
  const opened = await api('POST /api/venue/:code', { params: { code }, body: { phone: phone() }, signal });
  const visit = { code, openedAt: Date.now(), opened };
  keep(name, visit);
  return visit;
};
