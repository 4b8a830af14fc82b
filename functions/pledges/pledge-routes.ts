/** Texts, readings and signatures. */
import type { Deps } from '../deps.ts';
import type { LinkRole } from '../invitations/answer-rules.ts';
import { findByToken, type Holding, requireOwnPhone } from '../invitations/find-invitation.ts';
import { pledgeStatus, showInvitation, showToLink } from '../invitations/invitation-rules.ts';
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
import { fillIn, isWordingOf, makePledgeText, signatureKind } from './pledge-rules.ts';
import type { PledgeText, SignatureShown } from './pledge-schema.ts';
import { signerOf } from './signature-block-rules.ts';

const textOf = async (stores: Stores, session: Session): Promise<{ pledge: SessionPledge; text: PledgeText }> => {
  const { pledge } = session;
  const text = pledge && (await stores.pledges.text(session.regency, pledge.text, pledge.version));
  if (!pledge || !text) throw new Problem('PLEDGE_TEXT_UNKNOWN');
  return { pledge, text };
};

/**
 * Units sign what they owe. A guest owes nothing, but may sign at the table (a Pj Bupati who signs first), as a symbolic signer or as
 * a witness; none of that counts (rule 4).
 */
const checkMaySign = (session: Session, invitation: Invitation, kind: SignatureKind, hash: string): void => {
  if (!signableStates.includes(session.state)) throw new Problem('SESSION_WRONG_STATE', { state: session.state });
  const { pledge } = session;
  const binding = kind === 'holder' || kind === 'delegate';
  const notDue = binding && invitation.kind === 'unit' && pledgeStatus(invitation, pledge) === 'NOT_DUE';
  if (!pledge || notDue) throw new Problem('PLEDGE_NOT_DUE');
  if (hash !== pledge.hash) throw new Problem('PLEDGE_TEXT_DIFFERS');
};

/** Only a delegate's own name is kept with the signature: the holder stands on the invitation. */
const signerPart = ({ who, signer }: { who: 'holder' | 'delegate'; signer?: Signature['signer'] }) =>
  who === 'delegate' && signer ? { signer } : {};

type LinkSignature = Parameters<typeof signerPart>[0];

/** A delegate's link binds the delegate and nobody else (rule 3), whatever the page says; who that is, the head has said. */
const asRole = ({ role, invitation }: Pick<Holding, 'role' | 'invitation'>, body: LinkSignature): LinkSignature => {
  if (role === 'HOLDER') return body;
  const { letter: _, ...named } = invitation.delegation?.delegate ?? {};
  const signer = body.signer ?? (Object.keys(named).length > 0 ? named : undefined);
  return { who: 'delegate', ...(signer && { signer }) };
};

export const pledgeRoutes = ({ stores, tokenKeys, changed }: Deps): Route[] => {
  const sign = async (
    session: Session,
    invitation: Invitation,
    tokenVersion: number | undefined,
    kind: SignatureKind,
    signature: Signature,
    role?: LinkRole,
  ) => {
    checkMaySign(session, invitation, kind, signature.hash);
    const outcome = await stores.pledges.sign(session.id, invitation.id, tokenVersion, kind, signature);
    if (outcome.result === 'unknown') throw new Problem('INVITATION_UNKNOWN');
    if (outcome.result === 'revoked') throw new Problem('INVITATION_REVOKED');
    // A replay too: the answer to the first may have been lost before anybody was told of the change.
    if (outcome.result !== 'already') changed(session.id);
    const shown = role ? showToLink(outcome.invitation, session, role) : showInvitation(outcome.invitation, session);
    const body = { result: outcome.result, invitation: shown };
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
      if (!isWordingOf(pledge, text)) throw new Problem('PLEDGE_TEXT_DIFFERS');
      return { status: 200, body: { ...fillIn(text, pledge.variables), hash: pledge.hash, form: text.form } };
    }),

    route(putReading, async ({ params, body }) => {
      const session = await findSession(stores.sessions, params.session);
      if (!session.pledge) throw new Problem('PLEDGE_TEXT_UNKNOWN');
      if (!readableAloudStates.includes(session.state))
        throw new Problem('SESSION_WRONG_STATE', { state: session.state });
      const reading = { ...body, id: params.reading, hash: session.pledge.hash };
      if (!(await stores.pledges.putReading(session.id, reading))) throw new Problem('READING_CHANGED');
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
        ...signerPart(body),
      };
      return sign(session, invitation, undefined, signatureKind(body), signature);
    }),

    route(listSignatures, async ({ params, query }) => {
      await findSession(stores.sessions, params.session);
      const invitations = await stores.invitations.all(params.session);
      const signatures = invitations.flatMap((invitation) => signaturesOf(invitation));
      const order = ({ at, invitation, kind }: (typeof signatures)[number]) => `${at}/${invitation}/${kind}`;
      signatures.sort((a, b) => (order(a) < order(b) ? -1 : 1));
      return { status: 200, body: slicePage(signatures, order, query.limit, query.cursor) };
    }),

    route(signByLink, async ({ params, body }, { now, phone }) => {
      const holding = await findByToken(stores, tokenKeys, params.token);
      const { content, invitation, session, role } = holding;
      requireOwnPhone(holding, phone);
      // By link only what is owed is asked for, so a guest's link signs nothing.
      if (pledgeStatus(invitation, session.pledge) === 'NOT_DUE') throw new Problem('PLEDGE_NOT_DUE');
      const { hash, nonce } = body;
      const signing = asRole(holding, body);
      const signature: Signature = { at: now.toISOString(), hash, method: 'LINK', nonce, ...signerPart(signing) };
      return sign(session, invitation, content.version, signing.who, signature, role);
    }),
  ];
};

const signaturesOf = (invitation: Invitation): SignatureShown[] => {
  const kinds = [
    ['holder', invitation.signedHolder],
    ['delegate', invitation.signedDelegate],
    ['symbolic', invitation.signedSymbolic],
    ['witness', invitation.signedWitness],
  ] as const;
  return kinds.flatMap(([kind, signature]) => {
    if (!signature) return [];
    const { at, method, hash, operator } = signature;
    const person = signerOf(invitation, kind, signature);
    return [
      {
        invitation: invitation.id,
        name: invitation.name,
        office: invitation.office,
        kind,
        at,
        method,
        hash,
        operator,
        person,
      },
    ];
  });
};
