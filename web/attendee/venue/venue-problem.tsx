/** Why the code at the entrance does not open, and what to do about it: mostly to scan the one that is shown now. */
import type { ApiProblem } from '../../shared/api-problem.ts';
import { common } from '../../shared/texts.ts';
import { type Advice, AdviceView } from '../problem-view.tsx';
import { t } from './texts.ts';

const wrongState = (state: string | undefined): Advice => {
  if (state === 'CLOSED') return { tone: 'info', title: t('overTitle'), todo: t('overText'), retry: false };
  if (state === 'CANCELLED') return { tone: 'bad', title: t('cancelledTitle'), todo: t('cancelledText'), retry: false };
  return { tone: 'info', title: t('notOpenTitle'), todo: t('notOpenText'), retry: true };
};

const advice = ({ code, state }: ApiProblem): Advice => {
  switch (code) {
    case 'VENUE_CODE_STALE':
      return { tone: 'warn', title: t('staleTitle'), todo: t('staleText'), retry: false };
    case 'VENUE_PASS_STALE':
      return { tone: 'warn', title: t('endedTitle'), todo: t('endedText'), retry: false };
    case 'VENUE_CODE_INVALID':
    // An address that was cut off, or has something behind it.
    case 'ROUTE_UNKNOWN':
    case 'INPUT_INVALID':
      return { tone: 'bad', title: t('unknownTitle'), todo: t('unknownText'), retry: false };
    case 'SESSION_WRONG_STATE':
      return wrongState(state);
    case 'UNREACHABLE':
    case 'TIMED_OUT':
      return { tone: 'warn', title: t('offlineTitle'), todo: t('offlineText'), retry: true };
    default:
      return { tone: 'bad', title: common('problemTitle'), todo: undefined, retry: true };
  }
};

export const VenueProblem = ({ problem, retry }: { problem: ApiProblem; retry: () => void }) => (
  <AdviceView advice={advice(problem)} problem={problem} retry={retry} />
);
