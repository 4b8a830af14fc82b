/**
 * The HMAC secrets of invitation tokens, read from Secrets Manager at a cold start and kept in memory.
 *
 * Decision: read by the SDK's client, not handed over in the environment. A value in a function's environment is shown to
 * everybody who may describe the function, stands in the template's resolved parameters and cannot be rotated without a
 * deployment; the client adds 14 kB to the bundle (338.6 against 324.9 kB). The Parameters and Secrets extension would need
 * a layer ARN per region and code that no test here could run. SSM's SecureString cannot be made by CloudFormation.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { TokenKeys } from '../platform/signed-code.ts';

const KeyId = z.coerce.number().int().min(0).max(255);
/** 32 bytes, as on the laptop. */
const KeyText = z.base64url().length(43);
const Secret = z.object({ current: KeyId }).catchall(KeyText);

/**
 * Reads `{"current":1,"1":"<43 characters of base64url>"}`: which key makes new tokens, and every key that still verifies.
 *
 * @throws Error without any part of the secret in its message.
 */
export const parseTokenKeys = (text: string): TokenKeys => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // JSON.parse quotes its input.
    throw new Error('the token key secret is not JSON');
  }
  const { current, ...keys } = Secret.parse(value);
  const secrets = new Map(Object.entries(keys).map(([id, key]) => [KeyId.parse(id), Buffer.from(key, 'base64url')]));
  if (!secrets.has(current)) throw new Error(`the token key secret holds no key ${current}`);
  return { current, secrets };
};

export const readTokenKeys = async (region: string, secretId: string): Promise<TokenKeys> => {
  const client = new SecretsManagerClient({
    region,
    maxAttempts: 4,
    // Together less than the 10 s that Lambda gives to a cold start.
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  client.destroy();
  return parseTokenKeys(SecretString ?? '');
};
