/** The text at the table: all of it within reach of a finger and of the keyboard; always in its own language. */
import { ChevronDown } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { common } from '../../shared/texts.ts';
import type { PledgeTextShown } from '../pledge/pledge-text.tsx';
import { t } from './texts.ts';

/** Whether there is more of it below: a box that happens to end between two points looks like a whole text. */
const useMoreBelow = () => {
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const look = (): void => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = box.current ?? {};
    setMore(scrollTop + clientHeight < scrollHeight - 4);
  };
  useEffect(() => {
    if (!box.current) return;
    const sized = new ResizeObserver(look);
    sized.observe(box.current);
    return () => sized.disconnect();
  }, []);
  return { box, more, look };
};

export const TextToSign = ({ text }: { text: PledgeTextShown }) => {
  const { box, more, look } = useMoreBelow();
  const reachable = { role: 'region', tabIndex: 0, 'aria-label': common('scrollable', { label: text.title }) } as const;
  return (
    <div>
      <div class="to-sign" ref={box} onScroll={look} {...reachable}>
        <article lang="id">
          <h2>{text.title}</h2>
          <p>{text.opening}</p>
          <ol>
            {text.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
          <p>{text.closing}</p>
        </article>
      </div>
      <p class={more ? 'more-below' : 'more-below none'} aria-hidden="true">
        <ChevronDown class="icon" />
        {t('moreBelow')}
      </p>
    </div>
  );
};
