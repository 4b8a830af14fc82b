/** What the store of activity reports promises on every engine: versions, and photos that are named, counted and kept. */
import { describe, expect, test } from 'vitest';
import type { ActivityReportInput } from '../../functions/activity-reports/activity-report-schema.ts';
import { makeActivityReportStore } from '../../functions/activity-reports/activity-report-store.ts';
import { contractEngine, freshSessions } from './contract-engine.ts';

const engine = contractEngine();
const freshSession = freshSessions('report-contract');
const at = '2024-06-28T02:00:00.000Z';
const later = '2024-06-28T03:00:00.000Z';
const photoOf = (mark: number): Uint8Array => Uint8Array.of(0xff, 0xd8, mark, 0xff, 0xd9);
const input = (changes: Partial<ActivityReportInput> = {}): ActivityReportInput => ({
  purpose: 'Menyamakan pemahaman.',
  photos: [],
  ...changes,
});
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `photo-${1000 + index}`);
/** A photo that was kept, and those that follow it. */
const keep = (session: string, ids: readonly string[]) =>
  Promise.all(ids.map((id, index) => engine.stores.activityReports.putPhoto(session, id, photoOf(index), at)));

describe('what was written', () => {
  test('nothing is version 0; each version is replaced once', async () => {
    const { activityReports } = engine.stores;
    const session = freshSession();
    const nothing = { session, version: 0, changedAt: null, photos: [], stored: [] };
    expect(await activityReports.get(session)).toEqual(nothing);
    const first = await activityReports.put(session, input({ results: 'Ikrar dibacakan.' }), 0, at);
    expect(first).toEqual({ ...nothing, ...input({ results: 'Ikrar dibacakan.' }), version: 1, changedAt: at });
    expect(await activityReports.put(session, input(), 0, later)).toBe('changed');
    // A field that the new version leaves out is gone.
    expect(await activityReports.put(session, input(), 1, later)).toEqual({
      ...nothing,
      ...input(),
      version: 2,
      changedAt: later,
    });
    expect(await activityReports.put(session, input(), 3, later)).toBe('changed');
    expect(await activityReports.get(session)).toMatchObject({ version: 2 });
  });

  test('of writers at the same version one is taken', async () => {
    const { activityReports } = engine.stores;
    const session = freshSession();
    const all = await Promise.all(
      ['a', 'b', 'c', 'd'].map((purpose) => activityReports.put(session, input({ purpose }), 0, at)),
    );
    expect(all.filter((answer) => answer === 'changed')).toHaveLength(3);
  });

  test('it names stored photos only, and one that was removed no more', async () => {
    const { activityReports } = engine.stores;
    const session = freshSession();
    const [a = '', b = ''] = names(2);
    const photos = [{ id: b, caption: 'Pembukaan' }, { id: a }];
    expect(await activityReports.put(session, input({ photos }), 0, at)).toBe('photo-unknown');
    await keep(session, [a]);
    expect(await activityReports.put(session, input({ photos }), 0, at)).toBe('photo-unknown');
    await keep(session, [b]);
    // The item stands there with names of photos, and is still at version 0.
    expect(await activityReports.get(session)).toMatchObject({ version: 0, stored: [a, b], photos: [] });
    expect(await activityReports.put(session, input({ photos }), 0, at)).toMatchObject({ version: 1, photos });
    await activityReports.removePhoto(session, b);
    expect(await activityReports.get(session)).toMatchObject({ version: 1, stored: [a], photos: [{ id: a }] });
  });
});

describe('photos', () => {
  test('eight of a session, however many come at once; the same one again is kept', async () => {
    const { activityReports } = engine.stores;
    const session = freshSession();
    const answers = await keep(session, names(12));
    expect(answers.filter((answer) => answer === 'kept')).toHaveLength(8);
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(4);
    const { stored } = await activityReports.get(session);
    expect(stored).toHaveLength(8);
    const [one = ''] = stored;
    const bytes = await activityReports.getPhoto(session, one);
    expect(await activityReports.putPhoto(session, one, bytes ?? photoOf(99), later)).toBe('kept');
    await activityReports.removePhoto(session, one);
    expect(await activityReports.putPhoto(session, 'photo-new', photoOf(1), later)).toBe('kept');
  });

  test('another photo under the same name does not replace the first', async () => {
    const { activityReports } = engine.stores;
    const session = freshSession();
    const [a = ''] = names(1);
    expect(await activityReports.putPhoto(session, a, photoOf(1), at)).toBe('kept');
    expect(await activityReports.putPhoto(session, a, photoOf(1), later)).toBe('kept');
    expect(await activityReports.putPhoto(session, a, photoOf(2), later)).toBe('other');
    expect(await activityReports.getPhoto(session, a)).toEqual(photoOf(1));
  });

  test('removing takes the name and the photo away, and again nothing', async () => {
    const { activityReports } = engine.stores;
    const session = freshSession();
    const [a = ''] = names(1);
    await activityReports.removePhoto(session, a);
    expect(await engine.table.queryAll({ pk: `S#${session}`, prefix: '' })).toEqual([]);
    await keep(session, [a]);
    await activityReports.removePhoto(session, a);
    await activityReports.removePhoto(session, a);
    expect(await activityReports.getPhoto(session, a)).toBeUndefined();
    expect(await activityReports.get(session)).toMatchObject({ version: 0, stored: [] });
  });

  /** The store over the engine, where this happens once before the next call on the table that is like that. */
  const interrupted = (
    isThere: (call: 'put' | 'update', text: string) => boolean,
    meanwhile: () => Promise<unknown>,
  ) => {
    let is = true;
    const once = async (call: 'put' | 'update', text: string): Promise<void> => {
      if (!is || !isThere(call, text)) return;
      is = false;
      await meanwhile();
    };
    return makeActivityReportStore({
      ...engine.table,
      put: async (item, condition) => {
        await once('put', String(item.sk));
        return engine.table.put(item, condition);
      },
      update: async (key, update) => {
        await once('update', update.expression);
        return engine.table.update(key, update);
      },
    });
  };

  test.each([
    [
      'removed between its name and its bytes',
      (session: string, id: string) =>
        interrupted(
          (call) => call === 'put',
          () => engine.stores.activityReports.removePhoto(session, id),
        ).putPhoto(session, id, photoOf(1), at),
    ],
    [
      'kept between the two steps of its removal',
      async (session: string, id: string) => {
        let removing: Promise<unknown> = Promise.resolve();
        const upload = interrupted(
          (call) => call === 'put',
          // The name is claimed. The removal empties what is not there yet, waits for the bytes, and takes the name.
          () =>
            new Promise<void>((bytesMayCome) => {
              removing = interrupted(
                (call, text) => call === 'update' && text.startsWith('DELETE'),
                async () => {
                  bytesMayCome();
                  await uploaded;
                },
              ).removePhoto(session, id);
            }),
        );
        const uploaded = upload.putPhoto(session, id, photoOf(1), at);
        await uploaded;
        await removing;
      },
    ],
  ])('a photo that is %s leaves nothing that no report names', async (_, race) => {
    const { activityReports } = engine.stores;
    const session = freshSession();
    const [a = ''] = names(1);
    await race(session, a);
    expect(await activityReports.get(session)).toMatchObject({ stored: [] });
    expect(await activityReports.getPhoto(session, a)).toBeUndefined();
  });
});
