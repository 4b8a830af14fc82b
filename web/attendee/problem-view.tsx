/** Why there is no invitation to show, and what to do about it. */
import { RefreshCw } from 'lucide-preact';
import { type ApiProblem, type ApiProblemCode, problemSentence } from '../shared/api-problem.ts';
import { common } from '../shared/texts.ts';
import { Button } from '../shared/ui/button.tsx';
import { PageHeader } from '../shared/ui/frame.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { CalendarFile } from './invitation/calendar-link.tsx';
import { t } from './texts.ts';

export interface Advice {
  tone: 'bad' | 'warn' | 'info';
  title: string;
  todo: string | undefined;
  retry: boolean;
}

export const adviceOn = (code: ApiProblemCode): Advice => {
  switch (code) {
    case 'TOKEN_INVALID':
      return { tone: 'bad', title: t('unknownTitle'), todo: t('unknownDo'), retry: false };
    case 'INVITATION_REVOKED':
      return { tone: 'bad', title: t('revokedTitle'), todo: t('revokedDo'), retry: false };
    case 'INVITATION_NOT_PUBLISHED':
      return { tone: 'info', title: t('draftTitle'), todo: t('draftDo'), retry: true };
    case 'UNREACHABLE':
    case 'TIMED_OUT':
      return { tone: 'warn', title: t('offlineTitle'), todo: t('offlineDo'), retry: true };
    default:
      return { tone: 'bad', title: t('problemTitle'), todo: undefined, retry: true };
  }
};

interface AdviceViewProps {
  advice: Advice;
  problem: ApiProblem;
  retry: () => void;
}

export const AdviceView = ({ advice: { tone, title, todo, retry: canRetry }, problem, retry }: AdviceViewProps) => (
  <>
    <PageHeader title={title} />
    <div class="stack">
      <Notice tone={tone} live>
        <p>{todo ?? problemSentence(problem.code)}</p>
        {problem.requestId && problem.code === 'INTERNAL' && (
          <p class="small soft">
            {common('requestId')}: <code>{problem.requestId}</code>
          </p>
        )}
      </Notice>
      {canRetry && (
        <Button icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={retry}>
          {common('tryAgain')}
        </Button>
      )}
    </div>
  </>
);

interface ProblemViewProps {
  problem: ApiProblem;
  token: string;
  retry: () => void;
}

export const ProblemView = ({ problem, token, retry }: ProblemViewProps) => (
  <>
    <AdviceView advice={adviceOn(problem.code)} problem={problem} retry={retry} />
    {/* A calendar that was given the session learns by the same link that it is off. */}
    {problem.code === 'INVITATION_REVOKED' && <CalendarFile token={token} out />}
  </>
);
