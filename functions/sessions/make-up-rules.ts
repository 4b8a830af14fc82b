/** A make-up session (susulan): which units of a closed session it is for, and its plan. */
import type * as z from 'zod';
import { presenceOf } from '../coverage/coverage-rules.ts';
import { pledgeStatus } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { Zone } from '../platform/base-schema.ts';
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';
import { copyOf } from './copy-rules.ts';
import type { MakeUpFor, MakeUpRequest, Session } from './session-schema.ts';

type Whom = z.output<typeof MakeUpFor>;
type Request = z.output<typeof MakeUpRequest>;

export interface Owing {
  invitation: Invitation;
  /** Nobody stood there for the unit. Who followed by video did not either. */
  missing: boolean;
  notPledged: boolean;
}

/**
 * The units of the frozen roster that a make-up session is for, and nobody else: no guest, nobody invited after the freeze. A unit
 * whose invitation was revoked after the freeze is still in the denominator (rule 5), and so still owes.
 */
export const owing = (
  invitations: readonly Invitation[],
  frozen: ReadonlySet<string>,
  { pledge }: Pick<Session, 'pledge'>,
  whom: Whom,
): Owing[] =>
  invitations
    .filter(({ id }) => frozen.has(id))
    .map((invitation) => ({
      invitation,
      missing: ['MISSING', 'ONLINE'].includes(presenceOf(invitation)),
      notPledged: pledgeStatus(invitation, pledge) === 'NOT_YET',
    }))
    .filter(({ missing, notPledged }) => (whom !== 'NOT_PLEDGED' && missing) || (whom !== 'MISSING' && notPledged));

const prefix = 'Susulan: ';
const titleLength = 160;

/** `Susulan: Rapat koordinasi netralitas ASN`, cut at a word where it would be too long; one `Susulan` however often it is made up for. */
export const makeUpTitle = (title: string): string => {
  const whole = title.startsWith(prefix) ? title : `${prefix}${title}`;
  if (whole.length <= titleLength) return whole;
  const cut = whole.slice(0, titleLength - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > titleLength / 2 ? cut.slice(0, space) : cut}…`;
};

/**
 * The draft: the first session's plan on the new day, for the classes that are asked for. Its waves were made for everybody and are
 * dropped; the pledge is kept, so that who has not pledged pledges the same.
 */
export const makeUpOf = (
  source: Session,
  request: Request,
  { id, zone, regionName, classes }: { id: string; zone: Zone; regionName: string; classes: readonly UnitClassCode[] },
): Session => {
  const { startsAt, title, venue } = request;
  const { copiedFrom: _, ...plan } = copyOf(
    source,
    { startsAt, title: title ?? makeUpTitle(source.title) },
    { id, zone },
  );
  return {
    ...plan,
    venue: venue ? { ...venue, regionName } : source.venue,
    waves: [],
    classes: [...new Set(classes)].sort((a, b) => classOrder(a) - classOrder(b)),
    makesUpFor: source.id,
  };
};
