/** A province's or the nation's page below its heading: one figure, the choices, the table. */
import { Printer } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { number, percent } from '../../shared/format.ts';
import { Button, EmptyState, SelectField } from '../../shared/ui/index.ts';
import { How } from './how.tsx';
import { Parts } from './parts.tsx';
import { addressOf } from './period.ts';
import { PrintedAt } from './printed-at.tsx';
import { type NationCoverage, type Sort, sorted, sorts, type TotalsRow, totalRow } from './totals-rows.ts';
import { TotalsTable } from './totals-table.tsx';
import { t } from './totals-texts.ts';
import './coverage.css';
import './totals.css';

/** The year of the address; empty: all of them. */
export const useYear = (): string => {
  const { query } = useLocation();
  return /^20\d{2}$/.test(query.tahun ?? '') ? (query.tahun as string) : '';
};

type Totals = Pick<NationCoverage, 'figures' | 'regencies' | 'years'>;

/** With the figures of this moment, so that anybody can add them up. */
const howCounted = ({ covered, expected, inPerson, acting, delegated, due, signed, sessions }: Totals['figures']) => [
  t('howCovered', {
    covered: number(covered),
    expected: number(expected),
    sessions: number(sessions),
    inPerson: number(inPerson),
    acting: number(acting),
    delegated: number(delegated),
  }),
  t('how'),
  ...(due ? [t('howSigned', { due: number(due), signed: number(signed), share: percent(signed, due) })] : []),
];

const Headline = ({ totals: { figures, regencies }, year }: { totals: Totals; year: string }) => {
  const counts = {
    held: number(regencies.held),
    all: number(regencies.all),
    registered: number(regencies.registered),
  };
  const held = year ? t('heldByIn', { ...counts, year }) : t('heldBy', counts);
  if (figures.expected === 0) {
    return (
      <EmptyState title={t('emptyTitle')}>
        <p>{held}</p>
        <p>{t('emptyText')}</p>
      </EmptyState>
    );
  }
  return (
    <div class="stack-tight">
      <div class="row glance-top">
        <p class="headline grow">
          <span class="figure">{percent(figures.covered, figures.expected)}</span>
          <span>{t('everRepresented', { part: number(figures.covered), whole: number(figures.expected) })}</span>
        </p>
        <How of={t('title')} sentences={howCounted(figures)} />
      </div>
      <Parts of={figures} whole={figures.expected} />
      <p>{held}</p>
    </div>
  );
};

const sortWords: Record<Sort, () => string> = {
  code: () => t('sortCode'),
  lowest: () => t('sortLowest'),
  highest: () => t('sortHighest'),
};
const isSort = (value: string): value is Sort => sorts.some((sort) => sort === value);

export const PrintButton = () => (
  <Button look="second" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
    {t('print')}
  </Button>
);

interface Props {
  of: 'regency' | 'province';
  caption: string;
  totals: Totals;
  rows: readonly TotalsRow[];
  zone: Zone;
}

export const TotalsReport = ({ of, caption, totals, rows, zone }: Props) => {
  const year = useYear();
  const { path, route } = useLocation();
  const [sort, setSort] = useState<Sort>('code');
  // A year of the address that nothing was held in can still be told from all years.
  const years = [...new Set([...totals.years, ...(year ? [year] : [])])].sort().reverse();
  return (
    <div class="stack-wide">
      <PrintedAt zone={zone} />
      <Headline totals={totals} year={year} />
      <div class="filters no-print">
        <SelectField
          id="tahun"
          label={t('year')}
          empty={t('allYears')}
          value={year}
          onChange={(chosen) => route(addressOf(path, {}, { tahun: chosen }), true)}
          options={years.map((value) => ({ value, label: value }))}
        />
        <SelectField
          id="urut"
          label={t('sort')}
          value={sort}
          onChange={(chosen) => isSort(chosen) && setSort(chosen)}
          options={sorts.map((value) => ({ value, label: sortWords[value]() }))}
        />
      </div>
      <TotalsTable
        of={of}
        caption={caption}
        rows={sorted(rows, sort)}
        total={totalRow(t('total'), { ...totals, rows })}
        zone={zone}
        year={year}
      />
      <p class="small soft">{t('how')}</p>
    </div>
  );
};
