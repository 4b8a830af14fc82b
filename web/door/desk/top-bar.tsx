/** Always in sight: which door, how many are in, how many scans have not been sent. */
import { CloudCheck, CloudOff, DoorOpen } from 'lucide-preact';
import { number } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { LanguageSwitch } from '../../shared/ui/frame.tsx';
import { t } from '../texts.ts';
import type { Desk } from './desk.ts';

const Counter = ({ desk }: { desk: Desk }) => {
  const counts = desk.list.counts.value;
  if (!counts) return <p class="soft">{t('listLoading')}</p>;
  return (
    <p class="door-count">
      <span class="strong">{t('present', { present: number(counts.present), invited: number(counts.invited) })}</span>
    </p>
  );
};

const QueueCount = ({ desk }: { desk: Desk }) => {
  const n = desk.waiting.value;
  const Icon = n ? CloudOff : CloudCheck;
  return (
    <p class={`door-queue ${n ? 'info' : 'soft'}`} role="status">
      <Icon class="icon" aria-hidden="true" />
      {n ? t('unsent', { n: number(n) }) : t('allSent')}
    </p>
  );
};

export const TopBar = ({ desk, onEnd }: { desk: Desk; onEnd: () => void }) => (
  <header class="door-bar">
    <div class="row between">
      <div class="grow">
        <p class="door-name strong">{desk.door}</p>
        <p class="door-session small soft">{desk.session.title}</p>
      </div>
      <LanguageSwitch />
      <Button look="quiet" icon={<DoorOpen class="icon" aria-hidden="true" />} onClick={onEnd}>
        {t('end')}
      </Button>
    </div>
    <div class="row between">
      <Counter desk={desk} />
      <QueueCount desk={desk} />
    </div>
  </header>
);
