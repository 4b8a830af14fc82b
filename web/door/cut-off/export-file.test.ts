import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileNameOf, handOver } from './export-file.ts';

it('names the file by door and time, in letters that every phone takes', () => {
  const now = new Date('2027-08-31T01:12:45.000Z');
  expect(fileNameOf('Pintu A', now)).toBe('pindaian-pintu-a-20270831-0112.txt');
  expect(fileNameOf('Gerbang Barat 2.', now)).toBe('pindaian-gerbang-barat-2-20270831-0112.txt');
  expect(fileNameOf('門', now)).toBe('pindaian-pintu-20270831-0112.txt');
});

describe('handing the file over', () => {
  const file = new File(['x'], 'pindaian.txt');
  const sharing = (share: () => Promise<void>) => vi.stubGlobal('navigator', { share });
  afterEach(() => vi.unstubAllGlobals());

  it('is done when it was shared or saved', async () => {
    sharing(async () => undefined);
    const save = vi.fn();
    expect(await handOver(file, 'share', save)).toBe(true);
    expect(save).not.toHaveBeenCalled();
    expect(await handOver(file, 'save', save)).toBe(true);
    expect(save).toHaveBeenCalledWith(file);
  });

  it('is not done when the sharing was closed again', async () => {
    sharing(() => Promise.reject(new DOMException('', 'AbortError')));
    const save = vi.fn();
    expect(await handOver(file, 'share', save)).toBe(false);
    expect(save).not.toHaveBeenCalled();
  });

  it('is a download where the phone refuses to share', async () => {
    sharing(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const save = vi.fn();
    expect(await handOver(file, 'share', save)).toBe(true);
    expect(save).toHaveBeenCalledWith(file);
  });
});
