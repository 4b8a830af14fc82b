/** Bundles as the product makes them, from records, with keys of the test's own. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { OpenedLeaf } from '../../functions/seals/bundle.ts';
import { headMessage } from '../../functions/seals/canonical.ts';
import { keyIdOf, makeEd25519Sealer, publicKeyOf } from '../../functions/seals/ed25519.ts';
import type { LeafKind } from '../../functions/seals/leaf-schema.ts';
import { outlineOf } from '../../functions/seals/leaf-text.ts';
import { leafHash, makeTree } from '../../functions/seals/merkle-tree.ts';
import { identityOf, sealRecord } from '../../functions/seals/record.ts';
import { recordsOf, type SealMaterial } from '../../functions/seals/records.ts';
import type { SealHead, SignedHead } from '../../functions/seals/seal-schema.ts';
import { lahat, sessionId } from '../support/fixtures.ts';
import { aMaterial, guest, stoodIn } from './a-material.ts';

const pkcs8 = '302e020100300506032b657004220420';
/** An Ed25519 key (RFC 8410) whose 32 bytes are all the same. */
export const keyOf = (byte: number): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from(pkcs8, 'hex'), Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  });
export const keyIdFrom = (key: KeyObject): string => keyIdOf(publicKeyOf(key));
export const firstKey = keyOf(1);
export const secondKey = keyOf(2);

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The same bytes in every run. */
export const seeded = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (count: number): number => Math.floor(next() * count),
    bytes: (count: number): Uint8Array => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)),
  };
};

export interface Sealed {
  heads: SignedHead[];
  leaves: string[];
  consistency: string[][];
  openings: OpenedLeaf[];
}

export const signHead = async (head: Omit<SealHead, 'key'>, key: KeyObject): Promise<SignedHead> => {
  const named = { ...head, key: keyIdFrom(key) } as SealHead;
  const { publicKey, signature } = await makeEd25519Sealer(key).sign(headMessage(named));
  return { head: named, publicKey, signature: hex(signature) };
};

const countsOf = (leaves: readonly string[]): SealHead['counts'] => {
  const counts: Partial<Record<LeafKind, number>> = {};
  for (const leaf of leaves) {
    const { kind } = JSON.parse(leaf) as { kind: LeafKind };
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

export interface Round {
  /** Leaves under the head. */
  size: number;
  key: KeyObject;
  /** What the head says otherwise than it should. */
  lie?: Partial<SealHead>;
}

/** Heads over the first leaves of each round, each signed with its key. */
export const signRounds = async (leaves: readonly string[], rounds: readonly Round[]) => {
  const tree = makeTree(leaves.map(leafHash));
  const heads: SignedHead[] = [];
  for (const [index, { size, key, lie }] of rounds.entries()) {
    const before = heads.at(-1)?.head;
    const head = {
      format: 'hadir-seal-1' as const,
      regency: lahat,
      session: sessionId,
      number: index + 1,
      size,
      root: hex(tree.root(size)),
      at: `2024-06-2${7 + index}T05:00:01.000Z`,
      counts: countsOf(leaves.slice(0, size)),
      ...(before && { previous: { size: before.size, root: before.root } }),
      ...(before && before.key !== keyIdFrom(key) && { replacesKey: before.key }),
      ...lie,
    };
    heads.push(await signHead(head, key));
  }
  const consistency = rounds.slice(1).map(({ size }, index) => {
    return tree.consistencyProof(rounds[index]?.size as number, size).map(hex);
  });
  return { heads, consistency };
};

const signature = { at: '2024-06-28T02:00:00.000Z', hash: 'a'.repeat(64), method: 'LINK', nonce: 'late-sign' } as const;

/** At closing, then a late signature, then two more under a new key. */
const materials = (): SealMaterial[] => {
  const first = aMaterial();
  const withSigned = (material: SealMaterial, id: string, nonce: string): SealMaterial => ({
    ...material,
    invitations: material.invitations.map((one) =>
      one.id === id ? { ...one, signedHolder: { ...signature, nonce } } : one,
    ),
  });
  const second = withSigned(first, stoodIn.id, 'late-sign-1');
  const third = withSigned(second, guest.id, 'late-sign-2');
  const readings = third.readings.map((one) =>
    one.id === 'susulan' ? { ...one, endedAt: '2024-06-27T02:06:00.000Z' } : one,
  );
  return [first, second, { ...third, readings }];
};

export const aSeal = async (): Promise<Sealed> => {
  const random = seeded(4);
  const known = new Set<string>();
  const leaves: string[] = [];
  const openings: OpenedLeaf[] = [];
  const sizes: number[] = [];
  for (const material of materials()) {
    for (const record of recordsOf(material).filter((one) => !known.has(identityOf(one)))) {
      const sealed = sealRecord(outlineOf(record), random.bytes);
      known.add(identityOf(record));
      openings.push({ index: leaves.length, openings: sealed.openings });
      leaves.push(sealed.text);
    }
    sizes.push(leaves.length);
  }
  const keys = [firstKey, firstKey, secondKey];
  const rounds = sizes.map((size, index) => ({ size, key: keys[index] as KeyObject }));
  return { leaves, openings, ...(await signRounds(leaves, rounds)) };
};

export type Files = Record<string, Uint8Array>;
export const filesOf = (bundle: Uint8Array): Files => unzipSync(bundle);
/** Not compressed, since these are made by the thousand. */
export const zipOf = (files: Zippable): Uint8Array => zipSync(files, { level: 0 });
export const textIn = (files: Files, name: string): string => Buffer.from(files[name] as Uint8Array).toString('utf8');
export const withText = (files: Files, name: string, text: string): Files => ({ ...files, [name]: Buffer.from(text) });

/** One bit of one file, turned over; every bit of all files is as likely. */
export const withOneBitTurned = (
  files: Files,
  random: { below: (count: number) => number },
  names: readonly string[],
) => {
  const bits = names.reduce((sum, name) => sum + (files[name] as Uint8Array).length * 8, 0);
  let bit = random.below(bits);
  for (const name of names) {
    const bytes = files[name] as Uint8Array;
    if (bit < bytes.length * 8) {
      const turned = Uint8Array.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] as number) ^ (1 << (bit & 7));
      return { name, bit, files: { ...files, [name]: turned } };
    }
    bit -= bytes.length * 8;
  }
  throw new Error('no bits');
};
