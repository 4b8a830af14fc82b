/** Making an invitation's code worthless: a new one in its place, or none. What cannot be taken back is asked twice, in place. */
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { common } from '../../../shared/texts.ts';
import { Button, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import type { InvitationShown } from '../invitation.ts';
import { t } from './texts.ts';

type Asked = 'reissue' | 'revoke';

interface AskProps {
  asked: Asked;
  /** Whether a delegation ends with it. */
  delegated: boolean;
  busy: boolean;
  onSure: () => void;
  onBack: () => void;
}

const Ask = ({ asked, delegated, busy, onSure, onBack }: AskProps) => (
  <Notice tone="warn" live title={t(asked === 'reissue' ? 'reissueConfirm' : 'revokeConfirm')}>
    {asked === 'reissue' && delegated && <p>{t('reissueDelegation')}</p>}
    <div class="row actions">
      <Button look="danger" busy={busy} onClick={onSure}>
        {t(asked === 'reissue' ? 'reissueSure' : 'revokeSure')}
      </Button>
      <Button look="second" onClick={onBack}>
        {t('back')}
      </Button>
    </div>
  </Notice>
);

interface Props {
  session: string;
  invitation: InvitationShown;
  onChanged: (invitation: InvitationShown) => void;
  onReload: () => void;
}

export const CodePart = ({ session, invitation, onChanged, onReload }: Props) => {
  const [asked, setAsked] = useState<Asked>();
  const [reissued, setReissued] = useState(false);
  const change = useAction(async (what: Asked) => {
    const params = { session, invitation: invitation.id };
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
    <section class="stack-tight" aria-labelledby="kode-undangan">
      <h3 id="kode-undangan">{t('codeTitle')}</h3>
      {reissued && <Notice tone="good" title={t('reissued')} live />}
      {change.problem && (
        <ProblemNotice
          problem={change.problem}
          retryLabel={common('reload')}
          retry={change.problem.code === 'INVITATION_CHANGED' ? reload : undefined}
        />
      )}
      {asked ? (
        <Ask
          asked={asked}
          delegated={invitation.delegation !== undefined}
          busy={change.busy}
          onSure={() => void change.run(asked)}
          onBack={() => setAsked(undefined)}
        />
      ) : (
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
    </section>
  );
};
