/** The figures on a session's own page; while it is open they are asked for every five seconds. */
import type { ComponentChildren } from 'preact';
import { api } from '../../shared/api.ts';
import { dateTimeIn, preciseClockIn } from '../../shared/format.ts';
import { WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { DoorStrip } from '../doors/door-strip.tsx';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { ClassTable, FoldedDistrictTable } from './breakdown.tsx';
import { type SessionCoverage, SessionFigures } from './session-figures.tsx';
import { t } from './texts.ts';
import { UnitList } from './unit-list.tsx';

const refreshMs = 5_000;

/** The time of the data, not of the screen: an old figure must look old. */
export const DataTime = ({
  session,
  coverage,
  live,
}: {
  session: SessionShown;
  coverage: SessionCoverage;
  live: boolean;
}) => (
  <p class="small soft">
    {live
      ? `${t('asOf', { time: preciseClockIn(session.zone, coverage.asOf) })}, ${t('refreshes')}`
      : t('dataAt', { time: dateTimeIn(session.zone, coverage.asOf) })}
  </p>
);

interface Props {
  session: SessionShown;
  /** Stands between the headline and the tables. */
  children: ComponentChildren;
}

export const LiveFigures = ({ session, children }: Props) => {
  const { labels } = useRegency();
  const staff = useStaff();
  const seesDoors = may.operate(staff) || staff.role === 'auditor';
  const live = session.state === 'OPEN';
  const loaded = useLoad(
    session.id,
    (signal) => api('GET /api/sessions/:session/coverage', { params: { session: session.id }, signal }),
    live ? refreshMs : undefined,
  );
  return (
    <WhenLoaded loaded={loaded} lines={8}>
      {(coverage) => (
        <div class="stack-wide">
          <section aria-labelledby="kehadiran" class="stack">
            <h2 id="kehadiran">{live ? t('live') : t('final')}</h2>
            <SessionFigures coverage={coverage} />
            <DataTime session={session} coverage={coverage} live={live} />
            {seesDoors && <DoorStrip session={session.id} />}
          </section>
          {children}
          <ClassTable coverage={coverage} />
          <UnitList coverage={coverage} districtLabel={labels.district} />
          <FoldedDistrictTable coverage={coverage} label={labels.district} />
        </div>
      )}
    </WhenLoaded>
  );
};
