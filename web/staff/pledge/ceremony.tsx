/** The ceremony in its order: text, reading, signing, seal; where each stands, and the way to it. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { readableAloudStates } from '../../../functions/sessions/session-rules.ts';
import { type Answer, api } from '../../shared/api.ts';
import { dateTimeIn, number } from '../../shared/format.ts';
import { StatusTag } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { presentAtAll, type ReadingShown, readingStage } from './reading-draft.ts';
import { t } from './reading-texts.ts';

type State = 'done' | 'running' | 'toDo' | 'later' | 'closed';

const tags = {
  done: { tone: 'good', icon: 'check' },
  running: { tone: 'info', icon: 'live' },
  toDo: { tone: 'info', icon: 'draft' },
  later: { tone: 'plain', icon: 'clock' },
  closed: { tone: 'plain', icon: 'clock' },
} as const;

interface StepProps {
  title: string;
  hint: string | undefined;
  state: State;
  children?: ComponentChildren;
}

const Step = ({ title, hint, state, children }: StepProps) => (
  <li class="task">
    <div class="grow">
      <span class="strong">{title}</span>
      <span class="small soft block">{hint}</span>
    </div>
    <StatusTag {...tags[state]} word={t(state)} />
    <div class="task-action row">{children}</div>
  </li>
);

const readingSteps = {
  none: 'toDo',
  planned: 'toDo',
  now: 'running',
  done: 'done',
} as const satisfies Record<ReturnType<typeof readingStage>, State>;

const readingHint = (readings: readonly ReadingShown[]): string => {
  const stage = readingStage(readings);
  if (stage === 'done') return t('readDone', { n: number(presentAtAll(readings)) });
  if (stage === 'now') return t('readNow');
  return stage === 'planned' ? t('readPlanned') : t('readNone');
};

type Pledged = Answer<'GET /api/sessions/:session/coverage'>['pledge'];

/** Offices whose pledge is settled, of those that owe it: delegates, witnesses and symbolic signers are in neither. */
const usePledged = ({ id, state }: SessionShown, signatures: number): Pledged | undefined => {
  const { data, reload } = useLoad(`${id} ${state}`, async (signal) =>
    readableAloudStates.includes(state)
      ? (await api('GET /api/sessions/:session/coverage', { params: { session: id }, signal })).pledge
      : undefined,
  );
  useEffect(() => {
    if (signatures > 0) reload();
  }, [signatures, reload]);
  return data;
};

const signingHint = (session: SessionShown, pledged: Pledged | undefined, signatures: number): string => {
  if (!pledged) return t('signedCount', { n: number(signatures) });
  const figures = { signed: number(pledged.signed), due: number(pledged.due) };
  return session.state === 'CLOSED' && pledged.notYet > 0 ? t('signedOf', figures) : t('allSigned', figures);
};

const signingState = (
  session: SessionShown,
  read: boolean,
  signatures: number,
  pledged: Pledged | undefined,
): State => {
  if (session.state === 'CLOSED' && pledged) return pledged.notYet > 0 ? 'closed' : 'done';
  if (signatures > 0) return session.state === 'CLOSED' ? 'closed' : 'running';
  if (session.state !== 'OPEN' && session.state !== 'CLOSED') return 'later';
  return session.pledge?.readFirst && !read ? 'later' : 'toDo';
};

/** Sealed at closing; asked for only then. A failure to ask says nothing here: its own page does. */
const useSeal = (session: SessionShown) =>
  useLoad(`${session.id} ${session.state}`, async (signal) =>
    session.state === 'CLOSED'
      ? api('GET /api/sessions/:session/seal', { params: { session: session.id }, signal })
      : undefined,
  ).data;

const SealStep = ({ session, at }: { session: SessionShown; at: string }) => {
  const seal = useSeal(session);
  const [first] = seal?.heads ?? [];
  const hint = first ? t('sealed', { time: dateTimeIn(session.zone, first.head.at) }) : t('sealPending');
  const closed = session.state === 'CLOSED';
  return (
    <Step title={t('stepSeal')} hint={closed ? hint : t('sealAtClosing')} state={first ? 'done' : 'later'}>
      <a href={`${at}/segel`}>{t('goSeal')}</a>
    </Step>
  );
};

interface Props {
  session: SessionShown;
  operator: boolean;
  readings: readonly ReadingShown[];
  signatures: number;
}

export const Ceremony = ({ session, operator, readings, signatures }: Props) => {
  const { pledge } = session;
  const pledged = usePledged(session, signatures);
  if (!pledge) return null;
  const at = `/staf/kegiatan/${session.id}`;
  const stage = readingStage(readings);
  const read = stage === 'now' || stage === 'done';
  const waits = pledge.readFirst && !read && signatures === 0;
  return (
    <section class="no-print" aria-labelledby="tahap">
      <h2 id="tahap">{t('ceremony')}</h2>
      <ol class="tasks">
        <Step
          title={t('stepText')}
          hint={t('stepTextHint', { title: pledge.title, version: pledge.version })}
          state="done"
        >
          <a href="#naskah">{t('seeText')}</a>
        </Step>
        <Step title={t('stepReading')} hint={readingHint(readings)} state={readingSteps[stage]}>
          <a href="#pembacaan">{t('goReading')}</a>
        </Step>
        <Step
          title={t('stepSigning')}
          hint={waits ? t('signAfter') : signingHint(session, pledged, signatures)}
          state={signingState(session, read, signatures, pledged)}
        >
          {operator && <a href={`${at}/meja`}>{t('goTable')}</a>}
          {operator && <a href={`${at}/urutan`}>{t('goOrder')}</a>}
        </Step>
        <SealStep session={session} at={at} />
      </ol>
    </section>
  );
};
