/** Where doors disagree, what looks odd, what was refused. It refreshes by itself; whoever may decide does so in one click. */
import './conflicts.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { apiAll } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { type Column, DataTable, EmptyState, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import { useMore } from '../frame/use-more.tsx';
import { momentIn } from '../invitations/check-in-facts.tsx';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { ConflictCard, decisionWords } from './conflict-card.tsx';
import { type ConflictShown, kindWords, parted } from './conflict-words.ts';
import { DenialList } from './denial-list.tsx';
import { FlagList } from './flag-list.tsx';
import { t } from './texts.ts';

const everyMs = 10_000;

const useConflicts = (session: string) =>
  useLoad(
    session,
    (signal) => apiAll('GET /api/sessions/:session/conflicts', { params: { session }, query: {}, signal }),
    everyMs,
  );

const decidedColumns = (session: SessionShown): Column<ConflictShown>[] => [
  {
    head: t('invitee'),
    rowHead: true,
    cell: ({ invitation }) => (
      <>
        {invitation.office}
        <span class="small soft block">{invitation.holderName ?? invitation.name}</span>
      </>
    ),
  },
  { head: t('what'), unlabelled: true, cell: kindWords },
  {
    head: t('decision'),
    unlabelled: true,
    cell: (conflict) => (
      <span>
        {conflict.decision && decisionWords(session, conflict, conflict.decision)}
        <span class="small soft block">
          {conflict.decidedAt && momentIn(session.zone, conflict.decidedAt, session.startsAt)}
          {conflict.reason && ` · ${t('byDoor', { reason: conflict.reason })}`}
        </span>
      </span>
    ),
  },
];

const Decided = ({ session, conflicts }: { session: SessionShown; conflicts: readonly ConflictShown[] }) => {
  const { shown, button } = useMore(conflicts);
  return (
    <section class="stack" aria-labelledby="sudah-diputuskan">
      <h2 id="sudah-diputuskan">{t('decided')}</h2>
      <DataTable
        caption={t('decidedCount', { n: number(conflicts.length) })}
        captionHidden
        columns={decidedColumns(session)}
        rows={shown}
        rowKey={({ id }) => id}
      />
      {button}
    </section>
  );
};

const saidWords = (session: SessionShown, now: ConflictShown): string => {
  const what = now.decision ? decisionWords(session, now, now.decision) : '';
  return `${now.invitation.office}. ${t('decidedNow', { what })}`;
};

const Conflicts = ({ session }: { session: SessionShown }) => {
  const mayDecide = may.organize(useStaff());
  const loaded = useConflicts(session.id);
  // What was decided here is shown at once; the next refresh brings the same.
  const [just, setJust] = useState<ReadonlyMap<string, ConflictShown>>(new Map());
  const [said, setSaid] = useState<ConflictShown>();
  return (
    <WhenLoaded loaded={loaded}>
      {(all) => {
        const { open, decided } = parted(all.map((each) => (each.decision ? each : (just.get(each.id) ?? each))));
        return (
          <>
            <section class="stack" aria-labelledby="perlu-diputuskan">
              <h2 id="perlu-diputuskan">{open.length ? t('openCount', { n: number(open.length) }) : t('open')}</h2>
              {said && <Notice tone="good" title={saidWords(session, said)} live />}
              {open.map((conflict) => (
                <ConflictCard
                  key={conflict.id}
                  session={session}
                  conflict={conflict}
                  mayDecide={mayDecide}
                  onReload={loaded.reload}
                  onDecided={(now) => {
                    setJust((before) => new Map(before).set(now.id, now));
                    setSaid(now);
                    loaded.reload();
                  }}
                />
              ))}
              {!open.length && (
                <EmptyState title={t('noneTitle')}>
                  <p>{t('noneText')}</p>
                </EmptyState>
              )}
            </section>
            {decided.length > 0 && <Decided session={session} conflicts={decided} />}
          </>
        );
      }}
    </WhenLoaded>
  );
};

/** Flags and refusals; operators have no part in them. */
const Watched = ({ session }: { session: SessionShown }) => {
  const loaded = useLoad(
    session.id,
    async (signal) => {
      const call = { params: { session: session.id }, query: {}, signal };
      const [flags, denials] = await Promise.all([
        apiAll('GET /api/sessions/:session/flags', call),
        apiAll('GET /api/sessions/:session/denials', call),
      ]);
      return { flags, denials: denials.sort((a, b) => (a.at > b.at ? -1 : 1)) };
    },
    3 * everyMs,
  );
  return (
    <WhenLoaded loaded={loaded}>
      {({ flags, denials }) => (
        <>
          <FlagList session={session.id} flags={flags} zone={session.zone} />
          <DenialList session={session} denials={denials} />
        </>
      )}
    </WhenLoaded>
  );
};

export const ConflictsPage = () => {
  const id = useRoute().params.session ?? '';
  const { role } = useStaff();
  const loaded = useSession(id);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          <>
            {loaded.data && <p>{loaded.data.title}</p>}
            <p class="small">{t('lead')}</p>
          </>
        }
        up={{ href: `/staf/kegiatan/${id}`, label: t('backSession') }}
      />
      <WhenLoaded loaded={loaded}>
        {(session) => (
          <div class="stack-wide">
            <Conflicts session={session} />
            {(role === 'organizer' || role === 'auditor') && <Watched session={session} />}
          </div>
        )}
      </WhenLoaded>
    </>
  );
};
