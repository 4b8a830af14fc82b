/** Pledge texts, readings and signatures in the table. */

import { Invitation, type Signature, type SignatureKind } from '../invitations/invitation-schema.ts';
import { invitationKey, pledgeTextKey, readingKey, regencyPartition, sessionPartition } from '../platform/keys.ts';
import type { Page } from '../platform/page.ts';
import type { Table } from '../platform/table.ts';
import { PledgeText, Reading } from './pledge-schema.ts';

export type SigningOutcome =
  | { result: 'signed' | 'replayed' | 'already'; invitation: Invitation }
  | { result: 'revoked' }
  | { result: 'unknown' };

export interface PledgeStore {
  text(regency: string, id: string, version: number): Promise<PledgeText | undefined>;
  texts(regency: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<PledgeText>>;
  versions(regency: string, id: string): Promise<PledgeText[]>;
  /** Writes a version that does not exist yet or is not locked; false when it is locked. */
  putText(regency: string, text: PledgeText): Promise<boolean>;
  /** Locks a version if its template is still the one with this hash; false otherwise. Repeating it changes nothing. */
  lockText(regency: string, id: string, version: number, hash: string, at: string): Promise<boolean>;
  readings(session: string): Promise<Reading[]>;
  /** Records a reading, or its end and witnesses; false when it is recorded with another reader or start. */
  putReading(session: string, reading: Reading): Promise<boolean>;
  /** Signs, at most once for each kind of signature; by a link's version where it is given, of the holder's or the delegate's. */
  sign(
    session: string,
    invitation: string,
    tokenVersion: number | undefined,
    kind: SignatureKind,
    signature: Signature,
  ): Promise<SigningOutcome>;
}

const attributeOf: Record<SignatureKind, 'signedHolder' | 'signedDelegate' | 'signedSymbolic' | 'signedWitness'> = {
  holder: 'signedHolder',
  delegate: 'signedDelegate',
  symbolic: 'signedSymbolic',
  witness: 'signedWitness',
};

const signable = 'attribute_exists(pk) AND attribute_not_exists(revokedAt)';
/**
 * By the code that opens the door, or by the holder's own link while a delegate is named. Two whole conditions with OR between them:
 * the embedded engine reads brackets three times slower, see the check-in's.
 */
const signableByLink = `${signable} AND tokenVersion = :version OR ${signable} AND delegation.holderVersion = :version`;

export const makePledgeStore = (table: Table): PledgeStore => ({
  text: async (regency, id, version) => {
    const item = await table.get(pledgeTextKey(regency, id, version), { consistent: true });
    return item && PledgeText.parse(item);
  },
  texts: async (regency, page) => {
    const { items, next } = await table.queryPage({ pk: regencyPartition(regency), prefix: 'PT#' }, page);
    return { items: items.map((item) => PledgeText.parse(item)), next };
  },
  versions: async (regency, id) =>
    (await table.queryAll({ pk: regencyPartition(regency), prefix: `PT#${id}#`, consistent: true })).map((item) =>
      PledgeText.parse(item),
    ),
  putText: (regency, text) =>
    table.put(
      { ...pledgeTextKey(regency, text.id, text.version), ...text },
      { expression: 'attribute_not_exists(pk) OR lockedAt = :unlocked', values: { ':unlocked': null } },
    ),
  lockText: async (regency, id, version, hash, at) => {
    const key = pledgeTextKey(regency, id, version);
    const locked = await table.update(key, {
      expression: 'SET lockedAt = :at',
      condition: '#hash = :hash AND lockedAt = :unlocked',
      names: { '#hash': 'hash' },
      values: { ':at': at, ':hash': hash, ':unlocked': null },
      returns: 'ALL_NEW',
    });
    if (locked) return true;
    // Refused: it is locked already, with the same template or (never, once signed) with another.
    return (await table.get(key, { consistent: true }))?.hash === hash;
  },

  readings: async (session) =>
    (await table.queryAll({ pk: sessionPartition(session), prefix: 'PR#' })).map((item) => Reading.parse(item)),
  putReading: (session, reading) =>
    table.put(
      { ...readingKey(session, reading.id), ...reading },
      {
        expression:
          'attribute_not_exists(pk) OR (startedAt = :start AND reader.#name = :name AND reader.office = :office)',
        names: { '#name': 'name' },
        values: { ':start': reading.startedAt, ':name': reading.reader.name, ':office': reading.reader.office },
      },
    ),

  sign: async (session, invitation, tokenVersion, kind, signature) => {
    const attribute = attributeOf[kind];
    const byToken = tokenVersion !== undefined;
    const old = await table.update(invitationKey(session, invitation), {
      expression: `SET ${attribute} = if_not_exists(${attribute}, :signature)`,
      condition: byToken ? signableByLink : signable,
      values: { ':signature': signature, ...(byToken && { ':version': tokenVersion }) },
      returns: 'ALL_OLD',
    });
    if (!old) {
      const item = await table.get(invitationKey(session, invitation), { consistent: true });
      if (!item) return { result: 'unknown' };
      const found = Invitation.parse(item);
      return found[attribute]?.nonce === signature.nonce
        ? { result: 'replayed', invitation: found }
        : { result: 'revoked' };
    }
    const before = Invitation.parse(old);
    const first = before[attribute];
    if (!first) return { result: 'signed', invitation: { ...before, [attribute]: signature } };
    return { result: first.nonce === signature.nonce ? 'replayed' : 'already', invitation: before };
  },
});
