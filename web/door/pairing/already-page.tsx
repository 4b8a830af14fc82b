/** A pairing code was opened on a device that is a door already: stay, or leave that one first. */
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door } from '../core/door.ts';
import { t } from './texts.ts';

interface AlreadyPageProps {
  door: Door;
  onKeep: () => void;
  /** The old door is left; the code can be used. */
  onLeft: () => void;
}

export const AlreadyPage = ({ door, onKeep, onLeft }: AlreadyPageProps) => {
  const [refused, setRefused] = useState(false);
  const inFile = door.unsent.value > 0 && door.toHandOver.value === 0;
  const leave = async (): Promise<void> => {
    if (await door.leave()) onLeft();
    else setRefused(true);
  };
  return (
    <>
      <PageHeader title={t('haveTitle')} lead={t('haveLead', { door: door.name, session: door.session.value.title })} />
      <div class="stack">
        <p>{t('haveText')}</p>
        {refused && door.toHandOver.value > 0 && (
          <Notice tone="warn" title={t('cannotLeave', { n: number(door.toHandOver.value) })} live>
            <p>{t('cannotLeaveText')}</p>
          </Notice>
        )}
        {inFile && (
          <Notice tone="warn" title={t('cannotLeave', { n: number(door.unsent.value) })}>
            <p>{t('inFileText')}</p>
          </Notice>
        )}
        <Button wide onClick={onKeep}>
          {t('keep', { door: door.name })}
        </Button>
        <Button
          look="second"
          wide
          onClick={() => {
            void leave();
          }}
        >
          {t('replace')}
        </Button>
      </div>
    </>
  );
};
