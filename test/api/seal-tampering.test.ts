/** What was sealed and is changed afterwards: through the API it becomes an addendum; behind it, in the table, it does not stay unseen. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitationKey, sealHeadKey, sealPartKey } from '../../functions/platform/keys.ts';
import type { Key, Update } from '../../functions/platform/table.ts';
import { headMessage } from '../../functions/seals/canonical.ts';
import { keyIdOf, makeEd25519Sealer } from '../../functions/seals/ed25519.ts';
import type { Opening } from '../../functions/seals/leaf-schema.ts';
import { noContent } from '../../functions/seals/record.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { fillHall, type Hall, minute, startHall, verified } from '../support/sealed-hall.ts';

let api: TestApi;
const told: string[] = [];
let isCountingBroken = false;
beforeAll(async () => {
  api = await startTestApi({
    wrap: ({ stores }) => ({
      changed: (session) => told.push(session),
      stores: {
        ...stores,
        coverage: {
          ...stores.coverage,
          replace: async (...args) => {
            if (isCountingBroken) throw new Error('the figures cannot be kept');
            return stores.coverage.replace(...args);
          },
        },
      },
    }),
  });
});
afterAll(() => api.stop());

const fullHall = async (): Promise<Hall> => {
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  const hall = await startHall(api);
  await fillHall(hall);
  return hall;
};
const closedHall = async (): Promise<Hall> => {
  const hall = await fullHall();
  expect((await hall.close()).status).toBe(200);
  hall.later(minute);
  return hall;
};

interface OpenLeaf {
  leaf: Record<string, unknown>;
  openings: Opening[];
  content: string;
}
/** Every sealed leaf of a kind with what opens it, the first one first. */
const leavesOf = async (hall: Hall, kind: string): Promise<OpenLeaf[]> => {
  const { seals } = api.engine.stores;
  const pieces = await seals.hashes(hall.session);
  const contents = pieces.flatMap((piece) => piece.contents);
  const leaves: OpenLeaf[] = [];
  for await (const { from, texts, openings } of seals.allLeaves(hall.session))
    for (const [place, text] of texts.entries()) {
      const content = contents[from + place] as string;
      leaves.push({ leaf: JSON.parse(text), openings: openings[place] as Opening[], content });
    }
  return leaves.filter(({ leaf }) => leaf.kind === kind);
};
const openedAt = ({ openings }: OpenLeaf, field: string): string | undefined =>
  openings.find((opening) => opening.field === field)?.value;

type Change = Pick<Update, 'expression' | 'values' | 'names'>;
/** As somebody who may write in the table, and asks nobody. */
const alter = async (key: Key, change: Change): Promise<void> => {
  await api.engine.table.update(key, { ...change, condition: 'attribute_exists(pk)', returns: 'ALL_OLD' });
};
const inTable = (hall: Hall, name: string, change: Change) => alter(invitationKey(hall.session, hall.id(name)), change);

describe('a name', () => {
  test('of another witness of a sealed reading is an addendum, and both stand in the tree', async () => {
    const hall = await closedHall();
    const [reading] = await api.engine.stores.pledges.readings(hall.session);
    const { startedAt, endedAt } = reading ?? {};
    const witnesses = [{ name: 'Orang Lain', office: 'Kapolres' }];
    expect((await hall.plan('pertama', { startedAt, endedAt, witnesses })).status).toBe(200);
    expect((await hall.getSeal()).body).toMatchObject({ state: 'PENDING', unsealed: { reading: 1 }, missing: {} });
    expect((await hall.seal()).body).toMatchObject({ state: 'SEALED', unsealed: {}, missing: {} });
    const names = (await leavesOf(hall, 'reading')).map((leaf) => openedAt(leaf, 'witnesses.0.name'));
    expect(names).toEqual(['Wayan Sudirta', 'Orang Lain']);
    expect(verified((await hall.bundle('?openings=yes')).bytes).heads).toHaveLength(2);
  });

  test('that is put in another’s place in the table is an addendum too, and again when it is put back', async () => {
    const hall = await closedHall();
    const rename = (name: string) =>
      inTable(hall, 'Dinas A', {
        expression: 'SET holder.#n = :name',
        values: { ':name': name },
        names: { '#n': 'name' },
      });
    for (const name of ['Orang Lain', 'Kepala Dinas A']) {
      await rename(name);
      expect((await hall.getSeal()).body).toMatchObject({ state: 'PENDING', unsealed: { office: 1 }, missing: {} });
      expect((await hall.seal()).body.state).toBe('SEALED');
    }
    const offices = (await leavesOf(hall, 'office')).filter(({ leaf }) => leaf.invitation === hall.id('Dinas A'));
    expect(offices.map((leaf) => openedAt(leaf, 'holder.name'))).toEqual([
      'Kepala Dinas A',
      'Orang Lain',
      'Kepala Dinas A',
    ]);
  });

  test('that comes after the seal, of whoever was scanned without one', async () => {
    const hall = await closedHall();
    const late = { who: 'delegate', delegate: {}, scannedAt: '2024-06-27T01:00:30.000Z' };
    await hall.scan('Dinas D', late);
    await hall.seal();
    await inTable(hall, 'Dinas D', {
      expression: 'SET checkIn.delegate = :delegate',
      values: { ':delegate': { name: 'Wati Susulan' } },
    });
    expect((await hall.getSeal()).body.unsealed).toEqual({ 'check-in': 1 });
    await hall.seal();
    expect((await leavesOf(hall, 'check-in')).map((leaf) => openedAt(leaf, 'delegate.name'))).toContain('Wati Susulan');
  });

  test('what it is compared with is handed out nowhere, and goes with an erasure', async () => {
    const hall = await closedHall();
    const [head] = await api.engine.stores.seals.heads(hall.session);
    const secret = Buffer.from(head?.secret ?? []);
    expect(secret).toHaveLength(32);
    const shown = await Promise.all([hall.getSeal(), hall.seal(), hall.check('Dinas A'), hall.checkSession()]);
    expect(JSON.stringify(shown.map(({ body }) => body))).not.toMatch(/secret|contents/);
    const { bytes } = await hall.bundle('?openings=yes');
    expect(Buffer.from(bytes).includes(secret)).toBe(false);

    await hall.erase('Dinas B');
    const all = await Promise.all(['office', 'check-in', 'signature'].map((kind) => leavesOf(hall, kind)));
    const blank = all.flat().filter(({ content }) => content === noContent);
    expect(blank.map(({ leaf }) => leaf.invitation)).toEqual(Array(3).fill(hall.id('Dinas B')));
    expect((await hall.getSeal()).body).toMatchObject({ state: 'SEALED', unsealed: {}, missing: {} });
    // Of the others it is still noticed.
    await inTable(hall, 'Dinas C', { expression: 'SET holder.acting = :acting', values: { ':acting': 'DEFINITIVE' } });
    expect((await hall.getSeal()).body.unsealed).toEqual({ office: 1 });
  });
});

describe('a record that is gone', () => {
  test('is missed, by kind', async () => {
    const hall = await closedHall();
    await inTable(hall, 'Dinas A', { expression: 'REMOVE checkIn, signedHolder' });
    const missing = { 'check-in': 1, heard: 1, signature: 1 };
    expect((await hall.getSeal('auditor')).body).toMatchObject({ state: 'SEALED', unsealed: {}, missing });
    expect((await hall.seal()).body.missing).toEqual(missing);
  });

  test('a signature of another time is a new one, and the old one is missed', async () => {
    const hall = await closedHall();
    const change = { expression: 'SET signedHolder.#at = :at', names: { '#at': 'at' } };
    await inTable(hall, 'Dinas A', { ...change, values: { ':at': '2024-06-27T01:01:30.000Z' } });
    expect((await hall.getSeal()).body).toMatchObject({ unsealed: { signature: 1 }, missing: { signature: 1 } });
  });

  test('is not missed where something followed: an undo, a correction, a reading that was voided, an erasure', async () => {
    const hall = await closedHall();
    const path = `${hall.base}/invitations/${hall.id('Dinas C')}`;
    const { nonce } = (await api.call(as('organizer'), 'GET', path)).body.checkIn;
    const corrected = await api.call(as('organizer'), 'PUT', `${path}/attendance`, { of: nonce, who: 'delegate' });
    expect(corrected.status).toBe(200);
    expect((await hall.undo('Dinas A')).status).toBe(200);
    expect((await hall.moveReading('pertama', 'void')).status).toBe(200);
    expect((await hall.erase('Dinas B')).status).toBe(200);
    const { body } = await hall.seal();
    expect(body).toMatchObject({ state: 'SEALED', missing: {} });
    expect(body.heads.at(-1).head.counts).toMatchObject({ 'check-in': 6, undo: 2, reading: 2, erasure: 1 });
  });
});

describe('a stored seal that is not whole is not sealed on', () => {
  const refused = async (hall: Hall): Promise<void> => {
    await hall.signByLink('Dinas D', 'holder');
    const before = await api.engine.stores.seals.heads(hall.session);
    const { status, body } = await hall.seal();
    expect([status, body.code]).toEqual([500, 'SEAL_BROKEN']);
    expect(api.logs.at(-1)).toContain('SEAL_BROKEN');
    expect(await api.engine.stores.seals.heads(hall.session)).toEqual(before);
    expect((await hall.getSeal()).body).toMatchObject({ state: 'PENDING', unsealed: { signature: 1 } });
  };

  test('a head under a stranger’s key', async () => {
    const hall = await closedHall();
    const stranger = makeEd25519Sealer(generateKeyPairSync('ed25519').privateKey);
    const [stored] = await api.engine.stores.seals.heads(hall.session);
    if (!stored) throw new Error('there is no head');
    const { publicKey } = await stranger.sign(new Uint8Array());
    const head = { ...stored.head, key: keyIdOf(publicKey) };
    const signature = Buffer.from((await stranger.sign(headMessage(head))).signature).toString('hex');
    await alter(sealHeadKey(hall.session, 1), {
      expression: 'SET head = :head, publicKey = :key, signature = :signature',
      values: { ':head': head, ':key': publicKey, ':signature': signature },
    });
    await refused(hall);
  });

  test('one bit of a stored hash', async () => {
    const hall = await closedHall();
    const [piece] = await api.engine.stores.seals.hashes(hall.session);
    if (!piece) throw new Error('there are no hashes');
    const hashes = Buffer.concat(piece.hashes);
    hashes[70] = (hashes[70] as number) ^ 1;
    await alter(sealPartKey(hall.session, 0, 0, piece.attempt), {
      expression: 'SET hashes = :hashes',
      values: { ':hashes': hashes },
    });
    await refused(hall);
  });

  test('a first head without its secret', async () => {
    const hall = await closedHall();
    await alter(sealHeadKey(hall.session, 1), { expression: 'REMOVE secret' });
    const { status, body } = await hall.seal();
    expect([status, body.code]).toEqual([500, 'SEAL_BROKEN']);
  });
});

describe('an erasure', () => {
  test('leaves who entered and took back, and says by whom and why it was made, also after the next one', async () => {
    const hall = await closedHall();
    const operators = async () =>
      [...(await leavesOf(hall, 'check-in')), ...(await leavesOf(hall, 'undo'))].flatMap(({ openings }) =>
        openings.filter(({ field }) => field === 'operator' || field === 'by'),
      );
    const before = await operators();
    expect(before.length).toBeGreaterThan(3);
    for (let round = 0; round < 2; round += 1) {
      expect((await hall.erase('Dinas C')).status).toBe(200);
      hall.later(minute);
    }
    expect(await operators()).toEqual(before);
    const erasures = await leavesOf(hall, 'erasure');
    expect(erasures).toHaveLength(1);
    expect(openedAt(erasures[0] as OpenLeaf, 'by')).toMatch(/organizer/);
    expect(openedAt(erasures[0] as OpenLeaf, 'reason')).toBe('Atas permintaan');
    expect(JSON.stringify(erasures[0]?.leaf)).not.toContain('Atas permintaan');
    // Another who erases, or another reason, that is written over the first one.
    await inTable(hall, 'Dinas C', { expression: 'SET erasedBy = :by', values: { ':by': 'somebody-else' } });
    expect((await hall.getSeal()).body.unsealed).toEqual({ erasure: 1 });
  });
});

test('figures that cannot be counted hold up neither the seal nor who is told of the closing', async () => {
  const hall = await fullHall();
  told.length = 0;
  isCountingBroken = true;
  const { status } = await hall.close();
  isCountingBroken = false;
  expect(status).toBe(500);
  expect(told).toContain(hall.session);
  expect((await hall.getSeal()).body).toMatchObject({ state: 'SEALED', unsealed: {} });
  expect((await hall.close()).status).toBe(200);
});
