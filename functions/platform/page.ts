/** Pagination: a cursor is the last sort key of a page; the partition always comes from the route, never from the cursor. */

export interface Page<T> {
  items: T[];
  next: string | null;
}

export const encodeCursor = (sortKey: string | undefined): string | null =>
  sortKey === undefined ? null : Buffer.from(sortKey, 'utf8').toString('base64url');

export const decodeCursor = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8');

/** Cuts a list that is already in memory into a page, keyed by a text that orders it. */
export const slicePage = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  limit: number,
  cursor?: string,
): Page<T> => {
  const after = decodeCursor(cursor);
  const start = after === undefined ? 0 : items.findIndex((item) => keyOf(item) > after);
  if (start < 0) return { items: [], next: null };
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  return { items: page, next: last && start + limit < items.length ? encodeCursor(keyOf(last)) : null };
};
