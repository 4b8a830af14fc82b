import { afterEach, expect, test, vi } from 'vitest';
import { fitted, scaledPhoto } from './scaled-photo.ts';

afterEach(() => vi.unstubAllGlobals());

test('as small as its place wants it, never larger than it is', () => {
  expect([fitted(4000, 3000, 1600), fitted(300, 200, 1600), fitted(0, 0, 1600)]).toEqual([
    { width: 1600, height: 1200 },
    { width: 300, height: 200 },
    { width: 1, height: 1 },
  ]);
});

test('what is transparent becomes white: the picture is drawn on a white sheet of its size', async () => {
  const drawn: unknown[] = [];
  const context = {
    fillStyle: '#000000',
    fillRect(...at: number[]) {
      drawn.push([this.fillStyle, ...at]);
    },
    drawImage: (_: unknown, ...at: number[]) => drawn.push(['picture', ...at]),
  };
  const canvas = {
    getContext: () => context,
    toBlob: (take: (blob: Blob) => void, type: string) => take(new Blob(['x'], { type })),
  };
  vi.stubGlobal('document', { createElement: () => canvas });
  vi.stubGlobal('createImageBitmap', async () => ({ width: 400, height: 300, close: () => undefined }));
  const photo = await scaledPhoto(new Blob(['png']), { longestSide: 200, maxBytes: 10 });
  expect(photo?.type).toBe('image/jpeg');
  expect(drawn).toEqual([
    ['#ffffff', 0, 0, 200, 150],
    ['picture', 0, 0, 200, 150],
  ]);
});
