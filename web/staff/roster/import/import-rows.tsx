/** The rows of an import, filtered by what they would do and read page by page. */
import type { ImportRowStatus } from '../../../../functions/imports/import-schema.ts';
import { api } from '../../../shared/api.ts';
import { number } from '../../../shared/format.ts';
import { Button, Choices, DataTable, EmptyState, Loading, ProblemNotice } from '../../../shared/ui/index.ts';
import { useRegency } from '../../frame/staff.ts';
import { counted } from './counts.ts';
import type { ImportShown } from './mapping-draft.ts';
import { statusName, t } from './plan-texts.ts';
import { rowColumns } from './row-cells.tsx';
import { usePages } from './use-pages.ts';

export type RowFilter = ImportRowStatus | 'all' | 'warnings';

const queryOf = (filter: RowFilter) => {
  if (filter === 'all') return {};
  return filter === 'warnings' ? { issues: filter } : { status: filter };
};

const filtersOf = ({ counts }: ImportShown): [RowFilter, string, number][] => [
  ['all', t('all'), counts.rows],
  ...counted(counts).map(([status, count]): [RowFilter, string, number] => [status, statusName(status), count]),
  ['warnings', t('warnings'), counts.warning],
];

interface ImportRowsProps {
  shown: ImportShown;
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}

export const ImportRows = ({ shown, filter, onFilter }: ImportRowsProps) => {
  const { code } = useRegency();
  // The state is part of the key: rows say after saving which of them were left alone.
  const { items, more, busy, problem, load } = usePages(`${shown.id} ${shown.state} ${filter}`, (cursor, signal) =>
    api('GET /api/regencies/:regency/imports/:import/rows', {
      params: { regency: code, import: shown.id },
      query: { limit: 50, ...queryOf(filter), ...(cursor ? { cursor } : {}) },
      signal,
    }),
  );
  return (
    <section class="stack" aria-labelledby="baris">
      <h2 id="baris" tabIndex={-1}>
        {t('rows')}
      </h2>
      <Choices
        id="tampilkan"
        label={t('show')}
        single
        inline
        chosen={[filter]}
        onChange={([value]) => onFilter(value as RowFilter)}
        choices={filtersOf(shown)
          .filter(([value, , count]) => count > 0 || value === 'all' || value === filter)
          .map(([value, label, count]) => ({ value, label: `${label} (${number(count)})` }))}
      />
      {problem && <ProblemNotice problem={problem} retry={load} />}
      {!items && busy && <Loading lines={8} />}
      {items?.length === 0 && <EmptyState title={t('noRows')} />}
      {items && items.length > 0 && (
        <DataTable
          caption={t('rows')}
          captionHidden
          columns={rowColumns()}
          rows={items}
          rowKey={({ row }) => String(row)}
        />
      )}
      {more && (
        <p>
          <Button look="second" busy={busy} onClick={load}>
            {t('more')}
          </Button>
        </p>
      )}
    </section>
  );
};
