/**
 * A signature at the table, over HTTP and after the reading has begun, against a bare loop of the same conditional UpdateItem. Nothing is
 * drawn: strokes are an item of their own, and a request more.
 */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { tableName } from '../../functions/local/server.ts';
import { invitationKey, readingKey } from '../../functions/platform/keys.ts';
import { UnitClassCode } from '../../functions/roster/unit-class.ts';
import { pledgeHash } from '../support/fixtures.ts';
import { benchOneWrite, type Measured, nonceOf, type OneWriteReport, oneWriteTable } from './one-write-bench.ts';

export interface SignSettings {
  signatures: number;
  rounds: number;
  concurrencies: readonly number[];
}
export const fullSign: SignSettings = { signatures: 2000, rounds: 3, concurrencies: [1, 16, 64] };

export interface SignReport extends Omit<OneWriteReport, 'requests' | 'reads'> {
  requestsPerSignature: number;
  readsPerSignature: number;
}

/** A member of staff is told by a UUID. */
const operator = '4f1c0a52-6f0e-4a3b-9c1d-2a7d6d0f1b11';

const classes = UnitClassCode.options;
const stands = 'attribute_exists(pk) AND attribute_not_exists(revokedAt)';
const here = 'NOT checkIn.who = :delegate';
const atTable = [
  `${stands} AND #class IN (${classes.map((_, index) => `:class${index}`).join(', ')}) AND ${here}`,
  `${stands} AND kind = :kind AND ${here}`,
].join(' OR ');
const tableValues = {
  ...Object.fromEntries(classes.map((name, index) => [`:class${index}`, name])),
  ':kind': 'guest',
  ':delegate': 'delegate',
};

const measured: Measured = {
  prepare: (session) => {
    const reading = {
      id: 'utama',
      reader: { name: 'Budi Santoso', office: 'Sekretaris Daerah' },
      witnesses: [],
      startedAt: session.startsAt,
      endedAt: null,
      hash: pledgeHash,
    };
    const { pledge } = session;
    if (!pledge) throw new Error('a session without a pledge');
    return {
      session: { ...session, pledge: { ...pledge, classes: [...classes], readFirst: true } },
      items: [{ ...readingKey(session.id, reading.id), ...reading }],
    };
  },
  call: ({ session, id }, index) => ({
    path: `/api/sessions/${session}/invitations/${id}/signatures`,
    body: { nonce: nonceOf(index), hash: pledgeHash, who: 'holder' },
  }),
  /** What `signature-store.ts` sends of whoever stands at the table. */
  bare: (client, { session, id }, index) =>
    client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: marshall(invitationKey(session, id)),
        UpdateExpression: 'SET signedHolder = if_not_exists(signedHolder, :signature)',
        ConditionExpression: atTable,
        ExpressionAttributeNames: { '#class': 'class' },
        ExpressionAttributeValues: marshall({
          ...tableValues,
          ':signature': {
            at: new Date().toISOString(),
            hash: pledgeHash,
            method: 'TABLET',
            nonce: nonceOf(index),
            operator,
          },
        }),
        ReturnValues: 'ALL_OLD',
      }),
    ),
};

export const benchSign = async ({ signatures, ...settings }: SignSettings): Promise<SignReport> => {
  const { ratio, p99, requests, reads, ...rest } = await benchOneWrite(measured, { writes: signatures, ...settings });
  return { ratio, p99, requestsPerSignature: requests, readsPerSignature: reads, ...rest };
};

export const signTable = ({ requestsPerSignature: requests, readsPerSignature: reads, ...rest }: SignReport): string =>
  oneWriteTable({ ...rest, requests, reads }, 'signature');
