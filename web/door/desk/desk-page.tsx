/** The door at work: camera, search, the last scans or other ways in on a phone; side by side where there is room. */
import { Ellipsis, History, ScanLine, Search } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { clockIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { LanguageSwitch, useTitle } from '../../shared/ui/frame.tsx';
import { later, Nothing } from '../../shared/ui/later.tsx';
import { keepAwake } from '../../shared/wake-lock.ts';
import type { Door } from '../core/door.ts';
import { UpdatePrompt } from '../pwa/update-prompt.tsx';
import { CameraPanel } from '../scanner/camera-panel.tsx';
import { useBurstScanner } from '../scanner/use-burst-scanner.ts';
import { isUnderWay } from '../verdict/timing.ts';
import { VerdictScreen } from '../verdict/verdict-screen.tsx';
import { ComingSwitch } from './coming.tsx';
import type { Desk } from './desk.ts';
import { ExportButton } from './export-button.tsx';
import { LastScans } from './last-scans.tsx';
import { LeaveButton } from './leave-button.tsx';
import { t } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { Troubles } from './troubles.tsx';

// Loaded beside the desk, at once: none of them is needed before the first verdict.
const SearchPanel = later(async () => (await import('../search/search-panel.tsx')).SearchPanel, Nothing);
const DetailsSheet = later(async () => (await import('../details/details-sheet.tsx')).DetailsSheet, Nothing);
const OtherWays = later(async () => (await import('../others/other-ways.tsx')).OtherWays, Nothing);

const views = { scan: ScanLine, search: Search, recent: History, others: Ellipsis } as const;
type View = keyof typeof views;
const wideEnough = '(min-width: 900px)';

const Tabs = ({ current, onChoose }: { current: View; onChoose: (view: View) => void }) => (
  <nav class="door-tabs" aria-label={common('main')}>
    {(Object.keys(views) as View[]).map((view) => {
      const Icon = views[view];
      return (
        <button key={view} type="button" aria-pressed={view === current} onClick={() => onChoose(view)}>
          <Icon class="icon" aria-hidden="true" />
          {t(view)}
        </button>
      );
    })}
  </nav>
);

/** Where there is room for everything at once; the same width stands in door.css. */
const useWide = (): boolean => {
  const [wide, setWide] = useState(() => matchMedia(wideEnough).matches);
  useEffect(() => {
    const media = matchMedia(wideEnough);
    const follow = (): void => setWide(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return wide;
};

const Part = ({ view, label, children }: { view: View; label: string; children: ComponentChildren }) => (
  <section class={`desk-${view}`} aria-label={label}>
    {children}
  </section>
);

const Foot = ({ door, onLeft }: { door: Door; onLeft: () => void }) => {
  const list = door.list.value;
  return (
    <div class="row desk-foot">
      {list.status === 'ready' && (
        <p class="small soft">{t('listAsOf', { time: clockIn(door.session.value.zone, list.asOf) })}</p>
      )}
      <LanguageSwitch />
      <ExportButton door={door} />
      <LeaveButton door={door} onLeft={onLeft} />
    </div>
  );
};

/** A part of its own: the page must not be drawn anew for every verdict. */
const Update = ({ desk }: { desk: Desk }) => <UpdatePrompt idle={!desk.shown.value && !desk.detailed.value} />;

interface DeskPageProps {
  desk: Desk;
  /** Paired just now. */
  fresh: boolean;
  onLeft: () => void;
}

export const DeskPage = ({ desk, fresh, onLeft }: DeskPageProps) => {
  const [view, setView] = useState<View>('scan');
  const wide = useWide();
  const { door } = desk;
  useTitle(`${door.name} – ${door.session.value.title}`);
  useBurstScanner(desk.takeTyped);
  useEffect(() => keepAwake(), []);
  return (
    <>
      <TopBar door={door} />
      <Update desk={desk} />
      <main id="isi" class="desk" data-view={view} tabIndex={-1}>
        <h1 class="hidden-label">
          {door.name}, {door.session.value.title}
        </h1>
        <Troubles desk={desk} fresh={fresh} />
        <Part view="scan" label={t('scan')}>
          <ComingSwitch desk={desk} />
          <CameraPanel aim={t('aim')} otherwise={t('otherwise')} onText={desk.takeCode} isBusy={isUnderWay} />
        </Part>
        <Part view="search" label={t('search')}>
          <SearchPanel desk={desk} />
        </Part>
        <Part view="others" label={t('others')}>
          <OtherWays desk={desk} />
        </Part>
        <Part view="recent" label={t('lastScans')}>
          {(wide || view === 'recent') && <LastScans desk={desk} />}
        </Part>
        <Foot door={door} onLeft={onLeft} />
      </main>
      <Tabs current={view} onChoose={setView} />
      <VerdictScreen desk={desk} />
      <DetailsSheet desk={desk} />
    </>
  );
};
