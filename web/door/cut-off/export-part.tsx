/** What the server does not have, as a signed file for the organiser: shared or saved, and told apart from a file that went nowhere. */
import { Download, Share2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door } from '../core/door.ts';
import { canShare, handOver, makeExport } from './export-file.ts';
import { t } from './texts.ts';

type Made = { kind: 'made'; name: string } | { kind: 'kept' } | { kind: 'failed' };

const MadeNotice = ({ made, left }: { made: Made; left: number }) => {
  if (made.kind === 'failed') {
    return (
      <Notice tone="bad" title={t('failed')} live>
        <p>{t('failedText')}</p>
      </Notice>
    );
  }
  if (made.kind === 'kept') return <Notice tone="warn" title={t('notShared')} live />;
  return (
    <Notice tone="good" title={t('saved', { name: made.name })} live>
      {left > 0 && <p class="strong">{t('moreFiles', { n: number(left) })}</p>}
      <p>{t('savedText')}</p>
    </Notice>
  );
};

const give = async (door: Door, by: 'share' | 'save'): Promise<Made> => {
  try {
    const file = await makeExport(door);
    if (!(await handOver(file, by))) return { kind: 'kept' };
    await door.handedOver();
    return { kind: 'made', name: file.name };
  } catch {
    return { kind: 'failed' };
  }
};

export const ExportPart = ({ door }: { door: Door }) => {
  const [made, setMade] = useState<Made>();
  const run = (by: 'share' | 'save') => (): void => void give(door, by).then(setMade);
  const share = canShare();
  return (
    <>
      <Notice tone="warn" title={t('unsent', { n: number(door.unsent.value) })}>
        <p>{t('unsentText')}</p>
      </Notice>
      {share && (
        <Button wide icon={<Share2 class="icon" aria-hidden="true" />} onClick={run('share')}>
          {t('share')}
        </Button>
      )}
      <Button
        wide
        look={share ? 'second' : 'first'}
        icon={<Download class="icon" aria-hidden="true" />}
        onClick={run('save')}
      >
        {t('save')}
      </Button>
      {made && <MadeNotice made={made} left={door.toHandOver.value} />}
    </>
  );
};
