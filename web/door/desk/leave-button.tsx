/** Ends this pairing, after a question; not while something is unsent. */
import { DoorOpen } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door } from '../core/door.ts';
import { t } from './texts.ts';

const Refusal = ({ door }: { door: Door }) => (
  <Notice tone="warn" title={t('leaveUnsent', { n: number(door.unsent.value) })} live>
    <p>{t(door.cutOffAt.value === undefined ? 'leaveUnsentText' : 'leaveUnsavedText')}</p>
  </Notice>
);

export const LeaveButton = ({ door, onLeft }: { door: Door; onLeft: () => void }) => {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const open = (): void => {
    setRefused(false);
    setAsking(true);
  };
  // The core knows: everything is sent or, once cut off, in a file. Asked, since a record may come while the question stands.
  const leave = async (): Promise<void> => {
    if (await door.leave()) onLeft();
    else setRefused(true);
  };
  return (
    <>
      <Button look="quiet" icon={<DoorOpen class="icon" aria-hidden="true" />} onClick={open}>
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
        {refused ? <Refusal door={door} /> : <p>{t('leaveText')}</p>}
      </Dialog>
    </>
  );
};
