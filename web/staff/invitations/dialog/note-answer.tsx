/** The form for an answer that came by telephone: attending, a delegate, or nobody and why. */
import { useState } from 'preact/hooks';
import type { AnswerKind } from '../../../../functions/invitations/answer-schema.ts';
import type { ActingStatus } from '../../../../functions/platform/base-schema.ts';
import { api } from '../../../shared/api.ts';
import type { TypedDelegate } from '../../../shared/delegate.ts';
import { common } from '../../../shared/texts.ts';
import { Button, Choices, DelegateFields, ProblemNotice, SelectField, TextField } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { actingName } from '../../../shared/words.ts';
import { answerName } from '../answer-words.ts';
import type { InvitationShown } from '../invitation.ts';
import { type AnswerDraft, draftOf, missingIn, requestOf } from './answer-draft.ts';
import { t } from './texts.ts';

const kinds: readonly AnswerKind[] = ['ATTENDING', 'DELEGATED', 'UNABLE'];

const Delegate = ({ delegate, onChange }: { delegate: TypedDelegate; onChange: (delegate: TypedDelegate) => void }) => (
  <>
    <DelegateFields id="telepon-wakil" delegate={delegate} onChange={onChange} />
    <SelectField
      id="telepon-wakil-acting"
      label={t('acting')}
      short
      optional
      empty={t('actingUnknown')}
      value={delegate.acting ?? ''}
      onChange={(acting) => onChange({ ...delegate, acting: acting ? (acting as ActingStatus) : undefined })}
      options={actingName.codes.map((value) => ({ value, label: actingName(value) }))}
    />
  </>
);

interface Props {
  session: string;
  invitation: InvitationShown;
  onNoted: (invitation: InvitationShown) => void;
  onReload: () => void;
  onBack: () => void;
}

export const NoteAnswer = ({ session, invitation, onNoted, onReload, onBack }: Props) => {
  const [draft, setDraft] = useState(() => draftOf(invitation));
  const [tried, setTried] = useState(false);
  const set = (change: Partial<AnswerDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const missing = tried ? missingIn(draft) : undefined;
  const send = useAction(async () => {
    const body = requestOf(draft);
    if (!body) return;
    onNoted(
      await api('PUT /api/sessions/:session/invitations/:invitation/answer', {
        params: { session, invitation: invitation.id },
        body,
      }),
    );
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const fault = missingIn(draft);
    if (fault) document.getElementById(fault.id)?.focus();
    else void send.run();
  };
  const stale = send.problem?.code === 'INVITATION_CHANGED';
  return (
    <form class="stack group" noValidate onSubmit={submit}>
      <Choices
        id="jawaban-telepon"
        label={t('whichAnswer')}
        single
        error={missing?.id === 'jawaban-telepon' ? t(missing.text) : undefined}
        chosen={draft.kind ? [draft.kind] : []}
        onChange={([kind]) => set({ kind: kind as AnswerKind })}
        choices={kinds.map((value) => ({ value, label: answerName(value) }))}
      />
      {draft.kind === 'DELEGATED' && <Delegate delegate={draft.delegate} onChange={(delegate) => set({ delegate })} />}
      {draft.kind === 'UNABLE' && (
        <TextField
          id="alasan-berhalangan"
          label={t('reason')}
          hint={t('reasonHint')}
          error={missing?.id === 'alasan-berhalangan' ? t(missing.text) : undefined}
          maxLength={200}
          value={draft.reason}
          onInput={(reason) => set({ reason })}
        />
      )}
      {invitation.delegation && draft.kind && draft.kind !== 'DELEGATED' && <p class="soft">{t('takesBack')}</p>}
      {send.problem && (
        <ProblemNotice problem={send.problem} retryLabel={common('reload')} retry={stale ? onReload : undefined} />
      )}
      <div class="row actions">
        <Button type="submit" busy={send.busy}>
          {t('noteSave')}
        </Button>
        <Button look="second" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
};
