/** Bundles that no check may accept: what can be altered in one, with the keys and without them. */
import { createHash } from 'node:crypto';
import { dataFiles, makeBundle } from '../../functions/seals/bundle.ts';
import { canonical } from '../../functions/seals/canonical.ts';
import { keyIdOf, publicKeyOf } from '../../functions/seals/ed25519.ts';
import type { SealHead, SignedHead } from '../../functions/seals/seal-schema.ts';
import {
  filesOf,
  firstKey,
  keyIdFrom,
  type Round,
  type Sealed,
  secondKey,
  signRounds,
  textIn,
  withText,
  zipOf,
} from './a-bundle.ts';

const withHeads = (sealed: Sealed, edit: (heads: SignedHead[]) => unknown): Uint8Array =>
  zipOf(withText(filesOf(makeBundle(sealed)), dataFiles.heads, canonical(edit(structuredClone(sealed.heads)))));
const edited = (bundle: Uint8Array, name: string, edit: (text: string) => string): Uint8Array => {
  const files = filesOf(bundle);
  return zipOf(withText(files, name, edit(textIn(files, name))));
};
/** What is altered by somebody who has the keys: everything that can be made to fit fits. */
const resigned = async (sealed: Sealed, leaves: readonly string[], rounds?: readonly Round[]): Promise<Uint8Array> => {
  const grown = leaves.length - sealed.leaves.length;
  const usual = sealed.heads.map(({ head }, index) => ({
    size: head.size + grown,
    key: index === 2 ? secondKey : firstKey,
  }));
  return makeBundle({ leaves, ...(await signRounds(leaves, rounds ?? usual)) });
};
const secondText = (texts: readonly string[], edit: (text: string) => string): string[] =>
  texts.map((text, index) => (index === 1 ? edit(text) : text));
const secondLine = (texts: readonly string[], edit: (leaf: Record<string, unknown>) => object): string[] =>
  secondText(texts, (text) => canonical(edit(JSON.parse(text))));

/** A lie that no head's type allows. */
const untyped = (lie: object): Partial<SealHead> => lie;

/** Under this key, the curve's neutral point, one signature is good for every message. */
export const neutral = { key: `01${'00'.repeat(31)}`, signature: `01${'00'.repeat(63)}` };
const underNeutralKey = async (sealed: Sealed): Promise<Uint8Array> => {
  const { leaves } = sealed;
  const publicKey = `302a300506032b6570032100${neutral.key}`;
  const { heads } = await signRounds(leaves, [{ size: leaves.length, key: firstKey }]);
  const [one] = heads as [SignedHead];
  const head = { ...one.head, key: keyIdOf(publicKey) };
  return makeBundle({ leaves, heads: [{ head, publicKey, signature: neutral.signature }], consistency: [] });
};

/** A commitment whose field names its witness from the end. */
const fromTheEnd = async (sealed: Sealed): Promise<Uint8Array> => {
  const opening = { field: 'witnesses.-1.name', salt: '0'.repeat(64), value: 'Orang Lain' };
  const salted = Buffer.concat([Buffer.from(opening.salt, 'hex'), Buffer.from(`${opening.field}:${opening.value}`)]);
  const name = createHash('sha256').update(salted).digest('hex');
  const index = sealed.leaves.findIndex((text) => text.includes('"kind":"reading"'));
  const leaves = sealed.leaves.map((text, place) => {
    if (place !== index) return text;
    const leaf = JSON.parse(text);
    const witnesses = [...leaf.witnesses.slice(0, -1), { ...leaf.witnesses.at(-1), name }];
    return canonical({ ...leaf, witnesses });
  });
  const signed = await signRounds(leaves, [{ size: leaves.length, key: firstKey }]);
  return makeBundle({ leaves, ...signed, openings: [{ index, openings: [opening] }] });
};

export interface Forgery {
  name: string;
  problem: string;
  bundle: Uint8Array;
  /** The Python check looks at the data, not at the checker itself nor at every field of a leaf. */
  onlyOurs?: true;
}

/** Bundles that no check may accept. */
export const forgeries = async (sealed: Sealed): Promise<Forgery[]> => {
  const { leaves, heads } = sealed;
  const bundle = makeBundle(sealed);
  const files = filesOf(bundle);
  const [daun, kepala, bukti, pembuka] = [dataFiles.leaves, dataFiles.heads, dataFiles.proofs, dataFiles.openings];
  const rounds = heads.map(({ head }, index): Round => ({ size: head.size, key: index === 2 ? secondKey : firstKey }));
  const lying = (which: number, lie: Partial<SealHead>) =>
    resigned(
      sealed,
      leaves,
      rounds.map((round, index) => (index === which ? { ...round, lie } : round)),
    );
  const without = (name: string) => Object.fromEntries(Object.entries(files).filter(([file]) => file !== name));
  const swapped = (text: string): string => {
    const lines = text.split('\n');
    return [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n');
  };
  const [stranger] = leaves.slice(1);
  const far = await resigned(sealed, leaves, [
    { size: 3, key: firstKey },
    { size: leaves.length - 1, key: firstKey },
  ]);
  return [
    { name: 'no zip', problem: 'ZIP', bundle: Buffer.from('PK\u0003\u0004 this is none') },
    { name: 'an empty file', problem: 'ZIP', bundle: new Uint8Array() },
    { name: 'a cut zip', problem: 'ZIP', bundle: bundle.slice(0, -30) },
    { name: 'a file too many', problem: 'ZIP', bundle: zipOf({ ...files, 'catatan.txt': Buffer.from('x') }) },
    { name: 'a path out of the folder', problem: 'ZIP', bundle: zipOf({ ...files, '../verify.py': Buffer.from('x') }) },
    ...[daun, kepala, bukti, 'verify.py', 'BACA-SAYA.txt'].map((name) => ({
      name: `without ${name}`,
      problem: 'FILE_MISSING',
      bundle: zipOf(without(name)),
    })),
    {
      name: 'a changed checker',
      problem: 'CHECKER_CHANGED',
      bundle: edited(bundle, 'verify.py', () => 'print("SAH")\n'),
      onlyOurs: true,
    },
    {
      name: 'a blank in the heads',
      problem: 'NOT_CANONICAL',
      bundle: edited(bundle, kepala, (text) => text.replace(',', ', ')),
    },
    {
      name: 'a line feed after the heads',
      problem: 'NOT_CANONICAL',
      bundle: edited(bundle, kepala, (text) => `${text}\n`),
    },
    { name: 'a byte order mark', problem: 'ROOT', bundle: edited(bundle, daun, (text) => `\ufeff${text}`) },
    {
      name: 'Windows line ends',
      problem: 'ROOT',
      bundle: edited(bundle, daun, (text) => text.replaceAll('\n', '\r\n')),
    },
    { name: 'no last line end', problem: 'NOT_CANONICAL', bundle: edited(bundle, daun, (text) => text.slice(0, -1)) },
    {
      name: 'a key twice',
      problem: 'ROOT',
      bundle: edited(bundle, daun, (text) => text.replace('{', '{"kind":"session",')),
    },
    {
      name: 'a number as 1.0',
      problem: 'ROOT',
      bundle: edited(bundle, daun, (text) => text.replace('"v":1', '"v":1.0')),
    },
    { name: 'not UTF-8', problem: 'NOT_CANONICAL', bundle: zipOf({ ...files, [daun]: Uint8Array.of(0xff, 0x0a) }) },
    {
      name: 'a signature in capitals',
      problem: 'HEAD',
      bundle: withHeads(sealed, ([first, ...rest]) => [
        { ...first, signature: first?.signature.toUpperCase() },
        ...rest,
      ]),
    },
    {
      name: 'a key in capitals',
      problem: 'HEAD',
      bundle: withHeads(sealed, ([first, ...rest]) => [
        { ...first, publicKey: first?.publicKey.toUpperCase() },
        ...rest,
      ]),
    },
    {
      name: 'something beside a head',
      problem: 'HEAD',
      bundle: withHeads(sealed, ([first, ...rest]) => [{ ...first, note: 'x' }, ...rest]),
    },
    { name: 'no heads', problem: 'HEAD', bundle: withHeads(sealed, () => []) },
    { name: 'heads in another order', problem: 'HEAD', bundle: withHeads(sealed, (all) => all.reverse()) },
    { name: 'the first head left out', problem: 'HEAD', bundle: withHeads(sealed, (all) => all.slice(1)) },
    { name: 'the last head left out', problem: 'SIZE', bundle: withHeads(sealed, (all) => all.slice(0, -1)) },
    {
      name: 'the last leaf left out',
      problem: 'SIZE',
      bundle: edited(bundle, daun, (text) => text.replace(/[^\n]*\n$/, '')),
    },
    {
      name: 'a leaf left out',
      problem: 'ROOT',
      bundle: edited(bundle, daun, (text) => text.replace(/\n[^\n]*\n/, '\n')),
    },
    {
      name: 'a leaf more',
      problem: 'SIZE',
      bundle: edited(bundle, daun, (text) => `${text}${text.split('\n')[1]?.replace('Dinas', 'Badan')}\n`),
    },
    { name: 'two leaves in each other’s place', problem: 'ROOT', bundle: edited(bundle, daun, swapped) },
    {
      name: 'an altered leaf',
      problem: 'ROOT',
      bundle: edited(bundle, daun, (text) => text.replace('"DEFINITIVE"', '"PLT"')),
    },
    {
      name: 'an altered time of sealing',
      problem: 'SIGNATURE',
      bundle: withHeads(sealed, (all) =>
        all.map((one) => ({ ...one, head: { ...one.head, at: one.head.at.replace('05:', '04:') } })),
      ),
    },
    {
      name: 'another key named',
      problem: 'KEY',
      bundle: withHeads(sealed, ([first, ...rest]) => [{ ...first, publicKey: publicKeyOf(secondKey) }, ...rest]),
    },
    {
      name: 'the signature of another head',
      problem: 'SIGNATURE',
      bundle: withHeads(sealed, ([a, b, c]) => [{ ...a, signature: b?.signature }, b, c]),
    },
    { name: 'no proofs', problem: 'CONSISTENCY', bundle: edited(bundle, bukti, () => '[]') },
    { name: 'an empty proof', problem: 'CONSISTENCY', bundle: edited(bundle, bukti, () => '[[],[]]') },
    {
      name: 'a proof too many',
      problem: 'CONSISTENCY',
      bundle: edited(bundle, bukti, (text) => text.replace(/\]$/, ',[]]')),
    },
    {
      name: 'another head before',
      problem: 'HEAD',
      bundle: await lying(1, { previous: { size: 3, root: '0'.repeat(64) } }),
    },
    {
      name: 'no head before',
      problem: 'HEAD',
      bundle: await lying(0, { previous: { size: 1, root: '0'.repeat(64) } }),
    },
    {
      name: 'a key that was not announced',
      problem: 'HEAD',
      bundle: await lying(2, { replacesKey: keyIdFrom(secondKey) }),
    },
    { name: 'another number', problem: 'HEAD', bundle: await lying(0, { number: 2 }) },
    { name: 'an earlier time', problem: 'HEAD', bundle: await lying(1, { at: '2024-06-01T00:00:00.000Z' }) },
    { name: 'other counts', problem: 'COUNTS', bundle: await lying(0, { counts: { session: 1 } }) },
    { name: 'another session’s head', problem: 'SESSION', bundle: await lying(1, { session: 'aaaaaaaaaa' }) },
    {
      name: 'another regency',
      problem: 'SESSION',
      bundle: await resigned(
        sealed,
        leaves,
        rounds.map((round) => ({ ...round, lie: { regency: '16.05' } })),
      ),
    },
    {
      name: 'a leaf of another session',
      problem: 'SESSION',
      bundle: await resigned(
        sealed,
        secondLine(leaves, (leaf) => ({ ...leaf, session: 'aaaaaaaaaa' })),
      ),
    },
    {
      name: 'no session first',
      problem: 'SESSION',
      bundle: await resigned(sealed, [leaves[1], leaves[0], ...leaves.slice(2)] as string[]),
    },
    { name: 'a leaf twice', problem: 'DUPLICATE', bundle: await resigned(sealed, [...leaves, stranger as string]) },
    {
      name: 'a leaf that says more',
      problem: 'LEAF',
      bundle: await resigned(
        sealed,
        secondLine(leaves, (leaf) => ({ ...leaf, name2: 'x' })),
      ),
      onlyOurs: true,
    },
    {
      name: 'a leaf of a kind that there is not',
      problem: 'HEAD',
      bundle: await resigned(
        sealed,
        secondLine(leaves, (leaf) => ({ ...leaf, kind: 'gossip' })),
      ),
    },
    { name: 'a head that says more', problem: 'HEAD', bundle: await lying(0, untyped({ note: 'x' })) },
    { name: 'nothing as the head before', problem: 'HEAD', bundle: await lying(0, untyped({ previous: null })) },
    { name: 'nothing as the key replaced', problem: 'HEAD', bundle: await lying(1, untyped({ replacesKey: null })) },
    { name: 'true as a number', problem: 'HEAD', bundle: await lying(0, untyped({ number: true })) },
    { name: 'a time that is none', problem: 'HEAD', bundle: await lying(0, { at: '2024-06-27' }) },
    { name: 'a key that anybody signs with', problem: 'SIGNATURE', bundle: await underNeutralKey(sealed) },
    { name: 'a place counted from the end', problem: 'OPENING', bundle: await fromTheEnd(sealed) },
    { name: 'leaves under no head', problem: 'SIZE', bundle: far },
    {
      name: 'another name',
      problem: 'OPENING',
      bundle: edited(bundle, pembuka, (text) => text.replace('Sahabadi', 'Sahabudi')),
    },
    {
      name: 'another salt',
      problem: 'OPENING',
      bundle: edited(bundle, pembuka, (text) => text.replace(/"salt":"../, '"salt":"00')),
    },
    {
      name: 'a salt in capitals',
      problem: 'OPENING',
      bundle: edited(bundle, pembuka, (text) =>
        text.replace(/"salt":"(\w+)"/, (_, salt: string) => `"salt":"${salt.toUpperCase()}"`),
      ),
    },
    {
      name: 'a name at another leaf',
      problem: 'OPENING',
      bundle: edited(bundle, pembuka, (text) => text.replace(/"index":\d+/, '"index":0')),
    },
    {
      name: 'a name beyond the leaves',
      problem: 'OPENING',
      bundle: edited(
        bundle,
        pembuka,
        (text) => `${text}{"index":99999,"openings":[{"field":"by","salt":"${'0'.repeat(64)}","value":"x"}]}\n`,
      ),
    },
    {
      name: 'a name twice',
      problem: 'OPENING',
      bundle: edited(bundle, pembuka, (text) => text.replace(/^([^\n]*\n)/, '$1$1')),
    },
    {
      name: 'an entry that opens nothing',
      problem: 'OPENING',
      bundle: edited(bundle, pembuka, (text) => `{"index":0,"openings":[]}\n${text}`),
    },
    {
      name: 'something beside an opening',
      problem: 'OPENING',
      bundle: edited(bundle, pembuka, (text) => text.replace('"field":', '"a":1,"field":')),
    },
  ];
};
