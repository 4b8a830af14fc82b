/** Drawing a signature with a finger, a pen or a mouse. Consent is what counts: whoever cannot or will not draw signs without. */
import { Eraser } from 'lucide-preact';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { dictionary } from '../i18n.ts';
import { field, type Point, type Stroke, strokesToPath } from '../strokes.ts';
import { Button } from './button.tsx';
import './signature-pad.css';

const t = dictionary({
  empty: ['Bidang tanda tangan, masih kosong', 'Signature pad, empty'],
  drawn: ['Bidang tanda tangan, sudah digores', 'Signature pad, drawn on'],
  clear: ['Hapus goresan', 'Clear the drawing'],
  optional: [
    'Goreskan tanda tangan dengan jari, pena, atau tetikus. Boleh dikosongkan: yang mengikat adalah persetujuan Anda, bukan goresannya.',
    'Draw with a finger, a pen or a mouse. It may stay empty: your consent is what binds, not the drawing.',
  ],
  done: ['Goresan tersimpan di layar ini.', 'The drawing is on this screen.'],
});

const viewBox = `0 0 ${field.width} ${field.height}`;

type Pointer = JSX.TargetedPointerEvent<SVGSVGElement>;

/** Where on the field, for every move that the browser gathered since the last event. */
const pointsOf = (event: Pointer): Point[] => {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  const gathered = event.getCoalescedEvents?.() ?? [];
  return (gathered.length ? gathered : [event]).map(({ clientX, clientY }) => ({
    x: ((clientX - left) / width) * field.width,
    y: ((clientY - top) / height) * field.height,
  }));
};

const lineOf = (points: Stroke): string => {
  const [first, ...rest] = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return first ? `M${first}L${(rest.length ? rest : [first]).join(' ')}` : '';
};

interface Under {
  pointer: number;
  kind: string;
  points: Point[];
}

/** One pointer draws at a time; a pen takes over from the hand that rests on the glass. */
const useStrokes = (onDrawn: (path: string) => void) => {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const under = useRef<Under>();
  const line = useRef<SVGPathElement>(null);
  const show = (): void => line.current?.setAttribute('d', lineOf(under.current?.points ?? []));
  const set = (next: readonly Stroke[]): void => {
    setStrokes(next);
    onDrawn(strokesToPath(next));
  };
  const start = (event: Pointer): void => {
    const resting = under.current?.kind === 'touch' && event.pointerType === 'pen';
    if ((under.current && !resting) || (event.pointerType === 'mouse' && event.button !== 0)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    under.current = { pointer: event.pointerId, kind: event.pointerType, points: pointsOf(event) };
    show();
  };
  const move = (event: Pointer): void => {
    if (under.current?.pointer !== event.pointerId) return;
    under.current.points.push(...pointsOf(event));
    show();
  };
  const end = (event: Pointer): void => {
    if (under.current?.pointer !== event.pointerId) return;
    const { points } = under.current;
    under.current = undefined;
    show();
    set([...strokes, points]);
  };
  return { strokes, line, start, move, end, clear: () => set([]) };
};

interface Props {
  /** The drawing as a signature carries it, after every stroke; empty once it is cleared. */
  onDrawn: (path: string) => void;
}

export const SignaturePad = ({ onDrawn }: Props) => {
  const { strokes, line, start, move, end, clear } = useStrokes(onDrawn);
  return (
    <div class="stack-tight">
      <p class="small soft">{t('optional')}</p>
      <svg
        class="pad"
        viewBox={viewBox}
        role="img"
        aria-label={strokes.length ? t('drawn') : t('empty')}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <line class="base" x1="60" y1="320" x2="940" y2="320" />
        <path class="ink" d={strokes.map(lineOf).join('')} />
        <path class="ink" ref={line} />
      </svg>
      <div class="row between pad-foot">
        <span class="small soft" role="status">
          {strokes.length > 0 && t('done')}
        </span>
        {strokes.length > 0 && (
          <Button look="quiet" icon={<Eraser class="icon" aria-hidden="true" />} onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
};

/** What was drawn, shown again. */
export const Drawn = ({ path, label }: { path: string; label: string }) => (
  <svg class="drawn" viewBox={viewBox} role="img" aria-label={label}>
    <path class="ink" d={path} />
  </svg>
);
