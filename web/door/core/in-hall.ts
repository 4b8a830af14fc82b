/** Whether somebody is in the hall: who follows by video is recorded as well, and is not there. */
import type { DoorListEntry } from './door.ts';

export const inHall = (
  entry: Pick<DoorListEntry, 'present'> | undefined,
): NonNullable<DoorListEntry['present']> | undefined =>
  entry?.present && entry.present.mode !== 'ONLINE' ? entry.present : undefined;
