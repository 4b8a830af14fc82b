/** Regions side by side: one row each, and their sums; those with nothing say what is missing. */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { number, percent, shortDateIn } from '../../shared/format.ts';
import { type Column, DataTable, StatusTag } from '../../shared/ui/index.ts';
import type { TotalsRow } from './totals-rows.ts';
import { t } from './totals-texts.ts';

export interface TableProps {
  /** What stands in a row, and what the table is called. */
  of: 'regency' | 'province';
  caption: string;
  rows: readonly TotalsRow[];
  total: TotalsRow;
  zone: Zone;
  year: string;
}

const whyNothing = ({ registered }: TotalsRow, year: string): string => {
  if (!registered) return t('notRegistered');
  return year ? t('noSessionsIn', { year }) : t('noSessions');
};

const dateOf = ({ lastSessionAt }: TotalsRow, zone: Zone): string =>
  lastSessionAt === null ? '–' : shortDateIn(zone, lastSessionAt);

const Name = ({ row, zone, year }: { row: TotalsRow; zone: Zone; year: string }) => (
  <>
    {row.href ? <a href={row.href}>{row.name}</a> : row.name}{' '}
    {row.isProvince && <span class="small soft block">{t('notAmongRegencies')}</span>}
    {row.figures.sessions === 0 ? (
      <span class="small soft block">{whyNothing(row, year)}</span>
    ) : (
      <span class="small soft block narrow-only">
        {t('sessionsOf', { n: number(row.figures.sessions) })} · {t('lastOf', { date: dateOf(row, zone) })}
      </span>
    )}
    {row.code !== '' && row.openSessions > 0 && (
      <span class="block">
        <StatusTag tone="info" icon="live" word={t('running')} />
      </span>
    )}
    {row.code !== '' && row.openConflicts > 0 && (
      <span class="block narrow-only">
        <StatusTag tone="warn" icon="alert" word={t('conflictsOf', { n: number(row.openConflicts) })} />
      </span>
    )}
  </>
);

type Counted = keyof TotalsRow['figures'];

/** A dash where there was nothing to count, so that it is not read as nobody. */
const counted = (of: Counted) => (row: TotalsRow) => (row.figures.sessions === 0 ? '–' : number(row.figures[of]));

const columns = ({ of, zone, year }: TableProps): Column<TotalsRow>[] => [
  { head: t(of), rowHead: true, cell: (row) => <Name row={row} zone={zone} year={year} /> },
  ...(of === 'province'
    ? [
        {
          head: t('regencies'),
          numeric: true,
          wide: true,
          cell: ({ regencies }: TotalsRow) =>
            regencies ? t('regenciesHeld', { held: number(regencies.held), all: number(regencies.all) }) : '–',
        },
      ]
    : []),
  { head: t('sessions'), numeric: true, wide: true, cell: counted('sessions') },
  { head: t('last'), numeric: true, wide: true, cell: (row) => dateOf(row, zone) },
  { head: t('expected'), numeric: true, wide: true, cell: counted('expected') },
  { head: t('inPerson'), numeric: true, wide: true, cell: counted('inPerson') },
  { head: t('acting'), numeric: true, wide: true, cell: counted('acting') },
  { head: t('delegated'), numeric: true, wide: true, cell: counted('delegated') },
  { head: t('covered'), numeric: true, cell: ({ figures }) => percent(figures.covered, figures.expected) },
  { head: t('signed'), numeric: true, cell: ({ figures }) => percent(figures.signed, figures.due) },
  {
    head: t('conflicts'),
    numeric: true,
    wide: true,
    cell: (row) => (row.figures.sessions === 0 ? '–' : number(row.openConflicts)),
  },
];

export const TotalsTable = (props: TableProps) => (
  <div class="totals long-names">
    <DataTable
      caption={props.caption}
      captionHidden
      columns={columns(props)}
      rows={props.rows}
      rowKey={(row) => row.code}
      total={props.total}
      narrow="fit"
    />
  </div>
);
