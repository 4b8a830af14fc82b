/** Signatures at the table, from paper and by link; their list and their drawn strokes. */
import type { AttendeeDeps } from '../deps.ts';
import { findByToken, type Holding, requireOwnPhone } from '../invitations/find-invitation.ts';
import { showInvitation, showToLink } from '../invitations/invitation-rules.ts';
import type { Invitation, Signature, SignatureKind } from '../invitations/invitation-schema.ts';
import { slicePage } from '../platform/page.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { checkAddress, makeCheckCode } from '../seals/check-code.ts';
import { findSession } from '../sessions/find-session.ts';
import { getDrawing, listSignatures, recordSignature, signByLink } from './pledge-endpoints.ts';
import type { SignatureRequest } from './pledge-schema.ts';
import { showSignatures } from './show-signatures.ts';
import type { SigningGate, SigningGates } from './signing-gate.ts';
import {
  drawingHash,
  firstReading,
  receiptRole,
  refusedSigning,
  signatureKind,
  signatureOf,
  type Terms,
  termsOf,
  unmet,
  wrongSheet,
  wrongTime,
} from './signing-rules.ts';

type Ports = Pick<AttendeeDeps, 'stores' | 'tokenKeys' | 'origin' | 'changed'> & { gates: Pick<SigningGates, 'of'> };
type Signer = { who: 'holder' | 'delegate'; signer?: Signature['signer'] };

/**
 * What is kept of the person: the holder stands on the invitation. In the places that are not the delegate's own it is kept that it was
 * a delegate, whether they are known or not; at the holder's place, who acted as the head.
 */
const signerPart = (kind: SignatureKind, { who, signer }: Signer): Pick<Signature, 'signer'> => {
  if (kind === 'symbolic' || kind === 'witness') return who === 'delegate' ? { signer: signer ?? {} } : {};
  return signer ? { signer } : {};
};

/**
 * A delegate's link binds the delegate and nobody else (rule 3), whatever the page says; who that is, the head has said, and the page adds
 * only what the head left open. By the head's own link nobody signs as the head but the head.
 */
const asRole = ({ role, invitation }: Pick<Holding, 'role' | 'invitation'>, body: Signer): Signer => {
  if (role === 'HOLDER') return body.who === 'holder' ? { who: 'holder' } : body;
  const { letter: _, ...named } = invitation.delegation?.delegate ?? {};
  const signer = { ...body.signer, ...named };
  return { who: 'delegate', ...(Object.keys(signer).length > 0 && { signer }) };
};

/** As it was noted, and never later than now. */
const signedAt = ({ signedAt: noted }: SignatureRequest, now: Date): string => {
  const arrived = now.toISOString();
  return noted !== undefined && noted < arrived ? noted : arrived;
};

/** Of an invitation that was read anyway: nobody fills the table with strokes by a link that signs nothing. */
const requireMet = (invitation: Invitation | undefined, terms: Terms): void => {
  const hindrance = invitation && unmet(invitation, terms);
  if (hindrance) throw new Problem(hindrance);
};

interface Signing {
  gate: SigningGate;
  invitation: string;
  kind: SignatureKind;
  who: Signer['who'];
  signature: Signature;
  drawn: string | undefined;
  /** The link that is signed by, and what was read of its invitation. */
  link?: { version: number; invitation: Invitation };
}

export const signingRoutes = ({ stores, tokenKeys, origin, changed, gates }: Ports): Route[] => {
  const { pledges } = stores;

  /** Strokes are put first, since a signature without its strokes would lack something; what is left over without one goes with an erasure. */
  const keepStrokes = async (session: string, { invitation, kind, signature, drawn }: Signing): Promise<Signature> => {
    if (drawn === undefined) return signature;
    const kept = await pledges.putDrawing({ session, invitation, kind, nonce: signature.nonce }, drawn);
    return { ...signature, drawn: drawingHash(kept) };
  };

  /** What stands of this kind though nobody could sign now: its reading was voided since. */
  const standing = async ({ gate, invitation: id, kind, signature }: Signing) => {
    const invitation = await stores.invitations.get(gate.session.id, id, { consistent: true });
    const first = invitation && signatureOf(invitation, kind);
    if (!first) return undefined;
    if (first.nonce === signature.nonce) return { result: 'replayed', invitation } as const;
    return invitation.revokedAt === undefined ? ({ result: 'already', invitation } as const) : undefined;
  };

  /** Signs, or finds out why not. */
  const attempt = async (signing: Signing) => {
    const { gate, kind, who, link, invitation, signature } = signing;
    const { session } = gate;
    const refused = refusedSigning(session, gate.readSince, signature);
    const found = refused === 'PLEDGE_NOT_READ' ? await standing(signing) : undefined;
    if (found) return found;
    if (refused) throw new Problem(refused, refused === 'SESSION_WRONG_STATE' ? { state: session.state } : {});
    if (!session.pledge) throw new Problem('PLEDGE_NOT_DUE');
    const { method } = signature;
    const terms = termsOf(session.pledge, kind, { who, method, ...(link && { version: link.version }) });
    requireMet(link?.invitation, terms);
    const kept = await keepStrokes(session.id, signing);
    const outcome = await pledges.sign({ session: session.id, invitation }, kind, kept, terms);
    if (outcome.result === 'refused') throw new Problem(outcome.refusal);
    return outcome;
  };

  const sign = async (signing: Signing, show: (invitation: Invitation) => ReturnType<typeof showInvitation>) => {
    const { gate, kind, invitation } = signing;
    const { session } = gate;
    const outcome = await attempt(signing);
    // A replay too: the answer to the first may have been lost before anybody was told of the change.
    if (outcome.result !== 'already') changed(session.id);
    const stands = signatureOf(outcome.invitation, kind) ?? signing.signature;
    const code = makeCheckCode(tokenKeys, { session: session.id, invitation, role: receiptRole(kind, stands) });
    const body = { result: outcome.result, invitation: show(outcome.invitation), receipt: checkAddress(origin, code) };
    return outcome.result === 'signed' ? ({ status: 201, body } as const) : ({ status: 200, body } as const);
  };

  return [
    route(recordSignature, async ({ params, body }, { caller, now }) => {
      const gate = await gates.of(params.session);
      if (!gate) throw new Problem('SESSION_UNKNOWN');
      if (wrongSheet(body)) throw fieldProblem('INPUT_INVALID', '/body/sheet', 'only-of-paper');
      const wrong = wrongTime(body, gate.session);
      if (wrong) throw fieldProblem('INPUT_INVALID', '/body/signedAt', wrong);
      const { hash, method, nonce, sheet, drawn, who } = body;
      const kind = signatureKind(body);
      const signature: Signature = {
        at: signedAt(body, now),
        hash,
        method,
        nonce,
        operator: caller?.subject,
        ...(body.signedAt !== undefined && { recordedAt: now.toISOString() }),
        ...(sheet !== undefined && { sheet }),
        ...signerPart(kind, body),
      };
      const signing = { gate, invitation: params.invitation, kind, who, signature, drawn };
      return sign(signing, (invitation) => showInvitation(invitation, gate.session));
    }),

    route(listSignatures, async ({ params, query }) => {
      await findSession(stores.sessions, params.session);
      const signatures = (await stores.invitations.all(params.session)).flatMap(showSignatures);
      const order = ({ at, invitation, kind }: (typeof signatures)[number]) => `${at}/${invitation}/${kind}`;
      signatures.sort((a, b) => (order(a) < order(b) ? -1 : 1));
      return { status: 200, body: slicePage(signatures, order, query.limit, query.cursor) };
    }),

    route(signByLink, async ({ params, body }, { now, phone }) => {
      const holding = await findByToken(stores, tokenKeys, params.token);
      const { content, invitation, session, role } = holding;
      requireOwnPhone(holding, phone);
      const { hash, nonce } = body;
      const signer = asRole(holding, body);
      const kind = signer.who;
      const signature: Signature = { at: now.toISOString(), hash, method: 'LINK', nonce, ...signerPart(kind, signer) };
      // Whoever has signed draws no second time: what they send would lie there without a signature.
      const drawn = signatureOf(invitation, kind) ? undefined : body.drawn;
      const readSince = session.pledge?.readFirst
        ? firstReading(await pledges.readings(session.id, { consistent: true }))
        : undefined;
      const gate = { session, readSince };
      const link = { version: content.version, invitation };
      const signing = { gate, invitation: invitation.id, kind, who: signer.who, signature, drawn, link };
      return sign(signing, (after) => showToLink(after, session, role));
    }),

    route(getDrawing, async ({ params }) => {
      await findSession(stores.sessions, params.session);
      const invitation = await stores.invitations.get(params.session, params.invitation, { consistent: true });
      if (!invitation) throw new Problem('INVITATION_UNKNOWN');
      const signature = signatureOf(invitation, params.kind);
      const drawn =
        signature?.drawn === undefined ? undefined : await pledges.drawing({ ...params, nonce: signature.nonce });
      if (drawn === undefined) throw new Problem('SIGNATURE_UNKNOWN');
      return { status: 200, body: { drawn } };
    }),
  ];
};
