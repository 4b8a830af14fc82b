/** Seals: shown, made, handed out as a bundle, checked by anybody; erasures that leave them standing. */
import { makeRecompute } from '../coverage/recompute.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { findSession } from '../sessions/find-session.ts';
import type { Session } from '../sessions/session-schema.ts';
import { readBundlePart } from './bundle-source.ts';
import { checkAddress, makeCheckCode } from './check-code.ts';
import { makeCheckView } from './check-view.ts';
import { keyIdOf } from './ed25519.ts';
import { makeErase } from './erase.ts';
import { missingRecords } from './missing-records.ts';
import * as endpoints from './seal-endpoints.ts';
import { readSeal } from './seal-material.ts';
import { countsOf, type StoredHead } from './seal-rules.ts';
import type { SealKey, SealShown, SignedHead } from './seal-schema.ts';
import { makeSealSession } from './seal-session.ts';
import { SealKeyUnavailable } from './sealer.ts';

const signedHead = ({ head, publicKey, signature }: StoredHead): SignedHead => ({ head, publicKey, signature });

const notClosed: SealShown = { state: 'NOT_CLOSED', heads: [], unsealed: {}, missing: {}, check: null };

const requireClosed = ({ state }: Session): void => {
  if (state !== 'CLOSED') throw new Problem('SESSION_WRONG_STATE', { state });
};

export const sealRoutes = (deps: Deps): Route[] => {
  const { stores, sealer, tokenKeys, origin, changed } = deps;
  const sealSession = makeSealSession(deps);
  const recompute = makeRecompute({ ...stores, now: deps.now });
  const checkView = makeCheckView(deps);
  const erase = makeErase(stores, sealSession);

  /** Of a session that is closed. */
  const shown = async (session: Session): Promise<SealShown> => {
    const { id } = session;
    const read = await readSeal(stores, session);
    const { heads, fresh } = read;
    return {
      state: heads.length > 0 && fresh.length === 0 ? 'SEALED' : 'PENDING',
      heads: heads.map(signedHead),
      unsealed: countsOf(fresh),
      missing: await missingRecords(stores.seals, id, read),
      check: heads.length ? checkAddress(origin, makeCheckCode(tokenKeys, { session: id, role: 'SESSION' })) : null,
    };
  };

  return [
    route(endpoints.getSeal, async ({ params }) => {
      const session = await findSession(stores.sessions, params.session);
      if (session.state !== 'CLOSED') return { status: 200, body: notClosed };
      return { status: 200, body: await shown(session) };
    }),

    route(endpoints.sealSession, async ({ params }) => {
      const session = await findSession(stores.sessions, params.session);
      requireClosed(session);
      await sealSession(session.id);
      // Reports read the seal from the session's record.
      await recompute(session.id);
      return { status: 200, body: await shown(session) };
    }),

    route(endpoints.sealBundle, async ({ params, query }, { caller }) => {
      const opened = query.openings === 'yes';
      if (opened && caller?.role === 'regent') throw new Problem('NOT_ALLOWED');
      const session = await findSession(stores.sessions, params.session);
      const heads = await stores.seals.heads(session.id);
      const raw = await readBundlePart(stores.seals, session.id, { heads, part: query.part ?? 1, opened });
      if (!raw) throw new Problem('SEAL_UNKNOWN');
      return { status: 200, raw };
    }),

    route(endpoints.eraseInvitation, async ({ params, body }, { caller, now }) => {
      const session = await findSession(stores.sessions, params.session);
      requireClosed(session);
      const erased = { at: now.toISOString(), by: caller?.subject ?? '', reason: body.reason };
      const at = await erase(session, params.invitation, erased);
      changed(session.id);
      return { status: 200, body: { invitation: params.invitation, erased: true, at } };
    }),

    route(endpoints.checkCode, async ({ params }) => ({ status: 200, body: await checkView(params.code) })),

    route(endpoints.listSealKeys, async () => {
      const { current, former } = await sealer.keys().catch((error: unknown) => {
        if (!(error instanceof SealKeyUnavailable)) throw error;
        throw new Problem('SEAL_KEY_UNAVAILABLE', { cause: error });
      });
      const shownKey = (publicKey: string): SealKey => ({
        key: keyIdOf(publicKey),
        publicKey,
        current: publicKey === current,
      });
      return { status: 200, body: { keys: [current, ...former].map(shownKey) } };
    }),
  ];
};
