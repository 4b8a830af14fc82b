/** The regent's page; for a province's supervisor first its regencies, for the nation's the provinces. */
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { shortDateIn, timeIn } from '../../shared/format.ts';
import { PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useStaff } from '../frame/staff.ts';
import { LiveStrip } from './live-strip.tsx';
import { NationPage } from './nation-page.tsx';
import { addressOf } from './period.ts';
import { loadPlace, type Place, type RegencyCoverage } from './place.ts';
import { PrintedAt } from './printed-at.tsx';
import { ProvincePage } from './province-page.tsx';
import { RegentReport } from './regent-report.tsx';
import { sealsSaid } from './seals-said.ts';
import { t } from './texts.ts';
import { mostFollowed, openOf, useLives } from './use-live.ts';
import { noticeMs, unfollowedMs, useReloadOn } from './use-reload-on.ts';
import { useStanding } from './use-standing.ts';
import './coverage.css';

/** Whose figures, and of when: the first thing to know about them. */
const leadOf = (coverage: RegencyCoverage, { name, zone, above }: Place): string => {
  const { asOf, sessions } = coverage;
  const time = sessions.length > 0 && t('dataAt', { time: `${shortDateIn(zone, asOf)} ${timeIn(zone, asOf)}` });
  return [!above && name, time].filter(Boolean).join(' · ');
};

const OneRegency = () => {
  const { regency, above, period } = useStanding();
  const load = async (signal: AbortSignal) => {
    const [coverage, place] = await Promise.all([
      api('GET /api/regencies/:regency/coverage', { params: { regency }, query: period, signal }),
      loadPlace({ regency, above, period }, signal),
    ]);
    return { coverage, place };
  };
  const [everyMs, setEveryMs] = useState(noticeMs);
  const loaded = useLoad(addressOf(regency, period), load, everyMs);
  const { data } = loaded;
  // From above nobody follows a session.
  const open = above ? [] : openOf(data?.coverage.sessions);
  const live = useLives(open);
  useReloadOn(live.mark, loaded);
  useEffect(() => setEveryMs(open.length > mostFollowed ? unfollowedMs : noticeMs), [open.length]);
  return (
    <div class="regent-page">
      {data &&
        [...live.views].map(([session, view]) => (
          <LiveStrip key={session} session={session} view={view} zone={data.place.zone} />
        ))}
      <PageHeader
        title={above && data ? t('ofRegency', { regency: data.place.name }) : t('title')}
        lead={data && leadOf(data.coverage, data.place)}
        {...(above ? { up: { href: '/staf/cakupan', label: t('upProvince') } } : {})}
      />
      {data && <PrintedAt zone={data.place.zone} period={period} seals={sealsSaid(data.coverage.sessions)} />}
      <WhenLoaded loaded={loaded} lines={8}>
        {({ coverage, place }) => <RegentReport coverage={coverage} place={place} mark={live.mark} />}
      </WhenLoaded>
    </div>
  );
};

export const CoveragePage = () => {
  const { role } = useStaff();
  const asked = useRoute().params.regency;
  if (role === 'nation') return <NationPage />;
  return role === 'province' && !asked ? <ProvincePage /> : <OneRegency key={asked} />;
};
