/** Rows that were not taken for units: how many, and which, so that none is lost without a word. */
import { number } from '../../../shared/format.ts';
import type { ImportShown } from './mapping-draft.ts';
import { t } from './plan-texts.ts';

export const LeftOut = ({ shown: { leftOut } }: { shown: Pick<ImportShown, 'leftOut'> }) => {
  if (!leftOut || leftOut.count === 0) return null;
  const more = leftOut.count - leftOut.rows.length;
  return (
    <details>
      <summary>{t('leftOut', { n: number(leftOut.count) })}</summary>
      <div class="stack-tight form">
        <p>{t('leftOutText')}</p>
        <ul class="plain-list left-out" aria-label={t('leftOutList')}>
          {leftOut.rows.map(({ row, text }) => (
            <li key={row}>
              <span class="strong nowrap">{t('noColumn', { row })}:</span> {text}
            </li>
          ))}
        </ul>
        {more > 0 && <p class="soft">{t('leftOutMore', { n: number(more) })}</p>}
      </div>
    </details>
  );
};
