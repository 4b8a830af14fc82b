/** Planning a reading, or entering one from paper: who reads, who witnesses, and for paper when it was. */
import { Plus, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api, newKey } from '../../shared/api.ts';
import { formErrors } from '../../shared/field-errors.ts';
import { common } from '../../shared/texts.ts';
import { Button, ErrorSummary, type FormError, ProblemNotice, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { checkReading, mostWitnesses, type Person, type ReadingDraft, readingBody } from './reading-draft.ts';
import { t } from './reading-texts.ts';

interface PersonFieldsProps {
  id: string;
  legend: string;
  person: Person;
  errorOf: (id: string) => string | undefined;
  onChange: (person: Person) => void;
  onRemove?: (() => void) | undefined;
  removeLabel?: string;
}

const PersonFields = ({ id, legend, person, errorOf, onChange, onRemove, removeLabel }: PersonFieldsProps) => (
  <fieldset class="stack-tight group">
    <legend>{legend}</legend>
    <div class="columns">
      <TextField
        id={`${id}-name`}
        label={t('name')}
        maxLength={100}
        error={errorOf(`${id}-name`)}
        value={person.name}
        onInput={(name) => onChange({ ...person, name })}
      />
      <TextField
        id={`${id}-office`}
        label={t('office')}
        maxLength={120}
        error={errorOf(`${id}-office`)}
        value={person.office}
        onInput={(office) => onChange({ ...person, office })}
      />
    </div>
    {onRemove && (
      <Button look="quiet" icon={<Trash2 class="icon" aria-hidden="true" />} onClick={onRemove}>
        {removeLabel}
      </Button>
    )}
  </fieldset>
);

interface PartProps {
  draft: ReadingDraft;
  set: (change: Partial<ReadingDraft>) => void;
  errorOf: (id: string) => string | undefined;
}

const Witnesses = ({ draft: { witnesses }, set, errorOf }: PartProps) => (
  <>
    {witnesses.map((witness, index) => (
      <PersonFields
        key={`witnesses-${index}`}
        id={`witnesses-${index}`}
        legend={t('witness', { n: index + 1 })}
        person={witness}
        errorOf={errorOf}
        onChange={(person) => set({ witnesses: witnesses.map((old, at) => (at === index ? person : old)) })}
        onRemove={() => set({ witnesses: witnesses.filter((_, at) => at !== index) })}
        removeLabel={t('removeWitness', { n: index + 1 })}
      />
    ))}
    {witnesses.length < mostWitnesses && (
      <Button
        look="quiet"
        icon={<Plus class="icon" aria-hidden="true" />}
        onClick={() => set({ witnesses: [...witnesses, { name: '', office: '' }] })}
      >
        {t('addWitness')}
      </Button>
    )}
  </>
);

const Times = ({ draft, set, errorOf, zone }: PartProps & Pick<SessionShown, 'zone'>) => (
  <div class="stack-tight">
    <p class="hint">{t('paperHint')}</p>
    <div class="columns">
      <TextField
        id="startedAt"
        type="datetime-local"
        label={t('startedAt', { zone })}
        error={errorOf('startedAt')}
        value={draft.startedAt}
        onInput={(startedAt) => set({ startedAt })}
      />
      <TextField
        id="endedAt"
        type="datetime-local"
        label={t('endedAt', { zone })}
        error={errorOf('endedAt')}
        value={draft.endedAt}
        onInput={(endedAt) => set({ endedAt })}
      />
    </div>
  </div>
);

interface Props {
  session: SessionShown;
  start: ReadingDraft;
  /** The plan that is changed; a new one is named here, so that a repeated tap records it once. */
  reading?: string;
  onSaved: () => void;
  onClose: () => void;
}

export const ReadingForm = ({ session, start, reading, onSaved, onClose }: Props) => {
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<FormError[]>([]);
  const [id] = useState(() => reading ?? newKey());
  const save = useAction(async () => {
    const body = readingBody(draft, session.zone);
    await api('PUT /api/sessions/:session/readings/:reading', { params: { session: session.id, reading: id }, body });
    onSaved();
  });
  const { problem } = save;
  const errors = problem?.errors.length ? formErrors(problem.errors) : faults;
  const part: PartProps = {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    errorOf: (field) => errors.find((error) => error.id === field)?.text,
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = checkReading(draft);
    save.forget();
    setFaults(found);
    if (!found.length) void save.run();
  };
  const fresh = draft.paper ? t('savePaper') : t('save');
  return (
    <form class="stack form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <PersonFields
        id="reader"
        legend={t('reader')}
        person={draft.reader}
        errorOf={part.errorOf}
        onChange={(reader) => part.set({ reader })}
      />
      <Witnesses {...part} />
      {draft.paper && <Times {...part} zone={session.zone} />}
      {problem && !problem.errors.length && (
        // It is recorded otherwise already, perhaps by a try whose answer was lost: what is recorded is shown then.
        <ProblemNotice
          problem={problem}
          retryLabel={common('reload')}
          retry={problem.code === 'READING_CHANGED' ? onSaved : undefined}
        />
      )}
      <div class="row actions">
        <Button type="submit" busy={save.busy}>
          {reading ? t('saveChange') : fresh}
        </Button>
        <Button look="second" onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
};
