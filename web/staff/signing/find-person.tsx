/** Finding an invitation by name, the way people write names; Enter takes the first that can be taken. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { find, makeRows } from '../../door/list/match.ts';
import { number } from '../../shared/format.ts';
import { Button, TextField } from '../../shared/ui/index.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { addressee, type InvitationShown, officeOf } from '../invitations/invitation.ts';
import { t } from './texts.ts';

const most = 8;

/** The person as everywhere at the table, then office, unit and district; nothing that is said already. */
export const PersonLine = ({ invitation }: { invitation: InvitationShown }) => {
  const { holder, name, districtName } = invitation;
  const office = officeOf(invitation);
  const said = `${office} ${name}`;
  return (
    <>
      <span class="strong block">{holder ? nameWithTitles(holder) : office}</span>
      <span class="small soft block">
        {[
          holder && office,
          !office.includes(name) && name,
          districtName && !said.includes(districtName) && districtName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
};

interface Props {
  id: string;
  invitations: readonly InvitationShown[];
  /** What stands in place of the button for somebody who cannot be taken; undefined for who can. */
  standing?: (invitation: InvitationShown) => ComponentChildren;
  /** Beside the button: how it stands with them. */
  mark?: (invitation: InvitationShown) => ComponentChildren;
  action?: { word: string; of: (who: string) => string };
  label?: string;
  /** To type right away: a dialog gives its focus away before the list is here. */
  autofocus?: boolean;
  error?: string | undefined;
  onPick: (invitation: InvitationShown) => void;
}

export const FindPerson = ({
  id,
  invitations,
  standing,
  mark,
  action,
  label,
  autofocus = false,
  error,
  onPick,
}: Props) => {
  const [words, setWords] = useState('');
  useEffect(() => {
    if (autofocus) document.getElementById(id)?.focus();
  }, [autofocus, id]);
  const rows = useMemo(() => makeRows(invitations.filter(({ revoked }) => !revoked)), [invitations]);
  const found = useMemo(() => find(rows, words), [rows, words]);
  const shown = found.slice(0, most);
  const standingOf = (invitation: InvitationShown): ComponentChildren => standing?.(invitation);
  const take = (invitation: InvitationShown): void => {
    setWords('');
    document.getElementById(id)?.focus();
    onPick(invitation);
  };
  return (
    <form
      class="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const first = shown.find((each) => !standingOf(each));
        if (first) take(first);
      }}
    >
      <TextField
        id={id}
        type="search"
        label={label ?? t('search')}
        hint={t('searchHint')}
        error={error}
        value={words}
        onInput={setWords}
      />
      {shown.length > 0 && (
        <ul class="found">
          {shown.map((each) => (
            <li key={each.id}>
              <div class="grow">
                <PersonLine invitation={each} />
              </div>
              {mark?.(each)}
              {standingOf(each) ?? (
                <Button
                  look="second"
                  aria-label={action ? action.of(addressee(each)) : t('pickWho', { who: addressee(each) })}
                  onClick={() => take(each)}
                >
                  {action?.word ?? t('pick')}
                </Button>
              )}
            </li>
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
