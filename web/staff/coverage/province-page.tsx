/** The regencies of a province side by side: for its supervisor, and for the nation's, who looks at one province. */
import { useRoute } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { NotFound } from '../frame/not-found.tsx';
import { useStaff } from '../frame/staff.ts';
import { PrintButton, TotalsReport, useYear } from './totals-report.tsx';
import { latest, regencyRows, zoneOf } from './totals-rows.ts';
import { t } from './totals-texts.ts';
import { noticeMs } from './use-reload-on.ts';

const OneProvince = ({ province, fromNation }: { province: string; fromNation: boolean }) => {
  const year = useYear();
  const loaded = useLoad(
    `${province} ${year}`,
    (signal) =>
      api('GET /api/provinces/:province/coverage', {
        params: { province },
        query: year ? { year } : {},
        signal,
      }),
    noticeMs,
  );
  const { data } = loaded;
  const zone = zoneOf(province);
  const changedAt = latest(data?.rows.map(({ asOf }) => asOf) ?? []);
  const title = data ? t('provinceTitle', { province: data.name }) : t('title');
  return (
    <>
      <PageHeader
        title={title}
        lead={changedAt && t('changed', { time: dateTimeIn(zone, changedAt) })}
        {...(fromNation ? { up: { href: '/staf/cakupan', label: t('upNation') } } : {})}
      >
        <PrintButton />
      </PageHeader>
      <WhenLoaded loaded={loaded} lines={8}>
        {(totals) => (
          <TotalsReport
            of="regency"
            caption={title}
            totals={totals}
            rows={regencyRows(totals, year, !fromNation)}
            zone={zone}
          />
        )}
      </WhenLoaded>
    </>
  );
};

/** `/staf/cakupan` of a province's supervisor, `/staf/provinsi/:province` of the nation's. */
export const ProvincePage = () => {
  const { role, region } = useStaff();
  const { province } = useRoute().params;
  if (role === 'nation' && province) return <OneProvince key={province} province={province} fromNation />;
  return role === 'province' ? <OneProvince province={region} fromNation={false} /> : <NotFound />;
};
