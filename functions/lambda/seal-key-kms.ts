/**
 * The sealing key in AWS: an asymmetric Ed25519 key of KMS, whose private half nobody is ever given. The only file that knows it.
 *
 * KMS does not rotate asymmetric keys by itself. A new one is a new key (infra/stages); the public halves of those before it come
 * from the environment, since a key that is gone cannot be asked.
 */
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { isSignedBy, isSoundKey } from '../seals/ed25519.ts';
import { readFormerKeys } from '../seals/former-keys.ts';
import { PublicKey } from '../seals/seal-schema.ts';
import { type Sealer, SealKeyUnavailable } from '../seals/sealer.ts';
import { readTableConfig } from './config.ts';
import { readSealConfig } from './seal-config.ts';

/** Three tries, together under 13 s, pauses included: a sealing that waits longer would meet the end of its Lambda or of its claim. */
const maxAttempts = 3;
const times = { connectionTimeout: 1_000, requestTimeout: 3_000 };

export const makeKmsClient = (region: string): KMSClient => {
  // As for the table's client: an operator cannot act on the SDK's warning.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  return new KMSClient({ region, maxAttempts, requestHandler: { ...times, throwOnRequestTimeout: true } });
};

/** Whatever KMS refused or did not answer, nothing was sealed. */
const asked = async <T>(what: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new SealKeyUnavailable(`KMS did not ${what}`, { cause: error });
  }
};

/** A sealer over the key of this ARN; `former` as former-keys.ts reads them. Asks for the key's public half once. */
export const makeKmsSealer = (client: KMSClient, keyArn: string, former: readonly string[] = []): Sealer => {
  let known: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const answer = await asked('answer the public key', client.send(new GetPublicKeyCommand({ KeyId: keyArn })));
    const parsed = PublicKey.safeParse(Buffer.from(answer.PublicKey ?? []).toString('hex'));
    if (!parsed.success || !isSoundKey(parsed.data))
      throw new SealKeyUnavailable('what KMS holds under this ARN is no Ed25519 key');
    return parsed.data;
  };
  const current = (): Promise<string> => {
    known ??= ask().catch((error: unknown) => {
      // The next one asks again.
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    keys: async () => ({ current: await current(), ...readFormerKeys(former) }),
    sign: async (message) => {
      const publicKey = await current();
      const command = new SignCommand({
        KeyId: keyArn,
        Message: message,
        // Ed25519 of RFC 8032 signs the message itself; a digest would be Ed25519ph, which no other checker of ours knows.
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      });
      const { Signature: signature } = await asked('sign', client.send(command));
      // A head stands for ever; what nobody could check must not become one.
      if (!signature || !isSignedBy(publicKey, message, signature)) {
        throw new SealKeyUnavailable('what KMS answered is no signature of its key');
      }
      return { publicKey, signature };
    },
  };
};

/** The sealer of a deployed function, as its environment says. */
export const sealerOf = (environment: NodeJS.ProcessEnv): Sealer => {
  const { sealKey, formerSealKeys } = readSealConfig(environment);
  return makeKmsSealer(makeKmsClient(readTableConfig(environment).region), sealKey, formerSealKeys);
};
