/** The product's HTTP check-in against a bare loop of the same conditional UpdateItem. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { tableName } from '../../functions/local/server.ts';
import { invitationKey } from '../../functions/platform/keys.ts';
import { benchOneWrite, type Measured, nonceOf, type OneWriteReport, oneWriteTable } from './one-write-bench.ts';

export interface CheckInSettings {
  checkIns: number;
  rounds: number;
  concurrencies: readonly number[];
}
export const fullCheckIn: CheckInSettings = { checkIns: 2000, rounds: 3, concurrencies: [1, 16, 64] };

export interface CheckInReport extends Omit<OneWriteReport, 'requests' | 'reads'> {
  requestsPerCheckIn: number;
  readsPerCheckIn: number;
}

const measured: Measured = {
  call: ({ session, id, tokenVersion }, index, keys) => {
    const now = new Date().toISOString();
    const token = makeToken(keys, { session, invitation: id, version: tokenVersion });
    return {
      path: `/api/sessions/${session}/check-ins`,
      body: { token, nonce: nonceOf(index), scannedAt: now, sentAt: now, door: 'Pintu A' },
    };
  },
  /** What `check-in-store.ts` sends. */
  bare: (client, { session, id, tokenVersion }, index) => {
    const now = new Date().toISOString();
    const { nonce, mode, who, door } = { nonce: nonceOf(index), mode: 'IN_PERSON', who: 'holder', door: 'Pintu A' };
    return client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: marshall(invitationKey(session, id)),
        UpdateExpression: 'SET checkIn = if_not_exists(checkIn, :checkIn)',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt) AND tokenVersion = :version',
        ExpressionAttributeValues: marshall({
          ':checkIn': { at: now, scannedAt: now, receivedAt: now, door, mode, who, nonce },
          ':version': tokenVersion,
        }),
        ReturnValues: 'ALL_OLD',
      }),
    );
  },
};

export const benchCheckIn = async ({ checkIns, ...settings }: CheckInSettings): Promise<CheckInReport> => {
  const { ratio, p99, requests, reads, ...rest } = await benchOneWrite(measured, { writes: checkIns, ...settings });
  return { ratio, p99, requestsPerCheckIn: requests, readsPerCheckIn: reads, ...rest };
};

export const checkInTable = ({
  requestsPerCheckIn: requests,
  readsPerCheckIn: reads,
  ...rest
}: CheckInReport): string => oneWriteTable({ ...rest, requests, reads }, 'check-in');
