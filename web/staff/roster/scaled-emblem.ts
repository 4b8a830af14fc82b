/** An emblem as the API keeps it: PNG, so that what is transparent stays so, at most 400 pixels and 150 kB. */
import { fitted } from '../../shared/scaled-photo.ts';

/** `emblemMaxBytes` of functions/regencies/regency-schema.ts. */
const maxBytes = 150 * 1024;
/** Printed 20 mm wide, the first is 500 dpi and the last 230. */
const sides = [400, 320, 240, 180] as const;

const png = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));

const drawn = (picture: ImageBitmap, longest: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  const { width, height } = fitted(picture.width, picture.height, longest);
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return canvas;
};

/** The largest that fits; undefined for what is no picture. */
export const scaledEmblem = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  try {
    for (const side of sides) {
      const blob = await png(drawn(picture, side));
      if (blob && blob.size <= maxBytes) return blob;
    }
    return undefined;
  } finally {
    picture.close();
  }
};
