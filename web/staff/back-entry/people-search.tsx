/** Finding who stands on the paper, the way people write names; Enter adds the first that can be added. */
import { Plus } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { find, makeRows } from '../../door/list/match.ts';
import { number } from '../../shared/format.ts';
import { Button, StatusTag, TextField } from '../../shared/ui/index.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { addressee, type InvitationShown, officeOf } from '../invitations/invitation.ts';
import { t } from './texts.ts';

const most = 8;

interface Props {
  invitations: readonly InvitationShown[];
  /** On the sheet already. */
  taken: ReadonlySet<string>;
  error: string | undefined;
  onAdd: (invitation: InvitationShown) => void;
}

const Found = ({ found, taken, onAdd }: { found: InvitationShown; taken: boolean; onAdd: () => void }) => (
  <li>
    <div class="grow">
      <span class="strong block">{officeOf(found)}</span>
      <span class="small soft block">
        {[found.holder && nameWithTitles(found.holder), found.name !== found.office && found.name, found.districtName]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
    {found.checkIn ? (
      <StatusTag tone="good" icon="check" word={t('present')} />
    ) : taken ? (
      <StatusTag tone="info" icon="check" word={t('onSheet')} />
    ) : (
      <Button
        look="second"
        icon={<Plus class="icon" aria-hidden="true" />}
        aria-label={t('addWho', { who: addressee(found) })}
        onClick={onAdd}
      >
        {t('add')}
      </Button>
    )}
  </li>
);

export const PeopleSearch = ({ invitations, taken, error, onAdd }: Props) => {
  const [words, setWords] = useState('');
  const rows = useMemo(() => makeRows(invitations.filter(({ revoked }) => !revoked)), [invitations]);
  const found = useMemo(() => find(rows, words), [rows, words]);
  const addable = ({ id, checkIn }: InvitationShown): boolean => !checkIn && !taken.has(id);
  const add = (invitation: InvitationShown): void => {
    onAdd(invitation);
    setWords('');
    document.getElementById('cari-undangan')?.focus();
  };
  const shown = found.slice(0, most);
  return (
    <form
      class="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const first = shown.find(addable);
        if (first) add(first);
      }}
    >
      <TextField
        id="cari-undangan"
        type="search"
        label={t('search')}
        hint={t('searchHint')}
        error={error}
        value={words}
        onInput={setWords}
      />
      {shown.length > 0 && (
        <ul class="found">
          {shown.map((each) => (
            <Found key={each.id} found={each} taken={taken.has(each.id)} onAdd={() => add(each)} />
          ))}
        </ul>
      )}
      <p role="status" class="small soft">
        {found.length > most && t('more', { n: number(found.length - most) })}
        {words.trim().length > 1 && !found.length && t('notFound')}
      </p>
    </form>
  );
};
