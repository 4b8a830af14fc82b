/** What the operator must know besides the last scan: not sent, not signed in, refused after all, no list. */
import { Send } from 'lucide-preact';
import { problemSentence } from '../../shared/api-problem.ts';
import { goSignIn, signIn } from '../../shared/sign-in.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { t } from '../texts.ts';
import type { Desk } from './desk.ts';

const Unsent = ({ desk }: { desk: Desk }) => {
  const n = desk.waiting.value;
  const late = desk.entries.value.some(({ waited }) => waited);
  // One that is just being sent is no trouble.
  if (!n || !late) return null;
  return (
    <Notice tone="info" title={t('unsent', { n })}>
      <p>{t('unsentKeep')}</p>
      <Button
        look="second"
        icon={<Send class="icon" aria-hidden="true" />}
        onClick={() => {
          void desk.queue.flush();
        }}
      >
        {t('sendNow')}
      </Button>
    </Notice>
  );
};

const SignedOut = () =>
  signIn.value.status === 'in' ? null : (
    <Notice tone="warn" title={t('expired')} live>
      <p>{t('expiredText')}</p>
      <Button onClick={() => void goSignIn('/pintu')}>{t('signInAgain')}</Button>
    </Notice>
  );

const LateRefusal = ({ desk }: { desk: Desk }) => {
  const refused = desk.entries.value.some(({ waited, result }) => waited && result?.kind === 'refused');
  return refused ? <Notice tone="bad" title={t('lateRefusal')} live /> : null;
};

const ListTrouble = ({ desk }: { desk: Desk }) => {
  const problem = desk.list.problem.value;
  if (!problem) return null;
  return (
    <Notice tone="warn" title={t('listFailed')}>
      <p>{desk.list.rows.value ? t('listOld') : problemSentence(problem.code)}</p>
    </Notice>
  );
};

export const Troubles = ({ desk }: { desk: Desk }) => (
  <div class="desk-troubles">
    <SignedOut />
    <LateRefusal desk={desk} />
    <Unsent desk={desk} />
    <ListTrouble desk={desk} />
  </div>
);
