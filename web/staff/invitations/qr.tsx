/** The QR of a link, drawn here as SVG; an invitation's in upper case, which fits the smaller alphanumeric code. */

import { useMemo } from 'preact/hooks';
import { create } from 'qrcode';

/** One path for all dark modules: a run of them in a row is one stroke. */
const pathOf = (text: string): { size: number; path: string } => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const runs: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (x < size && data[y * size + x]) x += 1;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
  }
  return { size, path: runs.join('') };
};

const quiet = 4;

/** `exact` keeps the link's case: an address with a fragment is not alphanumeric in any case. */
export const Qr = ({ link, label, exact = false }: { link: string; label: string; exact?: boolean }) => {
  const { size, path } = useMemo(() => pathOf(exact ? link : link.toUpperCase()), [link, exact]);
  const side = size + 2 * quiet;
  return (
    <svg
      class="qr"
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
