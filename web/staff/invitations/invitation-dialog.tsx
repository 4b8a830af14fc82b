/** One invitation: its QR and link, its seat, what became of it at the door, and making the code worthless. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { common } from '../../shared/texts.ts';
import { Button, Dialog, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { AttendancePart } from './attendance-part.tsx';
import { addressee, type InvitationShown } from './invitation.ts';
import { LinkPart } from './link-part.tsx';
import { SeatPart } from './seat-part.tsx';
import { t } from './texts.ts';

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  onClose: () => void;
  /** The invitation as it is after a change. */
  onChanged: (invitation: InvitationShown) => void;
  /** Reads it anew, when somebody else has changed it. */
  onReload: () => void;
}

type Asked = 'reissue' | 'revoke';

/** A change that cannot be taken back is asked twice, in place. */
const Change = ({
  asked,
  busy,
  onSure,
  onBack,
}: {
  asked: Asked;
  busy: boolean;
  onSure: () => void;
  onBack: () => void;
}) => (
  <Notice tone="warn" live title={asked === 'reissue' ? t('reissueConfirm') : t('revokeConfirm')}>
    <div class="row actions">
      <Button look="danger" busy={busy} onClick={onSure}>
        {asked === 'reissue' ? t('reissueSure') : t('revokeSure')}
      </Button>
      <Button look="second" onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  </Notice>
);

/** What there is to see and to do beside the code's own fate. */
const Parts = ({ session, invitation, onChanged, onReload }: Omit<Props, 'onClose'>) => {
  const staff = useStaff();
  const organizer = may.organize(staff);
  const { link, revoked, seat } = invitation;
  /** An operator while the session is open, an organiser also afterwards. */
  const mayUndo = session.state === 'OPEN' ? may.operate(staff) : organizer && session.state !== 'CANCELLED';
  // The answers of these routes bear no link; the one that was shown still stands.
  const changed = (now: Omit<InvitationShown, 'link'>): void => onChanged({ ...now, ...(link && { link }) });
  return (
    <>
      {(session.frozen || invitation.checkIn || invitation.undone) && (
        <AttendancePart
          session={session}
          invitation={invitation}
          mayChange={mayUndo}
          mayRead={organizer || staff.role === 'auditor'}
          onChanged={changed}
          onReload={onReload}
        />
      )}
      {link && <LinkPart session={session} invitation={invitation} link={link} />}
      {!link && (revoked ? <Notice tone="info" title={t('noLink')} /> : <p class="small soft">{t('onlyOrganizer')}</p>)}
      {organizer && !revoked && <SeatPart session={session.id} invitation={invitation} onChanged={changed} />}
      {!organizer && seat && <p>{t('seatIs', { seat })}</p>}
    </>
  );
};

export const InvitationDialog = ({ session, invitation, onClose, onChanged, onReload }: Props) => {
  const [asked, setAsked] = useState<Asked>();
  const [reissued, setReissued] = useState(false);
  const mayChange = may.organize(useStaff());
  const change = useAction(async (what: Asked) => {
    const params = { session: session.id, invitation: invitation.id };
    const changed =
      what === 'revoke'
        ? await api('POST /api/sessions/:session/invitations/:invitation/revoke', { params })
        : await api('POST /api/sessions/:session/invitations/:invitation/reissue', {
            params,
            body: { version: invitation.version },
          });
    setAsked(undefined);
    setReissued(what === 'reissue');
    onChanged(changed);
  });
  const reload = (): void => {
    change.forget();
    setAsked(undefined);
    onReload();
  };
  return (
    <Dialog open toBeRead title={addressee(invitation)} onClose={onClose} closeLabel={common('close')}>
      <Parts session={session} invitation={invitation} onChanged={onChanged} onReload={onReload} />
      {reissued && <Notice tone="good" title={t('reissued')} live />}
      {change.problem && (
        <ProblemNotice
          problem={change.problem}
          retryLabel={common('reload')}
          retry={change.problem.code === 'INVITATION_CHANGED' ? reload : undefined}
        />
      )}
      {asked && (
        <Change
          asked={asked}
          busy={change.busy}
          onSure={() => void change.run(asked)}
          onBack={() => setAsked(undefined)}
        />
      )}
      {mayChange && !asked && (
        <div class="row">
          <Button look="quiet" onClick={() => setAsked('reissue')}>
            {t('reissue')}
          </Button>
          {!invitation.revoked && (
            <Button look="quiet" onClick={() => setAsked('revoke')}>
              {t('revoke')}
            </Button>
          )}
        </div>
      )}
    </Dialog>
  );
};
