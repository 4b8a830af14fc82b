/**
 * Whether the product can read what a file would bring, asked before anything is written: one entry that no schema reads would end every
 * list that it is in, the whole country's among them. Parsed as the stores parse it; and what an item says of itself is what its key says.
 */
import { isDeepStrictEqual } from 'node:util';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { Denial, HeadCount } from '../check-in/check-in-schema.ts';
import { Conflict } from '../conflicts/conflict-schema.ts';
import { unpackCoverage } from '../coverage/coverage-record.ts';
import { Door } from '../doors/door-schema.ts';
import { FollowUp } from '../follow-ups/follow-up-schema.ts';
import { ImportHead } from '../imports/import-record.ts';
import { isFrozenRoster } from '../invitations/frozen-roster.ts';
import { Invitation } from '../invitations/invitation-schema.ts';
import { RosterRule } from '../invitations/roster-rule.ts';
import { Mail } from '../messages/mail-schema.ts';
import { NilStatement } from '../nil-statements/nil-statement-schema.ts';
import { makeItemVersions } from '../platform/item-version.ts';
import { Problem } from '../platform/problem.ts';
import { keyOf, type RawItem } from '../platform/raw-items.ts';
import { kindOf, namesIn, ownerOf } from '../platform/regency-items.ts';
import type { Item, Key } from '../platform/table.ts';
import { PledgeText, Reading, SigningOrder } from '../pledges/pledge-schema.ts';
import { Regency } from '../regencies/regency-schema.ts';
import { Unit } from '../roster/unit-schema.ts';
import { StoredHeadItem } from '../seals/stored-head-item.ts';
import { Session } from '../sessions/session-schema.ts';
import { Refusal } from './refusal.ts';

/** What an item says of itself that its key says too. */
interface Said {
  regency?: string | undefined;
  session?: string | undefined;
  name?: string;
}
type Reader = (item: Item, key: Key) => boolean;

const readAs =
  <T>(schema: z.ZodType<T>, saidIn: (value: T) => Said = () => ({})): Reader =>
  (item, key) => {
    const read = schema.safeParse(item);
    if (!read.success) return false;
    const told: Said = { regency: ownerOf(key), ...namesIn(key) };
    const said = Object.entries(saidIn(read.data));
    return said.every(([name, value]) => told[name as keyof Said] === value);
  };

const Revision = z.int().nonnegative().optional();

/** Unpacked, since its texts are read then; and what is computed again is put over its revision. */
const isCoverage: Reader = (item, key) => {
  if (!Revision.safeParse(item.revision).success) return false;
  try {
    return unpackCoverage(item).session === namesIn(key).session;
  } catch {
    return false;
  }
};

/**
 * By kind. Those that are not here are looked for by a key that the product knows, and end no list of others'. Hashes and leaves of a seal are
 * listed with their session's seal alone: whether that holds is asked after the import, and told.
 */
const readers: Record<string, Reader> = {
  tenant: readAs(Regency, ({ code }) => ({ regency: code, name: code })),
  regency: readAs(Regency, ({ code }) => ({ regency: code, name: 'META' })),
  unit: readAs(Unit, ({ id }) => ({ name: id })),
  coverage: isCoverage,
  'seal-head': readAs(StoredHeadItem),
  'frozen-roster': ({ units }, key) => isFrozenRoster(units, namesIn(key).name),
  session: readAs(Session, ({ regency, id }) => ({ regency, name: id })),
  import: readAs(ImportHead, ({ id }) => ({ name: id })),
  'pledge-text': readAs(PledgeText),
  'follow-up': readAs(FollowUp, ({ regency, id }) => ({ regency, name: id })),
  'nil-statement': readAs(NilStatement, ({ regency, id }) => ({ regency, name: id })),
  invitation: readAs(Invitation, ({ session, id }) => ({ session, name: id })),
  mail: readAs(Mail, ({ session, invitation, purpose, occasion }) => ({
    session,
    name: `${invitation}#${purpose}#${occasion}`,
  })),
  door: readAs(Door, ({ session, id }) => ({ session, name: id })),
  conflict: readAs(Conflict, ({ session, id }) => ({ session, name: id })),
  reading: readAs(Reading, ({ id }) => ({ name: id })),
  denial: readAs(Denial),
  'head-count': readAs(HeadCount, ({ nonce }) => ({ name: nonce })),
  'roster-rule': readAs(RosterRule, ({ hash }) => ({ name: hash })),
  'signing-order': readAs(SigningOrder),
};

const versions = makeItemVersions();

/**
 * The entry in the list of tenants is the settings; or others: those before, after a crash between the two, and later ones in a file whose
 * export read the entry last while somebody saved them.
 */
const fits = (entry: Regency, settings: Regency | undefined): boolean =>
  settings !== undefined && (entry.version !== settings.version || isDeepStrictEqual(entry, settings));

/** What items say of each other: no entry in the list of tenants is without its settings, no session that was frozen without its roster. */
const makeLinks = () => {
  const [tenants, settings] = [new Map<string, Regency>(), new Map<string, Regency>()];
  const [rosters, frozen] = [new Set<string>(), new Set<string>()];
  const takers: Record<string, (item: Item, key: Key) => void> = {
    tenant: (item) => void tenants.set(String(item.code), Regency.parse(item)),
    regency: (item) => void settings.set(String(item.code), Regency.parse(item)),
    session: (item) => {
      const read = Session.parse(item);
      if (read.frozen) frozen.add(`${read.id} ${read.frozen.hash}`);
    },
    'frozen-roster': (_, key) => {
      const { session, name } = namesIn(key);
      rosters.add(`${session} ${name}`);
    },
  };
  return {
    take: (item: Item, key: Key): void => takers[kindOf(key)]?.(item, key),
    /** The kind of one that leads nowhere. */
    broken: (): string | undefined => {
      if ([...frozen].some((name) => !rosters.has(name))) return 'frozen-roster';
      return [...tenants].every(([code, entry]) => fits(entry, settings.get(code))) ? undefined : 'tenant';
    },
  };
};

export interface ItemCheck {
  /** @throws Refusal ARCHIVE_NEWER, ARCHIVE_UNREADABLE */
  item: (item: RawItem) => void;
  /** After the last one. @throws Refusal ARCHIVE_UNREADABLE */
  end: () => void;
}

export const makeItemCheck = (file: string): ItemCheck => {
  const links = makeLinks();
  /** In today's shape, as the table reads it. */
  const today = (item: RawItem): Item => {
    try {
      return versions.read(unmarshall(item));
    } catch (error) {
      const isNewer = error instanceof Problem && error.code === 'ITEM_NEWER';
      throw isNewer ? new Refusal('ARCHIVE_NEWER', file) : new Refusal('ARCHIVE_UNREADABLE', file, kindOf(keyOf(item)));
    }
  };
  return {
    item: (raw) => {
      const key = keyOf(raw);
      const kind = kindOf(key);
      const isReadable = readers[kind];
      if (!isReadable && raw.v === undefined) return;
      const item = today(raw);
      if (isReadable && !isReadable(item, key)) throw new Refusal('ARCHIVE_UNREADABLE', file, kind);
      links.take(item, key);
    },
    end: () => {
      const broken = links.broken();
      if (broken !== undefined) throw new Refusal('ARCHIVE_UNREADABLE', file, broken);
    },
  };
};
