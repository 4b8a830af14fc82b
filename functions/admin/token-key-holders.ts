/** Where an installation keeps the HMAC keys of its codes: a file of its data folder, or a secret of AWS. Both are changed as a whole. */
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import { KeysUnreadable } from '../local/keys-unreadable.ts';
import { changeTokenKeys } from '../local/token-keys.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import { parseTokenKeys, tokenKeyText } from '../platform/token-key-text.ts';
import { Refusal } from './refusal.ts';

export interface TokenKeyHolder {
  /** The keys afterwards. `change` answers the same object where nothing is to be written. */
  change: (change: (keys: TokenKeys) => TokenKeys, taken?: ReadonlySet<number>) => Promise<TokenKeys>;
}

export const laptopTokenKeys = (dataDir: string): TokenKeyHolder => ({
  change: (change, taken) => changeTokenKeys(dataDir, change, taken),
});

const keysIn = (secret: string, text = ''): TokenKeys => {
  try {
    return parseTokenKeys(text);
  } catch {
    throw new KeysUnreadable(secret, 'the secret holds no keys that can be read');
  }
};

/**
 * The secret of this ARN or name. Secrets Manager has no conditional put; so what was replaced is compared with what was read.
 *
 * @throws Refusal SECRET_CHANGED where somebody else changed it in between: their version is AWSPREVIOUS then, and has to be looked at.
 */
export const secretTokenKeys = (secret: string, config: SecretsManagerClientConfig): TokenKeyHolder => {
  const client = new SecretsManagerClient({ maxAttempts: 5, ...config });
  return {
    change: async (change) => {
      const read = await client.send(new GetSecretValueCommand({ SecretId: secret }));
      const found = keysIn(secret, read.SecretString);
      const changed = change(found);
      if (changed === found) return found;
      await client.send(new PutSecretValueCommand({ SecretId: secret, SecretString: tokenKeyText(changed) }));
      const stage = { SecretId: secret, VersionStage: 'AWSPREVIOUS' };
      const replaced = await client.send(new GetSecretValueCommand(stage));
      if (replaced.VersionId !== read.VersionId) throw new Refusal('SECRET_CHANGED', secret);
      return changed;
    },
  };
};
