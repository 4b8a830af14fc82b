/** One question with three answers, and what belongs to the chosen one. What was filled in outlives a reload and a failed sending. */
import { useState } from 'preact/hooks';
import type { AnswerKind } from '../../../functions/invitations/answer-schema.ts';
import { api } from '../../shared/api.ts';
import { type ApiProblem, type ApiProblemCode, problemSentence } from '../../shared/api-problem.ts';
import { formErrors } from '../../shared/field-errors.ts';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorSummary, type FormError } from '../../shared/ui/error-summary.tsx';
import { Choices, TextField } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useAction } from '../../shared/use-load.ts';
import type { OwnView } from '../attendee-view.ts';
import { lastingPhone } from '../phone.ts';
import { RequestId } from '../venue/request-id.tsx';
import { draftOf, endingOf, missingIn, requestOf } from './answer-rules.ts';
import { DelegateForm } from './delegate-form.tsx';
import { type Draft, dropDraft, keepDraft, keptDraft } from './draft.ts';
import { EndDelegation } from './end-delegation.tsx';
import { t } from './texts.ts';

const choices = () => [
  { value: 'ATTENDING', label: <strong>{t('attending')}</strong>, hint: t('attendingHint') },
  { value: 'DELEGATED', label: <strong>{t('delegated')}</strong>, hint: t('delegatedHint') },
  { value: 'UNABLE', label: <strong>{t('unable')}</strong>, hint: t('unableHint') },
];

/** Sending again is of no use: what this page shows is no longer so. */
const outdated: readonly ApiProblemCode[] = [
  'INVITATION_CHANGED',
  'INVITATION_REVOKED',
  'INVITATION_NOT_PUBLISHED',
  'LINK_BOUND',
  'ANSWER_TOO_LATE',
  'DELEGATE_CANNOT_DELEGATE',
];

const Failed = ({ problem, onReload }: { problem: ApiProblem; onReload: () => void }) => (
  <Notice tone="bad" title={common('problemTitle')} live>
    <p>{problemSentence(problem.code)}</p>
    <RequestId problem={problem} />
    {outdated.includes(problem.code) ? (
      <Button look="second" onClick={onReload}>
        {t('reload')}
      </Button>
    ) : (
      problem.code !== 'DELEGATION_LIMIT' && <p>{t('notLost')}</p>
    )}
  </Notice>
);

/** The API names what is wrong by its path; the form's fields have names of their own. */
const fieldOf = (id: string): string => {
  if (id === 'reason') return 'alasan';
  return id.startsWith('delegate-') ? id.replace('delegate', 'wakil') : 'jawaban';
};

interface AnswerFormProps {
  view: OwnView;
  token: string;
  onAnswered: (view: OwnView) => void;
  /** An answer stands already, and may stay. */
  onCancel?: (() => void) | undefined;
  reload: () => void;
}

const useDraft = (invitation: OwnView['invitation']) => {
  const [draft, setDraft] = useState<Draft>(() => keptDraft(invitation) ?? draftOf(invitation));
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(invitation, next);
  };
  return { draft, change };
};

export const AnswerForm = ({ view, token, onAnswered, onCancel, reload }: AnswerFormProps) => {
  const { invitation } = view;
  const { draft, change } = useDraft(invitation);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [asked, setAsked] = useState(false);
  const ending = endingOf(draft, invitation);
  const sending = useAction(async () => {
    const body = requestOf(draft);
    if (!body) return;
    const answered = await api('POST /api/c/:token/answer', { params: { token }, body });
    dropDraft(invitation);
    onAnswered(answered);
  });
  const { problem } = sending;
  const refused = problem?.code === 'INPUT_INVALID' ? formErrors(problem.errors) : [];
  const faults = errors.length ? errors : refused.map(({ id, text }) => ({ id: fieldOf(id), text }));
  const fault = (id: string) => faults.find((error) => error.id === id)?.text;

  const submit = (event: Event): void => {
    event.preventDefault();
    const missing = missingIn(draft, { choose: t('choose'), reason: t('reasonMissing') });
    setErrors(missing);
    if (missing.length) return;
    // A code that dies is refused at the door for ever: it is never the price of one tap.
    if (ending) setAsked(true);
    else void sending.run();
  };
  const fill = (part: Partial<Draft>): void => {
    setAsked(false);
    change(part);
  };

  return (
    <form class="panel stack no-print" noValidate onSubmit={submit} aria-labelledby="jawaban-judul">
      <h2 id="jawaban-judul">{t('question')}</h2>
      <ErrorSummary errors={faults} />
      <div class="answers">
        <Choices
          id="jawaban"
          label={t('question')}
          labelHidden
          single
          error={fault('jawaban')}
          choices={choices()}
          chosen={draft.kind ? [draft.kind] : []}
          onChange={([kind]) => fill({ kind: kind as AnswerKind })}
        />
      </div>
      {draft.kind === 'DELEGATED' && (
        <DelegateForm delegate={draft.delegate} onChange={(delegate) => fill({ delegate })} />
      )}
      {draft.kind === 'UNABLE' && (
        <TextField
          id="alasan"
          label={t('reason')}
          hint={t('reasonHint')}
          error={fault('alasan')}
          maxLength={200}
          value={draft.reason}
          onInput={(reason) => fill({ reason })}
        />
      )}
      {problem && !refused.length && <Failed problem={problem} onReload={reload} />}
      {view.bound === 'NONE' && lastingPhone() !== undefined && <p class="small soft">{t('willBind')}</p>}
      {asked && ending ? (
        <EndDelegation
          view={view}
          yes={t(ending === 'REPLACED' ? 'endReplaced' : 'endTakenBack')}
          busy={sending.busy}
          onYes={() => void sending.run()}
          onNo={() => setAsked(false)}
        />
      ) : (
        <Button type="submit" busy={sending.busy} wide>
          {sending.busy ? t('sending') : t('send')}
        </Button>
      )}
      {onCancel && (
        <Button
          look="quiet"
          wide
          onClick={() => {
            dropDraft(invitation);
            onCancel();
          }}
        >
          {t('keepOld')}
        </Button>
      )}
    </form>
  );
};
