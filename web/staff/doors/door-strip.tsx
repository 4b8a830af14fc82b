/** One line about the doors on the session's own page: which work, which are silent, what is not sent yet. */
import { number } from '../../shared/format.ts';
import { StatusTag } from '../../shared/ui/index.ts';
import { sumUp } from './door-rules.ts';
import { t } from './texts.ts';
import { useDoors } from './use-doors.ts';

const everyMs = 10_000;

export const DoorStrip = ({ session }: { session: string }) => {
  const { data } = useDoors(session, everyMs);
  // The page's own figures have their own problem notice; this line only stays away.
  if (!data) return null;
  const { working, quiet, clockOff, unsent, holding, sure } = sumUp(data);
  const none = working + quiet === 0;
  return (
    <p class="row strip">
      <a href={`/staf/kegiatan/${session}/pintu`}>{t('strip')}</a>
      <span class="tags">
        {none && <StatusTag tone="plain" word={t('stripNone')} />}
        {working > 0 && <StatusTag tone="good" icon="check" word={t('stripWorking', { n: number(working) })} />}
        {quiet > 0 && <StatusTag tone="warn" icon="alert" word={t('stripQuiet', { n: number(quiet) })} />}
        {clockOff > 0 && <StatusTag tone="warn" icon="clock" word={t('stripClock', { n: number(clockOff) })} />}
        {unsent > 0 && (
          <StatusTag
            tone="warn"
            icon="alert"
            word={t('stripUnsent', { n: number(unsent), doors: holding.join(', ') })}
          />
        )}
        {!none && unsent === 0 && sure && <StatusTag tone="good" icon="check" word={t('stripAll')} />}
        {!none && unsent === 0 && !sure && <StatusTag tone="plain" icon="clock" word={t('stripAllHeard')} />}
      </span>
    </p>
  );
};
