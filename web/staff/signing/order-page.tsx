/** Arranging who signs in which order, before or during the ceremony, and printing it for whoever calls the names. */
import { Printer, TabletSmartphone } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { Button, ButtonLink, EmptyState, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { OrderEditor } from './order-editor.tsx';
import { t } from './order-texts.ts';
import { wholeQueue } from './whole-queue.ts';
import './signing.css';

const Arranging = ({ session }: { session: SessionShown }) => {
  const queue = useLoad(session.id, (signal) => wholeQueue(session.id, signal));
  const invitations = useInvitations(session.id);
  return (
    <WhenLoaded loaded={queue} lines={8}>
      {(entries) => (
        <WhenLoaded loaded={invitations} lines={8}>
          {(list) => <OrderEditor session={session} entries={entries} invitations={list} onSaved={queue.reload} />}
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
};

export const SigningOrderPage = () => {
  const id = useRoute().params.session ?? '';
  const operates = may.operate(useStaff());
  const loaded = useSession(id);
  const { data } = loaded;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          <>
            {data && <p>{data.title}</p>}
            <p class="small no-print">{t('lead')}</p>
          </>
        }
        up={{ href: `/staf/kegiatan/${id}/ikrar`, label: t('back') }}
      >
        {operates && data?.pledge && (
          <>
            <Button look="second" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
              {t('print')}
            </Button>
            {(data.state === 'OPEN' || data.state === 'CLOSED') && (
              <ButtonLink
                look="second"
                icon={<TabletSmartphone class="icon" aria-hidden="true" />}
                href={`/staf/kegiatan/${id}/meja`}
              >
                {t('toTable')}
              </ButtonLink>
            )}
          </>
        )}
      </PageHeader>
      {operates ? (
        <WhenLoaded loaded={loaded}>
          {(session) => (session.pledge ? <Arranging session={session} /> : <EmptyState title={t('noPledge')} />)}
        </WhenLoaded>
      ) : (
        <EmptyState title={t('notAllowed')} />
      )}
    </>
  );
};
