/** Closing: first what is not finished in the hall, then the move, then the seal that it made. */
import { RefreshCw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api, apiAll } from '../../shared/api.ts';
import { ApiProblem } from '../../shared/api-problem.ts';
import { number } from '../../shared/format.ts';
import { shortHash } from '../../shared/seal-words.ts';
import { common } from '../../shared/texts.ts';
import { Button, ButtonLink, Dialog, Loading, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { type Loaded, useAction, useLoad } from '../../shared/use-load.ts';
import { standingOf, sumUp } from '../doors/door-rules.ts';
import { t } from './close-texts.ts';
import type { SessionShown } from './use-session.ts';

const doorsOf = (session: string, signal: AbortSignal) =>
  apiAll('GET /api/sessions/:session/doors', { params: { session }, query: {}, signal });

const runningReaders = async (session: string, signal: AbortSignal): Promise<string[]> => {
  const readings = await apiAll('GET /api/sessions/:session/readings', { params: { session }, query: {}, signal });
  return readings
    .filter(({ startedAt, endedAt, voidedAt }) => startedAt && !endedAt && !voidedAt)
    .map(({ reader }) => reader.name);
};

const waitingToSign = async (session: string, signal: AbortSignal): Promise<number> => {
  const query = { waiting: 'yes', limit: 1 } as const;
  return (await api('GET /api/sessions/:session/signing-queue', { params: { session }, query, signal })).waiting;
};

/** What is not finished in the hall. */
const useUnfinished = ({ id, pledge }: SessionShown) =>
  useLoad(id, async (signal) => {
    const [doors, running, waiting] = await Promise.all([
      doorsOf(id, signal),
      pledge ? runningReaders(id, signal) : [],
      pledge ? waitingToSign(id, signal) : 0,
    ]);
    const silent = doors.filter((door) => standingOf(door) === 'QUIET').map(({ name }) => name);
    return { doors, silent, running, waiting, ...sumUp(doors) };
  });
type Unfinished = NonNullable<ReturnType<typeof useUnfinished>['data']>;

const Unsent = ({ doors, unsent }: Unfinished) => (
  <Notice tone="warn" title={t('unsentTitle', { n: number(unsent) })}>
    <ul class="plain-list">
      {doors
        .filter(({ contact }) => (contact?.unsent ?? 0) > 0)
        .map(({ id, name, contact }) => (
          <li key={id}>{t('unsentAt', { door: name, n: number(contact?.unsent ?? 0) })}</li>
        ))}
    </ul>
    <p>{t('unsentText')}</p>
  </Notice>
);

const Findings = ({ session, found }: { session: SessionShown; found: Unfinished }) => (
  <>
    {found.unsent > 0 && <Unsent {...found} />}
    {found.silent.length > 0 && (
      <Notice tone="warn">
        <p>{t('quiet', { doors: found.silent.join(', ') })}</p>
      </Notice>
    )}
    {found.running.map((reader) => (
      <Notice key={reader} tone="warn">
        <p>
          {t('running', { reader })} <a href={`/staf/kegiatan/${session.id}/ikrar`}>{t('toReading')}</a>
        </p>
      </Notice>
    ))}
    {found.waiting > 0 && (
      <Notice tone="info">
        <p>{t('waiting', { n: number(found.waiting) })}</p>
      </Notice>
    )}
    {found.allSent && <Notice tone="good" title={t('clear')} />}
  </>
);

const Failed = ({ problem }: { problem: ApiProblem }) =>
  problem.code === 'DOORS_HOLD_SCANS' ? (
    <Notice tone="bad" title={t('raced')} live>
      <p>{t('racedText')}</p>
    </Notice>
  ) : (
    <ProblemNotice problem={problem} />
  );

const Seal = ({ session }: { session: string }) => {
  const { data, problem, reload } = useLoad(session, (signal) =>
    api('GET /api/sessions/:session/seal', { params: { session }, signal }),
  );
  const last = data?.heads.at(-1)?.head;
  if (problem) return <ProblemNotice problem={problem} retry={reload} />;
  if (!data) return <Loading lines={2} />;
  if (data.state !== 'SEALED' || !last) {
    return (
      <Notice tone="warn" title={t('pendingTitle')} live>
        <p>{t('pendingText')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={t('sealedTitle', { n: number(last.size) })} live>
      <p>
        {t('root')} <code>{shortHash(last.root)}</code>
      </p>
    </Notice>
  );
};

interface Props {
  session: SessionShown;
  onClose: () => void;
  onMoved: () => void;
}

const Closed = ({ session, onClose }: Omit<Props, 'onMoved'>) => (
  <Dialog
    open
    title={t('closedTitle')}
    onClose={onClose}
    closeLabel={common('close')}
    toBeRead
    actions={<ButtonLink href={`/staf/kegiatan/${session.id}/segel`}>{t('toSeal')}</ButtonLink>}
  >
    <Seal session={session.id} />
  </Dialog>
);

interface AskProps extends Props {
  unfinished: Loaded<Unfinished>;
  onDone: () => void;
}

/** Thousands of records are sealed in the same call. */
const timeoutMs = 120_000;

const Ask = ({ session, onClose, onDone, unfinished: { data, problem, loading, reload } }: AskProps) => {
  const close = useAction(async (follow: boolean) => {
    const params = { session: session.id, move: 'close' } as const;
    const query = follow ? ({ unsent: 'follow' } as const) : {};
    try {
      await api('POST /api/sessions/:session/moves/:move', { params, query, timeoutMs });
    } catch (error) {
      // Which door spoke up is shown beside what it means.
      if (error instanceof ApiProblem && error.code === 'DOORS_HOLD_SCANS') reload();
      throw error;
    }
    onDone();
  });
  // A door may have spoken up between what was shown here and the move.
  const held = (data?.unsent ?? 0) > 0 || close.problem?.code === 'DOORS_HOLD_SCANS';
  return (
    <Dialog
      open
      title={t('title')}
      onClose={onClose}
      toBeRead
      actions={
        !loading && (
          <>
            <Button busy={close.busy} onClick={() => void close.run(held)}>
              {t(held ? 'follow' : 'close')}
            </Button>
            {held && (
              <Button
                look="second"
                icon={<RefreshCw class="icon" aria-hidden="true" />}
                onClick={() => {
                  close.forget();
                  reload();
                }}
              >
                {t('again')}
              </Button>
            )}
          </>
        )
      }
    >
      <p>{t('text')}</p>
      {loading && <Loading lines={2} />}
      {problem && <ProblemNotice problem={problem} retry={reload} />}
      {data && <Findings session={session} found={data} />}
      {close.problem && <Failed problem={close.problem} />}
    </Dialog>
  );
};

export const CloseDialog = (props: Props) => {
  const unfinished = useUnfinished(props.session);
  const [done, setDone] = useState(false);
  if (done) return <Closed session={props.session} onClose={props.onClose} />;
  return (
    <Ask
      {...props}
      unfinished={unfinished}
      onDone={() => {
        setDone(true);
        props.onMoved();
      }}
    />
  );
};
