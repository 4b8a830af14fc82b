/** Handing over the file of unsent scans: by the phone's own sharing where it can, as a download everywhere. */
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

const download = (file: File): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

export const makeExport = async (door: Door): Promise<File> =>
  new File([await door.exportFile()], fileNameOf(door.name, new Date()), { type: 'text/plain' });

export const canShare = (): boolean => {
  const example = new File(['x'], 'x.txt', { type: 'text/plain' });
  return navigator.canShare?.({ files: [example] }) ?? false;
};

/** `by: share` falls back to a download when the sharing is refused; closing its sheet is no failure. */
export const handOver = async (file: File, by: 'share' | 'save'): Promise<void> => {
  if (by === 'save') return download(file);
  await navigator.share({ files: [file] }).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) download(file);
  });
};
