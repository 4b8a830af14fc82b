/** Reads a case: what an organiser has before the day, and what happened on it. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { LeafKind } from '../../functions/seals/leaf-schema.ts';

const Party = z.object({ unit: z.string().optional(), guest: z.string().optional() });

const Signature = z.object({
  at: z.string(),
  unit: z.string().optional(),
  guest: z.string().optional(),
  who: z.enum(['holder', 'delegate']),
  symbolic: z.boolean().default(false),
  role: z.enum(['SIGNER', 'WITNESS']).default('SIGNER'),
});

const Arrival = z.object({
  at: z.string(),
  door: z.string(),
  unit: z.string().optional(),
  guest: z.string().optional(),
  who: z.enum(['holder', 'acting', 'delegate']),
  delegate: z.object({ name: z.string(), office: z.string(), letter: z.string() }).partial().optional(),
});

const Person = z.object({ name: z.string(), office: z.string() });
const Events = z.object({
  arrivals: z.array(Arrival),
  reading: z.object({ at: z.string(), until: z.string(), reader: Person, witnesses: z.array(Person) }).nullable(),
  /** Whom the organiser places in the queue by hand. */
  order: z.array(Party),
  signatures: z.array(Signature),
  late: z.array(Signature),
});

/** The regency and the session are handed to the API as they stand; it says what is wrong with them. */
const Plan = z.object({
  regency: z.looseObject({ code: z.string(), name: z.string() }),
  session: z.looseObject({
    startsAt: z.string(),
    endsAt: z.string(),
    classes: z.array(z.string()),
    pledge: z.unknown().nullable(),
  }),
  guests: z.array(
    z.object({ ref: z.string(), name: z.string().optional(), office: z.string(), institution: z.string().optional() }),
  ),
  roster: z.object({ file: z.string() }),
});

const count = z.number().int();
export const Figures = z.object({
  units: z.object({ expected: count, inPerson: count, acting: count, delegated: count, missing: count }),
  people: z.object({ checkedIn: count, guests: count }),
  pledge: z.object({ due: count, signed: count, notYet: count }),
  classes: z.array(z.object({ class: z.string(), expected: count, represented: count, missing: count })),
});
export type Figures = z.infer<typeof Figures>;

/** How many records of each kind are under the seal in the end. */
const Sealed = z.partialRecord(LeafKind, count);

export interface Case {
  code: string;
  plan: z.infer<typeof Plan>;
  events: z.infer<typeof Events>;
  roster: Uint8Array;
  expected: Figures & { sealed: z.infer<typeof Sealed> };
}

export type Party = z.infer<typeof Party>;
export type Arrival = z.infer<typeof Arrival>;
export type Signature = z.infer<typeof Signature>;

const folder = fileURLToPath(new URL('../cases', import.meta.url));
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

const readCase = async (code: string): Promise<Case> => {
  const plan = Plan.parse(await json(`${folder}/${code}/session.json`));
  return {
    code,
    plan,
    events: Events.parse(await json(`${folder}/${code}/events.json`)),
    roster: await readFile(`${folder}/${code}/${plan.roster.file}`),
    expected: Figures.extend({ sealed: Sealed }).parse(await json(`${folder}/${code}/expected.json`)),
  };
};

/** The five cases in the order of their dates. */
export const readCases = async (): Promise<Case[]> => {
  const codes = (await readdir(folder)).filter((name) => /^\d{2}(\.\d{2})?$/.test(name));
  const cases = await Promise.all(codes.map(readCase));
  return cases.sort((a, b) => Date.parse(a.plan.session.startsAt) - Date.parse(b.plan.session.startsAt));
};
