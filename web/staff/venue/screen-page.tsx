/**
 * The screen at the entrance: one large code that changes every 30 seconds. It holds the codes of the next minutes, so that an
 * outage does not stop it, and says so when it has none left.
 */
import { Printer, WifiOff, X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { preciseClockIn } from '../../shared/format.ts';
import { ButtonLink, Meter, Notice, useTitle, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { keepAwake } from '../../shared/wake-lock.ts';
import { useBare } from '../frame/bare.ts';
import { FullScreenButton } from '../frame/full-screen-button.tsx';
import { may, useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Held, heldUntil, holdCodes, showingAt } from './codes.ts';
import { forVisitors, t } from './texts.ts';
import './venue.css';

/** How the session stands is a small answer. */
const statePollMs = 15_000;
/** The codes are a larger one (11 pictures), and what is held lasts for five minutes; after a failure it is asked more often. */
const codesPollMs = 60_000;
const retryMs = 10_000;

/** The machine's time, often enough for a bar that moves. */
const useClock = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return now;
};

const useFullScreen = (): boolean => {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const follow = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  return full;
};

const Code = ({ held, cutOff, zone }: { held: Held; cutOff: boolean; zone: SessionShown['zone'] }) => {
  const { code, leftMs } = showingAt(held, useClock());
  if (!code)
    return (
      <Notice tone="bad" title={t('noneLeft')} live>
        <p>{t('noneLeftText')}</p>
      </Notice>
    );
  return (
    <div class="venue-code">
      {/* Keyed, so that the next code never fades into the last one under a camera. */}
      <img key={code.from} src={`data:image/svg+xml,${encodeURIComponent(code.svg)}`} alt={t('qrAlt')} />
      <Meter parts={[{ value: leftMs, tone: 'accent' }]} whole={held.stepSeconds * 1000} />
      <p class="small soft">{t('next', { n: Math.ceil(leftMs / 1000) })}</p>
      {cutOff && (
        <p class="venue-outage" role="status">
          <WifiOff class="icon" aria-hidden="true" />
          <span>{t('outage', { time: preciseClockIn(zone, heldUntil(held)) })}</span>
        </p>
      )}
    </div>
  );
};

const Words = () => (
  <>
    <p class="venue-call" lang="id">
      {forVisitors.how[0]}
    </p>
    <p class="venue-call second" lang="en">
      {forVisitors.how[1]}
    </p>
    <p class="soft" lang="id">
      {forVisitors.staff[0]}
    </p>
    <p class="soft" lang="en">
      {forVisitors.staff[1]}
    </p>
  </>
);

const Closed = ({ state }: { state: SessionShown['state'] }) => {
  if (state === 'CLOSED') return <Notice tone="info" title={t('over')} live />;
  if (state === 'CANCELLED') return <Notice tone="bad" title={t('cancelled')} live />;
  return (
    <Notice tone="info" title={t('notOpen')} live>
      <p>{t('notOpenText')}</p>
    </Notice>
  );
};

const Codes = ({ session }: { session: SessionShown }) => {
  const [failed, setFailed] = useState(false);
  const loaded = useLoad(
    session.id,
    async (signal) => {
      const codes = await api('GET /api/sessions/:session/venue-codes', { params: { session: session.id }, signal });
      return holdCodes(codes, Date.now());
    },
    failed ? retryMs : codesPollMs,
  );
  useEffect(() => {
    // A laptop that was asleep asks at once.
    const back = (): void => {
      if (document.visibilityState === 'visible') loaded.reload();
    };
    document.addEventListener('visibilitychange', back);
    addEventListener('online', loaded.reload);
    return () => {
      document.removeEventListener('visibilitychange', back);
      removeEventListener('online', loaded.reload);
    };
  }, [loaded.reload]);
  const { data, problem } = loaded;
  const failing = problem !== undefined;
  useEffect(() => setFailed(failing), [failing]);
  if (!data) return <WhenLoaded loaded={loaded}>{() => null}</WhenLoaded>;
  return <Code held={data} cutOff={failing} zone={session.zone} />;
};

const Back = ({ session }: { session: string }) => (
  <ButtonLink look="quiet" icon={<X class="icon" aria-hidden="true" />} href={`/staf/kegiatan/${session}`}>
    {t('back')}
  </ButtonLink>
);

const Controls = ({ session }: { session: SessionShown }) => {
  const staff = useStaff();
  return (
    <div class="row actions venue-controls">
      <FullScreenButton look="second" />
      {may.organize(staff) && (
        <ButtonLink
          look="quiet"
          icon={<Printer class="icon" aria-hidden="true" />}
          href={`/staf/kegiatan/${session.id}/layar/cetak`}
        >
          {t('toPrint')}
        </ButtonLink>
      )}
      <Back session={session.id} />
    </div>
  );
};

const Screen = ({ session }: { session: SessionShown }) => {
  const full = useFullScreen();
  const open = session.state === 'OPEN';
  useTitle(`${t('screen')}: ${session.title}`);
  useEffect(() => keepAwake(), []);
  return (
    <div class="venue-screen">
      <div class="venue-main">
        <div>{open ? <Codes session={session} /> : <Closed state={session.state} />}</div>
        <div class="venue-words">
          <h1>{session.title}</h1>
          {open && <Words />}
        </div>
      </div>
      {!full && <Controls session={session} />}
    </div>
  );
};

export const VenueScreenPage = () => {
  useBare();
  const id = useRoute().params.session ?? '';
  const loaded = useLoad(
    id,
    (signal) => api('GET /api/sessions/:session', { params: { session: id }, signal }),
    statePollMs,
  );
  // When only a refresh failed, the code goes on: the outage is told beside it.
  if (loaded.data) return <Screen session={loaded.data} />;
  return (
    <div class="venue-screen">
      <h1 class="hidden-label">{t('screen')}</h1>
      <WhenLoaded loaded={loaded}>{() => null}</WhenLoaded>
      {loaded.problem && (
        <div class="row actions venue-controls">
          <Back session={id} />
        </div>
      )}
    </div>
  );
};
