import { MessageCircle, Printer } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { invitableStates } from '../../../functions/sessions/session-rules.ts';
import { ButtonLink, EmptyState, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { InvitationDialog } from './dialog/invitation-dialog.tsx';
import type { InvitationShown } from './invitation.ts';
import { InvitePart } from './invite/invite-part.tsx';
import { RefreshPart } from './invite/refresh-part.tsx';
import { WavesPart } from './invite/waves-part.tsx';
import { noFilters } from './list/filters.ts';
import { InvitationList } from './list/invitation-list.tsx';
import { Overview } from './overview/overview.tsx';
import { t } from './texts.ts';
import { useInvitations } from './use-invitations.ts';
import { useReloadOnFocus } from './use-reload-on-focus.ts';
import './invitations.css';

/** A change of one is shown at once, without asking for all of them again. */
const useCurrent = (session: string) => {
  const loaded = useInvitations(session);
  const [changed, setChanged] = useState<ReadonlyMap<string, InvitationShown>>(new Map());
  useEffect(() => setChanged(new Map()), [loaded.data]);
  const data = useMemo(() => loaded.data?.map((each) => changed.get(each.id) ?? each), [loaded.data, changed]);
  const change = (invitation: InvitationShown): void =>
    setChanged((before) => new Map(before).set(invitation.id, invitation));
  const asOf = useMemo(() => new Date().toISOString(), [loaded.data]);
  return { ...loaded, data, change, asOf };
};

interface ContentProps {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  /** When they were read. */
  asOf: string;
  onChanged: (invitation: InvitationShown) => void;
  onReload: () => void;
}

/** Everybody who is invited: what came back, how they fit in, and each of them. */
const Invited = ({ session, invitations, asOf, onChanged, onReload }: ContentProps) => {
  const staff = useStaff();
  const detailed = may.operate(staff) || staff.role === 'auditor';
  const { query } = useLocation();
  // Another page may link to one of them.
  const [openId, setOpenId] = useState(detailed ? query.buka : undefined);
  const [filters, setFilters] = useState(noFilters);
  const opened = invitations.find(({ id }) => id === openId);
  const onOpen = detailed ? setOpenId : undefined;
  const movable = may.organize(staff) && invitableStates.includes(session.state);
  const choose = (unitClass: string): void => {
    setFilters({ ...noFilters, class: unitClass });
    document.getElementById('daftar-undangan')?.scrollIntoView();
    document.getElementById('daftar-undangan')?.focus({ preventScroll: true });
  };
  return (
    <>
      <Overview
        session={session}
        invitations={invitations}
        asOf={asOf}
        onReload={onReload}
        onChoose={choose}
        onOpen={onOpen}
      />
      <WavesPart session={session} invitations={invitations} movable={movable} onArranged={onReload} />
      <InvitationList
        session={session}
        invitations={invitations}
        filters={filters}
        onFilters={setFilters}
        onOpen={onOpen}
      />
      {movable && <RefreshPart session={session.id} onRefreshed={onReload} />}
      {opened && (
        <InvitationDialog
          key={opened.id}
          session={session}
          invitation={opened}
          invitations={invitations}
          onOpen={setOpenId}
          onClose={() => setOpenId(undefined)}
          onChanged={onChanged}
          onReload={onReload}
        />
      )}
    </>
  );
};

const Content = (props: ContentProps) => {
  const { session, invitations, onReload } = props;
  const organizer = may.organize(useStaff());
  return (
    <div class="stack-wide">
      {organizer && invitableStates.includes(session.state) && (
        <InvitePart session={session} invitations={invitations} onInvited={onReload} />
      )}
      {invitations.length ? (
        <Invited {...props} />
      ) : (
        <EmptyState title={t('emptyTitle')}>
          <p>{t(organizer ? 'emptyText' : 'emptyOther')}</p>
        </EmptyState>
      )}
    </div>
  );
};

const Invitations = ({ session }: { session: SessionShown }) => {
  const loaded = useCurrent(session.id);
  useReloadOnFocus(loaded.reload);
  return (
    <WhenLoaded loaded={loaded} lines={8}>
      {(invitations) => (
        <Content
          session={session}
          invitations={invitations}
          asOf={loaded.asOf}
          onChanged={loaded.change}
          onReload={loaded.reload}
        />
      )}
    </WhenLoaded>
  );
};

export const InvitationsPage = () => {
  const id = useRoute().params.session ?? '';
  const organizer = may.organize(useStaff());
  const loaded = useSession(id);
  const at = `/staf/kegiatan/${id}`;
  return (
    <>
      <PageHeader title={t('title')} lead={loaded.data?.title} up={{ href: at, label: t('backSession') }}>
        {organizer && (
          <>
            <ButtonLink
              href={`${at}/undangan/pesan`}
              look="second"
              icon={<MessageCircle class="icon" aria-hidden="true" />}
            >
              {t('messages')}
            </ButtonLink>
            <ButtonLink href={`${at}/cetak`} look="second" icon={<Printer class="icon" aria-hidden="true" />}>
              {t('documents')}
            </ButtonLink>
          </>
        )}
      </PageHeader>
      <WhenLoaded loaded={loaded}>{(session) => <Invitations session={session} />}</WhenLoaded>
    </>
  );
};
