/** The invitations of a session with what became of each; searched and filtered here. */
import { QrCode } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { clockIn, number } from '../../shared/format.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  SelectField,
  StatusTag,
  TextField,
} from '../../shared/ui/index.ts';
import { className, nameWithTitles, pledgeName } from '../../shared/words.ts';
import { matchesText } from '../frame/search.ts';
import { useMore } from '../frame/use-more.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { addressee, type InvitationShown, officeOf } from './invitation.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import { t } from './texts.ts';

const Status = ({ invitation, session }: { invitation: InvitationShown; session: SessionShown }) => {
  const { checkIn, pledge } = invitation;
  const time = checkIn && clockIn(session.zone, checkIn.at);
  return (
    <span class="tags">
      {invitation.revoked && <StatusTag tone="bad" icon="ban" word={t('revoked')} />}
      {invitation.amendment === 'ADDED' && <StatusTag tone="plain" icon="info" word={t('added')} />}
      {time && (
        <StatusTag
          tone={checkIn.who === 'delegate' ? 'info' : 'good'}
          icon="check"
          word={checkIn.who === 'delegate' ? t('delegate', { time }) : t('checkedIn', { time })}
        />
      )}
      {!time && !invitation.revoked && session.frozen && <StatusTag tone="warn" word={t('notHere')} />}
      {pledge.status !== 'NOT_DUE' && !invitation.revoked && session.frozen && (
        <StatusTag
          tone={pledge.status === 'SIGNED' ? 'good' : 'plain'}
          icon={pledge.status === 'SIGNED' ? 'check' : 'clock'}
          word={pledgeName(pledge.status)}
        />
      )}
    </span>
  );
};

const columns = (session: SessionShown, open: ((id: string) => void) | undefined): Column<InvitationShown>[] => [
  {
    head: t('invitee'),
    rowHead: true,
    cell: (invitation) => (
      <>
        {officeOf(invitation)}
        <span class="small soft block">
          {invitation.class ? className(invitation.class) : t('guest')}
          {invitation.name !== invitation.office && ` · ${invitation.name}`}
        </span>
      </>
    ),
  },
  {
    head: t('holder'),
    unlabelled: true,
    cell: ({ holder }) => (holder ? nameWithTitles(holder) : <span class="soft">–</span>),
  },
  { head: t('status'), unlabelled: true, cell: (invitation) => <Status invitation={invitation} session={session} /> },
  ...(open
    ? [
        {
          head: t('action'),
          unlabelled: true,
          cell: (invitation: InvitationShown) => (
            <Button
              look="quiet"
              icon={<QrCode class="icon" aria-hidden="true" />}
              aria-label={t('openCardOf', { who: addressee(invitation) })}
              onClick={() => open(invitation.id)}
            >
              {t('openCard')}
            </Button>
          ),
        },
      ]
    : []),
];

const passes = (invitation: InvitationShown, filter: string): boolean => {
  if (filter === '') return true;
  if (filter === 'guests') return invitation.kind === 'guest';
  if (filter === 'revoked') return invitation.revoked;
  if (filter === 'here') return invitation.checkIn !== undefined;
  if (filter === 'notHere') return invitation.checkIn === undefined && !invitation.revoked;
  return invitation.class === filter;
};

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  organizer: boolean;
  onChanged: (invitation: InvitationShown) => void;
  onReload: () => void;
}

export const InvitationList = ({ session, invitations, organizer, onChanged, onReload }: Props) => {
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState('');
  const [openId, setOpenId] = useState<string>();
  const found = useMemo(
    () =>
      invitations.filter(
        (each) =>
          passes(each, filter) && matchesText(words, each.office, each.name, each.holder?.name, each.districtName),
      ),
    [invitations, filter, words],
  );
  const { shown, button } = useMore(found);
  const opened = invitations.find(({ id }) => id === openId);
  const classes = className.codes.filter((code) => invitations.some((each) => each.class === code));
  return (
    <section class="stack" aria-labelledby="daftar-undangan">
      <h2 id="daftar-undangan">{t('list')}</h2>
      <div class="filters">
        <TextField id="cari" type="search" label={t('search')} value={words} onInput={setWords} />
        <SelectField
          id="saring"
          label={t('filter')}
          empty={t('all')}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'here', label: t('here') },
            { value: 'notHere', label: t('notHere') },
            ...classes.map((code) => ({ value: code, label: className(code) })),
            { value: 'guests', label: t('guests') },
            { value: 'revoked', label: t('revokedOnes') },
          ]}
        />
      </div>
      {found.length ? (
        <DataTable
          caption={t('count', { n: number(found.length) })}
          columns={columns(session, organizer ? setOpenId : undefined)}
          rows={shown}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState title={t('nothing')} />
      )}
      {button}
      {opened && (
        <InvitationDialog
          session={session}
          invitation={opened}
          onChanged={onChanged}
          onReload={onReload}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </section>
  );
};
