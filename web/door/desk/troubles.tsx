/** What the operator must know besides the last scan: not sent, not signed in, refused after all, no list. */
import { Send } from 'lucide-preact';
import { problemSentence } from '../../shared/api-problem.ts';
import { goSignIn, signIn } from '../../shared/sign-in.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { t } from '../texts.ts';
import { type Desk, isStop } from './desk.ts';
import { leaveQuietly } from './leave-warning.ts';

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
      <Button
        onClick={() => {
          leaveQuietly();
          void goSignIn('/pintu');
        }}
      >
        {t('signInAgain')}
      </Button>
    </Notice>
  );

/** Somebody went in on a scan that was not sent; its answer, once it came, was a no. */
const LateRefusal = ({ desk }: { desk: Desk }) => {
  const late = desk.entries.value.filter(({ waited, result }) => waited && isStop(result));
  if (!late.length) return null;
  return (
    <Notice tone="bad" title={t('lateRefusal', { n: late.length })} live>
      <p>{t('lateRefusalText')}</p>
      <Button look="second" onClick={desk.acknowledge}>
        {t('lateRefusalSeen')}
      </Button>
    </Notice>
  );
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
