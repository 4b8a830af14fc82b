/**
 * Sealing a closed session: whatever stands in it and is under no head yet is put under the next one.
 *
 *   read heads, then records ──nothing new──▶ the heads that stand
 *        │
 *   claim (60 s) ──somebody has it──▶ wait a little, begin again; in the end SEAL_BUSY
 *        │
 *   write hashes and leaves under this attempt's name ──▶ sign ──▶ put the head, if there is none of its number
 *                                                                    │
 *                                     sealed ◀───────────────────────┴──▶ overtaken: begin again
 *
 * Before a head is put on others, these are checked: what is not signed by a key of ours, or not whole, is not signed on (SEAL_BROKEN).
 *
 * The heads are read before the records, so that a head never stands on less than what stood when the one before it was made. The claim saves
 * work only; the head's put decides alone. Whoever dies before it has sealed nothing: the next attempt writes everything again.
 */
import { regencyOfSession } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { headMessage } from './canonical.ts';
import { isSignedBy, keyIdOf } from './ed25519.ts';
import { mayHaveSealed } from './former-keys.ts';
import { makeTreeFromParts, partRoot, partSize } from './merkle-tree.ts';
import { contentKey, type SealRecord, secretBytes } from './record.ts';
import { readSeal, type SealRead, type SealReadPorts } from './seal-material.ts';
import { sealPart } from './seal-part.ts';
import { countsOf, cutAt, leaseMs, partOf, placeOf, runSize, type StoredHead } from './seal-rules.ts';
import type { SealHead, SignedHead } from './seal-schema.ts';
import type { HashPiece } from './seal-store.ts';
import { type Sealer, SealKeyUnavailable } from './sealer.ts';
import { isSoundSeal } from './stored-seal.ts';

export interface SealPorts {
  stores: SealReadPorts & { sessions: Pick<Stores['sessions'], 'get'>; seals: Stores['seals'] };
  sealer: Sealer;
  randomBytes: (count: number) => Uint8Array;
  now: () => Date;
  /** Waits; the tests need not. */
  pause?: (milliseconds: number) => Promise<void>;
}

/** The heads that stand afterwards; undefined for a session that is not there, or is not closed. */
export type SealSession = (session: string) => Promise<StoredHead[] | undefined>;

/** Parts on their way to the engine at a time: of each five items. */
const width = 5;
/** Whoever finds somebody else sealing looks again this often, about as long as the largest seal takes. */
const looks = 40;
const lookMs = 200;
/** So long it waits for somebody else, before it is SEAL_BUSY. */
export const busyMs = looks * lookMs;
/** So often the head's number was taken meanwhile, and it began again. */
const attempts = 4;

const poolBytes = 8192;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What a head says beside the tree that its leaves make. */
const headOf = (
  session: Session,
  heads: readonly StoredHead[],
  {
    size,
    root,
    at,
    key,
    records,
  }: { size: number; root: string; at: string; key: string; records: readonly SealRecord[] },
): SealHead => {
  const last = heads.at(-1)?.head;
  return {
    format: 'hadir-seal-1',
    regency: session.regency,
    session: session.id,
    number: (last?.number ?? 0) + 1,
    size,
    root,
    // A clock that was set back must not make a head that no check takes: heads' times never go back.
    at: last && last.at > at ? last.at : at,
    counts: countsOf(records, last?.counts),
    key,
    ...(last && { previous: { size: last.size, root: last.root } }),
    ...(last && last.key !== key && { replacesKey: last.key }),
  };
};

/** The same bytes, asked for by the page: of 66,000 salts each call for a few bytes would cost more than the salt. */
const inPools = (randomBytes: (count: number) => Uint8Array): ((count: number) => Uint8Array) => {
  let pool: Uint8Array = new Uint8Array(0);
  return (count) => {
    if (pool.length < count) pool = randomBytes(Math.max(count, poolBytes));
    const taken = pool.subarray(0, count);
    pool = pool.subarray(count);
    return taken;
  };
};

export const makeSealSession = ({ stores, sealer, randomBytes, now, pause = sleep }: SealPorts): SealSession => {
  const { seals } = stores;
  const later = (milliseconds: number): string => new Date(now().getTime() + milliseconds).toISOString();

  /** Asked before anything is written: without a key, or on a seal that is broken, an attempt would leave its pieces behind. */
  const keyFor = async ({ id: session }: Session, read: SealRead): Promise<string> => {
    const { current, ...known } = await sealer.keys();
    const former = known.former.filter((key) => mayHaveSealed(known, key, regencyOfSession(session)));
    if (!isSoundSeal(read, { session, keys: new Set([current, ...former]) })) throw new Problem('SEAL_BROKEN');
    return keyIdOf(current);
  };

  const signed = async (head: SealHead): Promise<SignedHead> => {
    const message = headMessage(head);
    const { publicKey, signature } = await sealer.sign(message);
    // A key that was replaced between naming and signing, or a signer that is broken: no head may stand that nobody can check.
    if (keyIdOf(publicKey) !== head.key || !isSignedBy(publicKey, message, signature))
      throw new SealKeyUnavailable('the signature is not the named key’s');
    return { head, publicKey, signature: hex(signature) };
  };

  /** Seals the records as leaves, and writes them part by part; their hashes. */
  const writeLeaves = async (
    session: string,
    { from, attempt, secret }: { from: number; attempt: string; secret: Uint8Array },
    records: readonly SealRecord[],
  ): Promise<Uint8Array[]> => {
    const [salts, key] = [inPools(randomBytes), contentKey(secret)];
    const parts = await sideBySide(cutAt(partSize, from, from + records.length), width, async (cut) => {
      const own = records.slice(cut.from - from, cut.to - from);
      const { runs, piece } = sealPart(own, { from: cut.from, attempt, key }, salts);
      await Promise.all([...runs.map((run) => seals.putLeaves(session, run)), seals.putHashes(session, piece)]);
      return piece.hashes;
    });
    return parts.flat();
  };

  /** The tree after this attempt, from the roots of full parts and the part that the older tree ends in. */
  const grown = (heads: readonly StoredHead[], pieces: readonly HashPiece[], hashes: readonly Uint8Array[]) => {
    const from = heads.at(-1)?.head.size ?? 0;
    const begun = partOf(from) * partSize;
    const tail = pieces.filter((piece) => piece.from >= begun).flatMap((piece) => piece.hashes);
    const open = [...tail, ...hashes];
    const parts = new Map<number, readonly Uint8Array[]>();
    for (let start = 0; start < open.length; start += partSize)
      parts.set(partOf(begun + start), open.slice(start, start + partSize));
    const size = from + hashes.length;
    const full = [...parts.values()].filter((part) => part.length === partSize).map(partRoot);
    const tree = makeTreeFromParts({ size, roots: [...heads.flatMap(({ roots }) => roots), ...full], hashes: parts });
    return { size, root: hex(tree.root()), roots: full, consistency: from ? tree.consistencyProof(from).map(hex) : [] };
  };

  /** Everything of an attempt; false when another one's head came first. */
  const append = async (session: Session, attempt: string, read: SealRead): Promise<StoredHead | undefined> => {
    const { heads, pieces, fresh } = read;
    const from = heads.at(-1)?.head.size ?? 0;
    const key = await keyFor(session, read);
    const secret = heads[0]?.secret ?? randomBytes(secretBytes);
    const hashes = await writeLeaves(session.id, { from, attempt, secret }, fresh);
    const { size, root, roots, consistency } = grown(heads, pieces, hashes);
    const head = headOf(session, heads, { size, root, at: now().toISOString(), key, records: fresh });
    const placeAt = (index: number): string => {
      const { kind, invitation } = fresh[index - from] as SealRecord;
      return placeOf(kind, invitation);
    };
    const stored: StoredHead = {
      ...(await signed(head)),
      attempt,
      from,
      consistency,
      roots,
      firsts: cutAt(runSize, from, size).map((run) => placeAt(run.from)),
      last: placeAt(size - 1),
      ...(heads.length === 0 && { secret }),
    };
    return (await seals.putHead(session.id, stored)) ? stored : undefined;
  };

  /** True once nobody else has the claim; false when they still do after a while. */
  const waited = async (session: string): Promise<boolean> => {
    for (let look = 0; look < looks; look += 1) {
      if (!(await seals.isClaimed(session, now().toISOString()))) return true;
      await pause(lookMs);
    }
    return false;
  };

  /** The heads afterwards; undefined where it has to begin again. */
  const tryOnce = async (session: Session): Promise<StoredHead[] | undefined> => {
    const found = await readSeal(stores, session);
    if (found.fresh.length === 0) return found.heads;
    const attempt = hex(randomBytes(8));
    if (!(await seals.claim(session.id, attempt, { now: later(0), until: later(leaseMs) }))) {
      if (await waited(session.id)) return undefined;
      throw new Problem('SEAL_BUSY');
    }
    try {
      // Somebody may have sealed between the reading and the claim: then what is new is less, or nothing.
      if ((await seals.heads(session.id)).length !== found.heads.length) return undefined;
      const sealed = await append(session, attempt, found);
      return sealed && [...found.heads, sealed];
    } finally {
      // Where this fails too, the lease ends by itself.
      await seals.release(session.id, attempt).catch(() => {});
    }
  };

  return async (id) => {
    const session = await stores.sessions.get(id, { consistent: true });
    if (session?.state !== 'CLOSED') return undefined;
    try {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const heads = await tryOnce(session);
        if (heads) return heads;
      }
    } catch (error) {
      if (error instanceof SealKeyUnavailable) throw new Problem('SEAL_KEY_UNAVAILABLE', { cause: error });
      throw error;
    }
    throw new Problem('SEAL_BUSY');
  };
};
