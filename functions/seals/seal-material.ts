/** Everything that a session's seal is made of and what of it is sealed, read strongly, with one Query a kind of item. */
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { recordsOf, type SealMaterial, type SealRecord } from './records.ts';
import { identityHash, type StoredHead, standing } from './seal-rules.ts';
import type { HashPiece } from './seal-store.ts';

interface MaterialPorts {
  invitations: Pick<Stores['invitations'], 'frozenRoster'>;
  checkIns: Pick<Stores['checkIns'], 'withDenials' | 'headCounts'>;
  conflicts: Pick<Stores['conflicts'], 'all'>;
  pledges: Pick<Stores['pledges'], 'readings'>;
}

/** Of a session that is closed: every record of it, in the order of the tree. */
const readRecords = async (stores: MaterialPorts, session: Session): Promise<SealRecord[]> => {
  const consistent = { consistent: true };
  const [{ invitations, denials }, headCounts, conflicts, readings, frozen] = await Promise.all([
    stores.checkIns.withDenials(session.id),
    stores.checkIns.headCounts(session.id),
    stores.conflicts.all(session.id, consistent),
    stores.pledges.readings(session.id, consistent),
    stores.invitations.frozenRoster(session),
  ]);
  const material: SealMaterial = {
    session,
    invitations,
    denials,
    headCounts,
    conflicts,
    readings,
    frozen: frozen ?? new Set(),
  };
  return recordsOf(material);
};

export type SealReadPorts = MaterialPorts & { seals: Pick<Stores['seals'], 'heads' | 'hashes'> };

export interface SealRead {
  heads: StoredHead[];
  /** The hashes that the heads stand on. */
  pieces: HashPiece[];
  /** Records under no head yet, in the order of the tree. */
  fresh: SealRecord[];
}

/**
 * Of a session that is closed. The heads come first: what is found fresh then stands in no head that was there before the records were
 * read, and a head that is put on top of these knows of every write that came before it.
 */
export const readSeal = async (stores: SealReadPorts, session: Session): Promise<SealRead> => {
  const heads = await stores.seals.heads(session.id);
  const pieces = heads.length ? standing(heads, await stores.seals.hashes(session.id)) : [];
  const known = new Set(pieces.flatMap(({ identities }) => identities));
  const records = await readRecords(stores, session);
  return { heads, pieces, fresh: records.filter((record) => !known.has(identityHash(record))) };
};
