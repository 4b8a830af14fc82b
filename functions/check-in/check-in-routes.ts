/** The door's route: token, gate, one write, one of the closed list of answers. */
import type { Deps } from '../deps.ts';
import { showInvitation } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { readToken, type TokenContent } from '../invitations/invitation-token.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import type { Session } from '../sessions/session-schema.ts';
import { checkIn } from './check-in-endpoints.ts';
import { checkInOf, correctedTime, gateAnswer, type Outcome, type SessionGate } from './check-in-rules.ts';
import type { CheckInRequest, RefusalReason } from './check-in-schema.ts';
import type { Attempt } from './check-in-store.ts';
import { makeSessionGates } from './session-gate.ts';

type Gate = SessionGate & Pick<Session, 'pledge' | 'frozen'>;

const answer = (outcome: Outcome, gate: Gate) => {
  if (outcome.result === 'refused') return { status: 422, body: outcome } as const;
  const show = (invitation: Invitation) => ({
    invitation: showInvitation(invitation, gate),
    late: invitation.checkIn?.late === true,
  });
  const { invitation } = outcome;
  if (outcome.result === 'already') {
    const { at, door } = outcome.first;
    return { status: 409, body: { result: 'already', ...show(invitation), first: { at, door } } } as const;
  }
  if (outcome.result === 'replayed') return { status: 200, body: { result: 'replayed', ...show(invitation) } } as const;
  return { status: 201, body: { result: 'accepted', ...show(invitation) } } as const;
};

export const checkInRoutes = ({ stores, tokenKeys, now: clock, changed }: Deps): Route[] => {
  const gateOf = makeSessionGates<Gate>((id) => stores.sessions.get(id, { consistent: true }), clock);

  /** What a code says for this session's door, or why it says nothing: decided by its MAC alone, without a read. */
  const contentOf = (session: string, token: string): TokenContent | RefusalReason => {
    const content = readToken(tokenKeys, token);
    if (!content) return 'UNKNOWN';
    return content.session === session ? content : 'OTHER_SESSION';
  };

  const refuse = async (session: string, { door, nonce }: CheckInRequest, at: string, reason: RefusalReason) => {
    await stores.checkIns.recordDenial({ session, at, door, nonce, reason });
    return { status: 422, body: { result: 'refused', reason } } as const;
  };

  const admit = async (attempt: Attempt, admits: ReturnType<typeof gateAnswer>): Promise<Outcome> => {
    if (admits !== 'open' && admits !== 'late') return stores.checkIns.deny(attempt, admits);
    const outcome = await stores.checkIns.checkIn(attempt);
    // A replay too: its first answer was lost, and with it perhaps the word that something had changed.
    if (outcome.result === 'accepted' || outcome.result === 'replayed') changed(attempt.session);
    return outcome;
  };

  return [
    route(checkIn, async ({ params: { session }, body }, { now }) => {
      const at = correctedTime(body.scannedAt, body.sentAt, now);
      const content = body.token === undefined ? undefined : contentOf(session, body.token);
      if (typeof content === 'string') return refuse(session, body, at, content);
      const gate = await gateOf(session);
      if (!gate) throw new Problem('SESSION_UNKNOWN');
      const admits = gateAnswer(gate, at);
      const attempt: Attempt = {
        session,
        invitation: content?.invitation ?? body.invitation ?? '',
        tokenVersion: content?.version,
        checkIn: checkInOf(body, at, now, admits === 'late'),
      };
      return answer(await admit(attempt, admits), gate);
    }),
  ];
};
