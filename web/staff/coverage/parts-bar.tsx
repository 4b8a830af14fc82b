/**
 * In person, acting and delegated as parts of a bar: solid, hatched, dotted, so that they stay apart in grey and for those who do
 * not tell the colours apart. Drawn as SVG, since the content security policy allows no style attributes.
 */
import { useId } from 'preact/hooks';
import { useWidth } from './use-width.ts';

export const partLooks = ['inPerson', 'acting', 'delegated'] as const;
export type PartLook = (typeof partLooks)[number];

/** The fills for one picture: their ids are its own. */
export const useFills = () => {
  const id = useId();
  const fill: Record<PartLook, string> = {
    inPerson: 'var(--accent)',
    acting: `url(#${id}-acting)`,
    delegated: `url(#${id}-delegated)`,
  };
  const patterns = (
    <defs>
      <pattern id={`${id}-acting`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="#fff" />
        <rect width="3" height="6" fill="var(--info)" />
      </pattern>
      <pattern id={`${id}-delegated`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="#fff" />
        <circle cx="2.5" cy="2.5" r="1.4" fill="var(--warn)" />
      </pattern>
    </defs>
  );
  return { fill, patterns };
};

/** What a part looks like, beside its name. */
export const PartKey = ({ of }: { of: PartLook }) => {
  const { fill, patterns } = useFills();
  return (
    <svg class="part-key" viewBox="0 0 16 16" aria-hidden="true">
      {patterns}
      <rect class={`part part-${of}`} x="0.5" y="0.5" width="15" height="15" fill={fill[of]} />
    </svg>
  );
};

const thickness = 14;

/** The figures always stand beside it in words, so it is hidden from screen readers. */
export const PartsBar = ({ parts, whole }: { parts: Record<PartLook, number>; whole: number }) => {
  const { fill, patterns } = useFills();
  const { ref, width: length } = useWidth<SVGSVGElement>(328);
  let from = 0;
  return (
    <svg
      ref={ref}
      class="parts-bar"
      viewBox={`0 0 ${length} ${thickness}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {patterns}
      {whole > 0 &&
        partLooks.map((look) => {
          const width = (parts[look] / whole) * length;
          const x = from;
          from += width;
          return (
            width > 0 && (
              <rect
                key={look}
                class={`part part-${look}`}
                x={x}
                y="0"
                width={width}
                height={thickness}
                fill={fill[look]}
              />
            )
          );
        })}
    </svg>
  );
};
