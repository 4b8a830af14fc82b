import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { readIfPresent, withFileLock, writePrivateFile } from './private-file.ts';
import type { RandomBytes } from './secrets.ts';

const signingKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

const keysSchema = z.object({
  version: z.literal(1),
  signing: z.array(signingKeySchema).min(1),
  cookie: z.array(z.string().min(32)).min(1),
});

/** The issuer's private signing keys (JWK, RFC 7517) and the keys that sign its cookies; the first of each is in use. */
export type IssuerKeys = z.infer<typeof keysSchema>;

/**
 * The issuer's keys, made at the first start and kept in `${dataDir}/issuer-keys.json` (0600), so that access tokens
 * issued before a restart stay valid until they expire.
 *
 * @throws Error when the file is there but cannot be understood; its content is never part of the message.
 */
export async function loadKeys(dataDir: string, randomBytes: RandomBytes): Promise<IssuerKeys> {
  const path = join(dataDir, 'issuer-keys.json');
  const known = parseKeys(path, await readIfPresent(path));
  if (known !== undefined) return known;
  return withFileLock(path, async () => {
    const meanwhile = parseKeys(path, await readIfPresent(path));
    if (meanwhile !== undefined) return meanwhile;
    const made = makeKeys(randomBytes);
    await writePrivateFile(path, `${JSON.stringify(made, null, 2)}\n`);
    return made;
  });
}

function parseKeys(path: string, text: string | undefined): IssuerKeys | undefined {
  if (text === undefined) return undefined;
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${path} is damaged; restore it, or delete it to make new keys (everyone signs in again)`);
  }
}

function makeKeys(randomBytes: RandomBytes): IssuerKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return keysSchema.parse({
    version: 1,
    signing: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }],
    cookie: [Buffer.from(randomBytes(32)).toString('base64url')],
  });
}
