/** What an organiser says about columns and spellings, as the API takes it: what is known beside it stays. */
import type { RosterField } from '../../../../functions/imports/roster-columns.ts';
import { api } from '../../../shared/api.ts';

export type Mapping = Partial<Record<RosterField, string>>;
export interface Said {
  mappings: { titles: string[]; columns: Mapping }[];
  districts: Record<string, string>;
}

/** As the API takes them (`ImportMemory` of functions/imports/import-schema.ts, whose schemas have no place in pages). */
const limits = { title: 120, titles: 200 } as const;

/** What the columns of files with these titles are. */
export const saidOfColumns = (titles: readonly string[], columns: Mapping): Said => ({
  mappings: [{ titles: titles.slice(0, limits.titles).map((title) => title.slice(0, limits.title)), columns }],
  districts: {},
});

export const remember = (regency: string, said: Said): Promise<unknown> =>
  api('PUT /api/regencies/:regency/import-memory', { params: { regency }, body: said });
