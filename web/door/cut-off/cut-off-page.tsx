/** The organiser has cut this door off: it says so, and keeps what it could not send until the organiser has it. */
import { Download, Share2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { dateTimeIn, number } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door } from '../core/door.ts';
import { LeaveButton } from '../desk/leave-button.tsx';
import { canShare, handOver, makeExport } from './export-file.ts';
import { t } from './texts.ts';

type Made = { kind: 'made'; name: string } | { kind: 'failed' };

const MadeNotice = ({ made }: { made: Made }) =>
  made.kind === 'made' ? (
    <Notice tone="good" title={t('saved', { name: made.name })} live>
      <p>{t('savedText')}</p>
    </Notice>
  ) : (
    <Notice tone="bad" title={t('failed')} live>
      <p>{t('failedText')}</p>
    </Notice>
  );

const Export = ({ door }: { door: Door }) => {
  const [made, setMade] = useState<Made>();
  const give = async (by: 'share' | 'save'): Promise<void> => {
    try {
      const file = await makeExport(door);
      await handOver(file, by);
      setMade({ kind: 'made', name: file.name });
    } catch {
      setMade({ kind: 'failed' });
    }
  };
  const share = canShare();
  return (
    <>
      <Notice tone="warn" title={t('unsent', { n: number(door.unsent.value) })}>
        <p>{t('unsentText')}</p>
      </Notice>
      {share && (
        <Button wide icon={<Share2 class="icon" aria-hidden="true" />} onClick={() => void give('share')}>
          {t('share')}
        </Button>
      )}
      <Button
        wide
        look={share ? 'second' : 'first'}
        icon={<Download class="icon" aria-hidden="true" />}
        onClick={() => void give('save')}
      >
        {t('save')}
      </Button>
      {made && <MadeNotice made={made} />}
    </>
  );
};

export const CutOffPage = ({ door, onLeft }: { door: Door; onLeft: () => void }) => {
  const { title, zone } = door.session.value;
  const since = door.cutOffAt.value ?? '';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { door: door.name, session: title, time: dateTimeIn(zone, since) })}
      />
      <div class="stack">
        <p>{t('erased')}</p>
        {door.unsent.value > 0 ? (
          <Export door={door} />
        ) : (
          <Notice tone="good" title={t('allSent')}>
            <p>{t('allSentText')}</p>
          </Notice>
        )}
        <LeaveButton door={door} onLeft={onLeft} />
      </div>
    </>
  );
};
