/**
 * The key that seals are signed with. On the laptop a new one takes its place; in AWS nobody can put a key into KMS from here: the stage's file
 * names the present one as a former one, and the next deployment makes the next.
 */
import { makeKmsClient, makeKmsSealer } from '../lambda/seal-key-kms.ts';

/** The public half of a KMS key, by its ARN or alias; hex of SubjectPublicKeyInfo. */
export const publicKeyInKms = async (key: string, region: string): Promise<string> => {
  const client = makeKmsClient(region);
  try {
    return (await makeKmsSealer(client, key).keys()).current;
  } finally {
    client.destroy();
  }
};
