/** What the operator sees at a glance: the session, how many have pledged, how many wait, and what the table records. */
import { Settings2, WifiOff } from 'lucide-preact';
import type { Answer } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, LanguageSwitch, StatusTag } from '../../shared/ui/index.ts';
import { signatureName } from '../../shared/words.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';
import type { Table } from './use-table.ts';

export const Head = ({
  session,
  queue,
  table,
  stale,
  onOperator,
}: {
  session: SessionShown;
  queue: Answer<'GET /api/sessions/:session/signing-queue'>;
  table: Table;
  stale: boolean;
  onOperator: () => void;
}) => (
  <header class="table-head">
    <div class="grow">
      <p class="strong">{session.title}</p>
      <p class="small soft">
        {t('counts', { signed: number(queue.signed), due: number(queue.due) })}
        {' · '}
        {t('waitingCount', { n: number(queue.waiting) })}
      </p>
      {table.as !== 'signer' && <StatusTag tone="info" word={signatureName(table.as)} />}
      {stale && (
        <p class="small stale-queue" role="status">
          <WifiOff class="icon" aria-hidden="true" /> {t('stale')}
        </p>
      )}
    </div>
    <LanguageSwitch />
    <Button look="quiet" icon={<Settings2 class="icon" aria-hidden="true" />} onClick={onOperator}>
      {t('operator')}
    </Button>
  </header>
);
