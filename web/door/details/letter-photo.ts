/** A photo of a letter as it is kept and sent: at most 1280 pixels and 200 kB; still legible, and an item of the table. */
import { scaledPhoto } from '../../shared/scaled-photo.ts';

/** What the API takes (`letterMaxBytes` of functions/doors/door-schema.ts, whose schemas have no place in this page). */
export const maxBytes = 200 * 1024;

/** Undefined for what is no picture. */
export const letterPhoto = (file: Blob): Promise<Blob | undefined> =>
  scaledPhoto(file, { longestSide: 1280, maxBytes });
