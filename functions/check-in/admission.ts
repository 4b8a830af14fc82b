/**
 * The way of a scan, whoever brings it: a door's single call, a door's batch, a door's exported file, an attendee at the venue's
 * code, a member of staff with a paper list. One set of rules decides them all.
 */
import type { HotDeps } from '../deps.ts';
import { showInvitation } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import type { Actor } from './actor.ts';
import { makeChanges, type Place } from './changes.ts';
import type { Gate, Outcome } from './check-in-rules.ts';
import type { CorrectionRequest, UndoRequest } from './check-in-schema.ts';
import { type GroupScan, makeScans, type PersonScan } from './scans.ts';
import { makeSessionGates } from './session-gate.ts';
import { type Batch, makeTakeBatch } from './take-batch.ts';

const show = (invitation: Invitation, gate: Gate) => ({
  invitation: showInvitation(invitation, gate),
  late: invitation.checkIn?.late === true,
});

/** The answer of a route for what became of a person's scan. */
const answerOf = (outcome: Outcome, gate: Gate | undefined) => {
  if (outcome.result === 'refused')
    return { status: 422, body: { result: 'refused', reason: outcome.reason } } as const;
  if (!gate) throw new Error('a scan was admitted to a session that nobody read');
  const { result, invitation } = outcome;
  const shown = show(invitation, gate);
  if (result === 'already') {
    const { at, door } = outcome.first;
    return { status: 409, body: { result, ...shown, first: { at, door } } } as const;
  }
  if (result === 'replayed') return { status: 200, body: { result, ...shown } } as const;
  return { status: 201, body: { result, ...shown } } as const;
};

export const makeAdmission = (deps: HotDeps) => {
  const { stores, tokenKeys, now: clock, changed } = deps;
  const gateOf = makeSessionGates<Gate>((id) => stores.sessions.get(id, { consistent: true }), clock);
  const needGate = async (session: string): Promise<Gate> => {
    const gate = await gateOf(session);
    if (!gate) throw new Problem('SESSION_UNKNOWN');
    return gate;
  };
  const scans = makeScans(stores, tokenKeys);
  const changes = makeChanges(stores);

  /** A change by one caller, told to the coverage when it is made. */
  const changeOf =
    <R>(work: (place: Place, request: R) => Promise<Invitation>) =>
    async (target: { session: string; invitation: string }, request: R, actor: Actor, now: Date) => {
      const gate = await needGate(target.session);
      const invitation = await work({ ...target, state: gate.state, actor, now }, request);
      changed(target.session);
      return showInvitation(invitation, gate);
    };

  return {
    /** The ready answer for a scan of one person: of a code, an invitation or a guest. */
    checkIn: async (session: string, request: PersonScan, actor: Actor, now: Date) => {
      let gate: Gate | undefined;
      const load = async () => {
        gate = await needGate(session);
        return gate;
      };
      const { outcome, moved } = await scans.person({ session, actor, now, gate: load }, request);
      if (moved) changed(session);
      return answerOf(outcome, gate);
    },

    /** The ready answer for a group without names. */
    count: async (session: string, request: GroupScan, actor: Actor, now: Date) => {
      const { outcome, moved } = await scans.group({ session, actor, now, gate: () => needGate(session) }, request);
      if (moved) changed(session);
      return outcome.result === 'counted'
        ? ({ status: 201, body: outcome } as const)
        : ({ status: 422, body: { result: 'refused', reason: outcome.reason } } as const);
    },

    /** Whatever a device kept, each entry answered at its own index. */
    takeBatch: async (session: string, batch: Batch, actor: Actor, now: Date) => {
      const gate = await needGate(session);
      const take = makeTakeBatch({ scans, changes, tokenKeys, log: deps.log, newRequestId: deps.newRequestId });
      const { answer, moved } = await take({ session, actor, now, gate }, batch);
      if (moved) changed(session);
      return answer;
    },

    undo: changeOf<UndoRequest>(changes.undo),
    correct: changeOf<CorrectionRequest>(changes.correct),
  };
};

export type Admission = ReturnType<typeof makeAdmission>;
