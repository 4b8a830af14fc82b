/** A session while it runs, for a projector or a phone: large figures that move by themselves. */
import { ChevronLeft } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { clockIn, number, percent } from '../../shared/format.ts';
import { Loading, Notice, ProblemNotice, useTitle, WhenLoaded } from '../../shared/ui/index.ts';
import { useBare } from '../frame/bare.ts';
import { FullScreenButton } from '../frame/full-screen-button.tsx';
import { useRegency } from '../frame/staff.ts';
import { StateTag } from '../sessions/state-tag.tsx';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { representedOf } from './figures.ts';
import { Arrivals, DoorQueues, MissingByDistrict } from './live-parts.tsx';
import { t } from './live-texts.ts';
import { LiveTime } from './live-time.tsx';
import { Parts } from './parts.tsx';
import { SessionHow } from './session-figures.tsx';
import { type LiveSession, type LiveView, useLive } from './use-live.ts';
import './coverage.css';

interface Shown {
  live: LiveSession;
  zone: SessionShown['zone'];
}

const ninetyPercent = 0.9;

const finishText = ({ live: { coverage, finish }, zone }: Shown): string => {
  if (finish) return clockIn(zone, finish.at);
  const { expected } = coverage.units;
  return expected > 0 && representedOf(coverage.units) >= ninetyPercent * expected ? t('reached') : t('noFinish');
};

const Figures = ({ live, zone }: Shown) => {
  const { units, pledge, people, state } = live.coverage;
  const represented = representedOf(units);
  const figures = [
    { word: state === 'CLOSED' ? t('absent') : t('missing'), value: number(units.missing) },
    ...(pledge.due ? [{ word: t('notYet'), value: number(pledge.notYet) }] : []),
    { word: t('people'), value: number(people.checkedIn) },
  ];
  return (
    <section class="board-figures stack">
      <div class="row glance-top">
        <p class="board-head grow">
          <span class="board-share">{percent(represented, units.expected)}</span>
          <span>{t('representedOf', { part: number(represented), whole: number(units.expected) })}</span>
        </p>
        {live.coverage.frozenAt !== null && (
          <SessionHow
            coverage={live.coverage}
            zone={zone}
            list={`/staf/kegiatan/${live.coverage.session}/cakupan`}
            also={state === 'OPEN' ? [t('howPace'), t('howFinish')] : []}
          />
        )}
      </div>
      <Parts of={units} whole={units.expected} />
      <dl class="board-numbers">
        {figures.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {state === 'OPEN' && (
        <dl class="board-pace">
          <div>
            <dt>{t('pace')}</dt>
            <dd>{t('perMinute', { n: number(live.perMinute) })}</dd>
          </div>
          <div>
            <dt>{t('finish')}</dt>
            <dd>{finishText({ live, zone })}</dd>
          </div>
        </dl>
      )}
    </section>
  );
};

const Board = ({ session, view }: { session: SessionShown; view: LiveView }) => {
  const { labels } = useRegency();
  const { live, problem } = view;
  if (!live) return problem ? <ProblemNotice problem={problem} /> : <Loading lines={8} />;
  return (
    <>
      <p>
        <LiveTime view={view} zone={session.zone} />
      </p>
      {live.coverage.frozenAt === null && (
        <Notice tone="info" title={t('notYetOpen')}>
          <p>{t('notYetOpenText')}</p>
        </Notice>
      )}
      <div class="board-parts">
        <Figures live={live} zone={session.zone} />
        <div class="stack-wide">
          <Arrivals live={live} zone={session.zone} />
          <DoorQueues live={live} />
        </div>
        <MissingByDistrict live={live} label={labels.district} />
      </div>
    </>
  );
};

export const LiveBoardPage = () => {
  useBare();
  useTitle(t('board'));
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  const view = useLive(loaded.data?.id);
  const state = view.live?.coverage.state ?? loaded.data?.state;
  return (
    <div class="wrap board stack">
      <header class="board-top">
        <a class="crumb no-print" href={`/staf/kegiatan/${id}`}>
          <ChevronLeft class="icon" aria-hidden="true" />
          {t('upSession')}
        </a>
        <h1>{loaded.data?.title ?? t('board')}</h1>
        {state && <StateTag state={state} />}
        <FullScreenButton />
      </header>
      <WhenLoaded loaded={loaded}>{(session) => <Board session={session} view={view} />}</WhenLoaded>
    </div>
  );
};
