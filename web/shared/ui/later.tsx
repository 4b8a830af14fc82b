/** Parts of a page that come after it: not in the way of its start. */
import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../api-problem.ts';
import { Loading, ProblemNotice } from './states.tsx';

/** What is on the screen until the first of them is there. */
export const Starting = () => (
  <>
    <h1 class="hidden-label">Hadir</h1>
    <Loading />
  </>
);

export const Nothing = () => null;

/** `Meanwhile`: what stands in its place while it loads. */
export const later =
  <Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile: ComponentType = Starting) =>
  (props: Props) => {
    const [part, setPart] = useState<{ is: ComponentType<Props> }>();
    const [failed, setFailed] = useState(false);
    // Never by loading the page anew: without a signal, and before the app is kept on the device, there would be no page.
    const attempt = useCallback((): void => {
      setFailed(false);
      load().then(
        (is) => setPart({ is }),
        () => setFailed(true),
      );
    }, []);
    useEffect(attempt, [attempt]);
    if (part) return <part.is {...props} />;
    if (failed) return <ProblemNotice problem={new ApiProblem('UNREACHABLE')} retry={attempt} />;
    return <Meanwhile />;
  };
