/** Noting what units undertook: what, by when, and whose it is. */
import { useState } from 'preact/hooks';
import { api, apiAll } from '../../shared/api.ts';
import { number, shortDateIn } from '../../shared/format.ts';
import {
  Button,
  ButtonLink,
  Choices,
  ErrorSummary,
  Notice,
  PageHeader,
  ProblemNotice,
  SelectField,
  TextArea,
  TextField,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { followUpKindName, phaseName } from '../../shared/words.ts';
import { useRegency } from '../frame/staff.ts';
import { useDraftForm } from '../frame/use-draft-form.ts';
import { useUnits } from '../invitations/invite/use-units.ts';
import type { UnitShown } from '../invitations/invite/whom.ts';
import { todayIn } from '../roster/days.ts';
import { bodyOf, checkDraft, countMeant, type Draft, emptyDraft } from './draft.ts';
import { t } from './texts.ts';
import { WhomPart } from './whom-part.tsx';
import '../invitations/invitations.css';
import './follow-ups.css';

/** A whole regency takes the server a while. */
const timeoutMs = 60_000;

/** The sessions that somebody may have undertaken something at, the latest first. */
const useSessions = (regency: string) =>
  useLoad(regency, async (signal) => {
    const all = await apiAll('GET /api/regencies/:regency/sessions', { params: { regency }, query: {}, signal });
    return all.filter(({ state }) => state !== 'CANCELLED').sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
  });

interface FieldsProps {
  draft: Draft;
  errorOf: (id: string) => string | undefined;
  onChange: (change: Partial<Draft>) => void;
}

const WhatFields = ({ draft, errorOf, onChange }: FieldsProps) => (
  <>
    <TextArea
      id="text"
      label={t('text')}
      hint={t('textHint')}
      error={errorOf('text')}
      maxLength={600}
      value={draft.text}
      onInput={(text) => onChange({ text })}
    />
    <Choices
      id="kind"
      label={t('kind')}
      error={errorOf('kind')}
      single
      chosen={[draft.kind]}
      onChange={([kind = '']) => onChange({ kind })}
      choices={followUpKindName.codes.map((code) => ({
        value: code,
        label: followUpKindName(code),
        hint: t(`${code}hint`),
      }))}
    />
    <Choices
      id="phase"
      label={t('phase')}
      error={errorOf('phase')}
      single
      chosen={[draft.phase]}
      onChange={([phase = '']) => onChange({ phase })}
      choices={phaseName.codes.map((code) => ({ value: code, label: phaseName(code) }))}
    />
  </>
);

const WhenFields = ({ draft, errorOf, onChange }: FieldsProps) => {
  const { code, zone } = useRegency();
  const sessions = useSessions(code);
  const isPast = draft.due !== '' && draft.due < todayIn(zone);
  return (
    <>
      <TextField
        id="due"
        type="date"
        label={t('due')}
        short
        hint={isPast ? t('duePast') : undefined}
        error={errorOf('due')}
        value={draft.due}
        onInput={(due) => onChange({ due })}
      />
      <SelectField
        id="session"
        label={t('session')}
        empty={t('noSession')}
        error={errorOf('session')}
        value={draft.session}
        onChange={(session) => onChange({ session })}
        options={(sessions.data ?? []).map((session) => ({
          value: session.id,
          label: `${shortDateIn(session.zone, session.startsAt)} · ${session.title}`,
        }))}
      />
    </>
  );
};

const Done = ({ created, onAnother }: { created: number; onAnother: () => void }) => (
  <div class="stack">
    <Notice tone="good" title={t('created', { n: number(created) })} live />
    <div class="row actions">
      <ButtonLink href="/staf/tindak-lanjut">{t('seeList')}</ButtonLink>
      <Button look="second" onClick={onAnother}>
        {t('another')}
      </Button>
    </div>
  </div>
);

const submitLabel = (draft: Draft, meant: number): string => {
  if (draft.how === 'regency') return t('noteForRegency');
  return meant ? t('noteFor', { n: number(meant) }) : t('noteNone');
};

const Form = ({ units }: { units: readonly UnitShown[] }) => {
  const { code } = useRegency();
  const [created, setCreated] = useState<number>();
  const { draft, change, errors, errorOf, problem, busy, submit } = useDraftForm({
    empty: emptyDraft,
    faultsOf: (typed) => checkDraft(typed, countMeant(typed, units)),
    send: async (typed, idempotencyKey) => {
      const call = { params: { regency: code }, body: bodyOf(typed), idempotencyKey, timeoutMs };
      const answer = await api('POST /api/regencies/:regency/follow-ups', call);
      setCreated(answer.created);
    },
  });
  if (created !== undefined)
    return (
      <Done
        created={created}
        onAnother={() => {
          change({ text: '' });
          setCreated(undefined);
        }}
      />
    );
  return (
    <form class="stack form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {problem && <ProblemNotice problem={problem} />}
      <WhatFields draft={draft} errorOf={errorOf} onChange={change} />
      <WhomPart draft={draft} units={units} errorOf={errorOf} onChange={change} />
      <WhenFields draft={draft} errorOf={errorOf} onChange={change} />
      <Button type="submit" busy={busy}>
        {submitLabel(draft, countMeant(draft, units))}
      </Button>
    </form>
  );
};

export const NewFollowUpPage = () => {
  const { code } = useRegency();
  const loaded = useUnits(code);
  return (
    <>
      <PageHeader title={t('newTitle')} lead={t('newLead')} up={{ href: '/staf/tindak-lanjut', label: t('back') }} />
      <WhenLoaded loaded={loaded} lines={8}>
        {(units) => <Form units={units} />}
      </WhenLoaded>
    </>
  );
};
