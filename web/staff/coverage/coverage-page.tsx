/** The regent's page; for a province's supervisor first the list of regencies. */
import { Printer } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { Button, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useStaff } from '../frame/staff.ts';
import { ProvinceList } from './province-list.tsx';
import { RegencyReport } from './regency-report.tsx';
import { t } from './texts.ts';

const load = async (regency: string, signal: AbortSignal) => {
  const params = { regency };
  const [coverage, settings] = await Promise.all([
    api('GET /api/regencies/:regency/coverage', { params, signal }),
    api('GET /api/regencies/:regency', { params, signal }),
  ]);
  return { coverage, settings };
};

const OneRegency = ({ regency, fromProvince }: { regency: string; fromProvince: boolean }) => {
  const loaded = useLoad(regency, (signal) => load(regency, signal));
  const { data } = loaded;
  return (
    <>
      <PageHeader
        title={data ? t('ofRegency', { regency: data.settings.name }) : t('title')}
        lead={data && t('dataAt', { time: dateTimeIn(data.settings.zone, data.coverage.asOf) })}
        {...(fromProvince ? { up: { href: '/staf/cakupan', label: t('upProvince') } } : {})}
      >
        <Button look="second" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
          {t('print')}
        </Button>
      </PageHeader>
      <WhenLoaded loaded={loaded} lines={8}>
        {({ coverage, settings }) => <RegencyReport coverage={coverage} zone={settings.zone} drill={!fromProvince} />}
      </WhenLoaded>
    </>
  );
};

export const CoveragePage = () => {
  const staff = useStaff();
  const asked = useRoute().params.regency;
  if (staff.role !== 'province') return <OneRegency regency={staff.region} fromProvince={false} />;
  return asked ? <OneRegency key={asked} regency={asked} fromProvince /> : <ProvinceList />;
};
