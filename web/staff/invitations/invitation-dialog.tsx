/** One invitation: its QR, its link, a message to send, and making the code worthless. */
import { Copy, MessageCircle } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { rangeIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { Button, ButtonLink, Dialog, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { addressee, type InvitationShown } from './invitation.ts';
import { Qr } from './qr.tsx';
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

const messageFor = (session: SessionShown, invitation: InvitationShown, link: string): string =>
  t('messageText', {
    who: addressee(invitation),
    title: session.title,
    when: rangeIn(session.zone, session.startsAt, session.endsAt),
    where: session.venue.name,
    link,
  });

const LinkPart = ({
  session,
  invitation,
  link,
}: {
  session: SessionShown;
  invitation: InvitationShown;
  link: string;
}) => {
  const [copied, setCopied] = useState<boolean>();
  const copy = (): void => {
    // The clipboard is missing on plain http, and may be forbidden.
    const done = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Qr link={link} label={t('qrAlt', { who: addressee(invitation) })} />
      <p>
        <span class="strong block">{t('link')}</span>
        <code class="link-text">{link}</code>
        <span class="small soft block">{t('linkHint')}</span>
      </p>
      <div class="row actions">
        <Button look="second" icon={<Copy class="icon" aria-hidden="true" />} onClick={copy}>
          {t('copy')}
        </Button>
        <ButtonLink
          look="second"
          native
          icon={<MessageCircle class="icon" aria-hidden="true" />}
          href={`https://wa.me/?text=${encodeURIComponent(messageFor(session, invitation, link))}`}
        >
          {t('message')}
        </ButtonLink>
      </div>
      {copied !== undefined && (
        <Notice tone={copied ? 'good' : 'warn'} title={copied ? t('copied') : t('copyFailed')} live />
      )}
    </>
  );
};

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

export const InvitationDialog = ({ session, invitation, onClose, onChanged, onReload }: Props) => {
  const [asked, setAsked] = useState<Asked>();
  const [reissued, setReissued] = useState(false);
  const { link } = invitation;
  const mayChange = useStaff().role === 'organizer';
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
    <Dialog open title={addressee(invitation)} onClose={onClose} closeLabel={common('close')}>
      {link ? (
        <LinkPart session={session} invitation={invitation} link={link} />
      ) : (
        <Notice tone="info" title={invitation.revoked ? t('noLink') : t('onlyOrganizer')} />
      )}
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
