/** A long list in pieces: the first twenty-five, and a button for the next. On paper all that is shown is printed. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { dictionary } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/index.ts';

const t = dictionary({ more: ['Tampilkan {n} lagi', 'Show {n} more'] });

export const useMore = <T,>(items: readonly T[], step = 25): { shown: readonly T[]; button: ComponentChildren } => {
  const [limit, setLimit] = useState(step);
  const rest = Math.min(step, items.length - limit);
  const button =
    rest > 0 ? (
      <p class="no-print">
        <Button look="second" onClick={() => setLimit(limit + step)}>
          {t('more', { n: number(rest) })}
        </Button>
      </p>
    ) : null;
  return { shown: items.slice(0, limit), button };
};
