/** Every scan that let nobody in: when, where, why. Newest first, since what happens now is what is asked about. */
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { type Column, DataTable, EmptyState } from '../../shared/ui/index.ts';
import { useMore } from '../frame/use-more.tsx';
import { momentIn } from '../invitations/check-in-facts.tsx';
import { officeOf } from '../invitations/invitation.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type DenialShown, denialWords } from './conflict-words.ts';
import { t } from './texts.ts';

/** A wrong clock is worth telling; the time that a scan travels is not. */
const tellableMs = 120_000;

type Names = ReadonlyMap<string, string>;

const columns = (session: SessionShown, names: Names): Column<DenialShown>[] => [
  {
    head: t('when'),
    rowHead: true,
    cell: ({ at, scannedAt }) => (
      <>
        {momentIn(session.zone, at, session.startsAt)}
        {Math.abs(Date.parse(at) - Date.parse(scannedAt)) > tellableMs && (
          <span class="small soft block regular">
            {t('deviceTime', { time: momentIn(session.zone, scannedAt, session.startsAt) })}
          </span>
        )}
      </>
    ),
  },
  { head: t('door'), cell: ({ door }) => door },
  {
    head: t('reason'),
    cell: ({ reason, shown }) => (
      <span>
        {denialWords(reason)}
        {shown === 'ADMITTED' && <span class="small soft block">{t('toldIn')}</span>}
      </span>
    ),
  },
  {
    head: t('invitation'),
    cell: ({ invitation }) =>
      invitation ? (
        <a href={`/staf/kegiatan/${session.id}/undangan?buka=${invitation}`}>{names.get(invitation) ?? invitation}</a>
      ) : (
        <span class="soft">–</span>
      ),
  },
];

/** The names are fetched only for whoever looks. */
const Rows = ({ session, denials }: { session: SessionShown; denials: readonly DenialShown[] }) => {
  const { shown, button } = useMore(denials);
  const invitations = useInvitations(session.id);
  const names: Names = new Map(invitations.data?.map((each) => [each.id, officeOf(each)]));
  return (
    <>
      <DataTable
        caption={t('denials')}
        captionHidden
        columns={columns(session, names)}
        rows={shown}
        rowKey={({ nonce, receivedAt }) => `${nonce} ${receivedAt}`}
      />
      {button}
    </>
  );
};

const Folded = ({ session, denials }: { session: SessionShown; denials: readonly DenialShown[] }) => {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('denialsFolded', { n: number(denials.length) })}</summary>
      {open && <Rows session={session} denials={denials} />}
    </details>
  );
};

export const DenialList = ({ session, denials }: { session: SessionShown; denials: readonly DenialShown[] }) => (
  <section class="stack" aria-labelledby="ditolak">
    <h2 id="ditolak">{t('denials')}</h2>
    {denials.length ? (
      <Folded session={session} denials={denials} />
    ) : (
      <EmptyState title={t('denialsNone')}>
        <p>{t('denialsNoneText')}</p>
      </EmptyState>
    )}
  </section>
);
