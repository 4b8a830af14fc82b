/** The berita acara of reading and signing: one paper of the whole session, with the root of its seal. */
import { Download, Stamp } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { dayIn } from '../../../functions/platform/time.ts';
import { api } from '../../shared/api.ts';
import { downloadBlob } from '../../shared/download.ts';
import { Button, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';

const timeoutMs = 90_000;

const noteOn = ({ state }: SessionShown): string => {
  if (state === 'CLOSED') return '';
  return t(state === 'OPEN' ? 'minutesUnsealed' : 'minutesNotOpen');
};

export const MinutesItem = ({ session }: { session: SessionShown }) => {
  const [done, setDone] = useState(false);
  const download = useAction(async () => {
    setDone(false);
    const params = { session: session.id };
    const blob = await api('GET /api/sessions/:session/documents/minutes.pdf', { params, timeoutMs });
    downloadBlob(blob, `berita-acara-${dayIn(session.zone, session.startsAt)}.pdf`);
    setDone(true);
  });
  if (!session.pledge) return null;
  return (
    <li class="paper">
      <Stamp class="icon" aria-hidden="true" />
      <div class="grow">
        <h2 class="paper-title">{t('minutes')}</h2>
        <p>{t('minutesFor')}</p>
        <p class="small soft">{noteOn(session)}</p>
        <p class="small" role="status">
          {download.busy && t('making')}
          {!download.busy && done && t('done', { document: t('minutes') })}
        </p>
        {download.problem && <ProblemNotice problem={download.problem} />}
      </div>
      <div class="paper-files">
        <Button
          look="second"
          icon={<Download class="icon" aria-hidden="true" />}
          busy={download.busy}
          disabled={!session.frozen}
          aria-label={t('downloadOf', { document: t('minutes') })}
          onClick={() => void download.run()}
        >
          {t('download')}
        </Button>
      </div>
    </li>
  );
};
