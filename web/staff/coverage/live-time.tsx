/** The time of the data, not of the screen: an old figure must look old. */
import { useEffect, useState } from 'preact/hooks';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { dateTimeIn, preciseClockIn } from '../../shared/format.ts';
import { StatusTag } from '../../shared/ui/index.ts';
import { ago } from '../frame/ago.ts';
import { t } from './live-texts.ts';
import type { LiveView } from './use-live.ts';

/** The machine's time, while somebody has to see it pass. */
const useNow = (everyMs: number): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};

const CutOff = ({ since }: { since: number }) => (
  <StatusTag tone="warn" icon="alert" word={t('cutOff', { ago: ago(useNow(1_000), new Date(since).toISOString()) })} />
);

interface Props {
  view: LiveView;
  zone: Zone;
  /** The time alone, within a line; more is said once something is wrong. */
  short?: boolean;
}

export const LiveTime = ({ view, zone, short = false }: Props) => {
  const { live, problem, heardAt } = view;
  if (!live) return null;
  const { state, asOf } = live.coverage;
  // Of a session that is over the day is to be said too: it may be looked at weeks later.
  const time = state === 'CLOSED' ? dateTimeIn(zone, asOf) : preciseClockIn(zone, asOf);
  return (
    <span class="small soft live-time" role={problem ? 'status' : undefined}>
      {short ? time : t('dataAt', { time })}
      {!short && !problem && state === 'OPEN' && `, ${t('moves')}`}{' '}
      {problem && heardAt !== undefined && <CutOff since={heardAt} />}
    </span>
  );
};
