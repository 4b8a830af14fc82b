/** Writing a text, with what it will look like beside it. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { api } from '../../shared/api.ts';
import { formErrors } from '../../shared/field-errors.ts';
import {
  Button,
  Choices,
  ErrorSummary,
  type FormError,
  Notice,
  ProblemNotice,
  TextArea,
  TextField,
} from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { className } from '../../shared/words.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { useRegency } from '../frame/staff.ts';
import { type PledgeText, type Staff, whyNotFor } from './eligible.ts';
import { PointFields } from './point-fields.tsx';
import { Preview } from './preview.tsx';
import { blanksOf, checkText, offered, type TextDraft, textBody, wordingOf } from './text-draft.ts';
import { t } from './texts.ts';
import './texts.css';

interface PartProps {
  draft: TextDraft;
  set: (change: Partial<TextDraft>) => void;
  errorOf: (id: string) => string | undefined;
}

const WordingFields = ({ draft, set, errorOf }: PartProps) => {
  const blanks = blanksOf(wordingOf(draft)).map((name) => `{${name}}`);
  return (
    <section class="stack" aria-labelledby="bunyi">
      <h2 id="bunyi">{t('wording')}</h2>
      <div class="stack-tight">
        <p class="small soft">
          {t('variablesHint', { instance: '{instance}', election: '{election}', year: '{year}' })}
        </p>
        <p class="small strong" role="status">
          {blanks.length ? t('used', { names: blanks.join(', ') }) : t('usedNone')}
        </p>
      </div>
      <TextField
        id="title"
        label={t('fieldTitle')}
        maxLength={160}
        error={errorOf('title')}
        value={draft.title}
        onInput={(title) => set({ title })}
      />
      <TextArea
        id="opening"
        label={t('opening')}
        maxLength={1000}
        error={errorOf('opening')}
        value={draft.opening}
        onInput={(opening) => set({ opening })}
      />
      <PointFields points={draft.points} errorOf={errorOf} onChange={(points) => set({ points })} />
      <TextArea
        id="closing"
        label={t('closing')}
        maxLength={1500}
        rows={4}
        error={errorOf('closing')}
        value={draft.closing}
        onInput={(closing) => set({ closing })}
      />
      <TextField
        id="source"
        label={t('source')}
        hint={t('sourceHint')}
        optional
        maxLength={300}
        error={errorOf('source')}
        value={draft.source}
        onInput={(source) => set({ source })}
      />
    </section>
  );
};

const WhoFields = ({ draft, set, errorOf }: PartProps) => {
  const open = offered(draft.staff);
  const counted = className.codes.filter((code) => whyNotFor({}, code) !== 'guest');
  return (
    <section class="stack" aria-labelledby="yang-wajib">
      <h2 id="yang-wajib">{t('who')}</h2>
      <Choices
        id="eligibility-staff"
        label={t('staff')}
        single
        chosen={[draft.staff]}
        onChange={([staff]) => set({ staff: staff as Staff })}
        choices={(['ASN', 'ASN_AND_NON_ASN'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Choices
        id="eligibility-classes"
        label={t('classes')}
        hint={t('classesHint')}
        error={errorOf('eligibility-classes')}
        chosen={draft.classes.filter((code) => open.includes(code))}
        // What this staff leaves out stays chosen for the other.
        onChange={(classes) =>
          set({
            classes: [
              ...(classes as UnitClassCode[]),
              ...draft.classes.filter((code) => !open.includes(code) && !classes.includes(code)),
            ],
          })
        }
        choices={counted.map((code) => ({
          value: code,
          label: <ClassWord of={code} />,
          ...(open.includes(code) ? {} : { disabled: true, hint: t('notAsn') }),
        }))}
      />
    </section>
  );
};

interface Props {
  start: TextDraft;
  /** The id of what is written, known when it is sent: a new text's follows from its title. */
  idOf: (draft: TextDraft) => string;
  version: number;
  /** The version as it was read, where it is written over; null where a new one is written. */
  replaces: PledgeText | null;
  /** The next free version, asked for when the one that is written was locked, or written by somebody else, meanwhile. */
  nextFree: (id: string) => Promise<number>;
}

export const TextForm = ({ start, idOf, version, replaces, nextFree }: Props) => {
  const { code } = useRegency();
  const { route } = useLocation();
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<FormError[]>([]);
  const [free, setFree] = useState<number>();
  const save = useAction(async (as: number) => {
    const params = { regency: code, text: idOf(draft), version: as };
    const body = textBody(draft, as === version ? replaces : null);
    const saved: PledgeText = await api('PUT /api/regencies/:regency/pledge-texts/:text/:version', { params, body });
    route(`/staf/naskah/${saved.id}/${saved.version}`);
  });
  const { problem } = save;
  const locked = problem?.code === 'PLEDGE_TEXT_LOCKED';
  const taken = locked || problem?.code === 'PLEDGE_TEXT_CHANGED';
  const errors = problem?.errors.length ? formErrors(problem.errors) : faults;
  const part: PartProps = {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    errorOf: (id) => errors.find((error) => error.id === id || error.id.startsWith(`${id}-`))?.text,
  };
  const send = (as: number): void => {
    const found = checkText(draft);
    save.forget();
    setFaults(found);
    if (!found.length) void save.run(as);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send(version);
  };
  const another = useAction(async () => {
    const as = await nextFree(idOf(draft));
    setFree(as);
    send(as);
  });
  return (
    <form class="text-editor" noValidate onSubmit={submit}>
      <div class="stack-wide">
        <ErrorSummary errors={errors} />
        <Choices
          id="form"
          label={t('form')}
          single
          chosen={[draft.form]}
          onChange={([form]) => part.set({ form: form as TextDraft['form'] })}
          choices={(['IKRAR', 'PAKTA'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <WordingFields {...part} />
        <WhoFields {...part} />
        {taken && (
          <Notice tone="warn" title={t(locked ? 'lockedMeanwhile' : 'writtenMeanwhile', { n: free ?? version })} live>
            <p>{t(locked ? 'lockedMeanwhileText' : 'writtenMeanwhileText')}</p>
            <Button busy={another.busy || save.busy} onClick={() => void another.run()}>
              {t('saveAs')}
            </Button>
          </Notice>
        )}
        {problem && !taken && !problem.errors.length && <ProblemNotice problem={problem} />}
        {another.problem && <ProblemNotice problem={another.problem} />}
        {!taken && (
          <Button type="submit" busy={save.busy}>
            {t('save')}
          </Button>
        )}
      </div>
      <aside>
        <Preview wording={wordingOf(draft)} />
      </aside>
    </form>
  );
};
