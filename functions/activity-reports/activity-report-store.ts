/**
 * The report of an activity in the table, and its photos. The names of the photos lie in a set on the report's own item: how many there
 * may be, and which ones a report may name, are conditions of one write on one item.
 */
import { createHash } from 'node:crypto';
import { activityReportKey, reportPhotoKey } from '../platform/keys.ts';
import type { Item, Table } from '../platform/table.ts';
import { emptyReport, withStoredPhotos } from './activity-report-rules.ts';
import { ActivityReport, type ActivityReportInput, mostPhotos } from './activity-report-schema.ts';

export interface ActivityReportStore {
  /** Strongly read; an empty one of version 0 while nothing was written. */
  get(session: string): Promise<ActivityReport>;
  /**
   * Replaces the report that is at this version. `changed`: it is at another one. `photo-unknown`: it names a photo that is not stored.
   */
  put(
    session: string,
    input: ActivityReportInput,
    version: number,
    at: string,
  ): Promise<ActivityReport | 'changed' | 'photo-unknown'>;
  /** Keeps a photo under its name; `other` where another one stands under it, `full` where there are as many as there may be. */
  putPhoto(session: string, photo: string, jpeg: Uint8Array, at: string): Promise<'kept' | 'other' | 'full'>;
  getPhoto(session: string, photo: string): Promise<Uint8Array | undefined>;
  /** Repeating it changes nothing. */
  removePhoto(session: string, photo: string): Promise<void>;
}

const written = ['purpose', 'results', 'followUp', 'closing', 'signer'] as const;

/** A reserved word of the engine's. */
const setOfNames = { '#stored': 'stored' };

const parse = (session: string, item: Item | undefined): ActivityReport => {
  if (!item) return emptyReport(session);
  const stored = [...((item.stored as Set<string> | undefined) ?? [])].sort();
  return withStoredPhotos(ActivityReport.parse({ ...emptyReport(session), ...item, stored }));
};

const hashOf = (jpeg: Uint8Array): string => createHash('sha256').update(jpeg).digest('base64url');

export const makeActivityReportStore = (table: Table): ActivityReportStore => {
  const get: ActivityReportStore['get'] = async (session) =>
    parse(session, await table.get(activityReportKey(session), { consistent: true }));

  /** Not deleted: no function may delete in a session's partition. */
  const empty = async (session: string, photo: string): Promise<void> => {
    await table.update(reportPhotoKey(session, photo), {
      expression: 'REMOVE jpeg, #hash',
      condition: 'attribute_exists(pk)',
      names: { '#hash': 'hash' },
      returns: 'ALL_OLD',
    });
  };

  return {
    get,

    put: async (session, input, version, at) => {
      const set = written.filter((name) => input[name] !== undefined);
      const removed = written.filter((name) => input[name] === undefined);
      const named = input.photos.map(({ id }) => id);
      const after = await table.update(activityReportKey(session), {
        expression: `SET ${['#version = :next', 'changedAt = :at', 'photos = :photos', ...set.map((name) => `${name} = :${name}`)].join(', ')}${
          removed.length ? ` REMOVE ${removed.join(', ')}` : ''
        }`,
        // Photos of which only the names stand there already: the item can be there before anything was written.
        condition: [
          version === 0 ? 'attribute_not_exists(#version)' : '#version = :version',
          ...named.map((_, index) => `contains(#stored, :p${index})`),
        ].join(' AND '),
        names: { '#version': 'version', ...(named.length > 0 && setOfNames) },
        values: {
          ':next': version + 1,
          ':at': at,
          ':photos': input.photos,
          ...(version > 0 && { ':version': version }),
          ...Object.fromEntries(set.map((name) => [`:${name}`, input[name]])),
          ...Object.fromEntries(named.map((id, index) => [`:p${index}`, id])),
        },
        returns: 'ALL_NEW',
      });
      if (after) return parse(session, after);
      // Read to say why, not to decide.
      return (await get(session)).version === version ? 'photo-unknown' : 'changed';
    },

    putPhoto: async (session, photo, jpeg, at) => {
      // First the name, then the photo: a call that dies in between leaves a name without a photo, which the same upload completes and
      // removing takes away. The other way round photos could pile up that nothing names.
      const claimed = await table.update(activityReportKey(session), {
        expression: 'ADD #stored :one',
        condition: 'attribute_not_exists(#stored) OR contains(#stored, :photo) OR size(#stored) < :most',
        names: setOfNames,
        values: { ':one': new Set([photo]), ':photo': photo, ':most': mostPhotos },
        returns: 'ALL_NEW',
      });
      if (!claimed) return 'full';
      const hash = hashOf(jpeg);
      const key = reportPhotoKey(session, photo);
      // Nothing there, or one that was removed.
      if (await table.put({ ...key, jpeg, hash, at }, { expression: 'attribute_not_exists(jpeg)' })) {
        // Removed between the two: so it is removed after both.
        if (!(await get(session)).stored.includes(photo)) await empty(session, photo);
        return 'kept';
      }
      return (await table.get(key, { consistent: true }))?.hash === hash ? 'kept' : 'other';
    },

    getPhoto: async (session, photo) => {
      const item = await table.get(reportPhotoKey(session, photo), { consistent: true });
      return item?.jpeg === undefined ? undefined : Uint8Array.from(item.jpeg as Uint8Array);
    },

    removePhoto: async (session, photo) => {
      await empty(session, photo);
      await table.update(activityReportKey(session), {
        expression: 'DELETE #stored :one',
        condition: 'contains(#stored, :photo)',
        names: setOfNames,
        values: { ':one': new Set([photo]), ':photo': photo },
        returns: 'ALL_NEW',
      });
      // Kept between the two, by an upload that had its name before: nothing would name it any more.
      await empty(session, photo);
    },
  };
};
