/** The readings of a session: planned, followed while they are read, entered from paper; a late group gets one of its own. */
import { CalendarPlus, FilePen } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { readableAloudStates } from '../../../functions/sessions/session-rules.ts';
import { apiAll } from '../../shared/api.ts';
import { Button, EmptyState, WhenLoaded } from '../../shared/ui/index.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { ReadingCard } from './reading-card.tsx';
import { emptyReading, inOrder, type ReadingShown } from './reading-draft.ts';
import { ReadingForm } from './reading-form.tsx';
import { t } from './reading-texts.ts';

/** While somebody may be reading: whoever stands at the reader's screen starts and ends it, too. */
const pollMs = 5_000;
const restMs = 60_000;

export const useReadings = (session: SessionShown): Loaded<ReadingShown[]> => {
  const [every, setEvery] = useState(restMs);
  return useLoad(
    session.id,
    async (signal) => {
      const params = { session: session.id };
      const readings = await apiAll('GET /api/sessions/:session/readings', { params, query: {}, signal });
      const moving = readings.some(({ state }) => state === 'READING' || state === 'PLANNED');
      setEvery(moving ? pollMs : restMs);
      return readings;
    },
    every,
  );
};

type Adding = 'plan' | 'paper';

interface AddProps {
  session: SessionShown;
  another: boolean;
  /** Somebody has been present at one. */
  begun: boolean;
  onAdd: (adding: Adding) => void;
}

const Add = ({ session, another, begun, onAdd }: AddProps) => (
  <div class="stack-tight">
    {begun && <p class="small soft">{t('anotherHint')}</p>}
    <div class="row actions">
      <Button
        look={another ? 'second' : 'first'}
        icon={<CalendarPlus class="icon" aria-hidden="true" />}
        onClick={() => onAdd('plan')}
      >
        {begun ? t('planAnother') : another ? t('planOther') : t('plan')}
      </Button>
      {readableAloudStates.includes(session.state) && (
        <Button look="quiet" icon={<FilePen class="icon" aria-hidden="true" />} onClick={() => onAdd('paper')}>
          {t('fromPaper')}
        </Button>
      )}
    </div>
  </div>
);

interface PartProps {
  session: SessionShown;
  loaded: Loaded<ReadingShown[]>;
  /** Whether this member of staff may plan and move, and the session is in a state for it. */
  operator: boolean;
}

const Readings = ({ session, loaded, operator, readings }: PartProps & { readings: readonly ReadingShown[] }) => {
  const [adding, setAdding] = useState<Adding>();
  const saved = (): void => {
    setAdding(undefined);
    loaded.reload();
  };
  return (
    <div class="stack">
      {!readings.length && !adding && <EmptyState title={t('none')}>{operator && <p>{t('noneText')}</p>}</EmptyState>}
      {readings.length > 0 && (
        <div class="stack-wide">
          {inOrder(readings).map((reading, index) => (
            <ReadingCard
              key={reading.id}
              session={session}
              reading={reading}
              n={index + 1}
              operator={operator}
              onChanged={loaded.reload}
            />
          ))}
        </div>
      )}
      {operator && adding && (
        <ReadingForm
          session={session}
          start={emptyReading(adding === 'paper')}
          onSaved={saved}
          onClose={() => setAdding(undefined)}
        />
      )}
      {operator && !adding && (
        <Add
          session={session}
          another={readings.length > 0}
          begun={readings.some(({ state }) => state === 'READING' || state === 'READ')}
          onAdd={setAdding}
        />
      )}
    </div>
  );
};

export const ReadingPart = (props: PartProps) => (
  <section class="stack no-print" aria-labelledby="pembacaan">
    <h2 id="pembacaan">{t('title')}</h2>
    <p class="soft">{t('lead')}</p>
    <WhenLoaded loaded={props.loaded}>{(readings) => <Readings {...props} readings={readings} />}</WhenLoaded>
  </section>
);
