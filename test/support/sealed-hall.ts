/** A hall with something of everything that a seal is made of, through the API; and what its tests ask again and again. */
import { createHash } from 'node:crypto';
import { headMessage } from '../../functions/seals/canonical.ts';
import { makeCheckCode } from '../../functions/seals/check-code.ts';
import { isSignedBy } from '../../functions/seals/ed25519.ts';
import type { SignedHead } from '../../functions/seals/seal-schema.ts';
import { type BundleChecks, verifyBundle } from '../../functions/seals/verify-bundle.ts';
import { commitmentAt, isConsistent, isIncluded, opensCommitment } from '../../functions/seals/verify-proof.ts';
import { as, type Reply, type TestApi } from './api.ts';
import { type Scenario, startScenario } from './scenario.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
export const minute = 60_000;

export interface Hall extends Scenario {
  later: (milliseconds: number) => void;
  close: (query?: string) => Promise<Reply>;
  getSeal: (role?: 'organizer' | 'regent' | 'auditor' | 'operator') => Promise<Reply>;
  seal: () => Promise<Reply>;
  bundle: (query?: string, role?: 'organizer' | 'regent' | 'auditor') => Promise<Reply>;
  check: (name: string, role?: 'HOLDER' | 'DELEGATE') => Promise<Reply>;
  checkSession: () => Promise<Reply>;
  erase: (name: string) => Promise<Reply>;
  undo: (name: string) => Promise<Reply>;
}

export const startHall = async (api: TestApi): Promise<Hall> => {
  const s = await startScenario(api, {
    units: [{ name: 'Dinas A' }, { name: 'Dinas B' }, { name: 'Dinas C', acting: 'PLT' }, { name: 'Dinas D' }],
    guests: ['Dandim'],
    until: 'open',
  });
  const organizer = as('organizer');
  const code = (name: string, role: 'HOLDER' | 'DELEGATE') =>
    makeCheckCode(api.keys, { session: s.session, invitation: s.id(name), role });
  return {
    ...s,
    later: (milliseconds) => {
      api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
    },
    close: (query = '') => api.call(organizer, 'POST', `${s.base}/moves/close${query}`),
    getSeal: (role = 'organizer') => api.call(as(role), 'GET', `${s.base}/seal`),
    seal: () => api.call(organizer, 'POST', `${s.base}/seal`),
    bundle: (query = '', role = 'organizer') => api.call(as(role), 'GET', `${s.base}/seal/bundle.zip${query}`),
    check: (name, role = 'HOLDER') => api.call(null, 'GET', `/api/v/${code(name, role)}`),
    checkSession: () =>
      api.call(null, 'GET', `/api/v/${makeCheckCode(api.keys, { session: s.session, role: 'SESSION' })}`),
    erase: (name) =>
      api.call(organizer, 'POST', `${s.base}/invitations/${s.id(name)}/erasure`, { reason: 'Atas permintaan' }),
    undo: async (name) => {
      const path = `${s.base}/invitations/${s.id(name)}`;
      const { nonce } = (await api.call(organizer, 'GET', path)).body.checkIn;
      return api.call(organizer, 'POST', `${path}/undo`, { of: nonce, reason: 'Salah orang' });
    },
  };
};

/** People come, one is taken back and comes again, somebody forges; a reading; signatures of every kind. */
export const fillHall = async (hall: Hall): Promise<void> => {
  const { scan, sign, later } = hall;
  await scan('Dinas A');
  await scan('Dinas B', {
    who: 'delegate',
    delegate: { name: 'Siti Nurhaliza', office: 'Sekretaris', letter: '800/12' },
  });
  await scan('Dinas C');
  await hall.undo('Dinas C');
  await scan('Dinas C');
  await scan('Dandim', { who: 'acting' });
  await scan('Dinas D', { token: 'A'.repeat(39) });
  await scan('Dinas D', { group: { count: 12 } });
  later(minute);
  await hall.plan('pertama', { witnesses: [{ name: 'Wayan Sudirta', office: 'Ketua Bawaslu' }] });
  await hall.moveReading('pertama', 'start');
  later(minute);
  await hall.moveReading('pertama', 'end');
  await sign('Dinas A');
  await sign('Dinas B', { who: 'delegate', signer: { name: 'Siti Nurhaliza' } });
  await sign('Dinas C', { symbolic: true });
  await sign('Dandim', { role: 'WITNESS' });
  later(minute);
};

/** Everything that a head claims, checked as anybody can: each is signed, and continues the one before. */
export const headsHold = (heads: readonly (SignedHead & { consistency: string[] })[]): boolean =>
  heads.length > 0 &&
  heads.every(({ head, publicKey, signature, consistency }, index) => {
    const before = heads[index - 1]?.head;
    const continues =
      before === undefined
        ? consistency.length === 0 && head.previous === undefined
        : head.previous?.root === before.root &&
          isConsistent(sha256, {
            from: before.size,
            fromRoot: before.root,
            to: head.size,
            toRoot: head.root,
            proof: consistency,
          });
    return (
      continues && head.number === index + 1 && isSignedBy(publicKey, headMessage(head), Buffer.from(signature, 'hex'))
    );
  });

interface Shown {
  what: string;
  leaf: string | null;
  index?: number;
  path: string[];
  openings: { field: string; salt: string; value: string }[];
}

/** What a check's answer proves: each record's kind, and whether its leaf, its path and its openings hold under the last root. */
export const provenBy = ({ heads, proofs }: Reply['body']): Record<string, boolean> => {
  const { size, root } = heads.at(-1)?.head ?? { size: 0, root: '' };
  return Object.fromEntries(
    (proofs as Shown[]).map(({ what, leaf, index = -1, path, openings }) => [
      what,
      leaf !== null &&
        isIncluded(sha256, { leaf, index, size, path, root }) &&
        openings.every((opening) =>
          opensCommitment(sha256, opening, commitmentAt(JSON.parse(leaf), opening.field) ?? ''),
        ),
    ]),
  );
};

/** Throws what is wrong with a bundle; its facts otherwise. */
export const verified = (zip: Uint8Array, checks: BundleChecks = {}) => {
  const verdict = verifyBundle(zip, { anyChecker: true, ...checks });
  if (!verdict.ok) throw new Error(`${verdict.problem}: ${verdict.detail}`);
  return verdict;
};
