/** KMS as the sealer: what it is asked, that its answers are checked, and that every refusal says that nothing was sealed. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  DisabledException,
  GetPublicKeyCommand,
  KMSClient,
  KMSInvalidStateException,
  NotFoundException,
  SignCommand,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { isSignedBy, publicKeyOf } from '../seals/ed25519.ts';
import { SealKeyUnavailable } from '../seals/sealer.ts';
import { makeKmsClient, makeKmsSealer } from './seal-key-kms.ts';

const keyArn = 'arn:aws:kms:ap-southeast-3:123456789012:key/11111111-2222-3333-4444-555555555555';
const { privateKey } = generateKeyPairSync('ed25519');
const message = new TextEncoder().encode('hadir-seal-1\n{"size":470}');
const kms = mockClient(KMSClient);
const der = (key: KeyObject) => Buffer.from(publicKeyOf(key), 'hex');
const sealer = (former: readonly string[] = []) => makeKmsSealer(makeKmsClient('ap-southeast-3'), keyArn, former);
const asked = (command: typeof SignCommand | typeof GetPublicKeyCommand) =>
  kms.commandCalls<never, never, never>(command as never).length;

/** Signs as KMS does, and only what it would sign. */
const answersWith = (key: KeyObject): void => {
  kms.on(GetPublicKeyCommand, { KeyId: keyArn }).resolves({ PublicKey: der(key), KeySpec: 'ECC_NIST_EDWARDS25519' });
  kms
    .on(SignCommand, { KeyId: keyArn, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' })
    .callsFake(({ Message }) => ({ Signature: new Uint8Array(sign(null, Message, privateKey)) }));
};

beforeEach(() => {
  kms.reset();
  // Whatever is not expected is no such command.
  kms.onAnyCommand().rejects(new Error('not expected'));
  answersWith(privateKey);
});

test('signs the message itself with the key of its ARN, and others can check it by the public key', async () => {
  const { publicKey, signature } = await sealer().sign(message);
  expect(publicKey).toBe(publicKeyOf(privateKey));
  expect(isSignedBy(publicKey, message, signature)).toBe(true);
  expect(signature).toHaveLength(64);
  const [call] = kms.commandCalls(SignCommand);
  expect(call?.args[0].input).toEqual({
    KeyId: keyArn,
    Message: message,
    MessageType: 'RAW',
    SigningAlgorithm: 'ED25519_SHA_512',
  });
});

test('a key that anybody can sign with is not taken, whoever answers it', async () => {
  const neutral = Buffer.from(`302a300506032b657003210001${'00'.repeat(31)}`, 'hex');
  kms.on(GetPublicKeyCommand, { KeyId: keyArn }).resolves({ PublicKey: neutral });
  await expect(sealer().sign(message)).rejects.toThrow(SealKeyUnavailable);
  await expect(sealer().keys()).rejects.toThrow(SealKeyUnavailable);
});

test('asks for the public key once, also when many seal at once', async () => {
  const one = sealer(['302a300506032b6570032100'.padEnd(88, 'a')]);
  await Promise.all([one.sign(message), one.sign(message), one.keys()]);
  expect(await one.keys()).toEqual({
    current: publicKeyOf(privateKey),
    former: ['302a300506032b6570032100'.padEnd(88, 'a')],
  });
  expect(asked(GetPublicKeyCommand)).toBe(1);
  expect(asked(SignCommand)).toBe(2);
});

const facts = { $metadata: { httpStatusCode: 400 }, message: 'made by the test' };
const named = (name: string): Error => Object.assign(new Error('made by the test'), { name });
const refusals: [string, Error][] = [
  ['disabled', new DisabledException(facts)],
  ['being deleted', new KMSInvalidStateException(facts)],
  ['gone', new NotFoundException(facts)],
  ['not granted', named('AccessDeniedException')],
  ['throttled past the retries', named('ThrottlingException')],
  ['silent', named('TimeoutError')],
];

test.each(refusals)('a key that is %s: nothing is sealed, and the cause is kept', async (_, cause) => {
  kms.on(SignCommand).rejects(cause);
  const failed = await sealer()
    .sign(message)
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(SealKeyUnavailable);
  expect((failed as Error).cause).toBe(cause);
  // What is signed holds no names, but it has no place in a log either.
  expect((failed as Error).message).not.toContain('hadir-seal');
});

test('a public key that did not come is asked for again', async () => {
  const one = sealer();
  kms
    .on(GetPublicKeyCommand)
    .rejectsOnce(named('TimeoutError'))
    .resolves({ PublicKey: der(privateKey) });
  await expect(one.keys()).rejects.toThrow(SealKeyUnavailable);
  expect(await one.keys()).toEqual({ current: publicKeyOf(privateKey), former: [] });
});

test.each([
  ['of another key', (text: Uint8Array) => sign(null, text, generateKeyPairSync('ed25519').privateKey)],
  [
    'of Ed25519ph or of a digest',
    (text: Uint8Array) => sign(null, createHash('sha512').update(text).digest(), privateKey),
  ],
  ['cut short', (text: Uint8Array) => sign(null, text, privateKey).subarray(0, 63)],
  ['missing', () => undefined],
])('a signature that is %s seals nothing', async (_, make) => {
  kms.on(SignCommand).callsFake(({ Message }) => ({ Signature: make(Message) }));
  await expect(sealer().sign(message)).rejects.toThrow(SealKeyUnavailable);
});

test.each([
  ['another curve', generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey],
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey],
])('a key of %s is not signed with', async (_, key) => {
  answersWith(key);
  await expect(sealer().sign(message)).rejects.toThrow('no Ed25519 key');
  expect(asked(SignCommand)).toBe(0);
});

test('no key at all is said so', async () => {
  kms.on(GetPublicKeyCommand).resolves({});
  await expect(sealer().keys()).rejects.toThrow(SealKeyUnavailable);
});

test('the client tries three times, and waits for no answer longer than some seconds', async () => {
  const { maxAttempts, requestHandler } = makeKmsClient('ap-southeast-3').config;
  expect(await maxAttempts()).toBe(3);
  const { connectionTimeout = 0, requestTimeout = 0 } = await (
    requestHandler as never as { configProvider: Promise<{ connectionTimeout?: number; requestTimeout?: number }> }
  ).configProvider;
  expect(3 * (connectionTimeout + requestTimeout)).toBeLessThan(13_000);
});
