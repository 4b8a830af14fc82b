/** One session: before the day what is left to do, on the day the live figures, afterwards the record. */
import { ChevronRight } from 'lucide-preact';
import { useCallback, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { editableStates } from '../../../functions/sessions/session-rules.ts';
import { api, apiAll } from '../../shared/api.ts';
import { rangeIn } from '../../shared/format.ts';
import type { Staff } from '../../shared/sign-in.ts';
import { Button, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { LiveFigures } from '../coverage/live-figures.tsx';
import { may, useStaff } from '../frame/staff.ts';
import { CloseDialog } from './close-dialog.tsx';
import { CopyButton } from './copy-dialog.tsx';
import { Details } from './details.tsx';
import { MakeUpButton } from './make-up-dialog.tsx';
import { MoveButton } from './moves.tsx';
import { SealLine } from './seal-line.tsx';
import { StateTag } from './state-tag.tsx';
import { TaskList } from './task-list.tsx';
import { t } from './texts.ts';
import { type SessionShown, useSession } from './use-session.ts';

/** Whether anybody is invited, how many units, whether any door is paired, and the titles of the laws: small things beside the session itself. */
const useAround = ({ id: session, state }: SessionShown, organizer: boolean) =>
  useLoad(`${session} ${state}`, async (signal) => {
    const toPrepare = organizer && editableStates.includes(state);
    const [invitations, laws, doors, coverage, mail] = await Promise.all([
      api('GET /api/sessions/:session/invitations', { params: { session }, query: { limit: 1 }, signal }),
      api('GET /api/legal-bases', { query: { limit: 200 }, signal }),
      organizer ? apiAll('GET /api/sessions/:session/doors', { params: { session }, query: {}, signal }) : [],
      toPrepare ? api('GET /api/sessions/:session/coverage', { params: { session }, signal }) : undefined,
      organizer ? api('GET /api/mail', { signal }) : undefined,
    ]);
    return {
      invited: invitations.items.length > 0,
      units: coverage?.units.expected ?? 0,
      paired: doors.some(({ state }) => state === 'PAIRED'),
      sendsMail: mail?.configured,
      legalTitles: new Map(laws.items.map((law) => [law.id, law.title])),
    };
  });

type Link = [href: string, label: string];

/** What whoever is signed in may go to, in the order of the day. */
const linksOf = (session: SessionShown, staff: Staff): Link[] => {
  const at = `/staf/kegiatan/${session.id}`;
  const organizer = may.organize(staff);
  const reads = may.operate(staff) || staff.role === 'auditor';
  const when = (shown: unknown, ...links: Link[]): Link[] => (shown ? links : []);
  return [
    [`${at}/undangan`, t('invitations')],
    ...when(organizer, [`${at}/undangan/pesan`, t('messages')]),
    ...when(organizer, [`${at}/cetak`, t('papers')]),
    ...when(organizer || (session.frozen && !may.operate(staff)), [`${at}/laporan`, t('report')]),
    ...when(reads, [`${at}/pintu`, t('doors')]),
    ...when(may.operate(staff), [`${at}/layar`, t('venueScreen')]),
    ...when(organizer, [`${at}/layar/cetak`, t('venuePrint')]),
    ...when(session.pledge, [`${at}/ikrar`, t('reading')]),
    ...when(session.frozen, [`${at}/segel`, t('seal')]),
    ...when(session.frozen && reads, [`${at}/perbedaan`, t('conflicts')]),
    ...when(session.frozen && may.operate(staff), [`${at}/susulan`, t('backEntry')]),
    // While it is open the board has a button of its own above.
    ...when(session.state === 'CLOSED', [`${at}/langsung`, t('arrivals')]),
    ...when(session.frozen, [`${at}/cakupan`, t('coverageLink')]),
  ];
};

const Links = ({ session }: { session: SessionShown }) => {
  const links = linksOf(session, useStaff());
  return (
    <nav aria-labelledby="tautan" class="no-print">
      <h2 id="tautan">{t('links')}</h2>
      <ul class="link-list">
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>
              {label}
              <ChevronRight class="icon" aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Content = ({ session, reload }: { session: SessionShown; reload: () => void }) => {
  const staff = useStaff();
  const organizer = may.organize(staff);
  const around = useAround(session, organizer);
  const [closing, setClosing] = useState(false);
  const moved = useCallback(() => {
    reload();
    around.reload();
  }, [reload, around.reload]);
  const editable = editableStates.includes(session.state);
  const links = <Links session={session} />;
  return (
    <>
      <PageHeader
        title={session.title}
        up={{ href: '/staf/kegiatan', label: t('back') }}
        lead={
          <span class="row">
            <StateTag state={session.state} />
            <span>{rangeIn(session.zone, session.startsAt, session.endsAt)}</span>
          </span>
        }
      >
        {organizer && session.state === 'OPEN' && (
          <Button look="second" onClick={() => setClosing(true)}>
            {t('close')}
          </Button>
        )}
        {organizer && session.state === 'CLOSED' && <MakeUpButton session={session} />}
      </PageHeader>
      <div class="stack-wide">
        {organizer && editable && (
          <WhenLoaded loaded={around}>
            {({ invited, units, paired }) => (
              <TaskList session={session} invited={invited} units={units} paired={paired} onMoved={moved} />
            )}
          </WhenLoaded>
        )}
        {session.state === 'CLOSED' && <SealLine session={session.id} />}
        {session.frozen ? (
          <LiveFigures session={session} onMoved={moved}>
            {links}
          </LiveFigures>
        ) : (
          links
        )}
        <Details
          session={session}
          legalTitles={around.data?.legalTitles ?? new Map()}
          sendsMail={around.data?.sendsMail}
        />
        {organizer && (
          <div class="row no-print">
            <CopyButton session={session} />
            {editable && <MoveButton session={session.id} move="cancel" look="quiet" onMoved={moved} />}
          </div>
        )}
      </div>
      {closing && <CloseDialog session={session} onClose={() => setClosing(false)} onMoved={moved} />}
    </>
  );
};

export const SessionPage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  return (
    <>
      {!loaded.data && <PageHeader title={t('session')} up={{ href: '/staf/kegiatan', label: t('back') }} />}
      <WhenLoaded loaded={loaded}>{(session) => <Content session={session} reload={loaded.reload} />}</WhenLoaded>
    </>
  );
};
