/** The figures on a session's own page; while it is open they move by themselves. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { ButtonLink, Loading, ProblemNotice, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { DoorStrip } from '../doors/door-strip.tsx';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { ClassTable, FoldedDistrictTable } from './breakdown.tsx';
import { t as live } from './live-texts.ts';
import { LiveTime } from './live-time.tsx';
import { type SessionCoverage, SessionFigures } from './session-figures.tsx';
import { t } from './texts.ts';
import { UnitList } from './unit-list.tsx';
import { useLive } from './use-live.ts';
import './coverage.css';

interface CoverageProps {
  session: SessionShown;
  /** Called when the session has closed, or is otherwise no longer in the state that it was loaded in. */
  onMoved: () => void;
  children: (coverage: SessionCoverage, time: ComponentChildren) => ComponentChildren;
}

/** Figures that stand still: they change only by addenda. */
const Still = ({ session, children }: Omit<CoverageProps, 'onMoved'>) => {
  const loaded = useLoad(session.id, (signal) =>
    api('GET /api/sessions/:session/coverage', { params: { session: session.id }, signal }),
  );
  return (
    <WhenLoaded loaded={loaded} lines={8}>
      {(coverage) =>
        children(coverage, <p class="small soft">{t('dataAt', { time: dateTimeIn(session.zone, coverage.asOf) })}</p>)
      }
    </WhenLoaded>
  );
};

const Moving = ({ session, onMoved, children }: CoverageProps) => {
  const view = useLive(session.id);
  const moved = view.live !== undefined && view.live.coverage.state !== session.state;
  useEffect(() => {
    if (moved) onMoved();
  }, [moved, onMoved]);
  const time = (
    <p>
      <LiveTime view={view} zone={session.zone} />
    </p>
  );
  if (view.live) return <>{children(view.live.coverage, time)}</>;
  return view.problem ? <ProblemNotice problem={view.problem} /> : <Loading lines={8} />;
};

/** The coverage of a session with the time of its data, followed while the session is open. */
export const SessionCoverageNow = (props: CoverageProps) =>
  props.session.state === 'OPEN' ? <Moving {...props} /> : <Still {...props} />;

interface Props {
  session: SessionShown;
  onMoved: () => void;
  /** Stands between the headline and the tables. */
  children: ComponentChildren;
}

export const LiveFigures = ({ session, onMoved, children }: Props) => {
  const { labels } = useRegency();
  const staff = useStaff();
  const seesDoors = may.operate(staff) || staff.role === 'auditor';
  return (
    <SessionCoverageNow session={session} onMoved={onMoved}>
      {(coverage, time) => (
        <div class="stack-wide">
          <section aria-labelledby="kehadiran" class="stack">
            <h2 id="kehadiran">{coverage.state === 'OPEN' ? t('live') : t('final')}</h2>
            <SessionFigures coverage={coverage} zone={session.zone} list={`/staf/kegiatan/${session.id}/cakupan`} />
            {time}
            {seesDoors && <DoorStrip session={session.id} />}
            {coverage.state === 'OPEN' && (
              <p class="no-print">
                <ButtonLink look="second" href={`/staf/kegiatan/${session.id}/langsung`}>
                  {live('board')}
                </ButtonLink>
              </p>
            )}
          </section>
          {children}
          <ClassTable coverage={coverage} />
          <UnitList coverage={coverage} districtLabel={labels.district} />
          <FoldedDistrictTable coverage={coverage} label={labels.district} />
        </div>
      )}
    </SessionCoverageNow>
  );
};
