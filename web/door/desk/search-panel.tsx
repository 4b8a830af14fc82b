/** Searching by name, office or school, and checking in what was found. */
import { CircleCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { TextField } from '../../shared/ui/field.tsx';
import { Loading } from '../../shared/ui/states.tsx';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';
import type { Invited } from '../list/door-list.ts';
import { find } from '../list/match.ts';
import { t } from '../texts.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Desk } from './desk.ts';
import { placeOf } from './person.ts';

const most = 20;

const Found = ({ invited, onPick }: { invited: Invited; onPick: () => void }) => (
  <li>
    <button type="button" class="found" onClick={onPick}>
      <span class="grow">
        <span class="strong">{officeHeld(invited.office, invited.holder?.acting)}</span>
        {invited.holder && <span>{nameWithTitles(invited.holder)}</span>}
        <span class="small soft">{placeOf(invited)}</span>
      </span>
      {invited.checkIn && (
        <span class="tag good">
          <CircleCheck class="icon" aria-hidden="true" />
          {t('isPresent')}
        </span>
      )}
    </button>
  </li>
);

const Findings = ({ found, onPick }: { found: readonly Invited[]; onPick: (invited: Invited) => void }) => (
  <>
    <p class="small soft" role="status">
      {found.length ? t('searchFound', { n: number(found.length) }) : t('searchNone')}
    </p>
    <ul class="findings">
      {found.slice(0, most).map((invited) => (
        <Found key={invited.id} invited={invited} onPick={() => onPick(invited)} />
      ))}
    </ul>
    {found.length > most && <p class="soft">{t('searchMore', { n: number(found.length - most) })}</p>}
  </>
);

export const SearchPanel = ({ desk }: { desk: Desk }) => {
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<Invited>();
  const rows = desk.list.rows.value;
  const asked = query.trim().length > 1;
  return (
    <div class="stack">
      <TextField
        id="cari"
        type="search"
        label={t('searchLabel')}
        hint={t('searchHint')}
        value={query}
        onInput={setQuery}
      />
      {asked && rows && <Findings found={find(rows, query)} onPick={setPicked} />}
      {asked && !rows && !desk.list.problem.value && <Loading lines={2} />}
      {picked && (
        <ConfirmDialog
          invited={picked}
          zone={desk.session.zone}
          onClose={() => setPicked(undefined)}
          onConfirm={(coming) => {
            desk.checkIn(picked.id, coming);
            setPicked(undefined);
            setQuery('');
          }}
        />
      )}
    </div>
  );
};
