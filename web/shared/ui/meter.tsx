export interface MeterPart {
  value: number;
  tone: 'accent' | 'good' | 'info' | 'warn';
}

/**
 * A bar of parts of a whole. The figures always stand beside it in words, so it is hidden from screen readers; drawn as SVG,
 * since the content security policy allows no style attributes.
 */
export const Meter = ({
  parts,
  whole,
  thin = false,
}: {
  parts: readonly MeterPart[];
  whole: number;
  thin?: boolean;
}) => {
  let from = 0;
  return (
    <svg class={`meter${thin ? ' thin' : ''}`} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      {whole > 0 &&
        parts.map((part) => {
          const width = (part.value / whole) * 100;
          const x = from;
          from += width;
          return <rect key={part.tone} class={`tone-${part.tone}`} x={x} y="0" width={width} height="1" />;
        })}
    </svg>
  );
};
