import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { makeExpiringMap } from './expiring-map.ts';

const CAPACITY_PER_KIND = 5_000;
const DEFAULT_LIFETIME_S = 60 * 60;

/**
 * Keeps the issuer's codes, sessions, grants and refresh tokens in memory, at most 5,000 of each kind, each until it
 * expires. A restart signs people out at the issuer, while access tokens issued before stay valid until they expire
 * (an hour), because the signing keys are kept on disk and the tokens carry all that is needed to verify them.
 */
export function makeMemoryAdapter({ now }: { now: () => Date }): AdapterFactory {
  return (kind) => makeKind(kind, now);
}

function makeKind(kind: string, now: () => Date): Adapter {
  const held = makeExpiringMap<AdapterPayload>({ capacity: CAPACITY_PER_KIND, now });

  function findBy(property: 'uid' | 'userCode', value: string): AdapterPayload | undefined {
    for (const [, payload] of held.entries()) if (payload[property] === value) return payload;
    return undefined;
  }

  return {
    upsert: async (id, payload, expiresIn = DEFAULT_LIFETIME_S) => held.set(id, payload, expiresIn * 1000),
    find: async (id) => held.get(id),
    findByUid: async (uid) => findBy('uid', uid),
    findByUserCode: async (userCode) => findBy('userCode', userCode),
    async consume(id) {
      // The library reads `consumed` of the object it is given next; the entry keeps its time.
      const payload = held.get(id);
      if (payload !== undefined) payload.consumed = Math.floor(now().getTime() / 1000);
    },
    destroy: async (id) => held.delete(id),
    async revokeByGrantId(grantId) {
      if (kind === 'Grant') return;
      for (const [id, payload] of held.entries()) if (payload.grantId === grantId) held.delete(id);
    },
  };
}
