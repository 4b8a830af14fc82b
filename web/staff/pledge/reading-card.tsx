/** One reading: who, when, before how many; and what can be done with it now. */
import { Ban, Mic, MonitorPlay, Square } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { dateTimeIn, number, preciseClockIn, shortDateIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import {
  Button,
  Dialog,
  ProblemNotice,
  type StatusIcon,
  StatusTag,
  SummaryList,
  type Tone,
} from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { draftOfReading, type Person, type ReadingShown } from './reading-draft.ts';
import { ReadingForm } from './reading-form.tsx';
import { ReadingLink } from './reading-link.tsx';
import { t } from './reading-texts.ts';

const looks: Record<ReadingShown['state'], [tone: Tone, icon: StatusIcon]> = {
  PLANNED: ['plain', 'clock'],
  READING: ['info', 'live'],
  READ: ['good', 'check'],
  VOID: ['plain', 'ban'],
};

const personLine = ({ name, office }: Person): string => `${name}, ${office}`;

const timesOf = ({ startedAt, endedAt }: ReadingShown, { zone }: SessionShown): string | undefined => {
  if (startedAt === null) return undefined;
  const began = { date: shortDateIn(zone, startedAt), from: preciseClockIn(zone, startedAt) };
  return endedAt === null ? t('from', began) : t('fromTo', { ...began, to: preciseClockIn(zone, endedAt) });
};

/** Noted on paper, or pressed without a network: what arrives with its start needs no second time. */
const recordedLate = ({ startedAt, recordedAt }: ReadingShown): boolean =>
  startedAt !== null && recordedAt !== undefined && Date.parse(recordedAt) - Date.parse(startedAt) > 120_000;

const Facts = ({ session, reading }: { session: SessionShown; reading: ReadingShown }) => {
  const { reader, witnesses, state, present, voidedAt } = reading;
  const held = state === 'READING' || state === 'READ';
  return (
    <div class="facts">
      <SummaryList
        rows={[
          { term: t('reader'), value: personLine(reader) },
          {
            term: t('witnesses'),
            value: witnesses.length ? (
              <ul class="plain-list">
                {witnesses.map((witness, index) => (
                  <li key={`${index} ${personLine(witness)}`}>{personLine(witness)}</li>
                ))}
              </ul>
            ) : undefined,
          },
          { term: t('times'), value: timesOf(reading, session) },
          {
            term: t('recorded'),
            value: recordedLate(reading) && dateTimeIn(session.zone, reading.recordedAt as string),
          },
          { term: t('present'), value: held ? t('people', { n: number(present) }) : undefined },
          { term: t('VOID'), value: voidedAt && preciseClockIn(session.zone, voidedAt) },
        ]}
      />
    </div>
  );
};

interface VoidProps {
  reading: ReadingShown;
  sealed: boolean;
  busy: boolean;
  onSure: () => void;
  onClose: () => void;
}
const VoidDialog = ({ reading, sealed, busy, onSure, onClose }: VoidProps) => (
  <Dialog
    open
    title={t('voidTitle')}
    onClose={onClose}
    closeLabel={t('voidNo')}
    actions={
      <Button look="danger" busy={busy} onClick={onSure}>
        {t('voidYes')}
      </Button>
    }
  >
    <p>{reading.state === 'PLANNED' ? t('voidPlan') : t('voidHeld', { n: number(reading.present) })}</p>
    {sealed && reading.state !== 'PLANNED' && <p>{t('voidSealed')}</p>}
  </Dialog>
);

type Asked = 'edit' | 'screen' | 'void';
type Move = 'start' | 'end' | 'void';

interface ActionsProps {
  reading: ReadingShown;
  open: boolean;
  busy: boolean;
  onMove: (move: Move) => void;
  onAsk: (asked: Asked) => void;
}

const Actions = ({ reading: { state, link }, open, busy, onMove, onAsk }: ActionsProps) => (
  <div class="row actions">
    {state === 'PLANNED' && open && (
      <Button busy={busy} icon={<Mic class="icon" aria-hidden="true" />} onClick={() => onMove('start')}>
        {t('start')}
      </Button>
    )}
    {state === 'READING' && (
      <Button busy={busy} icon={<Square class="icon" aria-hidden="true" />} onClick={() => onMove('end')}>
        {t('stop')}
      </Button>
    )}
    {link && (
      <Button look="second" icon={<MonitorPlay class="icon" aria-hidden="true" />} onClick={() => onAsk('screen')}>
        {t('screen')}
      </Button>
    )}
    {state === 'PLANNED' && (
      <Button look="quiet" onClick={() => onAsk('edit')}>
        {t('edit')}
      </Button>
    )}
    <Button look="quiet" icon={<Ban class="icon" aria-hidden="true" />} onClick={() => onAsk('void')}>
      {t('void')}
    </Button>
  </div>
);

interface Props {
  session: SessionShown;
  reading: ReadingShown;
  /** Its place among all, from 1. */
  n: number;
  operator: boolean;
  onChanged: () => void;
}

export const ReadingCard = ({ session, reading, n, operator, onChanged }: Props) => {
  const [asked, setAsked] = useState<Asked>();
  const done = (): void => setAsked(undefined);
  const move = useAction(async (name: Move) => {
    await api('POST /api/sessions/:session/readings/:reading/moves/:move', {
      params: { session: session.id, reading: reading.id, move: name },
    });
    done();
    onChanged();
  });
  const open = session.state === 'OPEN';
  const [tone, icon] = looks[reading.state];
  const saved = (): void => {
    done();
    onChanged();
  };
  const trouble = move.problem && (
    <ProblemNotice problem={move.problem} retry={onChanged} retryLabel={common('reload')} />
  );
  return (
    <article class="stack-tight" aria-labelledby={`bacaan-${reading.id}`}>
      <div class="row between">
        <h3 id={`bacaan-${reading.id}`}>{t('numbered', { n })}</h3>
        <StatusTag tone={tone} icon={icon} word={t(reading.state)} />
      </div>
      {asked === 'edit' ? (
        <ReadingForm
          session={session}
          start={draftOfReading(reading, session.zone)}
          reading={reading.id}
          onSaved={saved}
          onClose={done}
        />
      ) : (
        <Facts session={session} reading={reading} />
      )}
      {trouble}
      {operator && reading.state !== 'VOID' && asked !== 'edit' && (
        <Actions
          reading={reading}
          open={open}
          busy={move.busy}
          onMove={(name) => void move.run(name)}
          onAsk={(what) => setAsked(what)}
        />
      )}
      {operator && reading.state === 'PLANNED' && !open && <p class="small soft">{t('startLater')}</p>}
      {asked === 'screen' && reading.link && (
        <ReadingLink link={reading.link} reader={reading.reader.name} onClose={done} />
      )}
      {asked === 'void' && (
        <VoidDialog
          reading={reading}
          sealed={session.state === 'CLOSED'}
          busy={move.busy}
          onSure={() => void move.run('void')}
          onClose={done}
        />
      )}
    </article>
  );
};
