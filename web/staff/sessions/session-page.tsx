/** One session: before the day what is left to do, on the day the live figures, afterwards the record. */
import { ChevronRight } from 'lucide-preact';
import { useCallback } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { editableStates } from '../../../functions/sessions/session-rules.ts';
import { api } from '../../shared/api.ts';
import { rangeIn } from '../../shared/format.ts';
import { PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { LiveFigures } from '../coverage/live-figures.tsx';
import { may, useStaff } from '../frame/staff.ts';
import { Details } from './details.tsx';
import { MoveButton } from './moves.tsx';
import { StateTag } from './state-tag.tsx';
import { TaskList } from './task-list.tsx';
import { t } from './texts.ts';
import { type SessionShown, useSession } from './use-session.ts';

/** Whether anybody is invited, and the titles of the laws: small things beside the session itself. */
const useAround = (session: string) =>
  useLoad(session, async (signal) => {
    const [invitations, laws] = await Promise.all([
      api('GET /api/sessions/:session/invitations', { params: { session }, query: { limit: 1 }, signal }),
      api('GET /api/legal-bases', { query: { limit: 200 }, signal }),
    ]);
    return {
      invited: invitations.items.length > 0,
      legalTitles: new Map(laws.items.map((law) => [law.id, law.title])),
    };
  });

const Links = ({ session, operator, organizer }: { session: SessionShown; operator: boolean; organizer: boolean }) => {
  const at = `/staf/kegiatan/${session.id}`;
  const links: [href: string, label: string, native?: boolean][] = [
    [`${at}/undangan`, t('invitations')],
    ...(organizer ? ([[`${at}/undangan/cetak`, t('sheet')]] as [string, string][]) : []),
    ...(session.pledge ? ([[`${at}/ikrar`, t('reading')]] as [string, string][]) : []),
    ...(session.frozen ? ([[`${at}/cakupan`, t('coverageLink')]] as [string, string][]) : []),
    ...(operator ? ([[`/pintu/${session.id}`, t('door'), true]] as [string, string, boolean][]) : []),
  ];
  return (
    <nav aria-labelledby="tautan" class="no-print">
      <h2 id="tautan">{t('links')}</h2>
      <ul class="link-list">
        {links.map(([href, label, native]) => (
          <li key={href}>
            <a href={href} target={native ? '_self' : undefined}>
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
  const around = useAround(session.id);
  const moved = useCallback(() => {
    reload();
    around.reload();
  }, [reload, around.reload]);
  const editable = editableStates.includes(session.state);
  const links = <Links session={session} operator={may.operate(staff)} organizer={organizer} />;
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
          <MoveButton session={session.id} move="close" look="second" onMoved={moved} />
        )}
      </PageHeader>
      <div class="stack-wide">
        {organizer && editable && (
          <WhenLoaded loaded={around}>
            {({ invited }) => <TaskList session={session} invited={invited} onMoved={moved} />}
          </WhenLoaded>
        )}
        {session.frozen ? <LiveFigures session={session}>{links}</LiveFigures> : links}
        <Details session={session} legalTitles={around.data?.legalTitles ?? new Map()} />
        {organizer && editable && <MoveButton session={session.id} move="cancel" look="quiet" onMoved={moved} />}
      </div>
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
