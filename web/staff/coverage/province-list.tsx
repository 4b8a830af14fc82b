/** The regencies of a province, each with its own figures; one line a regency, loaded one by one. */
import { api, apiAll } from '../../shared/api.ts';
import { number, percent } from '../../shared/format.ts';
import { type Column, DataTable, EmptyState, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import type { RegencyCoverage } from './regency-report.tsx';
import { t } from './texts.ts';

/** Thirty-eight regencies at most; six at a time is what a browser sends anyway. */
const load = async (signal: AbortSignal): Promise<RegencyCoverage[]> => {
  const regencies = await apiAll('GET /api/regencies', { query: {}, signal });
  return Promise.all(
    regencies.map(({ code }) => api('GET /api/regencies/:regency/coverage', { params: { regency: code }, signal })),
  );
};

const columns = (): Column<RegencyCoverage>[] => [
  { head: t('regency'), rowHead: true, cell: (row) => <a href={`/staf/cakupan/${row.regency}`}>{row.name}</a> },
  { head: t('sessionsHeld'), numeric: true, cell: (row) => number(row.sessions.length) },
  { head: t('expected'), numeric: true, wide: true, cell: (row) => number(row.units.expected) },
  { head: t('covered'), numeric: true, cell: (row) => percent(row.units.covered, row.units.expected) },
  { head: t('notYet'), numeric: true, cell: (row) => (row.pledge.due ? number(row.pledge.notYet) : '–') },
];

export const ProvinceList = () => {
  const loaded = useLoad('province', load);
  return (
    <>
      <PageHeader title={t('provinceTitle')} />
      <WhenLoaded loaded={loaded}>
        {(rows) =>
          rows.length ? (
            <DataTable
              caption={t('provinceTitle')}
              captionHidden
              columns={columns()}
              rows={rows}
              rowKey={(row) => row.regency}
              narrow="fit"
            />
          ) : (
            <EmptyState title={t('noRegencies')} />
          )
        }
      </WhenLoaded>
    </>
  );
};
