/** Everything that a session's seal is made of and what of it is sealed, read strongly, with one Query a kind of item. */
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { outlineOf } from './leaf-text.ts';
import { contentForm, contentIn, contentKey, identityIn, type SealRecord } from './record.ts';
import { recordsOf, type SealMaterial } from './records.ts';
import { type StoredHead, standing } from './seal-rules.ts';
import type { HashPiece } from './seal-store.ts';

interface MaterialPorts {
  invitations: Pick<Stores['invitations'], 'frozenRoster'>;
  checkIns: Pick<Stores['checkIns'], 'withDenials' | 'headCounts'>;
  conflicts: Pick<Stores['conflicts'], 'all'>;
  pledges: Pick<Stores['pledges'], 'readings'>;
}

/** Of a session that is closed. */
export const readMaterial = async (stores: MaterialPorts, session: Session): Promise<SealMaterial> => {
  const consistent = { consistent: true };
  const [{ invitations, denials }, headCounts, conflicts, readings, frozen] = await Promise.all([
    stores.checkIns.withDenials(session.id),
    stores.checkIns.headCounts(session.id),
    stores.conflicts.all(session.id, consistent),
    stores.pledges.readings(session.id, consistent),
    stores.invitations.frozenRoster(session),
  ]);
  return { session, invitations, denials, headCounts, conflicts, readings, frozen: frozen ?? new Set() };
};

export type SealReadPorts = MaterialPorts & { seals: Pick<Stores['seals'], 'heads' | 'hashes'> };

export interface SealRead {
  heads: StoredHead[];
  /** The hashes that the heads stand on. */
  pieces: HashPiece[];
  /** Every record that stands, in the order of the tree. */
  records: SealRecord[];
  /** Those under no head yet, or under one with other words than they have now. */
  fresh: SealRecord[];
  /** Leaves that no record makes any more, by their place in the tree. */
  orphans: number[];
}

interface LastLeaf {
  index: number;
  /** Undefined where nothing can be compared with it. */
  content: string | undefined;
}

/** By identity, the last leaf of it: a record whose words changed has several. */
const lastLeaves = (pieces: readonly HashPiece[]): Map<string, LastLeaf> => {
  const leaves = new Map<string, LastLeaf>();
  for (const { from, identities, contents, form } of pieces)
    for (const [place, identity] of identities.entries())
      leaves.set(identity, { index: from + place, content: form === contentForm ? contents[place] : undefined });
  return leaves;
};

/**
 * What stands is compared with what is sealed: by identity, and by all that it says, names included. Of an invitation that was erased
 * the names are gone on request, so that its records are known by their identity alone; its erasure has no such excuse. So are records whose
 * contents are of another form: else every session that was sealed then would be sealed whole again.
 */
const compare = ({ invitations, ...material }: SealMaterial, heads: readonly StoredHead[], pieces: HashPiece[]) => {
  const records = recordsOf({ invitations, ...material });
  // Of a first seal nothing is compared: 88,000 identities would be hashed to be looked up in an empty list.
  if (pieces.length === 0) return { records, fresh: records, orphans: [] };
  const leaves = lastLeaves(pieces);
  const erased = new Set(invitations.flatMap(({ id, erasedAt }) => (erasedAt === undefined ? [] : [id])));
  const secret = heads[0]?.secret;
  const key = secret && contentKey(secret);
  const fresh: SealRecord[] = [];
  for (const record of records) {
    const outline = outlineOf(record);
    const identity = identityIn(outline);
    const leaf = leaves.get(identity);
    leaves.delete(identity);
    const isErased = record.kind !== 'erasure' && erased.has(record.invitation ?? '');
    const isSealed =
      leaf && (isErased || leaf.content === undefined || (key && leaf.content === contentIn(outline, key)));
    if (!isSealed) fresh.push(record);
  }
  return { records, fresh, orphans: [...leaves.values()].map(({ index }) => index) };
};

/**
 * Of a session that is closed. The heads come first: what is found fresh then stands in no head that was there before the records were
 * read, and a head that is put on top of these knows of every write that came before it.
 */
export const readSeal = async (stores: SealReadPorts, session: Session): Promise<SealRead> => {
  const heads = await stores.seals.heads(session.id);
  const pieces = heads.length ? standing(heads, await stores.seals.hashes(session.id)) : [];
  return { heads, pieces, ...compare(await readMaterial(stores, session), heads, pieces) };
};
