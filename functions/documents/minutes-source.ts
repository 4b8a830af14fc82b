/** Reads what the minutes are made from. */
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { pledgeAsRead } from '../pledges/session-text.ts';
import { drawingHash } from '../pledges/signing-rules.ts';
import { checkAddress, makeCheckCode } from '../seals/check-code.ts';
import { readSeal } from '../seals/seal-material.ts';
import type { SignedHead } from '../seals/seal-schema.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { MinutesMaterial } from './minutes-material.ts';
import { type Listed, listSignatures } from './minutes-rules.ts';
import { minutesPartsOf, signaturesInPart } from './parts.ts';

interface Asked {
  session: string;
  part: number;
  at: Date;
}

/** Reads of drawn strokes in flight. */
const width = 32;

const keyOf = ({ invitation, signature }: Listed): string => `${invitation.id}#${signature.nonce}`;

export const makeMinutesSource = ({ stores, tokenKeys, origin }: Pick<Deps, 'stores' | 'tokenKeys' | 'origin'>) => {
  /** Strokes that are not those whose hash stands on the signature are nobody's. */
  const drawingsOf = async (session: Session, listed: readonly Listed[]): Promise<Map<string, string>> => {
    const drawn = listed.filter(({ signature }) => signature.drawn !== undefined);
    const found = await sideBySide(drawn, width, async (each): Promise<[string, string][]> => {
      const strokes = await stores.pledges.drawing(session.id, each.invitation.id, each.signature.nonce);
      return strokes !== undefined && drawingHash(strokes) === each.signature.drawn ? [[keyOf(each), strokes]] : [];
    });
    return new Map(found.flat());
  };

  /** What is under no head yet is counted where the seal is printed, which is in the first part. */
  const sealOf = async (session: Session, part: number): Promise<{ heads: SignedHead[]; unsealed: number }> => {
    if (session.state !== 'CLOSED') return { heads: [], unsealed: 0 };
    if (part > 1) return { heads: await stores.seals.heads(session.id), unsealed: 0 };
    const { heads, fresh } = await readSeal(stores, session);
    return { heads, unsealed: fresh.length };
  };

  return async ({ session: id, part, at }: Asked): Promise<MinutesMaterial> => {
    const session = await findSession(stores.sessions, id);
    const regency = await stores.regencies.get(session.regency);
    if (!regency) throw new Problem('REGENCY_UNKNOWN');
    const { pledge, state } = session;
    if (state !== 'OPEN' && state !== 'CLOSED') throw new Problem('SESSION_WRONG_STATE', { state });
    const text = await pledgeAsRead(stores.pledges, session);
    if (!pledge) throw new Problem('PLEDGE_TEXT_UNKNOWN');
    const consistent = { consistent: true };
    const [invitations, readings, frozen, seal] = await Promise.all([
      stores.invitations.all(session.id, consistent),
      stores.pledges.readings(session.id, consistent),
      stores.invitations.frozenRoster(session),
      sealOf(session, part),
    ]);
    const all = listSignatures(invitations);
    const parts = minutesPartsOf(all.length);
    if (part > parts) throw new Problem('DOCUMENT_EMPTY');
    const listed = all.slice((part - 1) * signaturesInPart, part * signaturesInPart);
    const drawings = await drawingsOf(session, listed);
    return {
      regency,
      session: { ...session, pledge },
      text,
      readings,
      invitations,
      frozen,
      ...seal,
      check: checkAddress(origin, makeCheckCode(tokenKeys, { session: session.id, role: 'SESSION' })),
      listed,
      drawing: (each) => drawings.get(keyOf(each)),
      part,
      parts,
      signatures: all.length,
      at,
    };
  };
};
