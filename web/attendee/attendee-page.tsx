/** Loads what the link shows, and keeps it fresh: the door's check-in appears on the attendee's own phone. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.ts';
import { type ApiProblemCode, problemSentence } from '../shared/api-problem.ts';
import { Frame } from '../shared/ui/frame.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Loading } from '../shared/ui/states.tsx';
import { useLoad } from '../shared/use-load.ts';
import { type AttendeeView, officeOf } from './attendee-view.ts';
import { InvitationView } from './invitation/invitation-view.tsx';
import { tokenInPath } from './letter.ts';
import { PledgeView } from './pledge/pledge-view.tsx';
import { ProblemView } from './problem-view.tsx';
import { t } from './texts.ts';
import { forgetOwn, rememberOwn } from './venue/own-invitations.ts';

const token = tokenInPath(location.pathname);
const pollMs = 30_000;

/** One thing per page: the invitation, or the pledge under `#ikrar`; the browser's Back works between them. */
const useStep = (): string => {
  const [step, setStep] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => {
      setStep(location.hash);
      scrollTo(0, 0);
      document.getElementById('isi')?.focus({ preventScroll: true });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return step;
};

const useReloadOnReturn = (reload: () => void): void => {
  useEffect(() => {
    const back = (): void => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', back);
    addEventListener('online', reload);
    return () => {
      document.removeEventListener('visibilitychange', back);
      removeEventListener('online', reload);
    };
  }, [reload]);
};

/** The code at the entrance then finds this invitation by itself. Asked once a page, so that a forgotten one stays forgotten. */
const useRemembering = (data: AttendeeView | undefined, problem: ApiProblemCode | undefined): void => {
  const known = data !== undefined;
  // Not at every refresh, which is no new opening.
  useEffect(() => {
    if (data) rememberOwn(token, officeOf(data.invitation), data.session.endsAt);
    if (problem === 'TOKEN_INVALID' || problem === 'INVITATION_REVOKED') forgetOwn(token);
  }, [known, problem]);
};

const isWaitingForDoor = ({ session, invitation }: AttendeeView): boolean =>
  session.state === 'OPEN' && invitation.checkIn === undefined;

export const AttendeePage = () => {
  const step = useStep();
  const [waiting, setWaiting] = useState(false);
  const load = (signal: AbortSignal) => api('GET /api/c/:token', { params: { token }, signal });
  const { data, problem, loading, reload } = useLoad(token, load, waiting ? pollMs : undefined);
  useReloadOnReturn(reload);
  useRemembering(data, problem?.code);
  const nowWaiting = data !== undefined && isWaitingForDoor(data);
  useEffect(() => setWaiting(nowWaiting), [nowWaiting]);

  const pledge = data?.pledge ?? undefined;
  return (
    <Frame home={location.pathname} narrow>
      {loading && (
        <>
          <h1 class="hidden-label">{t('invitation')}</h1>
          <Loading lines={6} />
        </>
      )}
      {problem && !data && <ProblemView problem={problem} retry={reload} />}
      {problem && data && (
        <div class="no-print stale">
          <Notice tone="warn" title={t('stale')} live>
            <p>{problemSentence(problem.code)}</p>
          </Notice>
        </div>
      )}
      {data && pledge && step === '#ikrar' && <PledgeView view={data} pledge={pledge} token={token} reload={reload} />}
      {data && !(pledge && step === '#ikrar') && <InvitationView view={data} token={token} reload={reload} />}
    </Frame>
  );
};
