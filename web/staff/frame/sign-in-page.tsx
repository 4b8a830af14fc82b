import { goSignIn, type SignIn } from '../../shared/sign-in.ts';
import { Button, Notice, PageHeader, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { t } from './texts.ts';

/** One button: who you are is asked by the issuer, not here. */
export const SignInPage = ({ state }: { state: SignIn }) => {
  const go = useAction(() => goSignIn());
  return (
    <div class="stack">
      <PageHeader title={t('signInTitle')} lead={t('signInLead')} />
      {state.status === 'out' && state.expired && (
        <Notice tone="warn" title={t('expired')} live>
          <p>{t('expiredText')}</p>
        </Notice>
      )}
      {state.status === 'failed' && state.problem && <ProblemNotice problem={state.problem} />}
      {state.status === 'failed' && !state.problem && (
        <Notice tone="warn" title={t('failed')} live>
          <p>{t('failedText')}</p>
        </Notice>
      )}
      {go.problem && <ProblemNotice problem={go.problem} />}
      <Button busy={go.busy} onClick={() => void go.run()}>
        {t('signIn')}
      </Button>
    </div>
  );
};
