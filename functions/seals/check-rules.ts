/**
 * What a public check says of one person. What is sealed is taken from the leaves alone, so that no change of the table can hide a record,
 * rename a person or take anything back; the table speaks of what no seal covers yet, and of where it differs.
 */
import type * as z from 'zod';
import { plainText } from './commitment.ts';
import type { FoundLeaf, LeafOf } from './find-leaves.ts';
import type { LeafKind } from './leaf-schema.ts';
import { outlineOf } from './leaf-text.ts';
import { identityOf, type SealRecord } from './record.ts';
import type { Proof, SealDifference } from './seal-schema.ts';

export type Role = 'HOLDER' | 'DELEGATE';
type What = z.input<typeof Proof>['what'];
type Found<K extends LeafKind> = FoundLeaf<LeafOf<K>>;

/** The kinds of record that are looked up of a person. */
export const personKinds = ['office', 'delegation', 'check-in', 'undo', 'heard', 'signature', 'erasure'] as const;

/** A record to be shown: with its leaf, or under no head yet. */
export interface Claim {
  what: What;
  at?: string | undefined;
  found?: FoundLeaf;
  opened: readonly string[];
}

export interface PersonMaterial {
  role: Role;
  /** Every leaf of the invitation and every reading's, in the order of the tree. */
  leaves: readonly FoundLeaf[];
  /** What the table says now; the office as it may be, in the frozen roster or not. */
  records: readonly SealRecord[];
  /** Of the check-in that stands in the table. */
  standing: string | undefined;
  /** When the reading began that it was at, by the table. */
  heardAt: string | undefined;
}

const signatures: Record<LeafOf<'signature'>['as'], What> = {
  holder: 'SIGNATURE',
  symbolic: 'SYMBOLIC',
  witness: 'WITNESS',
  delegate: 'SIGNATURE',
};

/** A delegate's hand is the delegate's in every place. */
const signedAs = ({ as, signer }: { as: LeafOf<'signature'>['as']; signer?: unknown }): Role =>
  as === 'delegate' || (as !== 'holder' && signer !== undefined) ? 'DELEGATE' : 'HOLDER';

/** The institution and office of a guest are shown to whoever has the code, so they can be checked too. */
const openedOf = (kind: LeafKind, role: Role): readonly string[] => {
  if (kind === 'office') return [...(role === 'HOLDER' ? ['holder.name'] : []), 'guest.name', 'guest.office'];
  return role === 'DELEGATE' && kind !== 'heard' ? ['delegate.name', 'signer.name'] : [];
};

const lastBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

const isOf =
  <K extends LeafKind>(kind: K) =>
  (found: FoundLeaf): found is Found<K> =>
    found.leaf.kind === kind;

const opening = (found: FoundLeaf | undefined, field: string): string | undefined =>
  found?.openings.find((one) => one.field === field)?.value;

const isRole = (who: string | undefined, role: Role): boolean => (who === 'delegate') === (role === 'DELEGATE');

/** Of one nonce, a check-in that was put right takes the place of the others; one that merely says otherwise does not. */
const notCorrected = (all: readonly Found<'check-in'>[]) =>
  all.filter(
    ({ index, leaf }) =>
      !all.some((later) => later.index > index && later.leaf.nonce === leaf.nonce && later.leaf.corrected),
  );

const isHeard = (reading: LeafOf<'reading'> | undefined, { at, mode }: LeafOf<'check-in'>): boolean =>
  reading !== undefined && reading.voidedAt === undefined && mode !== 'ONLINE' && reading.startedAt >= at;

/** What the leaves alone say: what stands, and what was taken back. */
const sealedOf = ({ role, leaves }: PersonMaterial) => {
  const of = <K extends LeafKind>(kind: K): Found<K>[] =>
    lastBy(leaves.filter(isOf(kind)), ({ leaf }) => identityOf(leaf));
  const checkIns = of('check-in');
  const mine = new Set(checkIns.filter(({ leaf }) => isRole(leaf.who, role)).map(({ leaf }) => leaf.nonce));
  const undone = of('undo').filter(({ leaf }) => mine.has(leaf.nonce));
  const isUndone = (nonce: string): boolean => undone.some(({ leaf }) => leaf.nonce === nonce);
  const attendances = notCorrected(checkIns).filter(({ leaf }) => isRole(leaf.who, role) && !isUndone(leaf.nonce));
  const readings = new Map(of('reading').map((found) => [found.leaf.id, found]));
  const heard = lastBy(
    of('heard').filter(({ leaf }) =>
      attendances.some(
        (come) => come.leaf.nonce === leaf.nonce && isHeard(readings.get(leaf.reading)?.leaf, come.leaf),
      ),
    ),
    ({ leaf }) => leaf.nonce,
  );
  return {
    office: of('office').at(-1),
    delegation: of('delegation').findLast(({ leaf }) => leaf.takenBackAt === undefined),
    erasure: of('erasure').at(-1),
    attendances,
    undone,
    heard,
    signed: of('signature').filter(({ leaf }) => signedAs(leaf) === role),
    readings: lastBy(heard, ({ leaf }) => leaf.reading).flatMap(({ leaf }) => readings.get(leaf.reading) ?? []),
    startOf: (reading: string) => readings.get(reading)?.leaf.startedAt,
  };
};
export type Sealed = ReturnType<typeof sealedOf>;

const sealedClaims = (sealed: Sealed, role: Role): Claim[] => {
  const claim = (what: What, found: FoundLeaf, at?: string): Claim => ({
    what,
    ...(at !== undefined && { at }),
    found,
    opened: openedOf(found.leaf.kind, role),
  });
  const { office, delegation, erasure, attendances, undone, heard, signed, readings, startOf } = sealed;
  const isNamed = [...attendances, ...signed].some(
    (found) => opening(found, 'delegate.name') ?? opening(found, 'signer.name'),
  );
  return [
    ...(office ? [claim('OFFICE', office)] : []),
    ...(delegation && role === 'DELEGATE' && !isNamed ? [claim('DELEGATION', delegation, delegation.leaf.at)] : []),
    ...attendances.map((found) => claim('ATTENDANCE', found, found.leaf.at)),
    ...heard.map((found) => claim('HEARD', found, startOf(found.leaf.reading))),
    ...signed.map((found) => claim(signatures[found.leaf.as], found, found.leaf.at)),
    ...undone.map((found) => claim('UNDO', found, found.leaf.at)),
    ...readings.map((found) => ({ ...claim('READING', found, found.leaf.startedAt), opened: [] })),
    ...(erasure ? [claim('ERASURE', erasure, erasure.leaf.at)] : []),
  ];
};

type Plain = Record<string, string | undefined>;

/** What the table has of this role that no seal covers yet. */
const freshClaims = ({ role, leaves, records, standing, heardAt }: PersonMaterial, sealed: Sealed): Claim[] => {
  const known = new Set(leaves.map(({ leaf }) => identityOf(leaf)));
  const facts = (record: SealRecord) => record as Plain;
  const mine = (nonce: string | undefined): boolean =>
    records.some((one) => one.kind === 'check-in' && facts(one).nonce === nonce && isRole(facts(one).who, role));
  const whatOf = (record: SealRecord): [What, string | undefined] | undefined => {
    const { nonce, as = '', at } = facts(record);
    switch (record.kind) {
      case 'check-in':
        return nonce === standing && mine(nonce) ? ['ATTENDANCE', at] : undefined;
      case 'undo':
        return mine(nonce) ? ['UNDO', at] : undefined;
      case 'heard':
        return mine(nonce) ? ['HEARD', heardAt] : undefined;
      case 'signature': {
        const leaf = { as: as as LeafOf<'signature'>['as'], signer: facts(record).signer };
        return signedAs(leaf) === role ? [signatures[leaf.as], at] : undefined;
      }
      default:
        return undefined;
    }
  };
  const fresh = records
    .filter((record) => !known.has(identityOf(record)))
    .flatMap((record): Claim[] => {
      const [what, at] = whatOf(record) ?? [];
      return what ? [{ what, at, opened: [] }] : [];
    });
  return sealed.office ? fresh : [{ what: 'OFFICE', opened: [] }, ...fresh];
};

/** Another person than the office's holder came as its acting head, and nobody wrote down who. */
const isUnnamedActing = ({ office, attendances, signed }: Sealed): boolean =>
  office?.leaf.acting === 'DEFINITIVE' &&
  attendances.some(({ leaf }) => leaf.who === 'acting') &&
  // At the table it is they who signed.
  !signed.some(({ leaf }) => leaf.as === 'holder' && leaf.method !== 'TABLET');

/** The name that is locked in the leaves. Of a delegate counts what was said at the signing, then at the door, then by the head. */
const nameIn = (sealed: Sealed, role: Role): string | undefined => {
  const { office, delegation, attendances, signed } = sealed;
  if (role === 'HOLDER') return isUnnamedActing(sealed) ? undefined : opening(office, 'holder.name');
  return [
    ...signed.map((found) => opening(found, 'signer.name')),
    ...attendances.map((found) => opening(found, 'delegate.name')),
    opening(delegation, 'delegate.name'),
  ].find((name) => name !== undefined);
};

/** As the office was sealed; undefined while it is not. */
const officeIn = ({ office }: Sealed, erased: string): { unit: string; office: string } | undefined => {
  if (!office) return undefined;
  const { leaf } = office;
  return leaf.standing === 'GUEST'
    ? { unit: opening(office, 'guest.name') ?? erased, office: opening(office, 'guest.office') ?? erased }
    : { unit: leaf.name ?? '', office: leaf.office ?? '' };
};

type Differences = z.infer<typeof SealDifference>[];

const differencesOf = ({ leaves, records }: PersonMaterial, claims: readonly Claim[]): Differences => {
  const shown = claims.flatMap(({ found, opened }) => (found ? [{ found, opened, is: identityOf(found.leaf) }] : []));
  const isOther = (value: string | undefined, sealed: string | undefined): boolean =>
    value !== undefined && sealed !== undefined && plainText(value) !== sealed;
  const some = (test: (one: (typeof shown)[number], field: string) => boolean): boolean =>
    shown.some((one) => one.opened.some((field) => test(one, field)));
  const renamed = some(({ found, is }, field) => {
    const record = records.find((one) => identityOf(one) === is);
    const said = record && outlineOf(record).personal.find((each) => each.field === field)?.value;
    return isOther(said, opening(found, field));
  });
  const resealed = some(({ found, is }, field) =>
    leaves.some(
      (earlier) => identityOf(earlier.leaf) === is && isOther(opening(earlier, field), opening(found, field)),
    ),
  );
  const correctable = (nonce: string): boolean =>
    records.some((record) => record.corrected !== undefined && record.nonce === nonce);
  const vanished = shown.some(
    ({ found: { leaf }, is }) =>
      (leaf.kind === 'office' || leaf.kind === 'check-in' || leaf.kind === 'signature') &&
      !records.some((record) => identityOf(record) === is) &&
      !(leaf.kind === 'check-in' && correctable(leaf.nonce)),
  );
  return [
    ...(renamed ? (['NAME'] as const) : []),
    ...(vanished ? (['RECORDS'] as const) : []),
    ...(resealed ? (['RESEALED'] as const) : []),
  ];
};

const frame = new Set<What>(['SESSION', 'READING', 'OFFICE', 'DELEGATION', 'UNDO', 'ERASURE']);

export const personOf = (material: PersonMaterial, erased: string) => {
  const { role } = material;
  const sealed = sealedOf(material);
  const claims = [...sealedClaims(sealed, role), ...freshClaims(material, sealed)];
  const stands = claims.some(({ what }) => !frame.has(what));
  const withdrawn = sealed.undone.length > 0 ? ('WITHDRAWN' as const) : ('NONE' as const);
  return {
    claims,
    /** Undefined while nothing is sealed: then the table's own word is shown. */
    shown: sealed.office && { person: nameIn(sealed, role) ?? null, ...officeIn(sealed, erased) },
    standing: stands ? ('VALID' as const) : withdrawn,
    differs: differencesOf(material, claims),
  };
};
