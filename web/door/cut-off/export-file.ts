/** Handing over the file of unsent scans: by the phone's own sharing where it can, as a download everywhere. */
import { downloadBlob } from '../../shared/download.ts';
import type { Door } from '../core/door.ts';

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'pintu';

/** `pindaian-pintu-a-20270831-0112.txt`: text, since phones share little else; the time is UTC, to the minute. */
export const fileNameOf = (doorName: string, now: Date): string => {
  const [date = '', time = ''] = now.toISOString().split('T');
  return `pindaian-${plain(doorName)}-${date.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}.txt`;
};

const download = (file: File): void => downloadBlob(file, file.name);

export const makeExport = async (door: Door): Promise<File> =>
  new File([await door.exportFile()], fileNameOf(door.name, new Date()), { type: 'text/plain' });

export const canShare = (): boolean => {
  const example = new File(['x'], 'x.txt', { type: 'text/plain' });
  return navigator.canShare?.({ files: [example] }) ?? false;
};

/**
 * Whether the file left this page: nobody has one whose sharing was closed again. `by: share` falls back to a download where the
 * phone refuses to share.
 */
export const handOver = async (file: File, by: 'share' | 'save', save = download): Promise<boolean> => {
  if (by === 'share') {
    try {
      await navigator.share({ files: [file] });
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
    }
  }
  save(file);
  return true;
};
