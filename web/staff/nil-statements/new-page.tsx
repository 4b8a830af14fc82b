/** Drafting a nil statement: what was not found, over which period, by whom, and who signs. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import { api, newKey } from '../../shared/api.ts';
import { formErrors } from '../../shared/field-errors.ts';
import {
  Button,
  ErrorSummary,
  type FormError,
  PageHeader,
  ProblemNotice,
  SelectField,
  TextArea,
  TextField,
} from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import { actingName } from '../../shared/words.ts';
import { useRegency } from '../frame/staff.ts';
import { bodyOf, checkDraft, type Draft, draftLike, emptyDraft } from './draft.ts';
import { t } from './texts.ts';

interface FieldsProps {
  draft: Draft;
  errorOf: (id: string) => string | undefined;
  onChange: (change: Partial<Draft>) => void;
}
type TextName = Exclude<keyof Draft, 'signer'>;
type SignerName = Exclude<keyof Draft['signer'], 'acting'>;

const StatementFields = ({ draft, errorOf, onChange }: FieldsProps) => {
  const text = (name: TextName, label: string, more: object = {}) => (
    <TextField
      id={name}
      label={label}
      error={errorOf(name)}
      value={draft[name]}
      onInput={(value) => onChange({ [name]: value })}
      {...more}
    />
  );
  const day = { type: 'date', short: true };
  return (
    <fieldset class="group stack">
      <legend>{t('theStatement')}</legend>
      {text('from', t('from'), day)}
      {text('to', t('to'), day)}
      {text('subject', t('subjectField'), { hint: t('subjectHint'), maxLength: 200 })}
      {text('source', t('sourceField'), { hint: t('sourceHint'), maxLength: 300 })}
      {text('place', t('place'), { short: true, maxLength: 60 })}
      {text('dated', t('datedField'), day)}
      {text('number', t('number'), { optional: true, hint: t('numberHint'), maxLength: 80 })}
      <TextArea
        id="note"
        label={t('note')}
        optional
        maxLength={1000}
        value={draft.note}
        onInput={(note) => onChange({ note })}
      />
    </fieldset>
  );
};

const SignerFields = ({ draft: { signer }, errorOf, onChange }: FieldsProps) => {
  const text = (name: SignerName, label: string, more: object = {}) => (
    <TextField
      id={`signer-${name}`}
      label={label}
      error={errorOf(`signer-${name}`)}
      value={signer[name]}
      onInput={(value) => onChange({ signer: { ...signer, [name]: value } })}
      {...more}
    />
  );
  return (
    <fieldset class="group stack">
      <legend>{t('theSigner')}</legend>
      {text('office', t('office'), { hint: t('officeHint'), maxLength: 120 })}
      <SelectField
        id="signer-acting"
        label={t('acting')}
        value={signer.acting}
        onChange={(acting) => onChange({ signer: { ...signer, acting: acting as ActingStatus } })}
        options={actingName.codes.map((code) => ({ value: code, label: actingName(code) }))}
      />
      {text('name', t('name'), { maxLength: 100 })}
      {text('titlesBefore', t('titlesBefore'), { optional: true, short: true, maxLength: 40 })}
      {text('titlesAfter', t('titlesAfter'), { optional: true, short: true, maxLength: 60 })}
      {text('rank', t('rank'), { optional: true, maxLength: 60 })}
      {text('nip', t('nipField'), { optional: true, short: true, hint: t('nipHint') })}
    </fieldset>
  );
};

/** The latest statement, whose wording is usually said again. */
const FromLast = ({ regency, onTake }: { regency: string; onTake: (take: (draft: Draft) => Draft) => void }) => {
  const { data } = useLoad(regency, (signal) =>
    api('GET /api/regencies/:regency/nil-statements', { params: { regency }, query: { limit: 1 }, signal }),
  );
  const last = data?.items[0];
  if (!last) return null;
  return (
    <div>
      <Button look="second" onClick={() => onTake((draft) => draftLike(draft, last))}>
        {t('fromLast')}
      </Button>
      <p class="small soft">{t('fromLastHint')}</p>
    </div>
  );
};

const Form = () => {
  const { code } = useRegency();
  const { route } = useLocation();
  const [draft, setDraft] = useState(emptyDraft);
  const [found, setFound] = useState<FormError[]>([]);
  // One key until it is answered: pressed again after a lost answer, it is the same wish.
  const [key, setKey] = useState(newKey);
  const send = useAction(async () => {
    const call = { params: { regency: code }, body: bodyOf(draft), idempotencyKey: key };
    await api('POST /api/regencies/:regency/nil-statements', call);
    route('/staf/nihil');
  });
  const fields = send.problem?.errors;
  const errors = fields?.length ? formErrors(fields) : found;
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    // Another wish than the one that may have arrived already.
    if (send.problem) setKey(newKey());
    send.forget();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wrong = checkDraft(draft);
    setFound(wrong);
    if (!wrong.length) void send.run();
  };
  const common = { draft, onChange: change, errorOf: (id: string) => errors.find((error) => error.id === id)?.text };
  return (
    <form class="stack form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {send.problem && !fields?.length && <ProblemNotice problem={send.problem} />}
      <FromLast regency={code} onTake={setDraft} />
      <StatementFields {...common} />
      <SignerFields {...common} />
      <p class="small soft">{t('notOurs')}</p>
      <Button type="submit" busy={send.busy}>
        {t('draftIt')}
      </Button>
    </form>
  );
};

export const NewNilStatementPage = () => (
  <>
    <PageHeader title={t('newTitle')} lead={t('newLead')} up={{ href: '/staf/nihil', label: t('all') }} />
    <Form />
  </>
);
