/** Always in sight: which door, how many are in, how many scans have not been sent. */
import { CloudCheck, CloudOff } from 'lucide-preact';
import { number } from '../../shared/format.ts';
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

export const TopBar = ({ desk }: { desk: Desk }) => (
  <header class="door-bar">
    <p class="door-name">
      <span class="strong">{desk.door}</span> <span class="small soft">{desk.session.title}</span>
    </p>
    <div class="row between">
      <Counter desk={desk} />
      <QueueCount desk={desk} />
    </div>
  </header>
);
