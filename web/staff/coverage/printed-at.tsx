/** On paper: when it was printed, over which sessions it goes, and under which seal they lie. */
import { useEffect, useState } from 'preact/hooks';
import type { Period } from '../../../functions/coverage/coverage-schema.ts';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { dateTimeIn } from '../../shared/format.ts';
import { dictionary } from '../../shared/i18n.ts';
import { periodText } from './period.ts';

const t = dictionary({
  printed: ['Dicetak {time}', 'Printed {time}'],
  period: ['Periode: {period}', 'Period: {period}'],
});

interface PrintedAtProps {
  zone: Zone;
  period?: Period;
  /** What is said of the seals. */
  seals?: string | undefined;
}

export const PrintedAt = ({ zone, period, seals }: PrintedAtProps) => {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const now = (): void => setAt(new Date().toISOString());
    addEventListener('beforeprint', now);
    return () => removeEventListener('beforeprint', now);
  }, []);
  return (
    <p class="print-only small printed-at">
      {t('printed', { time: dateTimeIn(zone, at) })}
      {period && ` · ${t('period', { period: periodText(period) })}`}
      {seals && ` · ${seals}`}
    </p>
  );
};
