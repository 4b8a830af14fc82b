/** A follow-up (tindak lanjut): what a unit undertook to do about neutrality, by when, and whether it did. */
import * as z from 'zod';
import {
  Day,
  Instant,
  InviteId,
  line,
  paragraph,
  RegencyCode,
  RegionCode,
  SessionId,
  UnitId,
} from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { Phase } from '../sessions/arrangement-schema.ts';

/** pemahaman, pengawasan, penegakan, sosialisasi. */
export const FollowUpKind = z
  .enum(['UNDERSTANDING', 'SUPERVISION', 'ENFORCEMENT', 'OUTREACH'])
  .meta({ id: 'FollowUpKind' });
export type FollowUpKind = z.infer<typeof FollowUpKind>;

export const FollowUpId = InviteId;

/**
 * For whom: units by class, by district (both given: those classes in those districts), or single ones; each gets one of its own. With
 * `regency: true`: one for the regency as a whole.
 */
export const FollowUpRequest = z
  .object({
    classes: z.array(UnitClassCode).optional(),
    districts: z.array(RegionCode).max(60).optional(),
    units: z.array(UnitId).max(2000).optional(),
    regency: z.literal(true).optional(),
    /** Where it was undertaken. */
    session: SessionId.optional(),
    kind: FollowUpKind,
    phase: Phase,
    text: paragraph(600),
    due: Day,
  })
  .refine(
    ({ classes, districts, units, regency }) => classes?.length || districts?.length || units?.length || regency,
    {
      message: 'nobody',
    },
  )
  .meta({ id: 'FollowUpRequest' });

export const FollowUpResult = z
  .object({
    /** Follow-ups that stand by this request: a repeat completes it and answers the same. */
    created: z.number().int(),
  })
  .meta({ id: 'FollowUpResult' });

export const FollowUp = z
  .object({
    id: FollowUpId,
    regency: RegencyCode,
    session: SessionId.optional(),
    /** Absent: of the regency as a whole. Name, class and district are as they were when it was undertaken. */
    unit: UnitId.optional(),
    unitName: z.string().optional(),
    class: UnitClassCode.optional(),
    district: RegionCode.optional(),
    kind: FollowUpKind,
    phase: Phase,
    text: z.string(),
    due: Day,
    createdAt: Instant,
    createdBy: z.string(),
    done: z.object({ on: Day, note: z.string(), at: Instant, by: z.string() }).optional(),
    withdrawn: z.object({ reason: z.string(), at: Instant, by: z.string() }).optional(),
    version: z.number().int().positive(),
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

/** Whoever looks sees what and when, not which member of staff wrote it. */
export const FollowUpShown = FollowUp.omit({ createdBy: true })
  .extend({
    done: z.object({ on: Day, note: z.string(), at: Instant }).optional(),
    withdrawn: z.object({ reason: z.string(), at: Instant }).optional(),
    districtName: z.string().nullable(),
    /** By the day of today in the regency's zone: due within seven days is SOON. */
    state: z.enum(['OVERDUE', 'SOON', 'LATER', 'DONE', 'WITHDRAWN']),
  })
  .meta({ id: 'FollowUpShown' });
export type FollowUpShown = z.infer<typeof FollowUpShown>;

export const FollowUpFigures = z
  .object({
    overdue: z.number().int(),
    soon: z.number().int(),
    later: z.number().int(),
    done: z.number().int(),
    withdrawn: z.number().int(),
  })
  .meta({ id: 'FollowUpFigures' });

/** Done on a day with a note, open again, or withdrawn with a reason; on the version that was read. */
export const FollowUpMove = z
  .discriminatedUnion('move', [
    z.object({ move: z.literal('done'), version: z.number().int().positive(), on: Day, note: paragraph(600) }),
    z.object({ move: z.literal('reopen'), version: z.number().int().positive() }),
    z.object({ move: z.literal('withdraw'), version: z.number().int().positive(), reason: line(200) }),
  ])
  .meta({ id: 'FollowUpMove' });

/** One unit that owes something now, with a message to copy or to open in WhatsApp. */
export const FollowUpReminder = z
  .object({
    unit: UnitId.optional(),
    unitName: z.string().optional(),
    followUps: z.array(FollowUpShown),
    message: z.string(),
    whatsApp: z.url(),
  })
  .meta({ id: 'FollowUpReminder' });
