/** The reading itself: the text fills the display, everything else stands at its edges. */
import {
  AArrowDown,
  AArrowUp,
  ChevronLeft,
  ChevronRight,
  Maximize2,
  MessagesSquare,
  Moon,
  Sun,
  WifiOff,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../shared/ui/button.tsx';
import { Dialog } from '../shared/ui/dialog.tsx';
import { Meter } from '../shared/ui/meter.tsx';
import { keepAwake } from '../shared/wake-lock.ts';
import { keepText, keptText, type Theme, useFullScreen } from './device.ts';
import type { ReaderView } from './reader-page.tsx';
import { Stage, stepName } from './stage.tsx';
import {
  hashOf,
  placeOfScale,
  type Step,
  scaleAt,
  scales,
  stepInHash,
  stepsOf,
  type Turn,
  turned,
  turnOfKey,
} from './steps.ts';
import { t } from './texts.ts';

const scaleName = 'hadir.reader.scale';

const useScale = () => {
  const [place, setPlace] = useState(() => placeOfScale(keptText(() => localStorage, scaleName)));
  const change = (by: -1 | 1): void => {
    const next = Math.min(scales.length - 1, Math.max(0, place + by));
    setPlace(next);
    keepText(() => localStorage, scaleName, String(scaleAt(next)));
  };
  return { scale: scaleAt(place), change, least: place === 0, most: place === scales.length - 1 };
};

/** The step stands in the address: a reload comes back to it, and going through the text leaves no trail of pages. */
const useSteps = (count: number, kept: boolean): [at: number, turn: (turn: Turn) => void] => {
  const [at, setAt] = useState(() => (kept ? stepInHash(location.hash, count) : 0));
  useEffect(() => {
    if (kept) history.replaceState(null, '', hashOf(at));
  }, [at, kept]);
  return [at, (turn) => setAt((before) => turned(before, turn, count))];
};

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, dialog') !== null;

const useKeys = (turn: (turn: Turn) => void): void => {
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const way = turnOfKey(event);
      // Space presses the button that has the focus; and a question that is open comes first.
      if (!way || (event.key === ' ' && isControl(event.target)) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current(way);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
};

interface ToolProps {
  label: string;
  off?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}
const Tool = ({ label, off = false, onClick, children }: ToolProps) => (
  <Button look="quiet" aria-label={label} disabled={off} onClick={onClick}>
    {children}
  </Button>
);

const EndDialog = ({
  step,
  last,
  onClose,
  onEnd,
}: {
  step: Step;
  last: boolean;
  onClose: () => void;
  onEnd: () => void;
}) => (
  <Dialog
    open
    title={t('endTitle')}
    onClose={onClose}
    closeLabel={t('goOn')}
    actions={<Button onClick={onEnd}>{t('end')}</Button>}
  >
    {!last && <p class="strong">{t('endEarly', { place: stepName(step).toLowerCase() })}</p>}
    <p>{t('endText')}</p>
  </Dialog>
);

/** Said quietly, and without motion where the device asks for none. */
const Cue = ({ form }: { form: ReaderView['text']['form'] }) => {
  return (
    <p class="cue">
      <MessagesSquare class="icon" aria-hidden="true" />
      <span>{form === 'IKRAR' ? t('repeat') : t('listen')}</span>
    </p>
  );
};

interface Props {
  view: ReaderView;
  theme: readonly [theme: Theme, choose: (theme: Theme) => void];
  /** What is wrong with the way to the server, in words. */
  trouble?: string | undefined;
  /** How the reading stands otherwise. */
  note: string | undefined;
  /** Ends the reading; absent where the text is only looked at. */
  onEnd?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
}

const Tools = ({ theme: [theme, choose], scale }: Pick<Props, 'theme'> & { scale: ReturnType<typeof useScale> }) => {
  const screen = useFullScreen();
  const dark = theme === 'dark';
  const Theme = dark ? Sun : Moon;
  return (
    <div class="reader-tools">
      <Tool label={t('smaller')} off={scale.least} onClick={() => scale.change(-1)}>
        <AArrowDown class="icon" aria-hidden="true" />
      </Tool>
      <Tool label={t('larger')} off={scale.most} onClick={() => scale.change(1)}>
        <AArrowUp class="icon" aria-hidden="true" />
      </Tool>
      <Tool label={dark ? t('light') : t('dark')} onClick={() => choose(dark ? 'light' : 'dark')}>
        <Theme class="icon" aria-hidden="true" />
      </Tool>
      {screen.can && (
        <Tool label={screen.full ? t('leaveFullScreen') : t('fullScreen')} onClick={screen.change}>
          <Maximize2 class="icon" aria-hidden="true" />
        </Tool>
      )}
    </div>
  );
};

const Status = ({ trouble, note }: Pick<Props, 'trouble' | 'note'>) => (
  <p class={`reader-status small${trouble ? ' trouble' : ''}`} role="status">
    {trouble && <WifiOff class="icon" aria-hidden="true" />}
    <span>{trouble ?? note}</span>
  </p>
);

export const ReadingView = ({ view, theme, trouble, note, onEnd, onLeave }: Props) => {
  const steps = stepsOf(view.text);
  // Only the reading itself is come back to after a reload.
  const [at, turn] = useSteps(steps.length, onEnd !== undefined);
  const [asking, setAsking] = useState(false);
  const scale = useScale();
  useKeys(turn);
  useEffect(() => keepAwake(), []);
  const step = steps[at] as Step;
  const last = at === steps.length - 1;
  return (
    <main id="isi" class="reader-screen" tabIndex={-1}>
      <header class="reader-bar">
        <h1 lang="id">{view.text.title}</h1>
        <Tools theme={theme} scale={scale} />
      </header>
      <Meter thin parts={[{ value: at + 1, tone: 'accent' }]} whole={steps.length} />
      <Stage step={step} scale={scale.scale} turn={turn} />
      <div class="reader-foot">
        <Cue form={view.text.form} />
        <Status trouble={trouble} note={note} />
      </div>
      <div class="reader-turn">
        <Button look="second" disabled={at === 0} aria-label={t('previous')} onClick={() => turn('previous')}>
          <ChevronLeft class="icon" aria-hidden="true" />
          <span class="turn-word">{t('previous')}</span>
        </Button>
        <p class="reader-place">
          <span class="small soft">{stepName(step)}</span>
          <span class="strong">{t('place', { n: at + 1, m: steps.length })}</span>
        </p>
        {last && onEnd ? (
          <Button onClick={() => setAsking(true)}>{t('end')}</Button>
        ) : (
          <Button disabled={last} onClick={() => turn('next')}>
            {t('next')} <ChevronRight class="icon" aria-hidden="true" />
          </Button>
        )}
      </div>
      <div class="reader-leave">
        {onEnd && !last && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t('end')}
          </Button>
        )}
        {onLeave && (
          <Button look="quiet" onClick={onLeave}>
            {t('leave')}
          </Button>
        )}
      </div>
      {asking && onEnd && (
        <EndDialog
          step={step}
          last={last}
          onClose={() => setAsking(false)}
          onEnd={() => {
            setAsking(false);
            onEnd();
          }}
        />
      )}
    </main>
  );
};
