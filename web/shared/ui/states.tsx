/** What a page shows when there is nothing to show yet: loading, empty, gone wrong. */
import { RefreshCw } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api-problem.ts';
import { isWorthRetrying, problemSentence } from '../api-problem.ts';
import { common } from '../texts.ts';
import type { Loaded } from '../use-load.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export const Loading = ({ lines = 4 }: { lines?: number }) => (
  <div role="status">
    <span class="hidden-label">{common('loading')}</span>
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  </div>
);

export const EmptyState = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="empty">
    <h2>{title}</h2>
    {children}
  </div>
);

interface ProblemNoticeProps {
  problem: ApiProblem;
  retry?: (() => void) | undefined;
  /** What the retry says: to read anew, say, what somebody else has changed. */
  retryLabel?: string;
}

export const ProblemNotice = ({ problem, retry, retryLabel }: ProblemNoticeProps) => (
  <Notice tone="bad" title={common('problemTitle')} live>
    <p>{problemSentence(problem.code)}</p>
    {problem.requestId && (
      <p class="small soft">
        {common('requestId')}: <code>{problem.requestId}</code>
      </p>
    )}
    {retry && (
      <Button look="second" icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={retry}>
        {retryLabel ?? common('tryAgain')}
      </Button>
    )}
  </Notice>
);

interface WhenLoadedProps<T> {
  loaded: Loaded<T>;
  lines?: number;
  children: (data: T) => ComponentChildren;
}

/** Loading, or the problem with a retry where it can help, or the content (with the problem above it when only a refresh failed). */
export const WhenLoaded = <T,>({ loaded, lines, children }: WhenLoadedProps<T>) => (
  <>
    {loaded.problem && (
      <ProblemNotice problem={loaded.problem} retry={isWorthRetrying(loaded.problem) ? loaded.reload : undefined} />
    )}
    {loaded.loading && <Loading {...(lines ? { lines } : {})} />}
    {loaded.data !== undefined && children(loaded.data)}
  </>
);
