/** The door at work: camera or search or the last scans on a phone; side by side where there is room. */
import { DoorOpen, History, ScanLine, Search } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { LanguageSwitch, useTitle } from '../../shared/ui/frame.tsx';
import { keepAwake } from '../../shared/wake-lock.ts';
import { CameraPanel } from '../scanner/camera-panel.tsx';
import { useBurstScanner } from '../scanner/use-burst-scanner.ts';
import { t } from '../texts.ts';
import { ComingSwitch } from './coming.tsx';
import type { Desk } from './desk.ts';
import { LastScans } from './last-scans.tsx';
import { useLeaveWarning } from './leave-warning.ts';
import { SearchPanel } from './search-panel.tsx';
import { TopBar } from './top-bar.tsx';
import { Troubles } from './troubles.tsx';
import { VerdictScreen } from './verdict-screen.tsx';

type View = 'scan' | 'search' | 'recent';

const Tab = (props: { view: View; current: View; onChoose: (view: View) => void; children: ComponentChildren }) => (
  <button type="button" aria-pressed={props.view === props.current} onClick={() => props.onChoose(props.view)}>
    {props.children}
  </button>
);

const Tabs = ({ current, onChoose }: { current: View; onChoose: (view: View) => void }) => (
  <nav class="door-tabs" aria-label={common('main')}>
    <Tab view="scan" current={current} onChoose={onChoose}>
      <ScanLine class="icon" aria-hidden="true" />
      {t('scan')}
    </Tab>
    <Tab view="search" current={current} onChoose={onChoose}>
      <Search class="icon" aria-hidden="true" />
      {t('search')}
    </Tab>
    <Tab view="recent" current={current} onChoose={onChoose}>
      <History class="icon" aria-hidden="true" />
      {t('recent')}
    </Tab>
  </nav>
);

export const DeskPage = ({ desk, onEnd }: { desk: Desk; onEnd: () => void }) => {
  const [view, setView] = useState<View>('scan');
  useTitle(`${desk.door} – ${desk.session.title}`);
  useLeaveWarning(desk);
  useBurstScanner(desk.takeCode);
  useEffect(() => keepAwake(), []);
  return (
    <>
      <TopBar desk={desk} />
      <main id="isi" class="desk" data-view={view} tabIndex={-1}>
        <h1 class="hidden-label">
          {desk.door}, {desk.session.title}
        </h1>
        <Troubles desk={desk} />
        <section class="desk-scan" aria-label={t('scan')}>
          <ComingSwitch desk={desk} />
          <CameraPanel onText={desk.takeCode} />
        </section>
        <section class="desk-search" aria-label={t('search')}>
          <SearchPanel desk={desk} />
        </section>
        <section class="desk-recent" aria-label={t('lastScans')}>
          <LastScans desk={desk} />
        </section>
        <div class="row desk-foot">
          <LanguageSwitch />
          <Button look="quiet" icon={<DoorOpen class="icon" aria-hidden="true" />} onClick={onEnd}>
            {t('end')}
          </Button>
        </div>
      </main>
      <Tabs current={view} onChoose={setView} />
      <VerdictScreen desk={desk} />
    </>
  );
};
