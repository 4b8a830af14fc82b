/** A door's device in a test: it makes its own secret and key, pairs through the API, and signs what it exports. */
import { randomBytes } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { type As, as, asDoor, type Reply, type TestApi } from './api.ts';

export interface Device {
  secret: string;
  publicKey: { kty: string; crv: string; x: string; y: string };
  /** A compact JWS over the payload as JSON, by this device's key. */
  sign: (payload: unknown) => Promise<string>;
}

export const makeDevice = async (): Promise<Device> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const { kty, crv, x, y } = await exportJWK(publicKey);
  return {
    secret: randomBytes(32).toString('base64url'),
    publicKey: { kty: String(kty), crv: String(crv), x: String(x), y: String(y) },
    sign: (payload) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey),
  };
};

export interface TestDoor {
  id: string;
  name: string;
  session: string;
  device: Device;
  /** As what the device calls. */
  as: As;
  /** Its pairing address. */
  link: string;
}

let doors = 0;

/** Makes a door as an organiser of the session's regency does; answers its view. */
export const createDoor = (api: TestApi, session: string, name = 'Pintu A', regency = '16.04'): Promise<Reply> => {
  doors += 1;
  const key = { 'idempotency-key': `test-door-${doors}` };
  return api.call(as('organizer', regency), 'POST', `/api/sessions/${session}/doors`, { name }, key);
};

export const pair = (api: TestApi, link: string, { secret, publicKey }: Device): Promise<Reply> =>
  api.call(null, 'POST', '/api/doors/pair', { code: link, secret, publicKey });

/** A door of the session with its device paired. */
export const pairedDoor = async (
  api: TestApi,
  session: string,
  { name = 'Pintu A', regency = '16.04' }: { name?: string; regency?: string } = {},
): Promise<TestDoor> => {
  const created = await createDoor(api, session, name, regency);
  const device = await makeDevice();
  const link: string = created.body.pairing?.link ?? '';
  const paired = await pair(api, link, device);
  if (paired.status !== 200) throw new Error(`pairing answered ${paired.status} ${JSON.stringify(paired.body)}`);
  const { id } = created.body;
  return { id, name, session, device, link, as: asDoor(`${session}.${id}.${device.secret}`) };
};

export const contact = (api: TestApi, door: TestDoor, changes: Record<string, unknown> = {}): Promise<Reply> =>
  api.call(door.as, 'POST', `/api/sessions/${door.session}/door/contact`, {
    sentAt: api.clock.now.toISOString(),
    unsent: 0,
    appVersion: '2.0.0',
    ...changes,
  });

export const cutOff = (api: TestApi, door: TestDoor, regency = '16.04'): Promise<Reply> =>
  api.call(as('organizer', regency), 'POST', `/api/sessions/${door.session}/doors/${door.id}/cut-off`);

let scans = 0;

/** A scan of a code at this door, now. */
export const scanAt = (
  api: TestApi,
  door: TestDoor,
  token: string,
  changes: Record<string, unknown> = {},
): Promise<Reply> => {
  scans += 1;
  const now = api.clock.now.toISOString();
  const scan = { token, nonce: `door-scan-${String(scans).padStart(6, '0')}`, scannedAt: now, sentAt: now };
  return api.call(door.as, 'POST', `/api/sessions/${door.session}/check-ins`, { ...scan, ...changes });
};
