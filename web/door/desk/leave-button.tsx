/** Ends this pairing, after a question; not while something is neither sent nor handed over. */
import { DoorOpen } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door } from '../core/door.ts';
import { t } from './texts.ts';

const Refusal = ({ door }: { door: Door }) => (
  <Notice tone="warn" title={t('leaveUnsent', { n: number(door.toHandOver.value) })} live>
    <p>{t(door.cutOffAt.value === undefined ? 'leaveUnsentText' : 'leaveUnsavedText')}</p>
  </Notice>
);

/** What is only in a file is as good as that file: whoever leaves is told how much hangs on it. */
const Question = ({ door }: { door: Door }) => {
  const unsent = door.unsent.value;
  return (
    <>
      <p>{t('leaveText')}</p>
      {unsent > 0 && (
        <Notice tone="warn" title={t('leaveUnsent', { n: number(unsent) })}>
          <p>{t('leaveInFileText')}</p>
        </Notice>
      )}
    </>
  );
};

export const LeaveButton = ({ door, onLeft }: { door: Door; onLeft: () => void }) => {
  const [asking, setAsking] = useState(false);
  // A record may come while the question stands; the core refuses by itself then, and this follows.
  const refused = door.toHandOver.value > 0;
  const leave = async (): Promise<void> => {
    if (await door.leave()) onLeft();
  };
  return (
    <>
      <Button look="quiet" icon={<DoorOpen class="icon" aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('leave')}
      </Button>
      <Dialog
        title={t('leaveTitle', { door: door.name })}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          !refused && (
            <Button look="danger" onClick={() => void leave()}>
              {t('leaveNow')}
            </Button>
          )
        }
      >
        {refused ? <Refusal door={door} /> : <Question door={door} />}
      </Dialog>
    </>
  );
};
