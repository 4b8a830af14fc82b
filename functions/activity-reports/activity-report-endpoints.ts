import * as z from 'zod';
import { SessionParams } from '../platform/base-schema.ts';
import { endpoint } from '../platform/endpoint.ts';
import { ActivityReport, ActivityReportInput, PhotoId, photoMaxBytes } from './activity-report-schema.ts';

const tag = 'activity-reports';
const photo = SessionParams.extend({ photo: PhotoId });

export const getActivityReport = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/report',
  summary: 'What was written for the report of the activity; empty while nothing was',
  tag,
  access: ['organizer', 'regent', 'auditor'],
  params: SessionParams,
  responses: { 200: ActivityReport },
  problems: ['SESSION_UNKNOWN'],
});

export const putActivityReport = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/report',
  summary: 'Replaces it, if it is still at the version that was read',
  tag,
  access: ['organizer'],
  params: SessionParams,
  body: ActivityReportInput.safeExtend({ version: z.number().int().nonnegative() }),
  responses: { 200: ActivityReport },
  problems: ['SESSION_UNKNOWN', 'ACTIVITY_REPORT_CHANGED', 'PHOTO_UNKNOWN'],
});

export const putReportPhoto = endpoint({
  method: 'PUT',
  path: '/api/sessions/:session/report/photos/:photo',
  summary: 'Keeps a photo of the activity; the same one again changes nothing',
  tag,
  access: ['organizer'],
  params: photo,
  rawBody: { contentTypes: ['image/jpeg'], maxBytes: photoMaxBytes },
  responses: { 200: z.object({ /** False where another photo stands under this name. */ kept: z.boolean() }) },
  problems: ['SESSION_UNKNOWN', 'PHOTO_UNREADABLE', 'PHOTOS_TOO_MANY'],
});

export const getReportPhoto = endpoint({
  method: 'GET',
  path: '/api/sessions/:session/report/photos/:photo',
  summary: 'A photo of the activity',
  tag,
  access: ['organizer', 'regent', 'auditor'],
  params: photo,
  responses: { 200: { contentType: 'image/jpeg' } },
  problems: ['PHOTO_UNKNOWN'],
});

export const removeReportPhoto = endpoint({
  method: 'DELETE',
  path: '/api/sessions/:session/report/photos/:photo',
  summary: 'Removes a photo; removing it again changes nothing',
  tag,
  access: ['organizer'],
  params: photo,
  responses: { 200: z.object({}) },
  problems: ['SESSION_UNKNOWN'],
});
