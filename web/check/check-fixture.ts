/** Answers of the public check as a server that seals would give them, for tests: trees, heads and proofs are made, not copied. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { toBase32 } from '../../functions/platform/ids.ts';
import { canonical, headMessage } from '../../functions/seals/canonical.ts';
import { commit } from '../../functions/seals/commitment.ts';
import { keyIdOf, publicKeyOf } from '../../functions/seals/ed25519.ts';
import { leafHash, makeTree } from '../../functions/seals/merkle-tree.ts';
import type { SealHead } from '../../functions/seals/seal-schema.ts';
import type { KeyList, PersonView, SessionView } from './check-steps.ts';

const sessionBytes = Uint8Array.of(6, 72, 1, 2, 3, 4);
const invitationBytes = Uint8Array.of(9, 8, 7, 6, 5);
export const session = toBase32(sessionBytes);
export const invitation = toBase32(invitationBytes);
const codeOf = (bytes: Uint8Array, role: number): string =>
  toBase32(Uint8Array.of(...sessionBytes, ...bytes, role, 0, ...new Uint8Array(11).fill(7))).toUpperCase();
export const sessionCode = codeOf(new Uint8Array(5), 0);
export const personCode = codeOf(invitationBytes, 1);
export const delegateCode = codeOf(invitationBytes, 2);

export const name = 'Siti Aminah';
const salt = new Uint8Array(32).fill(5);
const saltHex = '05'.repeat(32);
const at = '2024-06-27T01:05:00.000Z';
const pledgeHash = 'ab'.repeat(32);

const leaf = (facts: object): string => canonical({ v: 1, session, invitation, ...facts });
const office = leaf({
  kind: 'office',
  standing: 'FROZEN',
  name: 'Dinas Sosial',
  office: 'Kepala Dinas Sosial',
  class: 'OPD',
  holder: { name: commit(salt, 'holder.name', name) },
});
const checkIn = leaf({
  kind: 'check-in',
  nonce: 'n1',
  at,
  scannedAt: at,
  receivedAt: at,
  door: 'Pintu A',
  mode: 'IN_PERSON',
  who: 'holder',
});
const signature = leaf({ kind: 'signature', as: 'holder', at, hash: pledgeHash, method: 'LINK', nonce: 'n2' });
export const delegateName = 'Budi Santoso';
const byDelegate = {
  office: leaf({
    kind: 'office',
    standing: 'GUEST',
    guest: { name: commit(salt, 'guest.name', 'Polres Lahat'), office: commit(salt, 'guest.office', 'Kapolres Lahat') },
    holder: { name: commit(salt, 'holder.name', name) },
  }),
  checkIn: checkIn
    .replace('"holder"', '"delegate"')
    .replace('"door"', `"delegate":{"name":"${commit(salt, 'delegate.name', delegateName)}"},"door"`),
  signature: leaf({
    kind: 'signature',
    as: 'delegate',
    at,
    hash: pledgeHash,
    method: 'TABLE',
    nonce: 'n3',
    signer: { name: commit(salt, 'signer.name', delegateName) },
  }),
};
const others = Array.from({ length: 9 }, (_, index) =>
  canonical({
    v: 1,
    kind: 'heard',
    session,
    invitation: toBase32(Uint8Array.of(1, 1, 1, 1, index)),
    reading: 'r',
    nonce: 'x',
  }),
);
const readingAt = '2024-06-27T01:30:00.000Z';
const reading = canonical({
  v: 1,
  session,
  kind: 'reading',
  id: 'r1',
  hash: pledgeHash,
  startedAt: readingAt,
  reader: {},
  witnesses: [],
});
const heard = leaf({ kind: 'heard', reading: 'r1', nonce: 'n1' });
export const undo = leaf({ kind: 'undo', nonce: 'n1', checkedInAt: at, at });
export const erasure = leaf({ kind: 'erasure', at });
const held = canonical({
  v: 1,
  session,
  kind: 'session',
  regency: '16.04',
  title: 'Rapat koordinasi netralitas ASN',
  organizer: 'Inspektorat',
  venue: 'Hotel Santika',
  zone: 'WIB',
  startsAt: '2024-06-27T01:00:00.000Z',
  endsAt: '2024-06-27T05:00:00.000Z',
  closedAt: '2024-06-27T05:00:00.000Z',
  pledge: { text: 't', version: 1, hash: pledgeHash, classes: [] },
});
const leaves = [
  held,
  undo,
  erasure,
  reading,
  heard,
  ...others.slice(0, 4),
  office,
  checkIn,
  ...others.slice(4),
  signature,
  ...Object.values(byDelegate),
];
const tree = makeTree(leaves.map(leafHash));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The first seal covers fourteen leaves, the addendum all. */
const sizes = [14, leaves.length];

const signedHead = (index: number, key: KeyObject, before?: { head: SealHead }) => {
  const publicKey = publicKeyOf(key);
  const id = keyIdOf(publicKey);
  const size = sizes[index] ?? 0;
  const head: SealHead = {
    format: 'hadir-seal-1',
    regency: '16.04',
    session,
    number: index + 1,
    size,
    root: hex(tree.root(size)),
    at: `2024-06-27T0${5 + index}:00:00.000Z`,
    counts: { office: 1, 'check-in': 1, heard: size - 2 },
    key: id,
    ...(before && { previous: { size: before.head.size, root: before.head.root } }),
    ...(before && before.head.key !== id && { replacesKey: before.head.key }),
  };
  return {
    head,
    publicKey,
    signature: sign(null, headMessage(head), key).toString('hex'),
    consistency: before ? tree.consistencyProof(before.head.size, size).map(hex) : [],
  };
};

/** The list of seal keys that the product publishes: every key that was made here. */
export const published: NonNullable<KeyList> = [];

const newKey = (): KeyObject => {
  const key = generateKeyPairSync('ed25519').privateKey;
  const publicKey = publicKeyOf(key);
  published.push({ key: keyIdOf(publicKey), publicKey, current: true });
  return key;
};

/** Two heads; under one key, or with a new one announced by the second. */
export const headsOf = (...keys: [KeyObject?, KeyObject?]) => {
  const [first = newKey(), second = first] = keys;
  const one = signedHead(0, first);
  return [one, signedHead(1, second, one)];
};

export const proof = (
  what: PersonView['proofs'][number]['what'],
  text: string,
  openings: { field: string; value: string }[] = [],
  when = at,
) => {
  const index = leaves.indexOf(text);
  return {
    what,
    ...(what !== 'OFFICE' && { at: when }),
    leaf: text,
    index,
    path: tree.inclusionPath(index).map(hex),
    openings: openings.map((opening) => ({ ...opening, salt: saltHex })),
  };
};

const facts = () => ({
  session: {
    id: session,
    regency: '16.04',
    regencyName: 'Kabupaten Lahat',
    title: 'Rapat koordinasi netralitas ASN',
    organizer: 'Inspektorat',
    venue: 'Hotel Santika',
    zone: 'WIB' as const,
    startsAt: '2024-06-27T01:00:00.000Z',
    endsAt: '2024-06-27T05:00:00.000Z',
    state: 'CLOSED' as const,
    closedAt: '2024-06-27T05:00:00.000Z',
    pledge: { title: 'Ikrar netralitas', hash: pledgeHash },
  },
  heads: headsOf(),
});

export const personView = (): PersonView => ({
  about: 'PERSON',
  ...facts(),
  role: 'HOLDER',
  office: 'Kepala Dinas Sosial',
  unit: 'Dinas Sosial',
  person: name,
  standing: 'VALID',
  differs: [],
  sessionCheck: sessionCode,
  proofs: [
    proof('SESSION', held),
    proof('OFFICE', office, [{ field: 'holder.name', value: name }]),
    proof('ATTENDANCE', checkIn, []),
    proof('HEARD', heard, [], readingAt),
    proof('READING', reading, [], readingAt),
    proof('SIGNATURE', signature, []),
  ],
});

/** The code of the delegate whom a guest sent. */
export const delegateView = (): PersonView => ({
  ...personView(),
  role: 'DELEGATE',
  office: 'Kapolres Lahat',
  unit: 'Polres Lahat',
  person: delegateName,
  proofs: [
    proof('SESSION', held),
    proof('OFFICE', byDelegate.office, [
      { field: 'guest.name', value: 'Polres Lahat' },
      { field: 'guest.office', value: 'Kapolres Lahat' },
    ]),
    proof('ATTENDANCE', byDelegate.checkIn, [{ field: 'delegate.name', value: delegateName }]),
    proof('SIGNATURE', byDelegate.signature, [{ field: 'signer.name', value: delegateName }]),
  ],
});

export const sessionView = (): SessionView => ({
  about: 'SESSION',
  ...facts(),
  figures: { units: 1, represented: 1, signed: 1 },
  proofs: [proof('SESSION', held)],
});

export { newKey };
