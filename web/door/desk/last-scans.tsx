/** The last scans, and every older one that the server does not have; each opens its details. */

import { ChevronRight, CloudOff } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { preciseClockIn } from '../../shared/format.ts';
import { EmptyState } from '../../shared/ui/states.tsx';
import { StatusTag } from '../../shared/ui/status-tag.tsx';
import type { LogEntry } from '../core/door.ts';
import { namedOf, presenceOf } from '../verdict/person.ts';
import { t as v } from '../verdict/texts.ts';
import { beforeOf, detailOf, tagOf } from '../verdict/verdict-words.ts';
import type { Desk } from './desk.ts';
import { t } from './texts.ts';

const Lines = ({ entry, zone }: { entry: LogEntry; zone: Parameters<typeof preciseClockIn>[0] }) => {
  const named = namedOf(entry);
  // That it is on this phone only is said by the tag beside the time.
  const detail = entry.verdict.kind === 'ADMITTED' ? undefined : detailOf(entry, { zone, reachable: true });
  const lines = [
    named?.person,
    entry.verdict.kind === 'ADMITTED' && !entry.undone ? presenceOf(entry) : undefined,
    entry.undone?.reason,
  ].filter(Boolean);
  return (
    <>
      <span class="strong">{named?.title ?? v('unknownPerson')}</span>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {[beforeOf(entry), entry.undone ? undefined : detail].filter(Boolean).map((line) => (
        <span key={line} class="small soft">
          {line}
        </span>
      ))}
    </>
  );
};

const LastScan = ({ desk, entry }: { desk: Desk; entry: LogEntry }) => {
  const { zone } = desk.door.session.value;
  const tag = tagOf(entry, desk.reachable.value);
  const unsent = entry.state === 'saved' || entry.undone?.confirmed === false || entry.letter === 'saved';
  return (
    <li>
      <button type="button" class="last-scan" onClick={() => desk.openDetails(entry.nonce)}>
        <span class="grow">
          <span class="row between">
            <StatusTag {...tag} />
            <span class="small soft">{preciseClockIn(zone, entry.at)}</span>
          </span>
          <Lines entry={entry} zone={zone} />
          {unsent && (
            <span class="small info-text">
              <CloudOff class="icon" aria-hidden="true" /> {t('notSent')}
            </span>
          )}
        </span>
        <ChevronRight class="icon soft" aria-label={t('openDetails')} />
      </button>
    </li>
  );
};

const List = ({ desk, entries }: { desk: Desk; entries: readonly LogEntry[] }) => {
  if (!entries.length) {
    return (
      <EmptyState title={t('noScans')}>
        <p>{t('noScansText')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <h2>{t('lastScans')}</h2>
      <ol class="last-scans">
        {entries.map((entry) => (
          <LastScan key={entry.nonce} desk={desk} entry={entry} />
        ))}
      </ol>
    </>
  );
};

/** Fifty rows cost a cheap phone more than the verdict itself: behind one, they stay as they were. */
export const LastScans = ({ desk }: { desk: Desk }) => {
  const drawn = useRef<ComponentChildren>();
  if (!desk.covered.value || drawn.current === undefined) {
    drawn.current = <List desk={desk} entries={desk.door.log.value} />;
  }
  return drawn.current;
};
