/**
 * The door list at rest: AES-GCM under a key that this device made and that no script can read out. Without the key what lies in
 * the storage is noise; destroying it is how a cut-off door forgets the names.
 */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const algorithm = 'AES-GCM';

export const makeListKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);

export const seal = async (key: CryptoKey, value: unknown): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: algorithm, iv },
    key,
    new TextEncoder().encode(JSON.stringify(value)),
  );
  return { iv, data };
};

/** Undefined when it was sealed under another key or has been changed. */
export const unseal = async (key: CryptoKey, { iv, data }: Sealed): Promise<unknown> => {
  try {
    const plain = await crypto.subtle.decrypt({ name: algorithm, iv }, key, data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
};
