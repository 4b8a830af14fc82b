/** The device's own key pair (ECDSA P-256): its private half never leaves the browser, and signs what is exported. */
export interface DeviceKey {
  privateKey: CryptoKey;
  publicKey: { kty: 'EC'; crv: 'P-256'; x: string; y: string };
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export const base64 = (bytes: Uint8Array): string => {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
};

export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

export const makeDeviceKey = async (): Promise<DeviceKey> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { privateKey, publicKey: { kty: 'EC', crv: 'P-256', x, y } };
};

/** A compact JWS (RFC 7515, ES256): WebCrypto's signature already is the two numbers side by side that it asks for. */
export const signJws = async ({ privateKey }: DeviceKey, payload: unknown): Promise<string> => {
  const text = new TextEncoder();
  const head = base64url(text.encode(JSON.stringify({ alg: 'ES256' })));
  const signed = `${head}.${base64url(text.encode(JSON.stringify(payload)))}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, text.encode(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
};
