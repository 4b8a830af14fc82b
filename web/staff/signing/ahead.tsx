/** Who comes next, so that the hall can stand ready; anybody of them can be called at once. */
import { Search } from 'lucide-preact';
import { Button, StatusTag } from '../../shared/ui/index.ts';
import { t } from './texts.ts';
import { calledName, underName } from './turn.ts';
import type { Table } from './use-table.ts';

const shown = 5;

const FindOther = ({ onFind }: { onFind: () => void }) => (
  <Button look="second" icon={<Search class="icon" aria-hidden="true" />} onClick={onFind}>
    {t('find')}
  </Button>
);

export const Ahead = ({ table, onFind }: { table: Table; onFind: () => void }) =>
  table.ahead.length ? (
    <section class="stack-tight" aria-labelledby="sesudah">
      <div class="row between">
        <h2 id="sesudah">{t('ahead')}</h2>
        <FindOther onFind={onFind} />
      </div>
      <ol class="ahead">
        {table.ahead.slice(0, shown).map((turn) => (
          <li key={turn.invitation}>
            <div class="grow">
              <span class="strong block">{calledName(turn)}</span>
              <span class="small soft block">{underName(turn)}</span>
            </div>
            {turn.present === 'delegate' && <StatusTag tone="info" word={t('delegateWord')} />}
            {table.skipped.includes(turn.invitation) && <StatusTag tone="warn" icon="clock" word={t('skippedTag')} />}
            <Button look="quiet" aria-label={t('callWho', { who: calledName(turn) })} onClick={() => table.call(turn)}>
              {t('call')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  ) : (
    <div class="row">
      <FindOther onFind={onFind} />
    </div>
  );
