/** Always in sight: which door, of which session, how many are in, how the connection stands and what has not been sent. */
import { CloudCheck, CloudOff } from 'lucide-preact';
import { number } from '../../shared/format.ts';
import type { Door } from '../core/door.ts';
import { connectionOf } from './connection.ts';
import { t } from './texts.ts';

const Counter = ({ door }: { door: Door }) => {
  const counts = door.counts.value;
  const list = door.list.value;
  if (counts) {
    return <p class="strong">{t('present', { present: number(counts.present), invited: number(counts.invited) })}</p>;
  }
  const loading = list.status === 'none' && list.downloading;
  return <p class="soft">{loading ? t('listLoading', { n: number(list.got) }) : t('listNone')}</p>;
};

export const TopBar = ({ door }: { door: Door }) => {
  const unsent = door.unsent.value;
  // What the server cannot read is unsent, but not on its way; that has a notice of its own.
  const waiting = door.link.value.reachable ? unsent - door.givenUp.value : unsent;
  const { tone, words, kept } = connectionOf(door.link.value, waiting);
  const Icon = tone === 'good' ? CloudCheck : CloudOff;
  return (
    <header class="door-bar">
      <p class="door-name">
        <span class="strong">{door.name}</span> <span class="small soft">{door.session.value.title}</span>
      </p>
      <div class="row between">
        <Counter door={door} />
        <p class={`door-link ${tone}`}>
          <Icon class="icon" aria-hidden="true" />
          {words}
        </p>
      </div>
      {kept && <p class="small info-text">{kept}</p>}
      {/* Said aloud when it changes, without the count, which changes with each scan. */}
      <p class="hidden-label" role="status">
        {tone === 'good' ? t('connected') : words}
      </p>
    </header>
  );
};
