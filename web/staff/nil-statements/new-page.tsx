/** Drafting a nil statement: what was not found, over which period, by whom, and who signs. */
import { useLocation } from 'preact-iso';
import type { NilStatementShown } from '../../../functions/nil-statements/nil-statement-schema.ts';
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import { api } from '../../shared/api.ts';
import {
  Button,
  ErrorSummary,
  PageHeader,
  ProblemNotice,
  SelectField,
  TextArea,
  TextField,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { actingName } from '../../shared/words.ts';
import { useRegency } from '../frame/staff.ts';
import { useDraftForm } from '../frame/use-draft-form.ts';
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
const FromLast = ({ regency, onTake }: { regency: string; onTake: (last: NilStatementShown) => void }) => {
  const { data } = useLoad(regency, (signal) =>
    api('GET /api/regencies/:regency/nil-statements', { params: { regency }, query: { limit: 1 }, signal }),
  );
  const last = data?.items[0];
  if (!last) return null;
  return (
    <div>
      <Button look="second" onClick={() => onTake(last)}>
        {t('fromLast')}
      </Button>
      <p class="small soft">{t('fromLastHint')}</p>
    </div>
  );
};

const Form = () => {
  const { code } = useRegency();
  const { route } = useLocation();
  const { draft, change, errors, errorOf, problem, busy, submit } = useDraftForm({
    empty: emptyDraft,
    faultsOf: checkDraft,
    send: async (typed, idempotencyKey) => {
      const call = { params: { regency: code }, body: bodyOf(typed), idempotencyKey };
      await api('POST /api/regencies/:regency/nil-statements', call);
      route('/staf/nihil');
    },
  });
  const common = { draft, onChange: change, errorOf };
  return (
    <form class="stack form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {problem && <ProblemNotice problem={problem} />}
      <FromLast regency={code} onTake={(last) => change(draftLike(draft, last))} />
      <StatementFields {...common} />
      <SignerFields {...common} />
      <p class="small soft">{t('notOurs')}</p>
      <Button type="submit" busy={busy}>
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
