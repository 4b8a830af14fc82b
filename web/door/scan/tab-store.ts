/**
 * Unanswered scans in the tab's storage: they outlive a reload and the way to the sign-in and back, and end with the tab.
 * That is what the screen says ("jangan tutup"); the offline door keeps them for good.
 */
import type { QueueStore } from './queue.ts';
import type { Scan } from './scan.ts';

const key = 'hadir.door.queue';

export const tabStore: QueueStore = {
  load: () => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? (kept as Scan[]) : [];
    } catch {
      return [];
    }
  },
  save: (scans) => {
    try {
      sessionStorage.setItem(key, JSON.stringify(scans));
    } catch {
      // Storage is forbidden or full: the queue is still in memory.
    }
  },
};
