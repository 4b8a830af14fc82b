/** Searching by name, office or school, and checking in who was found. */
import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { TextField } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { StatusTag } from '../../shared/ui/status-tag.tsx';
import { officeHeld } from '../../shared/words.ts';
import type { DoorListEntry } from '../core/door.ts';
import { inHall } from '../core/in-hall.ts';
import type { Desk } from '../desk/desk.ts';
import { find } from '../list/match.ts';
import { personOf, placeOf } from '../verdict/person.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { rowsOf } from './search-rows.ts';
import { t } from './texts.ts';

const most = 20;

const Found = ({ entry, onPick }: { entry: DoorListEntry; onPick: () => void }) => {
  const person = personOf(entry);
  const present = inHall(entry);
  return (
    <li>
      <button type="button" class="found" onClick={onPick}>
        <span class="grow">
          <span class="strong">{officeHeld(entry.office, entry.acting)}</span>
          {person && <span>{person}</span>}
          <span class="small soft">{placeOf(entry)}</span>
        </span>
        {present && <StatusTag tone="good" word={t('isPresent')} />}
        {!present && !entry.revoked && entry.delegated && <StatusTag tone="info" word={t('isDelegated')} />}
        {!present && entry.revoked && <StatusTag tone="bad" word={t('isRevoked')} />}
      </button>
    </li>
  );
};

const Findings = ({ found, onPick }: { found: readonly DoorListEntry[]; onPick: (entry: DoorListEntry) => void }) => (
  <>
    <p class="small soft" role="status">
      {found.length ? t('found', { n: number(found.length) }) : t('none')}
    </p>
    <ul class="findings">
      {found.slice(0, most).map((entry) => (
        <Found key={entry.id} entry={entry} onPick={() => onPick(entry)} />
      ))}
    </ul>
    {found.length > most && <p class="soft">{t('more', { n: number(found.length - most) })}</p>}
  </>
);

export const SearchPanel = ({ desk }: { desk: Desk }) => {
  const { door } = desk;
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<DoorListEntry>();
  const rows = useComputed(() => rowsOf(door.entries.value.values()));
  const asked = query.trim().length > 1;
  const ready = door.list.value.status === 'ready';
  return (
    <div class="stack">
      <TextField id="cari" type="search" label={t('label')} hint={t('hint')} value={query} onInput={setQuery} />
      {asked && ready && <Findings found={find(rows.value, query).map(({ entry }) => entry)} onPick={setPicked} />}
      {asked && !ready && (
        <Notice tone="info" live>
          <p>{t('noList')}</p>
        </Notice>
      )}
      {picked && (
        <ConfirmDialog
          entry={picked}
          zone={door.session.value.zone}
          onClose={() => setPicked(undefined)}
          onConfirm={(coming) => {
            desk.take({ invitation: picked.id }, coming);
            setPicked(undefined);
            setQuery('');
          }}
        />
      )}
    </div>
  );
};
