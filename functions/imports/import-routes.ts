/** Importing rosters: a file becomes a plan, the plan is written part by part, and can be taken back part by part. */
import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { digest, inviteIdBytes, toBase32 } from '../platform/ids.ts';
import { slicePage } from '../platform/page.ts';
import { fieldProblem, Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { dayIn } from '../platform/time.ts';
import { findRegency } from '../regencies/find-regency.ts';
import { regions } from '../regions/regions.ts';
import { annotated } from './import-annotate.ts';
import { fileColumns, firstRowsOf } from './import-columns.ts';
import {
  annotateRoster,
  getImport,
  getImportMemory,
  listImportRows,
  listImports,
  listVanished,
  planImport,
  putImportMemory,
  takeBackImportPart,
  writeImportPart,
} from './import-endpoints.ts';
import { guessesIn, leftOutIn, type OpenedFile, openRoster } from './import-file.ts';
import { pageOfRows } from './import-pages.ts';
import { makeParts } from './import-progress.ts';
import { emptyCounts, type ImportHead, type PlanDetails } from './import-record.ts';
import { countRows, otherSheetsOf } from './import-rules.ts';
import { showHead, showImport } from './import-show.ts';
import type { NewImport } from './import-store.ts';
import { planImport as planRows } from './plan-import.ts';

/** Plans are looked at within days and undone within weeks; then the engine may remove them. */
const keptDays = 90;

/** An import's id comes from its idempotency key, so that a repeated call finds the same one. */
const importIdOf = (regency: string, idempotencyKey: string): string =>
  toBase32(digest(inviteIdBytes, 'import', regency, idempotencyKey));

/** The file's name as the organiser knows it, without signs that turn or hide text. */
const fileName = (name: string): string => name.replace(/\p{Cf}/gu, '').trim() || '-';

const noPlan = { rows: [], vanished: [] };

/** By time, newest first; a text, so that a cursor can name a place. */
const newestFirst = ({ plannedAt, id }: ImportHead): string =>
  `${String(9_999_999_999_999 - Date.parse(plannedAt)).padStart(13, '0')}#${id}`;

export const importRoutes = ({ stores, now }: Deps): Route[] => {
  const { imports, units, regencies } = stores;
  const parts = makeParts({ imports, units, now });

  const headOf = async (regency: string, id: string): Promise<ImportHead> => {
    const head = await imports.get(regency, id, now());
    if (!head) throw new Problem('IMPORT_UNKNOWN');
    return head;
  };
  const detailsOf = async (regency: string, head: ImportHead): Promise<PlanDetails> => {
    const details = await imports.details(regency, head);
    if (!details) throw new Problem('IMPORT_UNKNOWN');
    return details;
  };
  /** The import under this key, if it is of this file. */
  const madeBefore = async (regency: string, id: string, digestOf: string): Promise<ImportHead | undefined> => {
    const head = await imports.get(regency, id, now());
    if (head && head.digest !== digestOf) throw new Problem('IDEMPOTENCY_KEY_REUSED');
    return head;
  };

  const planned = async (code: string, opened: OpenedFile, today: string) => {
    if (!opened.sure) return { ...noPlan, counts: { ...emptyCounts, rows: opened.rows.length } };
    const plan = planRows(opened.rows, await units.all(code, { consistent: true }), code, { today });
    return { ...plan, counts: countRows(plan.rows, plan.vanished.length) };
  };

  return [
    route(planImport, async ({ params, query, body }, { caller, now: at, idempotencyKey, requestId }) => {
      const { zone, code } = await findRegency(regencies, params.regency);
      const id = importIdOf(code, idempotencyKey);
      const sha = createHash('sha256')
        .update(body)
        .update(`#${query.sheet ?? ''}`)
        .digest('hex');
      const before = await madeBefore(code, id, sha);
      if (before) return { status: 201, body: showImport(before, await detailsOf(code, before)) };
      const opened = await openRoster({
        bytes: body,
        sheet: query.sheet,
        regency: code,
        memory: await imports.memory(code),
      });
      const { sheet, otherSheets, chosen, sure } = opened;
      const { rows, vanished, counts } = await planned(code, opened, dayIn(zone, at.toISOString()));
      const made: NewImport = {
        head: {
          id,
          file: fileName(query.file),
          kind: sheet.kind,
          ...(sheet.sheetName !== undefined && { sheet: sheet.sheetName.slice(0, 60) }),
          ...otherSheetsOf(otherSheets),
          plannedAt: at.toISOString(),
          plannedBy: caller?.subject ?? '',
          headerRow: chosen.header?.headerRow ?? null,
          remembered: chosen.remembered,
          counts,
          sure,
          digest: sha,
          plan: requestId,
          ttl: Math.floor(at.getTime() / 1000) + keptDays * 86_400,
        },
        details: {
          columns: fileColumns(sheet, chosen),
          ...(!sure && { firstRows: firstRowsOf(sheet) }),
          districts: sure ? guessesIn(opened.rows) : [],
          ...(sure && { leftOut: leftOutIn(opened.leftOut) }),
        },
        rows,
        vanished,
      };
      await imports.create(code, made);
      // Whoever was faster with the same key has planned; whose plan stands is what everybody sees.
      const head = await madeBefore(code, id, sha);
      if (!head) throw new Problem('IMPORT_UNKNOWN');
      return { status: 201, body: showImport(head, await detailsOf(code, head)) };
    }),

    route(listImports, async ({ params, query }) => {
      const heads = (await imports.all(params.regency, now())).sort((a, b) =>
        newestFirst(a) < newestFirst(b) ? -1 : 1,
      );
      const { items, next } = slicePage(heads, newestFirst, query.limit, query.cursor);
      return { status: 200, body: { items: items.map(showHead), next } };
    }),

    route(getImport, async ({ params }) => {
      const head = await headOf(params.regency, params.import);
      return { status: 200, body: showImport(head, await detailsOf(params.regency, head)) };
    }),

    route(listImportRows, async ({ params, query }) => {
      const head = await headOf(params.regency, params.import);
      const { index } = await detailsOf(params.regency, head);
      return { status: 200, body: await pageOfRows(imports, { regency: params.regency, head, index }, query) };
    }),

    route(listVanished, async ({ params, query }) => {
      const head = await headOf(params.regency, params.import);
      const gone = await imports.vanished(params.regency, head);
      return { status: 200, body: slicePage(gone, ({ id }) => id, query.limit, query.cursor) };
    }),

    route(writeImportPart, async ({ params }) => ({
      status: 200,
      body: await parts.write(params.regency, params.import, params.part),
    })),

    route(takeBackImportPart, async ({ params }) => ({
      status: 200,
      body: await parts.takeBack(params.regency, params.import, params.part),
    })),

    route(annotateRoster, async ({ params, query, body }, { now: at }) => {
      const { zone, code } = await findRegency(regencies, params.regency);
      const memory = await imports.memory(code);
      const { sheet, chosen, rows, leftOut } = await openRoster({
        bytes: body,
        sheet: query.sheet,
        regency: code,
        memory,
      });
      if (!chosen.header) throw new Problem('ROSTER_HEADER_MISSING');
      const register = await units.all(code);
      const plan = planRows(rows, register, code, { today: dayIn(zone, at.toISOString()) });
      return { status: 200, raw: annotated(body, sheet, chosen.header.headerRow, plan.rows, leftOut) };
    }),

    route(getImportMemory, async ({ params }) => ({ status: 200, body: await imports.memory(params.regency) })),

    route(putImportMemory, async ({ params, body }) => {
      const own = new Set(regions.districtsOf(params.regency).map(({ code }) => code));
      const foreign = Object.entries(body.districts).find(([, code]) => !own.has(code));
      if (foreign) throw fieldProblem('REGION_UNKNOWN', '/body/districts');
      return { status: 200, body: await imports.remember(params.regency, body) };
    }),
  ];
};
