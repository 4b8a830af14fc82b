/** The signed file in which a door hands over what it could not send: a compact JWS (RFC 7515) by the device's own key. */
import { compactVerify, importJWK } from 'jose';
import type * as z from 'zod';
import { isJpeg } from './door-rules.ts';
import { type Door, DoorFile, DoorFileLetter } from './door-schema.ts';

export type DoorFileContent = z.output<typeof DoorFile>;

const parse = (json: string): DoorFileContent | undefined => {
  try {
    return DoorFile.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
};

const jws = /^[\w-]+\.([\w-]+)\.[\w-]+$/;

/** Which door a file says it is from. Nothing of it may be believed before {@link verifyDoorFile}. */
export const doorOfFile = (file: string): Pick<DoorFileContent, 'session' | 'door'> | undefined => {
  const payload = jws.exec(file.trim())?.[1];
  return payload === undefined ? undefined : parse(Buffer.from(payload, 'base64url').toString('utf8'));
};

/** What the file holds, if the key of this very door signed it; undefined otherwise. */
export const verifyDoorFile = async (file: string, door: Door): Promise<DoorFileContent | undefined> => {
  if (!door.publicKey) return undefined;
  try {
    // The algorithm is ours to say, never the file's.
    const key = await importJWK({ ...door.publicKey }, 'ES256');
    const { payload } = await compactVerify(file.trim(), key, { algorithms: ['ES256'] });
    const content = parse(new TextDecoder().decode(payload));
    return content?.session === door.session && content.door === door.id ? content : undefined;
  } catch {
    return undefined;
  }
};

/** The photos of a file that can be read; one that cannot holds up no other. */
export const lettersOf = ({ letters = [] }: DoorFileContent): { nonce: string; jpeg: Uint8Array }[] =>
  letters.flatMap((letter) => {
    const { data } = DoorFileLetter.safeParse(letter);
    const jpeg = data && Uint8Array.from(Buffer.from(data.jpeg, 'base64'));
    return data && jpeg && isJpeg(jpeg) ? [{ nonce: data.nonce, jpeg }] : [];
  });

/** What is left unsent on the device once this file was taken in: what no file holds, and what has to be uploaded again. */
export const leftBy = ({ rest = 0 }: DoorFileContent, answers: readonly { result: string }[]): number =>
  rest + answers.filter(({ result }) => result === 'retry').length;
