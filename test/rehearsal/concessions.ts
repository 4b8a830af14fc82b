/**
 * Two policies that the emulator cannot evaluate, because it does not tell them what they ask for. While the session is held they are wider
 * there than as deployed; all others are enforced as they are.
 */
import type { Emulator } from './emulator.ts';
import type { Transcript } from './transcript.ts';

interface Statement {
  Sid?: string;
  Condition?: Record<string, unknown>;
}

/** Of the role's grant, which names the identity of the sender; the emulator asks for every identity. Undone by what it answers. */
const letMailerSend = async ({ ask }: Emulator): Promise<() => Promise<unknown>> => {
  const { Roles } = (await ask('iam', 'list_roles')) as { Roles: { RoleName: string }[] };
  const RoleName = Roles.find((role) => role.RoleName.startsWith('hadir-rehearsal-mail-MailerRole'))?.RoleName;
  const policy = { RoleName, PolicyName: 'rehearsal' };
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'ses:SendEmail', Resource: '*' },
  });
  await ask('iam', 'put_role_policy', { ...policy, PolicyDocument });
  return () => ask('iam', 'delete_role_policy', policy);
};

/**
 * Of the key's policy: the emulator tells it neither algorithm nor kind of message, and calls a role by its session (AWS: by the role). Which
 * roles may sign stays a condition.
 */
const letSealersSign = async ({ ask }: Emulator, KeyId: string): Promise<() => Promise<unknown>> => {
  const { Policy } = await ask('kms', 'get_key_policy', { KeyId });
  const bySession = Policy.replace(/arn:aws:iam::(\d+):role\/hadir/g, 'arn:aws:sts::$1:assumed-role/hadir');
  const document = JSON.parse(bySession) as { Statement: Statement[] };
  for (const { Condition } of document.Statement) delete Condition?.StringEquals;
  await ask('kms', 'put_key_policy', { KeyId, Policy: JSON.stringify(document) });
  return () => ask('kms', 'put_key_policy', { KeyId, Policy });
};

/** Answers what takes the concessions back. */
export const makeConcessions = async (
  transcript: Transcript,
  emulator: Emulator,
  sealKey: string,
): Promise<() => Promise<void>> => {
  const taken = [await letMailerSend(emulator), await letSealersSign(emulator, sealKey)];
  transcript.notRehearsed(
    'the mailer’s grant on its sender’s SES identity alone',
    'the emulator asks for ses:SendEmail on *, which is allowed meanwhile',
  );
  transcript.notRehearsed(
    'the sealing key’s condition on algorithm and kind of message',
    'the emulator tells a policy neither, so that it is left out meanwhile; only the roles that seal may sign',
  );
  return async () => {
    for (const takeBack of taken) await takeBack();
  };
};
