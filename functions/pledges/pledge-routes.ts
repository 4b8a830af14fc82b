/** Texts, readings and signatures. */
import type { Deps } from '../deps.ts';
import { findByToken } from '../invitations/find-invitation.ts';
import { pledgeStatus, showInvitation } from '../invitations/invitation-rules.ts';
import type { Invitation, Signature, SignatureKind } from '../invitations/invitation-schema.ts';
import { slicePage } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import { readableAloudStates, signableStates } from '../sessions/session-rules.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import {
  getSessionPledge,
  listPledgeTexts,
  listReadings,
  listSignatures,
  putPledgeText,
  putReading,
  recordSignature,
  signByLink,
} from './pledge-endpoints.ts';
import { fillIn, makePledgeText, signatureKind, textHash } from './pledge-rules.ts';
import type { PledgeText } from './pledge-schema.ts';

const textOf = async (stores: Stores, session: Session): Promise<{ pledge: SessionPledge; text: PledgeText }> => {
  const { pledge } = session;
  const text = pledge && (await stores.pledges.text(session.regency, pledge.text, pledge.version));
  if (!pledge || !text) throw new Problem('PLEDGE_TEXT_UNKNOWN');
  return { pledge, text };
};

/** Signers, holders and delegates owe the pledge; a symbolic signer or a witness may be a guest. */
const checkMaySign = (session: Session, invitation: Invitation, kind: SignatureKind, hash: string): SessionPledge => {
  if (!signableStates.includes(session.state)) throw new Problem('SESSION_WRONG_STATE', { state: session.state });
  const { pledge } = session;
  const binding = kind === 'holder' || kind === 'delegate';
  const notDue = binding && invitation.kind === 'unit' && pledgeStatus(invitation, pledge) === 'NOT_DUE';
  if (!pledge || notDue) throw new Problem('PLEDGE_NOT_DUE');
  if (hash !== pledge.hash) throw new Problem('PLEDGE_TEXT_DIFFERS');
  return pledge;
};

export const pledgeRoutes = ({ stores, tokenKeys, changed }: Deps): Route[] => {
  /**
   * The first signature locks the text (rule 7). The lock is written before the signature, never after it: a crash in
   * between leaves a locked text without a signature, not a signature over a text that can still change.
   */
  const locked = new Set<string>();
  const lock = async (session: Session, { text: id, version, variables, hash }: SessionPledge, at: string) => {
    const name = `${session.id}/${hash}`;
    if (locked.has(name)) return;
    const { text } = await textOf(stores, session);
    const unchanged = textHash(fillIn(text, variables)) === hash;
    if (!unchanged || !(await stores.pledges.lockText(session.regency, id, version, text.hash, at))) {
      throw new Problem('PLEDGE_TEXT_DIFFERS');
    }
    locked.add(name);
  };

  const sign = async (
    session: Session,
    invitation: Invitation,
    tokenVersion: number | undefined,
    kind: SignatureKind,
    signature: Signature,
    now: Date,
  ) => {
    const pledge = checkMaySign(session, invitation, kind, signature.hash);
    await lock(session, pledge, now.toISOString());
    const outcome = await stores.pledges.sign(session.id, invitation.id, tokenVersion, kind, signature);
    if (outcome.result === 'unknown') throw new Problem('INVITATION_UNKNOWN');
    if (outcome.result === 'revoked') throw new Problem('INVITATION_REVOKED');
    // A replay too: the answer to the first may have been lost before anybody was told of the change.
    if (outcome.result !== 'already') changed(session.id);
    const body = { result: outcome.result, invitation: showInvitation(outcome.invitation, session) };
    return outcome.result === 'signed' ? ({ status: 201, body } as const) : ({ status: 200, body } as const);
  };

  return [
    route(listPledgeTexts, async ({ params, query }) => ({
      status: 200,
      body: await stores.pledges.texts(params.regency, query),
    })),

    route(putPledgeText, async ({ params, body }) => {
      const text = makePledgeText(params.text, params.version, body);
      if (await stores.pledges.putText(params.regency, text)) return { status: 200, body: text };
      const stored = await stores.pledges.text(params.regency, params.text, params.version);
      if (stored?.hash === text.hash) return { status: 200, body: stored };
      throw new Problem('PLEDGE_TEXT_LOCKED');
    }),

    route(getSessionPledge, async ({ params }) => {
      const session = await findSession(stores.sessions, params.session);
      const { pledge, text } = await textOf(stores, session);
      return { status: 200, body: { ...fillIn(text, pledge.variables), hash: pledge.hash, form: text.form } };
    }),

    route(putReading, async ({ params, body }) => {
      const session = await findSession(stores.sessions, params.session);
      if (!session.pledge) throw new Problem('PLEDGE_TEXT_UNKNOWN');
      if (!readableAloudStates.includes(session.state))
        throw new Problem('SESSION_WRONG_STATE', { state: session.state });
      const reading = { ...body, id: params.reading, hash: session.pledge.hash };
      await stores.pledges.putReading(session.id, reading);
      return { status: 200, body: reading };
    }),

    route(listReadings, async ({ params, query }) => {
      await findSession(stores.sessions, params.session);
      const readings = await stores.pledges.readings(params.session);
      return { status: 200, body: slicePage(readings, ({ id }) => id, query.limit, query.cursor) };
    }),

    route(recordSignature, async ({ params, body }, { caller, now }) => {
      const session = await findSession(stores.sessions, params.session);
      const invitation = await stores.invitations.get(session.id, params.invitation, { consistent: true });
      if (!invitation) throw new Problem('INVITATION_UNKNOWN');
      const signature = {
        at: body.signedAt ?? now.toISOString(),
        hash: body.hash,
        method: body.method,
        nonce: body.nonce,
        operator: caller?.subject,
      };
      return sign(session, invitation, undefined, signatureKind(body), signature, now);
    }),

    route(listSignatures, async ({ params, query }) => {
      await findSession(stores.sessions, params.session);
      const invitations = await stores.invitations.all(params.session);
      const signatures = invitations.flatMap((invitation) => signaturesOf(invitation));
      const order = ({ at, invitation, kind }: (typeof signatures)[number]) => `${at}/${invitation}/${kind}`;
      signatures.sort((a, b) => (order(a) < order(b) ? -1 : 1));
      return { status: 200, body: slicePage(signatures, order, query.limit, query.cursor) };
    }),

    route(signByLink, async ({ params, body }, { now }) => {
      const { content, invitation, session } = await findByToken(stores, tokenKeys, params.token);
      const signature = { at: now.toISOString(), hash: body.hash, method: 'LINK' as const, nonce: body.nonce };
      return sign(session, invitation, content.version, body.who, signature, now);
    }),
  ];
};

const signaturesOf = (invitation: Invitation) => {
  const kinds = [
    ['holder', invitation.signedHolder],
    ['delegate', invitation.signedDelegate],
    ['symbolic', invitation.signedSymbolic],
    ['witness', invitation.signedWitness],
  ] as const;
  return kinds.flatMap(([kind, signature]) =>
    signature
      ? [
          {
            invitation: invitation.id,
            name: invitation.name,
            office: invitation.office,
            kind,
            at: signature.at,
            method: signature.method,
          },
        ]
      : [],
  );
};
