/** Loads what the link shows, and keeps it fresh: the door's check-in appears on the attendee's own phone. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../shared/api.ts';
import { type ApiProblemCode, problemSentence } from '../shared/api-problem.ts';
import { Frame } from '../shared/ui/frame.tsx';
import { later } from '../shared/ui/later.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Loading } from '../shared/ui/states.tsx';
import { useLoad } from '../shared/use-load.ts';
import { type AttendeeView, isUnread, type OwnView, officeOf, owesSignature } from './attendee-view.ts';
import { InvitationView } from './invitation/invitation-view.tsx';
import { tokenInPath } from './letter.ts';
import { ProblemView } from './problem-view.tsx';
import { t } from './texts.ts';
import { forgetOwn, rememberOwn } from './venue/own-invitations.ts';

// Neither is what most people open the link for.
const PledgeView = later(async () => (await import('./pledge/pledge-view.tsx')).PledgeView);
const NeutralPage = later(async () => (await import('./neutral/neutral-view.tsx')).NeutralPage);

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
  const known = data?.view;
  // Not at every refresh, which is no new opening.
  useEffect(() => {
    if (data?.view === 'OWN') rememberOwn(token, officeOf(data.invitation), data.session.endsAt);
    if (known === 'NEUTRAL' || problem === 'TOKEN_INVALID' || problem === 'INVITATION_REVOKED') forgetOwn(token);
  }, [known, problem]);
};

/** For the door, or for the reading after which the pledge can be signed. */
const isWaiting = (view: AttendeeView): boolean =>
  view.view === 'OWN' &&
  view.session.state === 'OPEN' &&
  (view.invitation.checkIn === undefined || (isUnread(view) && owesSignature(view)));

/** What was loaded last, or what an answer said since. */
const useView = () => {
  const [waiting, setWaiting] = useState(false);
  const load = (signal: AbortSignal) => api('GET /api/c/:token', { params: { token }, signal });
  const loaded = useLoad(token, load, waiting ? pollMs : undefined);
  const [said, setSaid] = useState<{ after: AttendeeView | undefined; view: OwnView }>();
  const data = said && said.after === loaded.data ? said.view : loaded.data;
  const nowWaiting = data !== undefined && isWaiting(data);
  useEffect(() => setWaiting(nowWaiting), [nowWaiting]);
  const onView = (view: OwnView): void => {
    setSaid({ after: loaded.data, view });
    // Ends a refresh that is under way: it may have been answered before.
    loaded.reload();
  };
  return { ...loaded, data, onView };
};

const Own = ({ view, ...rest }: { view: OwnView; onView: (view: OwnView) => void; reload: () => void }) => {
  const step = useStep();
  return view.pledge && step === '#ikrar' ? (
    <PledgeView view={view} pledge={view.pledge} token={token} reload={rest.reload} />
  ) : (
    <InvitationView view={view} token={token} {...rest} />
  );
};

export const AttendeePage = () => {
  const { data, problem, loading, reload, onView } = useView();
  useReloadOnReturn(reload);
  useRemembering(data, problem?.code);
  return (
    <Frame home={location.pathname} narrow>
      {loading && (
        <>
          <h1 class="hidden-label">{t('invitation')}</h1>
          <Loading lines={6} />
        </>
      )}
      {problem && !data && <ProblemView problem={problem} token={token} retry={reload} />}
      {problem && data && (
        <div class="no-print stale">
          <Notice tone="warn" title={t('stale')} live>
            <p>{problemSentence(problem.code)}</p>
          </Notice>
        </div>
      )}
      {data?.view === 'NEUTRAL' && <NeutralPage view={data} token={token} reload={reload} />}
      {data?.view === 'OWN' && <Own view={data} onView={onView} reload={reload} />}
    </Frame>
  );
};
