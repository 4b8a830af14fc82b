/** Numbers of items by kind. */
export type Counts = Record<string, number>;

/** `470 invitation, 1 session`; empty where there are none. */
export const sayCounts = (counts: Counts): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');

export const addCounts = (one: Counts, other: Counts): Counts => {
  const sum = { ...one };
  for (const [kind, count] of Object.entries(other)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
};
