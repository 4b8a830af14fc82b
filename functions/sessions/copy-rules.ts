/** A session drafted from another one's plan on a new day: what is kept, and what belongs to the old day. */
import type * as z from 'zod';
import type { Zone } from '../platform/base-schema.ts';
import { dayIn } from '../platform/time.ts';
import { notInForce } from './legal-bases.ts';
import type { CopyRequest, Session } from './session-schema.ts';

type Request = z.output<typeof CopyRequest>;

/** The letter's wording, signer and copies; its number and date were of the old day. */
const letterAgain = ({ number: _number, date: _date, ...letter }: NonNullable<Session['letter']>) => letter;

/** The legal bases of the old day that are replaced, or not yet in force, on the new one. */
export const droppedBases = (
  { legalBases }: Pick<Session, 'legalBases'>,
  { startsAt }: Request,
  zone: Zone,
): string[] => notInForce(legalBases, dayIn(zone, startsAt));

/**
 * The copied plan, with every time moved as far as its start: agenda and waves too. Title, occasion and phase are the request's
 * where it says them. The pledge is kept with its text's version and hash; opening checks them as ever. Nothing of what became of
 * the old session (state, roster, opening and closing) is kept. Legal bases that are not in force on the new day are left out: the
 * organiser picks others in the draft, as the old plan may be closed to changes.
 */
export const copyOf = (source: Session, request: Request, { id, zone }: { id: string; zone: Zone }): Session => {
  const distance = Date.parse(request.startsAt) - Date.parse(source.startsAt);
  const move = (instant: string): string => new Date(Date.parse(instant) + distance).toISOString();
  // Whom a make-up session was for is told by its own roster, not by a copy's.
  const { letter, makesUpFor: _, publishedAt: __, ...plan } = source;
  const { title, occasion, phase } = request;
  const dropped = new Set(droppedBases(source, request, zone));
  return {
    ...plan,
    id,
    zone,
    ...(title !== undefined && { title }),
    ...(occasion !== undefined && { occasion }),
    ...(phase !== undefined && { phase }),
    ...(letter && { letter: letterAgain(letter) }),
    legalBases: plan.legalBases.filter((basis) => !dropped.has(basis)),
    startsAt: request.startsAt,
    endsAt: move(source.endsAt),
    agenda: source.agenda.map(({ startsAt, ...item }) => ({
      ...item,
      ...(startsAt !== undefined && { startsAt: move(startsAt) }),
    })),
    waves: source.waves.map((wave) => ({ ...wave, startsAt: move(wave.startsAt), endsAt: move(wave.endsAt) })),
    copiedFrom: source.id,
    state: 'DRAFT',
    frozen: null,
    openedAt: null,
    closedAt: null,
    version: 1,
  };
};
