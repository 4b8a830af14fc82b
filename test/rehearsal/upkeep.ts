/** What an operator does later: the same deployment again, one with a change, and the end of it. */
import { type Deployed, type Operator, sealKeyOf } from './deploy.ts';
import type { Emulator } from './emulator.ts';
import { same } from './hall.ts';
import type { Transcript } from './transcript.ts';

const changedIn = ({ changed }: Deployed): string[] => Object.keys(changed).filter((stack) => changed[stack]);

/** Fails unless every stack of the first deployment is answered with "no changes". */
export const deployAgain = (transcript: Transcript, operator: Operator, first: Deployed): Promise<Deployed> =>
  transcript.step(
    'the same deployment again changes nothing',
    async () => {
      const again = await operator.deploy();
      same('the stacks', Object.keys(again.changed).sort(), Object.keys(first.changed).sort());
      same('the stacks that changed', changedIn(again), []);
      same('what the stacks put out', again.outputs, first.outputs);
      return again;
    },
    ({ changed }) => `${Object.keys(changed).length} stacks, no changes`,
  );

/** Another bound of the API's requests: it reaches the stack of the API and no other. */
export const deployChange = (transcript: Transcript, operator: Operator, { ask }: Emulator) =>
  transcript.step('a deployment with a change (requestsPerSecond) changes the API’s stack only', async () => {
    const changed = await operator.deploy({ requestsPerSecond: '900' });
    same('the stacks that changed', changedIn(changed), ['hadir-rehearsal-api']);
    const { TemplateBody } = await ask('cloudformation', 'get_template', { StackName: 'hadir-rehearsal-api' });
    if (!JSON.stringify(TemplateBody).replaceAll('\\', '').includes('"ThrottlingRateLimit":900'))
      throw new Error('CloudFormation does not hold the new bound');
  });

/** Everything but the data goes, then the stacks of the data; table, secret, key and pool are still there. */
export const takeDown = async (
  transcript: Transcript,
  operator: Operator,
  { ask }: Emulator,
  deployed: Deployed,
): Promise<void> => {
  const { changed, outputs } = deployed;
  const holding = ['hadir-rehearsal-data', 'hadir-rehearsal-keys', 'hadir-rehearsal-identity'];
  const working = Object.keys(changed).filter((stack) => !holding.includes(stack));
  const out = (stack: string, name: string): string => outputs[`hadir-rehearsal-${stack}`]?.[name] ?? '';
  const kept = async () => {
    const { Table } = await ask('dynamodb', 'describe_table', { TableName: out('data', 'TableName') });
    same('the table', Table.TableStatus, 'ACTIVE');
    const { Count } = await ask('dynamodb', 'scan', { TableName: out('data', 'TableName'), Select: 'COUNT' });
    const secret = await ask('secretsmanager', 'describe_secret', { SecretId: out('keys', 'TokenKeysSecret') });
    same('the secret’s deletion', secret.DeletedDate ?? null, null);
    const { KeyMetadata } = await ask('kms', 'describe_key', { KeyId: sealKeyOf(deployed) });
    same('the sealing key', KeyMetadata.KeyState, 'Enabled');
    const { UserPool } = await ask('cognito-idp', 'describe_user_pool', { UserPoolId: out('identity', 'UserPoolId') });
    same('the pool', UserPool.Id, out('identity', 'UserPoolId'));
    return Count as number;
  };
  const items = await transcript.step(
    'table, secret, sealing key and pool are there',
    kept,
    (count) => `${count} items`,
  );
  await transcript.step(
    'taken down: the stacks that hold no data',
    () => operator.destroy(working),
    () => working.length.toString(),
  );
  await transcript.step('then the stacks of the data; table, secret, sealing key and pool stay', async () => {
    await operator.destroy(holding);
    same('the table’s items', await kept(), items);
  });
};
