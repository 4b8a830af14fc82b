/** A photo as small as its place wants it: upright, JPEG, without what the camera wrote beside the picture. */

/** Width and height with the longer one at most as long as that. */
export const fitted = (width: number, height: number, longest: number): { width: number; height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const qualities = [0.8, 0.65, 0.5, 0.35] as const;
const sizes = [1, 0.8, 0.6] as const;

const drawn = (picture: ImageBitmap, longest: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  const { width, height } = fitted(picture.width, picture.height, longest);
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  // JPEG has no transparency: what is clear in a scan or a screenshot would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
};

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

/** The best that fits; undefined for what is no picture. */
export const scaledPhoto = async (
  file: Blob,
  { longestSide, maxBytes }: { longestSide: number; maxBytes: number },
): Promise<Blob | undefined> => {
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
