/**
 * Bars over time. One of them is told in words below: moved by the arrow keys, by a finger or the mouse. Every figure also stands
 * in a table behind the chart.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type PartLook, partLooks, useFills } from './parts-bar.tsx';
import { useWidth } from './use-width.ts';

export interface Bar {
  key: string;
  parts: Partial<Record<PartLook, number>>;
  /** Above the bar, where there is room. */
  top: string;
  /** Below it, where there is room. */
  foot: string;
  /** The bar in words. */
  say: string;
}

interface Props {
  label: string;
  /** What the bars show, besides themselves. */
  bars: readonly Bar[];
  /** The value of the upper edge; its lines are drawn at these values. */
  most: number;
  lines: readonly { at: number; word: string }[];
}

const [height, above, below, left] = [190, 22, 24, 46];
const plot = height - above - below;
const widest = 72;
/** Narrower than this, words over each other could not be read. */
const [roomForTop, roomForFoot] = [40, 58];

const stepOf: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

interface Room {
  /** From one bar to the next, and how wide each is. */
  step: number;
  thick: number;
  /** Of the whole picture. */
  width: number;
  yOf: (value: number) => number;
}

interface OneBarProps {
  bar: Bar;
  index: number;
  chosen: boolean;
  room: Room;
  fill: Record<PartLook, string>;
}

const OneBar = ({ bar: { parts, top, foot }, index, chosen, room, fill }: OneBarProps) => {
  const { step, thick, width, yOf } = room;
  const x = left + index * step + (step - thick) / 2;
  let sum = 0;
  return (
    <g class={`bars-one${chosen ? ' chosen' : ''}`}>
      {partLooks.map((look) => {
        const value = parts[look] ?? 0;
        sum += value;
        return (
          value > 0 && (
            <rect
              key={look}
              class={`part part-${look}`}
              x={x}
              y={yOf(sum)}
              width={thick}
              height={Math.max(1, yOf(sum - value) - yOf(sum))}
              fill={fill[look]}
            />
          )
        );
      })}
      {(step >= roomForTop || chosen) && (
        <text class="bars-word strong" x={Math.min(width - 20, x + thick / 2)} y={yOf(sum) - 6}>
          {top}
        </text>
      )}
      {chosen && <rect class="bars-mark" x={x - 1} y={above + plot + 2} width={thick + 2} height="3" />}
      {step >= roomForFoot && (
        <text class="bars-word" x={x + thick / 2} y={height - 6}>
          {foot}
        </text>
      )}
    </g>
  );
};

/** Where not every bar has room for its own. */
const FirstAndLastFoot = ({ bars, width }: { bars: readonly Bar[]; width: number }) => (
  <>
    <text class="bars-word start" x={left} y={height - 4}>
      {bars[0]?.foot}
    </text>
    {bars.length > 1 && (
      <text class="bars-word end" x={width} y={height - 4}>
        {bars.at(-1)?.foot}
      </text>
    )}
  </>
);

export const BarChart = ({ label, bars, most, lines }: Props) => {
  const { ref, width } = useWidth<SVGSVGElement>(328);
  const { fill, patterns } = useFills();
  const last = bars.length - 1;
  const [chosen, setChosen] = useState<string>();
  const found = bars.findIndex(({ key }) => key === chosen);
  // The youngest, until somebody chooses.
  const at = found < 0 ? last : found;
  const pick = (index: number): void => setChosen(bars[Math.min(last, Math.max(0, index))]?.key);
  const step = Math.min(widest + 24, (width - left) / Math.max(1, bars.length));
  const thick = Math.max(1, Math.min(widest, step * 0.72));
  const yOf = (value: number): number => above + plot - (most ? value / most : 0) * plot;
  const room: Room = { step, thick, width, yOf };
  const byKey = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>): void => {
    const next = stepOf[event.key]?.(at, last);
    if (next === undefined) return;
    event.preventDefault();
    pick(next);
  };
  const byPointer = (event: JSX.TargetedPointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    pick(Math.floor(((event.clientX - box.left) * (width / box.width) - left) / step));
  };
  const shown = bars[at];
  return (
    <figure class="bars stack-tight">
      <div
        class="bars-field"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={at + 1}
        aria-valuetext={shown?.say ?? ''}
        onKeyDown={byKey}
        onPointerDown={byPointer}
      >
        <svg ref={ref} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {patterns}
          {lines.map(({ at: value, word }) => (
            <g key={word}>
              <line class="bars-line" x1={left} x2={width} y1={yOf(value)} y2={yOf(value)} />
              <text class="bars-word end" x={left - 6} y={yOf(value) + 4}>
                {word}
              </text>
            </g>
          ))}
          {bars.map((bar, index) => (
            <OneBar key={bar.key} bar={bar} index={index} chosen={index === at} room={room} fill={fill} />
          ))}
          {step < roomForFoot && bars.length > 0 && <FirstAndLastFoot bars={bars} width={width} />}
        </svg>
      </div>
      <figcaption class="small">{shown?.say}</figcaption>
    </figure>
  );
};
