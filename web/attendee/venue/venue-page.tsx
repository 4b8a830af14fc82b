/**
 * What a phone shows that scanned the code at the entrance: the code is opened at once, the invitation is the one that this
 * phone remembers or the one that is pasted, then one tap.
 */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { type ApiProblem, problemSentence } from '../../shared/api-problem.ts';
import { rangeIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { Button, ButtonLink } from '../../shared/ui/button.tsx';
import { Frame, useTitle } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Loading } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { type OwnView, officeOf, openOthers } from '../attendee-view.ts';
import { adviceOn } from '../problem-view.tsx';
import { FindOwn } from './find-own.tsx';
import { Outcome } from './outcome.tsx';
import { forgetOwn, ownOfSession, rememberOwn } from './own-invitations.ts';
import { codeInPath } from './own-link.ts';
import { RequestId } from './request-id.tsx';
import type { VenueAnswer } from './send-check-in.ts';
import { t } from './texts.ts';
import { VenueProblem } from './venue-problem.tsx';
import { openVisit, type Visit } from './visit.ts';
import { WhoForm } from './who-form.tsx';

const code = codeInPath(location.pathname);

interface OwnProps {
  token: string;
  visit: Visit;
  onOther: () => void;
}

/** What is known already: the answer to this tap, or what the invitation itself says; undefined while it can be sent. */
const outcomeOf = (
  { session, invitation, code: opens }: OwnView,
  visit: Visit,
  answer?: VenueAnswer,
): VenueAnswer | undefined => {
  if (answer) return answer;
  if (session.id !== visit.opened.session.id) return { result: 'refused', reason: 'OTHER_SESSION' };
  const { checkIn: first } = invitation;
  if (first) return { result: 'already', invitation, late: false, first };
  return opens === null ? { result: 'refused', reason: 'DELEGATED' } : undefined;
};

const CheckIn = ({ view, token, visit, onOther, reload }: OwnProps & { view: OwnView; reload: () => void }) => {
  const [answer, setAnswer] = useState<VenueAnswer>();
  const outcome = outcomeOf(view, visit, answer);
  // On its own page a delegation can be taken back.
  const isUseful = outcome?.result === 'refused' ? outcome.reason === 'DELEGATED' : outcome !== undefined;
  return (
    <>
      {outcome ? (
        <Outcome answer={outcome} zone={visit.opened.session.zone} others={openOthers(view)} />
      ) : (
        <WhoForm view={view} token={token} visit={visit} named onAnswer={setAnswer} onReload={reload} />
      )}
      <div class="row actions">
        {isUseful && (
          <ButtonLink href={`/c/${token}`} look="second" native>
            {t('toInvitation')}
          </ButtonLink>
        )}
        <Button look="quiet" onClick={onOther}>
          {outcome ? t('next') : t('other')}
        </Button>
      </div>
    </>
  );
};

/** On this page the session has the heading; what is wrong with an invitation is a notice under it. */
const NotFound = ({ problem, retry, onOther }: { problem: ApiProblem; retry: () => void; onOther: () => void }) => {
  const { tone, title, todo, retry: canRetry } = adviceOn(problem.code);
  return (
    <>
      <Notice tone={tone} title={title} live>
        <p>{todo ?? problemSentence(problem.code)}</p>
        <RequestId problem={problem} />
      </Notice>
      <div class="row actions">
        {canRetry && <Button onClick={retry}>{common('tryAgain')}</Button>}
        <Button look="second" onClick={onOther}>
          {t('other')}
        </Button>
      </div>
    </>
  );
};

/** Confirmed on another phone: what can be done about it is on the invitation's own page. */
const Elsewhere = ({ token, onOther }: Pick<OwnProps, 'token' | 'onOther'>) => (
  <>
    <Notice tone="warn" title={t('boundTitle')} live>
      <p>{t('boundText')}</p>
    </Notice>
    <div class="row actions">
      <ButtonLink href={`/c/${token}`} look="second" native>
        {t('toInvitation')}
      </ButtonLink>
      <Button look="quiet" onClick={onOther}>
        {t('other')}
      </Button>
    </div>
  </>
);

const Own = (props: OwnProps) => {
  const { token, onOther } = props;
  const { data, problem, loading, reload } = useLoad(token, (signal) =>
    api('GET /api/c/:token', { params: { token }, signal }),
  );
  useEffect(() => {
    if (data?.view === 'OWN') rememberOwn(token, officeOf(data.invitation), data.session.endsAt);
    if (data?.view === 'NEUTRAL' || problem?.code === 'TOKEN_INVALID' || problem?.code === 'INVITATION_REVOKED')
      forgetOwn(token);
  }, [token, data, problem]);
  return (
    <>
      {loading && <Loading lines={4} />}
      {data?.view === 'OWN' && <CheckIn {...props} view={data} reload={reload} />}
      {data?.view === 'NEUTRAL' && <Elsewhere token={token} onOther={onOther} />}
      {problem && !data && <NotFound problem={problem} retry={reload} onOther={onOther} />}
    </>
  );
};

const Opened = ({ visit }: { visit: Visit }) => {
  const { session } = visit.opened;
  const [known, setKnown] = useState(() => ownOfSession(session.id));
  const [token, setToken] = useState(known.length === 1 ? known[0]?.token : undefined);
  const look = (): void => {
    setKnown(ownOfSession(session.id));
    setToken(undefined);
  };
  useTitle(`${t('atVenue')}: ${session.title}`);
  return (
    <div class="stack-wide">
      <div>
        <p class="soft">{[t('atVenue'), session.regencyName].join(' · ')}</p>
        <h1>{session.title}</h1>
        <p class="lead">{session.venueName}</p>
        <p class="soft">{rangeIn(session.zone, session.startsAt, session.endsAt)}</p>
      </div>
      <div class="stack">
        {token === undefined ? (
          <FindOwn known={known} onFound={setToken} onForgotten={look} />
        ) : (
          <Own key={token} token={token} visit={visit} onOther={look} />
        )}
      </div>
    </div>
  );
};

export const VenuePage = () => {
  const { data: visit, problem, loading, reload } = useLoad(code, (signal) => openVisit(code, signal));
  return (
    <Frame home={location.pathname} narrow>
      {loading && (
        <>
          <h1 class="hidden-label">{t('opening')}</h1>
          <Loading lines={6} />
        </>
      )}
      {problem && !visit && <VenueProblem problem={problem} retry={reload} />}
      {visit && <Opened visit={visit} />}
    </Frame>
  );
};
