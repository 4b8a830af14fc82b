import { Printer } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { invitableStates } from '../../../functions/sessions/session-rules.ts';
import { ButtonLink, EmptyState, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import type { InvitationShown } from './invitation.ts';
import { InvitationList } from './invitation-list.tsx';
import { InviteClasses, InviteGuest } from './invite-form.tsx';
import { t } from './texts.ts';
import { useInvitations } from './use-invitations.ts';

const InviteForms = ({ session, onInvited }: { session: SessionShown; onInvited: () => void }) => (
  <section class="stack" aria-labelledby="undang">
    <h2 id="undang">{t('inviteTitle')}</h2>
    {session.state === 'OPEN' && (
      <Notice tone="info">
        <p>{t('amendment')}</p>
      </Notice>
    )}
    <InviteClasses session={session} onInvited={onInvited} />
    <details>
      <summary>{t('addGuest')}</summary>
      <InviteGuest session={session} onInvited={onInvited} />
    </details>
  </section>
);

const Invitations = ({ session }: { session: SessionShown }) => {
  const staff = useStaff();
  const organizer = may.organize(staff);
  const { query } = useLocation();
  const loaded = useInvitations(session.id);
  // A change of one is shown at once, without asking for all of them again.
  const [changed, setChanged] = useState<ReadonlyMap<string, InvitationShown>>(new Map());
  useEffect(() => setChanged(new Map()), [loaded.data]);
  return (
    <div class="stack-wide">
      {organizer && invitableStates.includes(session.state) && (
        <InviteForms session={session} onInvited={loaded.reload} />
      )}
      <WhenLoaded loaded={loaded} lines={8}>
        {(invitations) =>
          invitations.length ? (
            <InvitationList
              session={session}
              detailed={may.operate(staff) || staff.role === 'auditor'}
              opened={query.buka}
              invitations={invitations.map((each) => changed.get(each.id) ?? each)}
              onChanged={(invitation) => setChanged((before) => new Map(before).set(invitation.id, invitation))}
              onReload={loaded.reload}
            />
          ) : (
            <EmptyState title={t('emptyTitle')}>
              <p>{organizer ? t('emptyText') : t('emptyOther')}</p>
            </EmptyState>
          )
        }
      </WhenLoaded>
    </div>
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
          <ButtonLink href={`${at}/undangan/cetak`} look="second" icon={<Printer class="icon" aria-hidden="true" />}>
            {t('sheet')}
          </ButtonLink>
        )}
      </PageHeader>
      <WhenLoaded loaded={loaded}>{(session) => <Invitations session={session} />}</WhenLoaded>
    </>
  );
};
