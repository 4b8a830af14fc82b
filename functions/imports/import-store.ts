/** Imports in the table: the head beside the regency's other items, the plan in a partition of its own. */
import * as z from 'zod';
import { importKey, importMemoryKey, importPartition, importPartKey, regencyPartition } from '../platform/keys.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Item, Key, Table } from '../platform/table.ts';
import { tryAgain } from '../platform/try-again.ts';
import { remembering } from './import-memory.ts';
import { pack, packParts, unpack } from './import-parts.ts';
import { ImportHead, PartOutcome, PlanDetails, PlanRow, VanishedUnit } from './import-record.ts';
import { indexOf } from './import-rules.ts';
import { ImportMemory } from './import-schema.ts';

export interface NewImport {
  head: Omit<ImportHead, 'parts'>;
  details: Omit<PlanDetails, 'index'>;
  rows: readonly PlanRow[];
  vanished: readonly VanishedUnit[];
}

type Which = Pick<ImportHead, 'id' | 'plan' | 'ttl'>;
/** WRITE: into the register; BACK: out of it again. */
export type PartWork = 'WRITE' | 'BACK';

export interface ImportStore {
  /** Keeps the plan, then its head, which decides. False: an import with this id is there already. */
  create(regency: string, made: NewImport): Promise<boolean>;
  get(regency: string, id: string, now: Date): Promise<ImportHead | undefined>;
  all(regency: string, now: Date): Promise<ImportHead[]>;
  details(regency: string, which: Which): Promise<PlanDetails | undefined>;
  /** The rows of a part; undefined when there is no such part. */
  rows(regency: string, which: Which, part: number): Promise<PlanRow[] | undefined>;
  /** All that vanished, in the order of the register. */
  vanished(regency: string, which: Which): Promise<VanishedUnit[]>;
  /** Notes that a part is being written. Undefined: there is no such part, or the import is being undone. */
  begin(regency: string, id: string, part: number): Promise<ImportHead | undefined>;
  /** From here on nothing more is written. Undefined: there is no such part. */
  startUndo(regency: string, id: string, part: number): Promise<ImportHead | undefined>;
  /** Keeps what a part came to; what was kept first stands. */
  keepOutcome(regency: string, which: Which, work: PartWork, part: number, outcome: PartOutcome): Promise<PartOutcome>;
  outcome(regency: string, which: Which, work: PartWork, part: number): Promise<PartOutcome | undefined>;
  /** Notes that a part is done. Undefined: the import is being undone meanwhile. */
  finish(regency: string, id: string, work: PartWork, part: number): Promise<ImportHead | undefined>;
  memory(regency: string): Promise<ImportMemory>;
  /** Adds what is said to what is known, whoever else does so at the same time; answers all that is known then. */
  remember(regency: string, said: ImportMemory): Promise<ImportMemory>;
}

const vanishedPerItem = 5000;
/** Plan items in flight; each is up to 350 kB. */
const width = 4;

const Packed = z.object({ bytes: z.instanceof(Uint8Array) });

/** The spellings are pairs: one that is called like something every object has (`constructor`) is no key of an item. */
const StoredMemory = z.object({
  mappings: ImportMemory.shape.mappings,
  districts: z.array(z.tuple([z.string(), z.string()])),
  revision: z.number().int().positive(),
});
const nothingSaid = { memory: { mappings: [], districts: {} }, revision: 0 };

const planKey = (regency: string, { id, plan }: Which, sk: string): Key => ({
  pk: importPartition(regency, `${id}#${plan}`),
  sk,
});
const partKey = (regency: string, { id, plan }: Which, part: number): Key =>
  importPartKey(regency, `${id}#${plan}`, part);
const outcomeKey = (regency: string, which: Which, work: PartWork, part: number): Key =>
  planKey(regency, which, `${work}#${String(part).padStart(4, '0')}`);

const chunks = <T>(items: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );

const opened = async <T>(schema: z.ZodType<T>, item: Item | undefined): Promise<T | undefined> =>
  item && schema.parse(await unpack(Packed.parse(item).bytes));

/** The items of a plan, the head not among them. */
const planItems = async (regency: string, { head, details, rows, vanished }: NewImport) => {
  const { ttl } = head;
  const parts = await packParts(rows);
  const index = parts.map((part) => indexOf(part.rows));
  const lists = await Promise.all(chunks(vanished, vanishedPerItem).map(pack));
  const items: (Key & Item)[] = [
    ...parts.map(({ bytes }, part) => ({ ...partKey(regency, head, part), bytes, ttl })),
    ...lists.map((bytes, list) => ({ ...planKey(regency, head, `V#${String(list).padStart(2, '0')}`), bytes, ttl })),
    { ...planKey(regency, head, 'DETAILS'), bytes: await pack({ ...details, index }), ttl },
  ];
  return { items, parts: parts.length };
};

/** Expired items stay until the engine comes by: nobody finds them any more. */
const isLive = ({ ttl }: ImportHead, now: Date): boolean => ttl * 1000 > now.getTime();

export const makeImportStore = (table: Table): ImportStore => {
  const move = async (
    regency: string,
    id: string,
    part: number,
    change: { expression: string; condition?: string; values: Item },
  ) => {
    const item = await table.update(importKey(regency, id), {
      expression: change.expression,
      condition: `parts > :number${change.condition ?? ''}`,
      values: { ':number': part, ...change.values },
      returns: 'ALL_NEW',
    });
    return item && ImportHead.parse(item);
  };
  const notUndone = ' AND attribute_not_exists(undoing)';
  const outcome: ImportStore['outcome'] = async (regency, which, work, part) => {
    const item = await table.get(outcomeKey(regency, which, work, part), { consistent: true });
    return item && PartOutcome.parse(item);
  };

  const read = async (regency: string): Promise<{ memory: ImportMemory; revision: number }> => {
    const item = await table.get(importMemoryKey(regency), { consistent: true });
    if (!item) return nothingSaid;
    const { mappings, districts, revision } = StoredMemory.parse(item);
    return { memory: { mappings, districts: Object.fromEntries(districts) }, revision };
  };

  return {
    create: async (regency, made) => {
      const { items, parts } = await planItems(regency, made);
      await sideBySide(items, width, (item) => table.put(item));
      const head: ImportHead = { ...made.head, parts };
      return table.put({ ...importKey(regency, head.id), ...head }, { expression: 'attribute_not_exists(pk)' });
    },
    get: async (regency, id, now) => {
      const item = await table.get(importKey(regency, id), { consistent: true });
      const head = item && ImportHead.parse(item);
      return head && isLive(head, now) ? head : undefined;
    },
    all: async (regency, now) => {
      const items = await table.queryAll({ pk: regencyPartition(regency), prefix: 'IMP#' });
      return items.map((item) => ImportHead.parse(item)).filter((head) => isLive(head, now));
    },
    details: async (regency, which) =>
      opened(PlanDetails, await table.get(planKey(regency, which, 'DETAILS'), { consistent: true })),
    rows: async (regency, which, part) =>
      opened(z.array(PlanRow), await table.get(partKey(regency, which, part), { consistent: true })),
    vanished: async (regency, which) => {
      const { pk, sk } = planKey(regency, which, 'V#');
      const items = await table.queryAll({ pk, prefix: sk, consistent: true });
      return (await Promise.all(items.map((item) => opened(z.array(VanishedUnit), item)))).flatMap(
        (list) => list ?? [],
      );
    },
    begin: (regency, id, part) =>
      move(regency, id, part, {
        expression: 'ADD begun :part',
        condition: notUndone,
        values: { ':part': new Set([part]) },
      }),
    startUndo: (regency, id, part) =>
      move(regency, id, part, { expression: 'SET undoing = :true', values: { ':true': true } }),
    finish: (regency, id, work, part) =>
      move(regency, id, part, {
        expression: work === 'WRITE' ? 'ADD written :part' : 'ADD takenBack :part',
        ...(work === 'WRITE' && { condition: notUndone }),
        values: { ':part': new Set([part]) },
      }),
    keepOutcome: async (regency, which, work, part, found) => {
      const key = outcomeKey(regency, which, work, part);
      if (await table.put({ ...key, ...found, ttl: which.ttl }, { expression: 'attribute_not_exists(pk)' }))
        return found;
      return (await outcome(regency, which, work, part)) ?? found;
    },
    outcome,
    memory: async (regency) => (await read(regency)).memory,
    remember: (regency, said) =>
      tryAgain(async () => {
        const { memory, revision } = await read(regency);
        const known = remembering(memory, said);
        if (JSON.stringify(known) === JSON.stringify(memory)) return known;
        const districts = Object.entries(known.districts);
        const written = await table.put(
          { ...importMemoryKey(regency), mappings: known.mappings, districts, revision: revision + 1 },
          {
            expression: 'attribute_not_exists(pk) OR revision = :revision',
            values: { ':revision': revision },
          },
        );
        return written ? known : undefined;
      }),
  };
};
