/** What the operator must know besides the last scan; the most urgent first. */
import { ChevronDown, CircleAlert, Info } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { isProblemCode, problemSentence } from '../../shared/api-problem.ts';
import { clockIn, number } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door, LogEntry, StorageState } from '../core/door.ts';
import { namedOf } from '../verdict/person.ts';
import { t as v } from '../verdict/texts.ts';
import { headOf } from '../verdict/verdict-words.ts';
import { spanOf } from './connection.ts';
import type { Desk } from './desk.ts';
import { t } from './texts.ts';

/** One line that opens: what matters less than the camera must not push it off a phone's screen. */
const Advice = ({ tone, title, text }: { tone: 'warn' | 'info'; title: string; text: string }) => {
  const Icon = tone === 'warn' ? CircleAlert : Info;
  return (
    <details class={`advice ${tone}`}>
      <summary>
        <Icon class="icon" aria-hidden="true" />
        <span class="grow strong" role="status">
          {title}
        </span>
        <ChevronDown class="icon" aria-hidden="true" />
      </summary>
      <p>{text}</p>
    </details>
  );
};

const StorageTrouble = ({ state }: { state: StorageState }) => {
  if (state === 'ok') return null;
  if (state === 'low') return <Advice tone="warn" title={t('storageLow')} text={t('storageLowText')} />;
  if (state === 'volatile') return <Advice tone="warn" title={t('storageVolatile')} text={t('storageVolatileText')} />;
  return (
    <Notice tone="bad" title={t('storageFull')} live>
      <p>{t('storageFullText')}</p>
    </Notice>
  );
};

const line = (entry: LogEntry): string => [namedOf(entry)?.title ?? v('unknownPerson'), headOf(entry, true)].join(': ');

const OverruledList = ({ desk, entries }: { desk: Desk; entries: readonly LogEntry[] }) => (
  <ul class="overruled">
    {entries.map((entry) => (
      <li key={entry.nonce}>
        <button type="button" class="text-button" onClick={() => desk.openDetails(entry.nonce)}>
          {line(entry)}
        </button>
      </li>
    ))}
  </ul>
);

/** Somebody was told one thing, and the server has answered another: not let in after all, or on record after all. */
const Overruled = ({ desk }: { desk: Desk }) => {
  const unseen = desk.door.log.value.filter(({ state, seen }) => state === 'overruled' && !seen);
  const recorded = unseen.filter(({ verdict }) => verdict.kind === 'ADMITTED');
  const others = unseen.filter(({ verdict }) => verdict.kind !== 'ADMITTED');
  const checked = (
    <Button look="second" onClick={desk.door.markSeen}>
      {t('overruledSeen')}
    </Button>
  );
  return (
    <>
      {others.length > 0 && (
        <Notice tone="bad" title={t('overruled', { n: number(others.length) })} live>
          <p>{t('overruledText')}</p>
          <OverruledList desk={desk} entries={others} />
          {!recorded.length && checked}
        </Notice>
      )}
      {recorded.length > 0 && (
        <Notice tone="warn" title={t('recorded', { n: number(recorded.length) })} live>
          <p>{t('recordedText')}</p>
          <OverruledList desk={desk} entries={recorded} />
          {checked}
        </Notice>
      )}
    </>
  );
};

const SessionState = ({ door }: { door: Door }) => {
  const { state, zone, closedAt } = door.session.value;
  if (state === 'OPEN') return null;
  if (state === 'CANCELLED') return <Advice tone="warn" title={t('cancelled')} text={t('cancelledText')} />;
  if (state !== 'CLOSED') return <Advice tone="warn" title={t('notOpen')} text={t('notOpenText')} />;
  const time = closedAt ? clockIn(zone, closedAt) : '';
  return <Advice tone="warn" title={t('closed', { time })} text={t('closedText')} />;
};

/** The offset is the server's time minus the device's: a negative one is a clock that is fast. */
const ClockTrouble = ({ door }: { door: Door }) => {
  const { clockOff, clockOffsetMs } = door.link.value;
  if (!clockOff || clockOffsetMs === undefined) return null;
  const title = t(clockOffsetMs < 0 ? 'clockFast' : 'clockSlow', { by: spanOf(clockOffsetMs) });
  return <Advice tone="warn" title={title} text={t('clockText')} />;
};

/**
 * The server answers, but not to this door: no waiting helps. That a device is no door, as the words of this one problem have
 * it, would tell its operator to pair it anew, which the unsent scans forbid.
 */
const LinkTrouble = ({ door }: { door: Door }) => {
  const { problem } = door.link.value;
  if (problem === undefined) return null;
  return (
    <Notice tone="bad" title={t('refused')} live>
      {problem !== 'DOOR_CREDENTIAL_INVALID' && isProblemCode(problem) && <p>{problemSentence(problem)}</p>}
      <p>{t('refusedText')}</p>
    </Notice>
  );
};

const GivenUp = ({ door }: { door: Door }) => {
  const n = door.givenUp.value;
  return n > 0 ? <Advice tone="warn" title={t('givenUp', { n: number(n) })} text={t('givenUpText')} /> : null;
};

const ListTrouble = ({ door }: { door: Door }) => {
  const list = door.list.value;
  if (list.status === 'ready') return null;
  if (!list.downloading) return <Advice tone="info" title={t('noListTitle')} text={t('noListText')} />;
  return <Advice tone="info" title={t('listProgress', { n: number(list.got) })} text={t('listProgressText')} />;
};

/** Right after the pairing, until the first scan: what this device has become. */
const Fresh = ({ door }: { door: Door }) => {
  const [read, setRead] = useState(false);
  if (read || door.log.value.length > 0) return null;
  return (
    <Notice tone="good" title={t('paired', { door: door.name })} live>
      <p>{t('pairedText', { session: door.session.value.title })}</p>
      <Button look="second" onClick={() => setRead(true)}>
        {t('ok')}
      </Button>
    </Notice>
  );
};

export const Troubles = ({ desk, fresh }: { desk: Desk; fresh: boolean }) => (
  <div class="desk-troubles">
    {fresh && <Fresh door={desk.door} />}
    <Overruled desk={desk} />
    <LinkTrouble door={desk.door} />
    <StorageTrouble state={desk.door.storage.value} />
    <GivenUp door={desk.door} />
    <SessionState door={desk.door} />
    <ClockTrouble door={desk.door} />
    <ListTrouble door={desk.door} />
  </div>
);
