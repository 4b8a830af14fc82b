/** Reads what a certificate is made from. What is sealed of it is asked of the public check, so that the two can never say different things. */
import type { Deps } from '../deps.ts';
import type { LinkRole } from '../invitations/answer-rules.ts';
import { findByToken, published, requireOwnPhone } from '../invitations/find-invitation.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import { checkAddress, makeCheckCode } from '../seals/check-code.ts';
import { makeCheckView } from '../seals/check-view.ts';
import type { SealHead } from '../seals/seal-schema.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { CertificateMaterial } from './certificate.ts';
import { certifiedOf, type Sealed, standingOf } from './certificate-rules.ts';
import type { DocumentQuery } from './document-schema.ts';
import { certificatesInPart } from './parts.ts';
import { inProtocolOrder, isAsked } from './recipients.ts';
import { findRegencyOnPaper, type RegencyOnPaper, regencyOnPaper } from './regency-on-paper.ts';

interface Whose {
  session: Session;
  invitation: Invitation;
  role: LinkRole;
}

/** What is sealed of one person, as the public check says it. */
const makeSealOf = (deps: Pick<Deps, 'stores' | 'tokenKeys'>) => {
  const checkView = makeCheckView(deps);

  /**
   * The last head, if every record that the check shows is under it and the table says the same; and the name and office that are sealed, which
   * count whatever the table says meanwhile.
   */
  return async ({ session }: Whose, code: string): Promise<{ seal?: SealHead; sealed?: Sealed }> => {
    if (session.state !== 'CLOSED') return {};
    const view = await checkView(code);
    const seal = view.heads.at(-1)?.head;
    if (view.about !== 'PERSON' || !seal) return {};
    const isWhole = view.proofs.every(({ leaf }) => leaf !== null) && !view.differs.includes('RECORDS');
    const sealed = { name: view.person ?? undefined, office: view.office };
    return isWhole ? { seal, sealed } : { sealed };
  };
};

interface Around {
  regency: RegencyOnPaper;
  readings: readonly Reading[];
  at: Date;
}

/** The certificate of one person; undefined where nothing stands for them. */
const makeMaterial = (deps: Ports) => {
  const { tokenKeys, origin } = deps;
  const sealOf = makeSealOf(deps);
  return async (whose: Whose, { regency, readings, at }: Around): Promise<CertificateMaterial | undefined> => {
    const { session, invitation, role } = whose;
    const standing = standingOf(invitation, role, readings, session);
    if (!standing) return undefined;
    const code = makeCheckCode(tokenKeys, { session: session.id, invitation: invitation.id, role });
    const { seal, sealed } = await sealOf(whose, code);
    const person = certifiedOf(invitation, role, sealed);
    return { regency, session, invitation, person, standing, seal, check: checkAddress(origin, code), at };
  };
};

type Ports = Pick<Deps, 'stores' | 'tokenKeys' | 'origin'>;

/** For whoever holds the link. */
export const makeCertificateSource = (deps: Ports) => {
  const { stores, tokenKeys } = deps;
  const materialOf = makeMaterial(deps);

  return async (token: string, phone: string | undefined, at: Date): Promise<CertificateMaterial> => {
    const holding = published(await findByToken(stores, tokenKeys, token));
    requireOwnPhone(holding, phone);
    const { session } = holding;
    const [regency, readings] = await Promise.all([
      findRegencyOnPaper(stores.regencies, session.regency),
      stores.pledges.readings(session.id, { consistent: true }),
    ]);
    if (!regency) throw new Problem('TOKEN_INVALID');
    const material = await materialOf(holding, { regency, readings, at });
    if (!material) throw new Problem('DOCUMENT_EMPTY');
    return material;
  };
};

interface Asked {
  session: string;
  query: DocumentQuery;
  at: Date;
}

/** Public checks asked at a time. */
const atATime = 8;
const roles: readonly LinkRole[] = ['HOLDER', 'DELEGATE'];

/** For the organiser: those of all for whom something stands, in protocol order, an office's holder before its delegate. */
export const makeCertificatesSource = (deps: Ports) => {
  const { stores } = deps;
  const materialOf = makeMaterial(deps);

  return async ({ session: id, query, at }: Asked): Promise<CertificateMaterial[]> => {
    const session = await findSession(stores.sessions, id);
    const [regency, readings, invitations] = await Promise.all([
      regencyOnPaper(stores.regencies, session.regency),
      stores.pledges.readings(id, { consistent: true }),
      stores.invitations.all(id, { consistent: true }),
    ]);
    const whose = invitations
      .filter(isAsked(query))
      .sort(inProtocolOrder)
      .flatMap((invitation) => roles.map((role): Whose => ({ session, invitation, role })))
      .filter(({ invitation, role }) => standingOf(invitation, role, readings, session));
    const { part = 1 } = query;
    const ofPart = whose.slice((part - 1) * certificatesInPart, part * certificatesInPart);
    if (ofPart.length === 0) throw new Problem('DOCUMENT_EMPTY');
    const found = await sideBySide(ofPart, atATime, (each) => materialOf(each, { regency, readings, at }));
    return found.filter((material) => material !== undefined);
  };
};
