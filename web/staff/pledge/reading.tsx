/** Recording the reading: who reads, who witnesses, when it starts and ends. */
import { Mic, Plus, Square, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { api, apiAll, type ItemOf, newKey } from '../../shared/api.ts';
import { clockIn, preciseClockIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import {
  Button,
  ErrorSummary,
  type FormError,
  Notice,
  ProblemNotice,
  SummaryList,
  TextField,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';

type Reading = ItemOf<'GET /api/sessions/:session/readings'>;
interface Person {
  name: string;
  office: string;
}

const checkPeople = (reader: Person, witnesses: readonly Person[]): FormError[] => [
  ...(reader.name.trim() ? [] : [{ id: 'reader-name', text: t('needReaderName') }]),
  ...(reader.office.trim() ? [] : [{ id: 'reader-office', text: t('needReaderOffice') }]),
  ...witnesses.flatMap((witness, index) =>
    witness.name.trim() && witness.office.trim()
      ? []
      : [{ id: `witnesses-${index}-name`, text: t('needWitness', { n: index + 1 }) }],
  ),
];

const WitnessFields = ({
  witnesses,
  set,
  errors,
}: {
  witnesses: readonly Person[];
  set: (witnesses: Person[]) => void;
  errors: readonly FormError[];
}) => (
  <>
    {witnesses.map((witness, index) => {
      const id = `witnesses-${index}`;
      const change = (part: Partial<Person>): void =>
        set(witnesses.map((old, at) => (at === index ? { ...old, ...part } : old)));
      return (
        <fieldset class="stack-tight group" key={id}>
          <legend>{t('witness', { n: index + 1 })}</legend>
          <div class="columns">
            <TextField
              id={`${id}-name`}
              label={t('name')}
              error={errors.find((error) => error.id === `${id}-name`)?.text}
              value={witness.name}
              onInput={(name) => change({ name })}
            />
            <TextField
              id={`${id}-office`}
              label={t('office')}
              value={witness.office}
              onInput={(office) => change({ office })}
            />
          </div>
          <Button
            look="quiet"
            icon={<Trash2 class="icon" aria-hidden="true" />}
            onClick={() => set(witnesses.filter((_, at) => at !== index))}
          >
            {t('removeWitness', { n: index + 1 })}
          </Button>
        </fieldset>
      );
    })}
  </>
);

const StartForm = ({ session, onStarted }: { session: SessionShown; onStarted: () => void }) => {
  const [reader, setReader] = useState<Person>({ name: '', office: '' });
  const [witnesses, setWitnesses] = useState<Person[]>([]);
  const [faults, setFaults] = useState<FormError[]>([]);
  // The client names the reading, so that a repeated tap records it once.
  const [reading] = useState(newKey);
  // The first tap is the start; trying again after a lost answer does not move it.
  const startedAt = useRef<string | null>(null);
  const start = useAction(async () => {
    startedAt.current ??= new Date().toISOString();
    const body = { reader, witnesses, startedAt: startedAt.current };
    await api('PUT /api/sessions/:session/readings/:reading', { params: { session: session.id, reading }, body });
    onStarted();
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = checkPeople(reader, witnesses);
    setFaults(found);
    if (!found.length) void start.run();
  };
  const errorOf = (id: string): string | undefined => faults.find((fault) => fault.id === id)?.text;
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <fieldset class="stack-tight">
        <legend>{t('reader')}</legend>
        <div class="columns">
          <TextField
            id="reader-name"
            label={t('name')}
            error={errorOf('reader-name')}
            value={reader.name}
            onInput={(name) => setReader({ ...reader, name })}
          />
          <TextField
            id="reader-office"
            label={t('office')}
            error={errorOf('reader-office')}
            value={reader.office}
            onInput={(office) => setReader({ ...reader, office })}
          />
        </div>
      </fieldset>
      <WitnessFields witnesses={witnesses} set={setWitnesses} errors={faults} />
      {start.problem && (
        // It is recorded already, perhaps by the try whose answer was lost: what is recorded is shown then.
        <ProblemNotice
          problem={start.problem}
          retryLabel={common('reload')}
          retry={start.problem.code === 'READING_CHANGED' ? onStarted : undefined}
        />
      )}
      <div class="row actions">
        <Button type="submit" busy={start.busy} icon={<Mic class="icon" aria-hidden="true" />}>
          {t('start')}
        </Button>
        {witnesses.length < 10 && (
          <Button
            look="second"
            icon={<Plus class="icon" aria-hidden="true" />}
            onClick={() => setWitnesses([...witnesses, { name: '', office: '' }])}
          >
            {t('addWitness')}
          </Button>
        )}
      </div>
    </form>
  );
};

const Running = ({
  session,
  reading,
  onStopped,
}: {
  session: SessionShown;
  reading: Reading;
  onStopped: () => void;
}) => {
  const stop = useAction(async () => {
    const { id, reader, witnesses, startedAt } = reading;
    const body = { reader, witnesses, startedAt, endedAt: new Date().toISOString() };
    await api('PUT /api/sessions/:session/readings/:reading', { params: { session: session.id, reading: id }, body });
    onStopped();
  });
  return (
    <Notice
      tone="info"
      title={t('running', { name: reading.reader.name, time: preciseClockIn(session.zone, reading.startedAt) })}
      live
    >
      {stop.problem && (
        <ProblemNotice
          problem={stop.problem}
          retryLabel={common('reload')}
          retry={stop.problem.code === 'READING_CHANGED' ? onStopped : undefined}
        />
      )}
      <Button busy={stop.busy} icon={<Square class="icon" aria-hidden="true" />} onClick={() => void stop.run()}>
        {t('stop')}
      </Button>
    </Notice>
  );
};

const Ended = ({ session, reading }: { session: SessionShown; reading: Reading }) => (
  <SummaryList
    rows={[
      { term: t('readBy'), value: `${reading.reader.name}, ${reading.reader.office}` },
      {
        term: t('readAt'),
        value: t('fromTo', {
          from: clockIn(session.zone, reading.startedAt),
          to: clockIn(session.zone, reading.endedAt ?? reading.startedAt),
        }),
      },
      {
        term: t('witnesses'),
        value: reading.witnesses.map((witness) => `${witness.name}, ${witness.office}`).join('; '),
      },
    ]}
  />
);

interface Props {
  session: SessionShown;
  /** Whether this member of staff may record, and the session is in a state for it. */
  recordable: boolean;
}

export const ReadingPart = ({ session, recordable }: Props) => {
  const loaded = useLoad(session.id, (signal) =>
    apiAll('GET /api/sessions/:session/readings', { params: { session: session.id }, query: {}, signal }),
  );
  const [another, setAnother] = useState(false);
  const changed = (): void => {
    setAnother(false);
    loaded.reload();
  };
  return (
    <section class="stack no-print" aria-labelledby="pembacaan">
      <h2 id="pembacaan">{t('readingTitle')}</h2>
      <WhenLoaded loaded={loaded}>
        {(readings) => {
          const running = readings.find((reading) => reading.endedAt === null);
          const ended = readings.filter((reading) => reading.endedAt !== null);
          const form = recordable && !running && (another || !ended.length);
          return (
            <div class="stack">
              {ended.map((reading) => (
                <Ended key={reading.id} session={session} reading={reading} />
              ))}
              {running && recordable && <Running session={session} reading={running} onStopped={changed} />}
              {!readings.length && !recordable && <p class="soft">{t('noReading')}</p>}
              {form && <StartForm session={session} onStarted={changed} />}
              {recordable && !running && ended.length > 0 && !another && (
                <Button look="quiet" onClick={() => setAnother(true)}>
                  {t('another')}
                </Button>
              )}
            </div>
          );
        }}
      </WhenLoaded>
    </section>
  );
};
