import { LogOut } from 'lucide-preact';
import { goSignIn, type SignIn, type Staff, signOut } from '../../shared/sign-in.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-load.ts';
import { t } from '../texts.ts';

export const SignInPage = ({ state }: { state: SignIn }) => {
  const go = useAction(() => goSignIn('/pintu'));
  return (
    <>
      <PageHeader title={t('signInTitle')} lead={t('signInLead')} />
      <div class="stack">
        {state.status === 'out' && state.expired && <Notice tone="warn" title={t('expired')} live />}
        {state.status === 'failed' && state.problem && <ProblemNotice problem={state.problem} />}
        {state.status === 'failed' && !state.problem && (
          <Notice tone="warn" title={t('failed')} live>
            <p>{t('failedText')}</p>
          </Notice>
        )}
        {go.problem && <ProblemNotice problem={go.problem} />}
        <Button busy={go.busy} onClick={() => void go.run()} wide>
          {t('signIn')}
        </Button>
      </div>
    </>
  );
};

export const SignOut = () => (
  <Button look="quiet" icon={<LogOut class="icon" aria-hidden="true" />} onClick={() => void signOut()}>
    {t('signOut')}
  </Button>
);

export const NotAllowed = ({ staff }: { staff: Staff }) => (
  <>
    <PageHeader title={t('signInTitle')} lead={staff.name} />
    <div class="stack">
      <Notice tone="warn" title={t('notAllowed')}>
        <p>{t('notAllowedText')}</p>
      </Notice>
      <SignOut />
    </div>
  </>
);
