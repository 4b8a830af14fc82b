/** Taking over the holders that the register names by now. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../../shared/api.ts';
import { number } from '../../../shared/format.ts';
import { Button, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { t } from './texts.ts';

type Refreshed = Answer<'POST /api/sessions/:session/invitations/refresh'>;

const Outcome = ({ refreshed: { updated, settled } }: { refreshed: Refreshed }) => (
  <Notice
    tone={updated ? 'good' : 'info'}
    title={updated ? t('refreshed', { n: number(updated) }) : t('refreshedNone')}
    live
  >
    {settled > 0 && <p>{t('settled', { n: number(settled) })}</p>}
  </Notice>
);

export const RefreshPart = ({ session, onRefreshed }: { session: string; onRefreshed: () => void }) => {
  const [refreshed, setRefreshed] = useState<Refreshed>();
  const send = useAction(async () => {
    setRefreshed(undefined);
    setRefreshed(
      await api('POST /api/sessions/:session/invitations/refresh', { params: { session }, timeoutMs: 60_000 }),
    );
    onRefreshed();
  });
  return (
    <details>
      <summary>{t('refreshTitle')}</summary>
      <div class="stack group">
        <p>{t('refreshText')}</p>
        <Button look="second" busy={send.busy} onClick={() => void send.run()}>
          {t('refresh')}
        </Button>
        {send.problem && <ProblemNotice problem={send.problem} />}
        {refreshed && <Outcome refreshed={refreshed} />}
      </div>
    </details>
  );
};
