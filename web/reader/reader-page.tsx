/** One reading by its link: before it, during it, after it; followed every few seconds, since the operator may start and end it, too. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Answer, api } from '../shared/api.ts';
import { type ApiProblem, problemSentence } from '../shared/api-problem.ts';
import { preciseClockIn } from '../shared/format.ts';
import { PageHeader } from '../shared/ui/frame.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { Loading, ProblemNotice } from '../shared/ui/states.tsx';
import { useLoad } from '../shared/use-load.ts';
import { Around, DoneView, StartView, VoidView } from './around.tsx';
import { keepText, keptText, useTheme } from './device.ts';
import { makeMoves, type Pressed, pressedIn, stateWith } from './moves.ts';
import { ReadingView } from './reading-view.tsx';
import { t } from './texts.ts';

export type ReaderView = Answer<'GET /api/b/:code'>;

/** Until it starts, often: whoever stands in front waits for it. */
const waitingPollMs = 4_000;
/** From then on each answer counts who was present, over all invitations. */
const startedPollMs = 10_000;
/** A hall's network swallows answers: rather ask again than wait. */
const timeoutMs = 8_000;

/** `/b/CODE` or `/B/CODE`, as QR codes in capitals have it. */
const code = /^\/b\/([^/]+)/i.exec(location.pathname)?.[1] ?? '';
const pendingName = `hadir.reader.${code.toLowerCase()}`;

/** What was pressed here and its way to the server. */
const useMoves = (onView: (view: ReaderView) => void) => {
  const found = useMemo(() => pressedIn(keptText(() => sessionStorage, pendingName)), []);
  const [pending, setPending] = useState<readonly Pressed[]>(found);
  const [problem, setProblem] = useState<ApiProblem>();
  const view = useRef(onView);
  view.current = onView;
  const moves = useMemo(
    () =>
      makeMoves<ReaderView>(found, {
        send: (move, ago) =>
          api('POST /api/b/:code/moves/:move', { params: { code, move }, query: { ago }, timeoutMs }),
        now: Date.now,
        later: (ms, then) => void setTimeout(then, ms),
        keep: (list) => keepText(() => sessionStorage, pendingName, list.length ? JSON.stringify(list) : null),
        onChange: (list, now) => {
          setPending(list);
          setProblem(now);
        },
        onView: (said) => view.current(said),
      }),
    [found],
  );
  useEffect(() => {
    moves.hurry();
    addEventListener('online', moves.hurry);
    return () => removeEventListener('online', moves.hurry);
  }, [moves]);
  return { pending, unsent: problem, press: moves.press };
};

/** What was loaded last, or what the answer to a move said since. */
const useReading = () => {
  const load = (signal: AbortSignal) => api('GET /api/b/:code', { params: { code }, signal, timeoutMs });
  const [every, setEvery] = useState(waitingPollMs);
  const loaded = useLoad(code, load, every);
  const started = loaded.data !== undefined && loaded.data.reading.startedAt !== null;
  useEffect(() => setEvery(started ? startedPollMs : waitingPollMs), [started]);
  const [said, setSaid] = useState<{ after: ReaderView | undefined; view: ReaderView }>();
  const data = said && said.after === loaded.data ? said.view : loaded.data;
  const onView = useCallback(
    (view: ReaderView) => {
      setSaid({ after: loaded.data, view });
      // Ends a refresh that is under way: it may have been answered before.
      loaded.reload();
    },
    [loaded.data, loaded.reload],
  );
  return { ...loaded, data, ...useMoves(onView) };
};

/** What is wrong with the way to the server; nothing while a first try is under way. */
const troubleOf = ({ pending, unsent, problem }: ReturnType<typeof useReading>): string | undefined => {
  if (pending.length > 0) return unsent && t('startOwed');
  return problem && t('cutOff');
};

interface Props {
  reading: ReturnType<typeof useReading> & { data: ReaderView };
  theme: ReturnType<typeof useTheme>;
}

const Reading = ({ reading, theme }: Props) => {
  const { data: view, pending, unsent, press } = reading;
  const [looking, setLooking] = useState(false);
  const state = stateWith(view.reading.state, pending);
  useEffect(() => {
    // Whoever looks at the text is in the reading once it starts, and told when it is void.
    setLooking(false);
  }, [state]);
  const { startedAt } = view.reading;
  const since = startedAt === null ? undefined : t('since', { time: preciseClockIn(view.session.zone, startedAt) });
  const shown = { view, theme };
  if (state === 'READING')
    return (
      <ReadingView key="reading" {...shown} trouble={troubleOf(reading)} note={since} onEnd={() => press('end')} />
    );
  if (looking) {
    const note = state === 'PLANNED' ? t('rehearsal') : since;
    return <ReadingView key="looking" {...shown} note={note} onLeave={() => setLooking(false)} />;
  }
  return (
    <Around theme={theme}>
      {state === 'VOID' && <VoidView view={view} />}
      {state === 'READ' && (
        <DoneView view={view} pending={pending.length > 0} unsent={unsent} onAgain={() => setLooking(true)} />
      )}
      {state === 'PLANNED' && (
        <StartView
          view={view}
          refused={pending.length > 0 ? undefined : unsent}
          onStart={() => press('start')}
          onRehearse={() => setLooking(true)}
        />
      )}
    </Around>
  );
};

export const ReaderPage = () => {
  const reading = useReading();
  const { data, problem, loading, reload } = reading;
  const theme = useTheme();
  const unknown = problem?.code === 'READING_UNKNOWN';
  // It was there a moment ago, so it was voided meanwhile.
  if (data && unknown)
    return (
      <Around theme={theme}>
        <VoidView view={data} />
      </Around>
    );
  if (data) return <Reading reading={{ ...reading, data }} theme={theme} />;
  return (
    <Around theme={theme}>
      <PageHeader title={unknown ? t('brokenTitle') : t('title')} />
      {loading && <Loading lines={6} />}
      {problem && unknown && (
        // Told by the title already; nothing that trying again could mend.
        <Notice tone="bad" live>
          <p>{problemSentence(problem.code)}</p>
        </Notice>
      )}
      {problem && !unknown && <ProblemNotice problem={problem} retry={reload} />}
    </Around>
  );
};
