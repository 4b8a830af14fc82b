/** The same for who seals, apart from config.ts: the shape of a key brings the seals' shapes with it. */
import * as z from 'zod';
import { FormerKey } from '../seals/former-keys.ts';
import type { Environment } from './config.ts';

const SealEnvironment = z.object({
  /** The ARN, not an alias: the key that signs is the one that the function is granted. */
  HADIR_SEAL_KEY: z.string().regex(/^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9A-Za-z-]+$/),
  /** The public keys before it and those that came with an import, as former-keys.ts writes them, with commas between them. */
  HADIR_FORMER_SEAL_KEYS: z
    .string()
    .default('')
    .transform((keys) => keys.split(',').filter((key) => key !== ''))
    .pipe(z.array(FormerKey)),
});

export interface SealConfig {
  sealKey: string;
  formerSealKeys: readonly string[];
}

export const readSealConfig = (environment: Environment): SealConfig => {
  const { HADIR_SEAL_KEY: sealKey, HADIR_FORMER_SEAL_KEYS: formerSealKeys } = SealEnvironment.parse(environment);
  return { sealKey, formerSealKeys };
};
