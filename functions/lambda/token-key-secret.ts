/**
 * The HMAC secrets of invitation tokens, read from Secrets Manager at a cold start and kept in memory (fresh-token-keys.ts).
 *
 * Decision: read by the SDK's client, not handed over in the environment. A value in a function's environment is shown to
 * everybody who may describe the function, stands in the template's resolved parameters and cannot be rotated without a
 * deployment; the client adds 14 kB to the bundle (338.6 against 324.9 kB). The Parameters and Secrets extension would need
 * a layer ARN per region and code that no test here could run. SSM's SecureString cannot be made by CloudFormation.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { TokenKeys } from '../platform/signed-code.ts';
import { parseTokenKeys } from '../platform/token-key-text.ts';

/** `isAgain`: one attempt, since a request waits for it and the keys of before are still there. */
export const readTokenKeys = async (region: string, secretId: string, isAgain = false): Promise<TokenKeys> => {
  const client = new SecretsManagerClient({
    region,
    maxAttempts: isAgain ? 1 : 4,
    // Together less than the 10 s that Lambda gives to a cold start.
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  client.destroy();
  return parseTokenKeys(SecretString ?? '');
};
