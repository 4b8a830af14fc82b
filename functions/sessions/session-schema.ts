/** A session (kegiatan): what is held, where, when, for whom, on what legal base, with which pledge. */
import * as z from 'zod';
import {
  ActingStatus,
  Instant,
  InstantInput,
  line,
  paragraph,
  RegencyCode,
  RegionCode,
  SessionId,
  Zone,
} from '../platform/base-schema.ts';
import { UnitClassCode } from '../roster/unit-class.ts';
import { Capacity, Letter, MapLink, Phase, ReminderDays, Wave, WaveInput } from './arrangement-schema.ts';

export const SessionKind = z.enum(['RAKOR', 'SOSIALISASI', 'SEMINAR', 'APEL']).meta({ id: 'SessionKind' });
export const SessionState = z.enum(['DRAFT', 'PUBLISHED', 'OPEN', 'CLOSED', 'CANCELLED']).meta({ id: 'SessionState' });
export type SessionState = z.infer<typeof SessionState>;

/** An office with the person in it, if known; `delegateOf` when they speak for another (acting) head. */
const Official = z.object({
  name: line(100).optional(),
  office: line(120),
  acting: ActingStatus.optional(),
  delegateOf: z.object({ office: line(120), acting: ActingStatus.optional() }).optional(),
});

const Speaker = z.object({ name: line(100).optional(), office: line(120), institution: line(120) });

const agendaItem = (instant: z.ZodType<string>) =>
  z.object({ startsAt: instant.optional(), title: line(160), speakers: z.array(Speaker).max(12).default([]) });

/** Which text is pledged here, with the values of its variables; `classes` says which unit classes owe it. */
export const SessionPledgeInput = z.object({
  text: z.string().regex(/^[a-z0-9-]{3,60}$/),
  version: z.number().int().positive(),
  variables: z.record(z.string().regex(/^[a-z]{1,20}$/), line(120)).default({}),
  classes: z.array(UnitClassCode).min(1),
  /** Nobody signs before a reading has started. Left out: so for an ikrar, which is pledged aloud, and not for a pakta. */
  readFirst: z.boolean().optional(),
});
export const SessionPledge = SessionPledgeInput.extend({
  title: z.string(),
  /** SHA-256 (hex) over the canonical text with its variables filled in: what people sign. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}).meta({ id: 'SessionPledge' });
export type SessionPledge = z.infer<typeof SessionPledge>;

const plain = {
  kind: SessionKind,
  title: line(160),
  occasion: line(160).optional(),
  organizer: line(120),
  opener: Official.optional(),
  /** Ids from the versioned list, see legal-bases.ts. */
  legalBases: z
    .array(z.string().regex(/^[a-z0-9-]{3,60}$/))
    .max(20)
    .default([]),
  classes: z.array(UnitClassCode).min(1).max(20),
  note: paragraph(1000).optional(),
  letter: Letter.optional(),
  phase: Phase.optional(),
  /** Left out: nobody is reminded but by hand. */
  reminderDays: ReminderDays.optional(),
};

const Venue = z.object({
  name: line(120),
  region: RegionCode,
  address: line(200).optional(),
  map: MapLink.optional(),
  capacity: Capacity.optional(),
});

export const SessionInput = z
  .object({
    ...plain,
    venue: Venue,
    startsAt: InstantInput,
    endsAt: InstantInput,
    agenda: z.array(agendaItem(InstantInput)).max(40).default([]),
    pledge: SessionPledgeInput.nullable().default(null),
    waves: z.array(WaveInput).max(6).default([]),
  })
  .refine((session) => session.startsAt < session.endsAt, { path: ['endsAt'], message: 'ends-before-start' })
  .refine((session) => session.waves.every((wave) => wave.startsAt < wave.endsAt), {
    path: ['waves'],
    message: 'ends-before-start',
  })
  .refine(({ waves, startsAt, endsAt }) => waves.every((wave) => startsAt <= wave.startsAt && wave.endsAt <= endsAt), {
    path: ['waves'],
    message: 'wave-outside',
  })
  .refine(({ waves }) => new Set(waves.map(({ id }) => id)).size === waves.length, {
    path: ['waves'],
    message: 'wave-twice',
  })
  .meta({ id: 'SessionInput' });
export type SessionInput = z.infer<typeof SessionInput>;

/** The denominator, fixed when the session opens (rule 5). */
export const FrozenRoster = z.object({
  at: Instant,
  units: z.number().int().nonnegative(),
  /** SHA-256 (hex) over the sorted unit ids; names the item that holds them. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const Session = z
  .object({
    ...plain,
    id: SessionId,
    regency: RegencyCode,
    state: SessionState,
    /** The region's name is a snapshot, so that the hot path needs no region data. */
    venue: Venue.extend({ regionName: z.string() }),
    zone: Zone,
    startsAt: Instant,
    endsAt: Instant,
    agenda: z.array(agendaItem(Instant)),
    // Sessions that were stored before there were waves have none.
    waves: z.array(Wave).default([]),
    /** The session whose plan and roster rules this one took over. */
    copiedFrom: SessionId.optional(),
    /** The session whose missing and not-yet-pledged units this one calls again (susulan). */
    makesUpFor: SessionId.optional(),
    pledge: SessionPledge.nullable(),
    frozen: FrozenRoster.nullable(),
    /** Left out by a draft, and of a session that was published before this was kept. */
    publishedAt: Instant.optional(),
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    version: z.number().int().positive(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** What is new about a copy; everything else is the copied plan, its times moved along with the start. */
export const CopyRequest = z
  .object({
    startsAt: InstantInput,
    title: line(160).optional(),
    occasion: line(160).optional(),
    phase: Phase.optional(),
  })
  .meta({ id: 'SessionCopyRequest' });

export const SessionCopied = z
  .object({
    session: Session,
    /** Invitations that stand in the copy. */
    invited: z.number().int(),
    /** Roster rules that the copied session kept: without any, the copy invites nobody. */
    rules: z.number().int(),
    /** Ids of the legal bases that are not in force on the new day, and so left out. */
    droppedLegalBases: z.array(z.string()),
    /** Units that the rules name and that are no longer there. */
    gone: z.number().int(),
  })
  .meta({ id: 'SessionCopied' });

/** Whom a make-up session (susulan) asks: units of the frozen roster that were not represented, have not pledged, or either. */
export const MakeUpFor = z.enum(['MISSING', 'NOT_PLEDGED', 'EITHER']).meta({ id: 'MakeUpFor' });

export const MakeUpRequest = z
  .object({
    for: MakeUpFor.default('EITHER'),
    startsAt: InstantInput,
    title: line(160).optional(),
    /** Where it is held; where the first one was unless told. */
    venue: Venue.optional(),
  })
  .meta({ id: 'MakeUpRequest' });

export const MakeUp = z
  .object({
    session: Session,
    /** Invitations that stand in it. */
    invited: z.number().int(),
    /** Units of the first session that it is for; some are both. */
    missing: z.number().int(),
    notPledged: z.number().int(),
    /** Of these, units that the register has no more. */
    gone: z.number().int(),
    /** Ids of the legal bases that are not in force on the new day, and so left out. */
    droppedLegalBases: z.array(z.string()),
  })
  .meta({ id: 'MakeUp' });
