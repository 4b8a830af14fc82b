/** The invitations of a session with what became of each; searched and filtered here. */
import { ChevronRight } from 'lucide-preact';
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
import { className, evidenceName, nameWithTitles, pledgeName } from '../../shared/words.ts';
import { matchesText } from '../frame/search.ts';
import { useMore } from '../frame/use-more.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { addressee, type InvitationShown, officeOf } from './invitation.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import { t } from './texts.ts';

type CheckIn = NonNullable<InvitationShown['checkIn']>;

/** Online attendance is said to be that, and never looks like presence. */
const checkInWords = ({ mode, who }: CheckIn, time: string): string => {
  if (mode === 'ONLINE') return t('online', { time });
  return who === 'delegate' ? t('delegate', { time }) : t('checkedIn', { time });
};

const Status = ({ invitation, session }: { invitation: InvitationShown; session: SessionShown }) => {
  const { checkIn, pledge } = invitation;
  const time = checkIn && clockIn(session.zone, checkIn.at);
  return (
    <span class="tags">
      {invitation.revoked && <StatusTag tone="bad" icon="ban" word={t('revoked')} />}
      {invitation.amendment === 'ADDED' && <StatusTag tone="plain" icon="info" word={t('added')} />}
      {time && (
        <StatusTag
          tone={checkIn.mode === 'ONLINE' || checkIn.who === 'delegate' ? 'info' : 'good'}
          icon={checkIn.mode === 'ONLINE' ? 'live' : 'check'}
          word={checkInWords(checkIn, time)}
        />
      )}
      {checkIn?.mode === 'BACK_ENTERED' && <StatusTag tone="plain" icon="info" word={t('backEntered')} />}
      {invitation.walkIn && <StatusTag tone="plain" icon="info" word={t('walkIn')} />}
      {invitation.seat && <StatusTag tone="plain" icon="info" word={t('seatTag', { seat: invitation.seat })} />}
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
              icon={<ChevronRight class="icon" aria-hidden="true" />}
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
  const { checkIn } = invitation;
  if (filter === 'here') return checkIn !== undefined && checkIn.mode !== 'ONLINE';
  if (filter === 'online') return checkIn?.mode === 'ONLINE';
  if (filter === 'backEntered') return checkIn?.mode === 'BACK_ENTERED';
  if (filter === 'weak') return checkIn?.evidence === 'VENUE_PRINT';
  if (filter === 'notHere') return checkIn === undefined && !invitation.revoked;
  return invitation.class === filter;
};

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  /** Whether the details may be opened by whoever looks. */
  detailed: boolean;
  /** The invitation whose details are open from the start: another page links to it. */
  opened?: string | undefined;
  onChanged: (invitation: InvitationShown) => void;
  onReload: () => void;
}

export const InvitationList = ({ session, invitations, detailed, opened: first, onChanged, onReload }: Props) => {
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState('');
  const [openId, setOpenId] = useState(detailed ? first : undefined);
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
  /** What is rare is offered only where there is some of it. */
  const kept = (value: string, label: string) =>
    invitations.some((each) => passes(each, value)) ? [{ value, label }] : [];
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
            ...kept('online', t('onlineOnes')),
            ...kept('backEntered', t('backEnteredOnes')),
            ...kept('weak', evidenceName('VENUE_PRINT')),
            ...classes.map((code) => ({ value: code, label: className(code) })),
            { value: 'guests', label: t('guests') },
            { value: 'revoked', label: t('revokedOnes') },
          ]}
        />
      </div>
      {found.length ? (
        <DataTable
          caption={t('count', { n: number(found.length) })}
          columns={columns(session, detailed ? setOpenId : undefined)}
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
