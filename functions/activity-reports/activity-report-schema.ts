/** What an organiser writes for the report of an activity (laporan kegiatan); figures, times and names come from the session itself. */
import * as z from 'zod';
import { Instant, line, paragraph, SessionId } from '../platform/base-schema.ts';
import { Letter } from '../sessions/arrangement-schema.ts';

/** Made by whoever uploads; names the photo. */
export const PhotoId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .meta({ id: 'PhotoId' });
/** The browser scales a photo down before it is sent. */
export const photoMaxBytes = 250 * 1024;
/** In pixels. The browser makes them 1,600 at most; whoever opens the report unpacks what is allowed here. */
export const photoSides = { least: 1, most: 6000 };
export const mostPhotos = 8;

export const ActivityReportInput = z
  .object({
    /** Maksud dan tujuan. */
    purpose: paragraph(3000).optional(),
    /** Hasil. */
    results: paragraph(4000).optional(),
    /** Tindak lanjut, in words; the follow-ups on record are listed beside it. */
    followUp: paragraph(3000).optional(),
    /** Penutup. */
    closing: paragraph(1000).optional(),
    /** Who signs the report; whoever signed the letter unless told. */
    signer: Letter.shape.signer,
    /** In the order of the report. Each was uploaded before. */
    photos: z
      .array(z.object({ id: PhotoId, caption: line(160).optional() }))
      .max(mostPhotos)
      .default([]),
  })
  .refine(({ photos }) => new Set(photos.map(({ id }) => id)).size === photos.length, {
    path: ['photos'],
    message: 'photo-twice',
  })
  .meta({ id: 'ActivityReportInput' });
export type ActivityReportInput = z.infer<typeof ActivityReportInput>;

export const ActivityReport = z
  .object({
    ...ActivityReportInput.shape,
    session: SessionId,
    /** 0: nothing was written yet. */
    version: z.number().int().nonnegative(),
    changedAt: Instant.nullable(),
    /** Every photo that was uploaded, whether the report names it or not; at most {@link mostPhotos}. */
    stored: z.array(PhotoId),
  })
  .meta({ id: 'ActivityReport' });
export type ActivityReport = z.infer<typeof ActivityReport>;
