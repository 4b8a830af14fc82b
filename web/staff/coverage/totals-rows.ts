/** The rows of a province's and of the nation's page: what they have in common, and in which order they stand. */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import type { Answer } from '../../shared/api.ts';
import { addressOf, wholeYear } from './period.ts';
import { t } from './totals-texts.ts';

export type ProvinceCoverage = Answer<'GET /api/provinces/:province/coverage'>;
export type NationCoverage = Answer<'GET /api/nation/coverage'>;

export interface TotalsRow extends Pick<ProvinceCoverage['rows'][number], 'name' | 'figures' | 'lastSessionAt'> {
  code: string;
  openSessions: number;
  openConflicts: number;
  registered: boolean;
  /** A province as a tenant, among its regencies but none of them. */
  isProvince?: boolean;
  /** Of a province. */
  regencies?: NationCoverage['regencies'];
  /** Where its own figures are; undefined where whoever looks may not go, or there is nothing. */
  href?: string | undefined;
}

export const sorts = ['code', 'lowest', 'highest'] as const;
export type Sort = (typeof sorts)[number];

const shareOf = ({ figures: { covered, expected } }: TotalsRow): number | undefined =>
  expected === 0 ? undefined : covered / expected;

/** By coverage those without figures come last either way; ties stay in the order of codes. The province itself stands below all. */
export const sorted = (rows: readonly TotalsRow[], by: Sort): TotalsRow[] => {
  const inOrder = [...rows].sort(
    (a, b) => Number(a.isProvince ?? false) - Number(b.isProvince ?? false) || (a.code < b.code ? -1 : 1),
  );
  if (by === 'code') return inOrder;
  const direction = by === 'lowest' ? 1 : -1;
  return inOrder.sort((a, b) => {
    if (a.isProvince || b.isProvince) return a.isProvince ? 1 : -1;
    const [left, right] = [shareOf(a), shareOf(b)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return direction * (left - right);
  });
};

/** The nation sees totals of a regency, and nothing inside it; a province looks on, into units. */
export const regencyRows = ({ rows }: ProvinceCoverage, year: string, looksIn: boolean): TotalsRow[] =>
  rows.map(({ regency, ...row }) => ({
    ...row,
    code: regency,
    ...(!regency.includes('.') && { name: t('ownProvince', { name: row.name }), isProvince: true }),
    href:
      looksIn && row.figures.sessions > 0
        ? addressOf(`/staf/cakupan/${regency}`, year ? wholeYear(year) : {})
        : undefined,
  }));

export const provinceRows = ({ rows }: NationCoverage, year: string): TotalsRow[] =>
  rows.map(({ province, ...row }) => ({
    ...row,
    code: province,
    registered: row.regencies.registered > 0 || row.figures.sessions > 0,
    href: addressOf(`/staf/provinsi/${province}`, {}, { tahun: year }),
  }));

/** The totals as a row of their own. */
export const totalRow = (
  name: string,
  { figures, rows, regencies }: Pick<NationCoverage, 'figures' | 'regencies'> & { rows: readonly TotalsRow[] },
): TotalsRow => ({
  code: '',
  name,
  figures,
  regencies,
  registered: true,
  lastSessionAt: latest(rows.map(({ lastSessionAt }) => lastSessionAt)),
  openSessions: rows.reduce((sum, row) => sum + row.openSessions, 0),
  openConflicts: rows.reduce((sum, row) => sum + row.openConflicts, 0),
});

export const latest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce((late, instant) => ((instant ?? '') > (late ?? '') ? instant : late), null);

const central = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];

/** The zone that dates of a province are said in (Keppres 41/1987 and the provinces made since); the country's are in Jakarta's. */
export const zoneOf = (province: string): Zone => {
  if (central.includes(province)) return 'WITA';
  return province >= '81' ? 'WIT' : 'WIB';
};
