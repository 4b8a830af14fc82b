/** Reads what the minutes are made from. */
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { pledgeAsRead } from '../pledges/session-text.ts';
import { drawingHash } from '../pledges/signing-rules.ts';
import { checkAddress, makeCheckCode } from '../seals/check-code.ts';
import { missingRecords } from '../seals/missing-records.ts';
import { readSeal } from '../seals/seal-material.ts';
import type { SignedHead } from '../seals/seal-schema.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { MinutesMaterial } from './minutes-material.ts';
import { type Listed, listSignatures } from './minutes-rules.ts';
import { minutesPartsOf, signaturesInPart } from './parts.ts';
import { regencyOnPaper } from './regency-on-paper.ts';

interface Asked {
  session: string;
  part: number;
  at: Date;
}

interface SealFacts {
  heads: SignedHead[];
  unsealed: number;
  missing: number;
}

/** Reads of drawn strokes in flight. */
const width = 32;

const keyOf = ({ invitation, kind, signature }: Listed): string => `${invitation.id}#${kind}#${signature.nonce}`;

export const makeMinutesSource = ({ stores, tokenKeys, origin }: Pick<Deps, 'stores' | 'tokenKeys' | 'origin'>) => {
  /** Strokes that are not those whose hash stands on the signature are nobody's. */
  const drawingsOf = async (session: Session, listed: readonly Listed[]): Promise<Map<string, string>> => {
    const drawn = listed.filter(({ signature }) => signature.drawn !== undefined);
    const found = await sideBySide(drawn, width, async (each): Promise<[string, string][]> => {
      const { invitation, kind, signature } = each;
      const of = { session: session.id, invitation: invitation.id, kind, nonce: signature.nonce };
      const strokes = await stores.pledges.drawing(of);
      return strokes !== undefined && drawingHash(strokes) === each.signature.drawn ? [[keyOf(each), strokes]] : [];
    });
    return new Map(found.flat());
  };

  /** For every part alike: the feet of an annex say what those of the first part say. */
  const sealOf = async (session: Session): Promise<SealFacts> => {
    if (session.state !== 'CLOSED') return { heads: [], unsealed: 0, missing: 0 };
    const read = await readSeal(stores, session);
    const missing = Object.values(await missingRecords(stores.seals, session.id, read));
    return { heads: read.heads, unsealed: read.fresh.length, missing: missing.reduce((sum, count) => sum + count, 0) };
  };

  return async ({ session: id, part, at }: Asked): Promise<MinutesMaterial> => {
    const session = await findSession(stores.sessions, id);
    const regency = await regencyOnPaper(stores.regencies, session.regency);
    const { pledge, state } = session;
    if (state !== 'OPEN' && state !== 'CLOSED') throw new Problem('SESSION_WRONG_STATE', { state });
    const text = await pledgeAsRead(stores.pledges, session);
    if (!pledge) throw new Problem('PLEDGE_TEXT_UNKNOWN');
    const consistent = { consistent: true };
    const [invitations, readings, frozen, seal] = await Promise.all([
      stores.invitations.all(session.id, consistent),
      stores.pledges.readings(session.id, consistent),
      stores.invitations.frozenRoster(session),
      sealOf(session),
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
