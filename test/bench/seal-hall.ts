/** A closed session of so many offices, all of whom came, were at the reading and signed; and how its seal is taken off again. */
import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeUnitId } from '../../functions/platform/ids.ts';
import { invitationKey, readingKey, sealPartition } from '../../functions/platform/keys.ts';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import { makeTable, type Table } from '../../functions/platform/table.ts';
import { makeStores } from '../../functions/stores.ts';
import { aCheckIn, aSession, lahat, pledgeHash } from '../support/fixtures.ts';
import { fill } from './people.ts';

export const benchTable = 'hadir';
const at = (minute: number): string => `2024-06-27T01:${String(minute).padStart(2, '0')}:00.000Z`;
const nonce = (kind: string, index: number): string =>
  `${kind}-${createHash('sha256').update(`${kind}${index}`).digest('base64url').slice(0, 20)}`;

const came = (session: string, index: number): Invitation => ({
  id: makeUnitId(lahat, `seal-${index}`),
  session,
  kind: 'unit',
  class: 'OPD',
  name: `SD Negeri ${index} Lahat`,
  office: `Kepala SD Negeri ${index} Lahat`,
  holder: {
    name: `Nama Kepala ${index}`,
    acting: 'DEFINITIVE',
    nip: `1980010120050110${String(index % 100).padStart(2, '0')}`,
  },
  tokenVersion: 1,
  invitedAt: '2024-06-20T02:00:00.000Z',
  changedAt: '2024-06-20T02:00:00.000Z',
  checkIn: aCheckIn({ at: at(1), nonce: nonce('scan', index), evidence: 'CODE', doorId: 'aaaaaaaa' }),
  signedHolder: { at: at(20), hash: pledgeHash, method: 'TABLET', nonce: nonce('sign', index), operator: 'operator-1' },
});

/** Written in bare batches: what is measured is what comes after. */
export const fillClosedHall = async (client: DynamoDBClient, session: string, offices: number): Promise<void> => {
  const stores = makeStores(makeTable(client, benchTable));
  const ids: string[] = [];
  for (let start = 0; start < offices; start += 1000) {
    const some = Array.from({ length: Math.min(1000, offices - start) }, (_, index) => came(session, start + index));
    ids.push(...some.map(({ id }) => id));
    await fill(
      client,
      benchTable,
      some.map((invitation) => ({ ...invitationKey(session, invitation.id), ...invitation })),
    );
  }
  const reader = { name: 'Budi Santoso', office: 'Sekretaris Daerah' };
  const reading = { id: 'pertama', reader, witnesses: [], startedAt: at(10), endedAt: at(15), hash: pledgeHash };
  await fill(client, benchTable, [{ ...readingKey(session, reading.id), ...reading }]);
  const frozen = { at: at(0), ...(await stores.invitations.putFrozenRoster(session, ids)) };
  const closed = aSession({ id: session, state: 'CLOSED', openedAt: at(0), closedAt: at(40), frozen });
  await stores.sessions.create(closed, 'bench');
};

/** As if it had never been sealed. */
export const unseal = async (table: Table, session: string): Promise<void> => {
  const pk = sealPartition(session);
  const found = await Promise.all(['HEAD#', 'PART#', 'OPEN#'].map((prefix) => table.queryAll({ pk, prefix })));
  await sideBySide(found.flat(), 16, ({ sk }) => table.remove({ pk, sk: String(sk) }));
};
