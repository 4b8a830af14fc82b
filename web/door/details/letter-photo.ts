/** A photo as it is kept and sent: upright, JPEG, at most 1280 pixels and 200 kB; still legible, and an item of the table. */

/** What the API takes (`letterMaxBytes` of functions/doors/door-schema.ts, whose schemas have no place in this page). */
export const maxBytes = 200 * 1024;
const longestSide = 1280;
const qualities = [0.8, 0.65, 0.5, 0.35] as const;
const sizes = [1, 0.8, 0.6] as const;

/** Width and height with the longer one at most as long as that. */
export const fitted = (width: number, height: number, longest: number): { width: number; height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const drawn = (picture: ImageBitmap, longest: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  const { width, height } = fitted(picture.width, picture.height, longest);
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return canvas;
};

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

/** Undefined for what is no picture. */
export const letterPhoto = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  try {
    for (const size of sizes) {
      const canvas = drawn(picture, longestSide * size);
      for (const quality of qualities) {
        const blob = await jpeg(canvas, quality);
        if (blob && blob.size <= maxBytes) return blob;
      }
    }
    return undefined;
  } finally {
    picture.close();
  }
};
