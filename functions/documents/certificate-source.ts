/** Reads what a certificate is made from. What is sealed of it is asked of the public check, so that the two can never say different things. */
import type { Deps } from '../deps.ts';
import { findByToken, type Holding, published, requireOwnPhone } from '../invitations/find-invitation.ts';
import { Problem } from '../platform/problem.ts';
import { checkAddress, makeCheckCode } from '../seals/check-code.ts';
import { makeCheckView } from '../seals/check-view.ts';
import type { SealHead } from '../seals/seal-schema.ts';
import type { CertificateMaterial } from './certificate.ts';
import { certifiedOf, type Sealed, standingOf } from './certificate-rules.ts';

export const makeCertificateSource = (deps: Pick<Deps, 'stores' | 'tokenKeys' | 'origin'>) => {
  const { stores, tokenKeys, origin } = deps;
  const checkView = makeCheckView(deps);

  /**
   * The last head, if every record that the check shows is under it and the table says the same; and the name and office that are sealed, which
   * count whatever the table says meanwhile.
   */
  const sealOf = async ({ session }: Holding, code: string): Promise<{ seal?: SealHead; sealed?: Sealed }> => {
    if (session.state !== 'CLOSED') return {};
    const view = await checkView(code);
    const seal = view.heads.at(-1)?.head;
    if (view.about !== 'PERSON' || !seal) return {};
    const isWhole = view.proofs.every(({ leaf }) => leaf !== null) && !view.differs.includes('RECORDS');
    const sealed = { name: view.person ?? undefined, office: view.office };
    return isWhole ? { seal, sealed } : { sealed };
  };

  return async (token: string, phone: string | undefined, at: Date): Promise<CertificateMaterial> => {
    const holding = published(await findByToken(stores, tokenKeys, token));
    requireOwnPhone(holding, phone);
    const { invitation, session, role } = holding;
    const [regency, readings] = await Promise.all([
      stores.regencies.get(session.regency),
      stores.pledges.readings(session.id, { consistent: true }),
    ]);
    if (!regency) throw new Problem('TOKEN_INVALID');
    const standing = standingOf(invitation, role, readings, session);
    if (!standing) throw new Problem('DOCUMENT_EMPTY');
    const code = makeCheckCode(tokenKeys, { session: session.id, invitation: invitation.id, role });
    const { seal, sealed } = await sealOf(holding, code);
    const person = certifiedOf(invitation, role, sealed);
    return { regency, session, invitation, person, standing, seal, check: checkAddress(origin, code), at };
  };
};
