/** In person, acting and delegated: as parts of a bar, and in figures below it. */
import { number } from '../../shared/format.ts';
import { PartKey, type PartLook, PartsBar, partLooks } from './parts-bar.tsx';
import { t } from './regent-texts.ts';

export const Parts = ({ of, whole }: { of: Record<PartLook, number>; whole: number }) => (
  <>
    <PartsBar parts={of} whole={whole} />
    <dl class="parts">
      {partLooks.map((look) => (
        <div key={look}>
          <dt>
            <PartKey of={look} />
            {t(look)}
          </dt>
          <dd>{number(of[look])}</dd>
        </div>
      ))}
    </dl>
  </>
);
