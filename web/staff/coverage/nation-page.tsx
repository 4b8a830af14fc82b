/** The provinces side by side. */
import { api } from '../../shared/api.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { PrintButton, TotalsReport, useYear } from './totals-report.tsx';
import { latest, provinceRows } from './totals-rows.ts';
import { t } from './totals-texts.ts';
import { noticeMs } from './use-reload-on.ts';

export const NationPage = () => {
  const year = useYear();
  const loaded = useLoad(
    `nation ${year}`,
    (signal) => api('GET /api/nation/coverage', { query: year ? { year } : {}, signal }),
    noticeMs,
  );
  const changedAt = latest(loaded.data?.rows.map(({ asOf }) => asOf) ?? []);
  return (
    <>
      <PageHeader title={t('nationTitle')} lead={changedAt && t('changed', { time: dateTimeIn('WIB', changedAt) })}>
        <PrintButton />
      </PageHeader>
      <WhenLoaded loaded={loaded} lines={8}>
        {(totals) => (
          <TotalsReport
            of="province"
            caption={t('nationTitle')}
            totals={totals}
            rows={provinceRows(totals, year)}
            zone="WIB"
          />
        )}
      </WhenLoaded>
    </>
  );
};
