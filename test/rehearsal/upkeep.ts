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

/** Those that CloudFormation has; of stacks that are not there, `cdk destroy` only says so. */
const standing = async ({ ask }: Emulator): Promise<string[]> => {
  const { Stacks } = (await ask('cloudformation', 'describe_stacks')) as {
    Stacks: { StackName: string; StackStatus: string }[];
  };
  return Stacks.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE')
    .map(({ StackName }) => StackName)
    .filter((name) => name.startsWith('hadir-'))
    .sort();
};

const holding = ['hadir-rehearsal-data', 'hadir-rehearsal-identity', 'hadir-rehearsal-keys'];

/** Table, secret, key and pool of a deployment; answers how many items the table has. */
const makeKept =
  ({ ask }: Emulator, deployed: Deployed) =>
  async (): Promise<number> => {
    const out = (stack: string, name: string): string => deployed.outputs[`hadir-rehearsal-${stack}`]?.[name] ?? '';
    const { Table } = await ask('dynamodb', 'describe_table', { TableName: out('data', 'TableName') });
    same('the table', Table.TableStatus, 'ACTIVE');
    const { Count } = await ask('dynamodb', 'scan', { TableName: out('data', 'TableName'), Select: 'COUNT' });
    if (Count === 0) throw new Error('the table is empty');
    const secret = await ask('secretsmanager', 'describe_secret', { SecretId: out('keys', 'TokenKeysSecret') });
    same('the secret’s deletion', secret.DeletedDate ?? null, null);
    const { KeyMetadata } = await ask('kms', 'describe_key', { KeyId: sealKeyOf(deployed) });
    same('the sealing key', KeyMetadata.KeyState, 'Enabled');
    const { UserPool } = await ask('cognito-idp', 'describe_user_pool', { UserPoolId: out('identity', 'UserPoolId') });
    same('the pool', UserPool.Id, out('identity', 'UserPoolId'));
    return Count;
  };

/**
 * Everything but the data goes, comes back by a deployment, which `look` looks at, and goes again; then the stacks of the data. Table, secret,
 * key and pool are still there.
 */
export const takeDown = async (
  transcript: Transcript,
  operator: Operator,
  emulator: Emulator,
  deployed: Deployed,
  look: (later: Deployed) => Promise<void>,
): Promise<void> => {
  const working = Object.keys(deployed.changed).filter((stack) => !holding.includes(stack));
  const kept = makeKept(emulator, deployed);
  const remove = (what: string) =>
    transcript.step(
      what,
      async () => {
        await operator.destroy(working);
        same('the stacks that stay', await standing(emulator), holding);
      },
      () => working.length.toString(),
    );
  const items = await transcript.step(
    'table, secret, sealing key and pool are there',
    kept,
    (count) => `${count} items`,
  );
  await remove('taken down: the stacks that hold no data');
  const later = await transcript.step('a later deployment makes them anew, and no other', async () => {
    const made = await operator.deploy();
    same('the stacks that changed', changedIn(made).sort(), [...working].sort());
    return made;
  });
  await look(later);
  await remove('taken down once more');
  await transcript.step('then the stacks of the data; table, secret, sealing key and pool stay', async () => {
    await operator.destroy(holding);
    same('the stacks that stay', await standing(emulator), []);
    same('the table’s items', await kept(), items);
  });
};
