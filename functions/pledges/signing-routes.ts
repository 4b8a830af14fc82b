/** Signatures at the table, from paper and by link; their list and their drawn strokes. */
import type { Deps } from '../deps.ts';
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
  termsOf,
  wrongSheet,
} from './signing-rules.ts';

type Ports = Pick<Deps, 'stores' | 'tokenKeys' | 'origin' | 'changed'> & { gates: Pick<SigningGates, 'of'> };
type Signer = { who: 'holder' | 'delegate'; signer?: Signature['signer'] };

/** Only a delegate's own name is kept with the signature: the holder stands on the invitation. */
const signerPart = ({ who, signer }: Signer): Pick<Signature, 'signer'> =>
  who === 'delegate' && signer ? { signer } : {};

/** A delegate's link binds the delegate and nobody else (rule 3), whatever the page says; who that is, the head has said. */
const asRole = ({ role, invitation }: Pick<Holding, 'role' | 'invitation'>, body: Signer): Signer => {
  if (role === 'HOLDER') return body;
  const { letter: _, ...named } = invitation.delegation?.delegate ?? {};
  const signer = body.signer ?? (Object.keys(named).length > 0 ? named : undefined);
  return { who: 'delegate', ...(signer && { signer }) };
};

/** As it was noted, and never later than now. */
const signedAt = ({ signedAt: noted }: SignatureRequest, now: Date): string => {
  const arrived = now.toISOString();
  return noted !== undefined && noted < arrived ? noted : arrived;
};

const checkSigning = ({ session, readSince }: SigningGate, signature: Pick<Signature, 'at' | 'hash'>): void => {
  const refused = refusedSigning(session, readSince, signature);
  if (refused === 'SESSION_WRONG_STATE') throw new Problem(refused, { state: session.state });
  if (refused) throw new Problem(refused);
};

interface Signing {
  gate: SigningGate;
  invitation: string;
  kind: SignatureKind;
  signature: Signature;
  drawn: string | undefined;
  /** Of the link that is signed by. */
  version?: number;
}

export const signingRoutes = ({ stores, tokenKeys, origin, changed, gates }: Ports): Route[] => {
  const { pledges } = stores;

  /** Strokes are put first: what is left over without its signature harms nobody, a signature without its strokes would. */
  const keepStrokes = async (session: string, { invitation, signature, drawn }: Signing): Promise<Signature> => {
    if (drawn === undefined) return signature;
    const kept = await pledges.putDrawing(session, invitation, signature.nonce, drawn);
    return { ...signature, drawn: drawingHash(kept) };
  };

  const sign = async (signing: Signing, show: (invitation: Invitation) => ReturnType<typeof showInvitation>) => {
    const { gate, kind, version, invitation } = signing;
    const { session } = gate;
    checkSigning(gate, signing.signature);
    if (!session.pledge) throw new Problem('PLEDGE_NOT_DUE');
    const signature = await keepStrokes(session.id, signing);
    const terms = termsOf(session.pledge, kind, {
      method: signature.method,
      ...(version !== undefined && { version }),
    });
    const outcome = await pledges.sign({ session: session.id, invitation }, kind, signature, terms);
    if (outcome.result === 'refused') throw new Problem(outcome.refusal);
    // A replay too: the answer to the first may have been lost before anybody was told of the change.
    if (outcome.result !== 'already') changed(session.id);
    const code = makeCheckCode(tokenKeys, { session: session.id, invitation, role: receiptRole(kind) });
    const body = { result: outcome.result, invitation: show(outcome.invitation), receipt: checkAddress(origin, code) };
    return outcome.result === 'signed' ? ({ status: 201, body } as const) : ({ status: 200, body } as const);
  };

  return [
    route(recordSignature, async ({ params, body }, { caller, now }) => {
      const gate = await gates.of(params.session);
      if (!gate) throw new Problem('SESSION_UNKNOWN');
      if (wrongSheet(body)) throw fieldProblem('INPUT_INVALID', '/body/sheet', 'only-of-paper');
      const { hash, method, nonce, sheet, drawn } = body;
      const signature: Signature = {
        at: signedAt(body, now),
        hash,
        method,
        nonce,
        operator: caller?.subject,
        ...(sheet !== undefined && { sheet }),
        ...signerPart(body),
      };
      const signing = { gate, invitation: params.invitation, kind: signatureKind(body), signature, drawn };
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
      const signature: Signature = { at: now.toISOString(), hash, method: 'LINK', nonce, ...signerPart(signer) };
      // Whoever has signed draws no second time: what they send would lie there without a signature.
      const drawn = signatureOf(invitation, kind) ? undefined : body.drawn;
      const readSince = session.pledge?.readFirst
        ? firstReading(await pledges.readings(session.id, { consistent: true }))
        : undefined;
      const gate = { session, readSince };
      const signing = { gate, invitation: invitation.id, kind, signature, drawn, version: content.version };
      return sign(signing, (after) => showToLink(after, session, role));
    }),

    route(getDrawing, async ({ params }) => {
      await findSession(stores.sessions, params.session);
      const invitation = await stores.invitations.get(params.session, params.invitation, { consistent: true });
      if (!invitation) throw new Problem('INVITATION_UNKNOWN');
      const signature = signatureOf(invitation, params.kind);
      const drawn =
        signature?.drawn === undefined
          ? undefined
          : await pledges.drawing(params.session, params.invitation, signature.nonce);
      if (drawn === undefined) throw new Problem('SIGNATURE_UNKNOWN');
      return { status: 200, body: { drawn } };
    }),
  ];
};
