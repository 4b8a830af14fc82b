/** One line above the regent's figures while a session runs; it moves by itself and leads to the live board. */
import { Radio } from 'lucide-preact';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { clockIn, number, percent } from '../../shared/format.ts';
import { representedOf } from './figures.ts';
import { t } from './live-texts.ts';
import { LiveTime } from './live-time.tsx';
import type { LiveView } from './use-live.ts';

interface Props {
  session: string;
  view: LiveView;
  zone: Zone;
}

export const LiveStrip = ({ session, view, zone }: Props) => {
  const { live } = view;
  if (!live) return null;
  const { title, units } = live.coverage;
  const represented = representedOf(units);
  return (
    <div class="live-strip no-print">
      <p class="live-strip-title">
        <Radio class="icon" aria-hidden="true" />
        <span class="hidden-label">{t('now')}: </span>
        <a href={`/staf/kegiatan/${session}/langsung`}>{title}</a>
      </p>
      <p>
        <b>{percent(represented, units.expected)}</b> ·{' '}
        {t('short', { part: number(represented), whole: number(units.expected) })}
        {live.finish && (
          <span class="wide-only">
            {` · ${t('perMinute', { n: number(live.perMinute) })} · ${t('finish')}: ${clockIn(zone, live.finish.at)}`}
          </span>
        )}{' '}
        · <LiveTime view={view} zone={zone} short />
      </p>
    </div>
  );
};
