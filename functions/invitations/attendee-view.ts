/** What a link's page shows: its own to the holder or the delegate, the neutral one on another phone than the one that confirmed. */
import type * as z from 'zod';
import type { AttendeeDeps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { fillIn, isWordingOf } from '../pledges/pledge-rules.ts';
import { readingHeardBy, readingsHeld } from '../pledges/presence-at-reading-rules.ts';
import { hasReceipt } from '../pledges/signing-rules.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { checkAddress, makeCheckCode } from '../seals/check-code.ts';
import { readableAloudStates } from '../sessions/session-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import { hasAsked, isAnswerable, phoneStanding } from './answer-rules.ts';
import type { NeutralView, OwnView } from './attendee-schema.ts';
import { codeOf } from './code-address.ts';
import { type Holding, phoneOfCall } from './find-invitation.ts';
import { pledgeStatus, showToLink } from './invitation-rules.ts';
import type { Invitation } from './invitation-schema.ts';
import { makeToken } from './invitation-token.ts';
import { makeLinks } from './links.ts';

type Own = z.input<typeof OwnView>;
type Neutral = z.input<typeof NeutralView>;
export type Caller = { phone: string | undefined; now: Date };

const publicFacts = (session: Session, { name, letterhead }: Regency): Neutral['session'] => ({
  ...session,
  regencyName: name,
  letterhead,
});

export const makeAttendeeView = (deps: Pick<AttendeeDeps, 'stores' | 'tokenKeys' | 'origin'>) => {
  const { stores, tokenKeys, origin } = deps;
  const links = makeLinks(deps);

  const regencyOf = async (session: Session): Promise<Regency> => {
    const regency = await stores.regencies.get(session.regency);
    if (!regency) throw new Problem('TOKEN_INVALID');
    return regency;
  };

  const pledgeToSign = async (session: Session): Promise<Own['pledge']> => {
    if (session.pledge === null) return null;
    const { text: id, version, variables, hash } = session.pledge;
    const text = await stores.pledges.text(session.regency, id, version);
    // Rewritten since the plan was saved, which opening will refuse: no wording is shown beside another's hash.
    return text && isWordingOf(session.pledge, text) ? { ...fillIn(text, variables), hash } : null;
  };

  /** The other offices of the same person that are invited too. They are the holder's affair: a delegate comes for one. */
  const othersOf = async ({ role, invitation }: Holding): Promise<Own['others']> => {
    const { alsoHolds = [], session } = invitation;
    if (role === 'DELEGATE' || alsoHolds.length === 0) return [];
    const found = await stores.invitations.some(session, alsoHolds);
    return found
      .filter(({ revokedAt }) => revokedAt === undefined)
      .sort((a, b) => (a.office < b.office ? -1 : 1))
      .map(({ id, name, office, holder, delegation, checkIn }) => ({
        id,
        name,
        office,
        ...(holder && { acting: holder.acting }),
        ...(delegation && { delegated: true }),
        ...(checkIn && { checkIn }),
      }));
  };

  /** What the page says of the reading aloud. Whoever was in the hall is told so on their own page: the head's, or the delegate's. */
  const readingOf = async ({ role, invitation, session }: Holding): Promise<Own['reading']> => {
    if (session.pledge === null) return null;
    const readable = readableAloudStates.includes(session.state);
    const readings = readable ? await stores.pledges.readings(session.id) : [];
    const { checkIn } = invitation;
    const own = checkIn && (checkIn.who === 'delegate') === (role === 'DELEGATE');
    const heard = own && readingHeardBy(checkIn, readings, session);
    return {
      required: session.pledge.readFirst === true,
      begun: readingsHeld(readings).length > 0,
      ...(heard && { heardAt: heard.startedAt }),
    };
  };

  const receiptOf = ({ role, invitation, session }: Holding): string | null =>
    hasReceipt(invitation, role)
      ? checkAddress(origin, makeCheckCode(tokenKeys, { session: session.id, invitation: invitation.id, role }))
      : null;

  const codeFor = ({ role, invitation, content }: Holding): string | null =>
    role === 'HOLDER' && invitation.delegation ? null : codeOf(origin, makeToken(tokenKeys, content));

  const own = async (holding: Holding, { phone, now }: Caller): Promise<Own> => {
    const { role, invitation, session } = holding;
    const due = pledgeStatus(invitation, session.pledge) !== 'NOT_DUE';
    const [regency, pledge, others, reading] = await Promise.all([
      regencyOf(session),
      due ? pledgeToSign(session) : null,
      othersOf(holding),
      readingOf(holding),
    ]);
    const wave = session.waves.find(({ id }) => id === invitation.wave);
    const letterNumber = session.letter?.number;
    return {
      view: 'OWN',
      role,
      bound: phoneStanding(invitation, role, phoneOfCall(phone)) === 'THIS' ? 'THIS' : 'NONE',
      answerable: isAnswerable(invitation, session, now),
      invitation: showToLink(invitation, session, role, links.delegate(invitation)),
      others,
      session: {
        ...publicFacts(session, regency),
        agenda: session.agenda,
        ...(session.phase && { phase: session.phase }),
        ...(wave && { wave }),
        ...(letterNumber !== undefined && { letterNumber }),
      },
      pledge,
      reading,
      receipt: receiptOf(holding),
      code: codeFor(holding),
    };
  };

  const neutral = async ({ invitation, session, role }: Holding, { phone }: Caller): Promise<Neutral> => ({
    view: 'NEUTRAL',
    session: publicFacts(session, await regencyOf(session)),
    helpAsked: hasAsked(invitation, role, phoneOfCall(phone)),
  });

  return {
    /** After the invitation was changed: for the phone that changed it. */
    own: (holding: Holding, invitation: Invitation, caller: Caller) => own({ ...holding, invitation }, caller),
    view: (holding: Holding, caller: Caller): Promise<Own | Neutral> =>
      phoneStanding(holding.invitation, holding.role, phoneOfCall(caller.phone)) === 'OTHER'
        ? neutral(holding, caller)
        : own(holding, caller),
  };
};
