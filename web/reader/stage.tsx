/** One step of the text, as large as the display takes it; taps and swipes turn it. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { largestFitting, type Step, type Turn, turnOfTouch } from './steps.ts';
import { t } from './texts.ts';

const least = 20;
const most = 112;

export const stepName = ({ kind, number }: Step): string =>
  kind === 'point' ? t('point', { n: number ?? 0 }) : t(kind);

/** Larger than this, a line would hold too few letters, or a text too few lines, to be read well. */
const sizeBound = ({ clientWidth, clientHeight }: HTMLElement): number =>
  Math.max(least, Math.min(most, clientWidth / 11, clientHeight / 3.5));

/** Sets the size by script: the content security policy allows no style attributes in markup. */
const useFitted = (text: string, scale: number) => {
  const stage = useRef<HTMLElement>(null);
  const words = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = stage.current;
    const node = words.current;
    if (!box || !node) return;
    const enlarge = (): void => {
      // A word that is broken is one that does not fit; only what was made larger by hand may break.
      node.style.overflowWrap = 'normal';
      const fits = (size: number): boolean => {
        node.style.fontSize = `${size}px`;
        return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
      };
      const size = largestFitting(least, sizeBound(box), fits);
      node.style.fontSize = `${Math.round(size * scale)}px`;
      node.style.overflowWrap = 'anywhere';
    };
    enlarge();
    box.scrollTop = 0;
    const watch = new ResizeObserver(enlarge);
    watch.observe(box);
    return () => watch.disconnect();
  }, [text, scale]);
  return { stage, words };
};

const useTouch = (stage: { current: HTMLElement | null }, turn: (turn: Turn) => void): void => {
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const box = stage.current;
    if (!box) return;
    let from: { x: number; y: number } | undefined;
    const down = (event: PointerEvent): void => {
      from = event.isPrimary ? { x: event.clientX, y: event.clientY } : undefined;
    };
    const up = (event: PointerEvent): void => {
      const way = from && turnOfTouch(from, { x: event.clientX, y: event.clientY }, innerWidth);
      from = undefined;
      if (way) latest.current(way);
    };
    // The browser scrolls then, or two fingers enlarge.
    const cancel = (): void => {
      from = undefined;
    };
    box.addEventListener('pointerdown', down);
    box.addEventListener('pointerup', up);
    box.addEventListener('pointercancel', cancel);
    return () => {
      box.removeEventListener('pointerdown', down);
      box.removeEventListener('pointerup', up);
      box.removeEventListener('pointercancel', cancel);
    };
  }, [stage]);
};

interface Props {
  step: Step;
  scale: number;
  turn: (turn: Turn) => void;
}

export const Stage = ({ step, scale, turn }: Props) => {
  const { stage, words } = useFitted(step.text, scale);
  useTouch(stage, turn);
  return (
    // Reachable by keyboard, since it scrolls where the text was made larger than the display.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll
    <section class="stage" ref={stage} tabIndex={0} aria-label={stepName(step)} aria-live="polite">
      <div class="stage-words" lang="id" ref={words}>
        {step.kind === 'point' && <span class="point-number">{step.number}</span>}
        <p>{step.text}</p>
      </div>
    </section>
  );
};
