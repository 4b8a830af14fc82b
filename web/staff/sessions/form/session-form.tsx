/** The form of a plan, new or old; errors on top, each linked to its field. */
import { useMemo, useState } from 'preact/hooks';
import type { ApiProblem } from '../../../shared/api-problem.ts';
import { formErrors } from '../../../shared/field-errors.ts';
import { Button, ErrorSummary, type FormError, ProblemNotice, TextArea } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { useRegency } from '../../frame/staff.ts';
import type { PledgeText } from '../../texts/eligible.ts';
import { AgendaSection } from './agenda-section.tsx';
import { ClassesSection, type LegalBases, LegalSection } from './base-section.tsx';
import { checkDraft } from './check.ts';
import { bodyOf, type SessionBody, type SessionDraft } from './draft.ts';
import { LetterSection } from './letter-section.tsx';
import { PlaceSection } from './place-section.tsx';
import { classesFor, PledgeSection, textKey } from './pledge-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { t } from './texts.ts';
import { WavesSection } from './waves-section.tsx';
import { WhatSection } from './what-section.tsx';

interface Props {
  start: SessionDraft;
  laws: LegalBases;
  texts: readonly PledgeText[];
  /** Whether this installation sends e-mails. */
  sendsMail: boolean;
  submitLabel: string;
  send: (body: SessionBody) => Promise<void>;
  /** Reads the plan anew, when somebody else has changed it. */
  reload?: () => void;
}

/** The API's field errors where it has any; a law of a list is shown at the list. */
const apiErrors = (problem: ApiProblem | undefined): FormError[] =>
  formErrors(problem?.errors ?? []).map((error) => ({
    ...error,
    id: error.id.replace(/^(legalBases|classes|pledge-classes)-\d+$/, '$1'),
  }));

export const SessionForm = ({ start, laws, texts, sendsMail, submitLabel, send, reload }: Props) => {
  const { zone } = useRegency();
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<FormError[]>([]);
  const chosen = texts.find((text) => textKey(text) === draft.pledgeText);
  const variables = chosen?.variables ?? [];
  // A plan made under an earlier rule may name classes that its text is not for; the form shows them as left out.
  const meant = chosen ? { ...draft, pledgeClasses: classesFor(chosen, draft.pledgeClasses) } : draft;
  const save = useAction(async () => send(bodyOf(meant, zone, variables)));
  const errors = useMemo(
    () => (save.problem?.errors.length ? apiErrors(save.problem) : faults),
    [save.problem, faults],
  );
  const section = {
    draft,
    set: (change: Partial<SessionDraft>) => setDraft((before) => ({ ...before, ...change })),
    errorOf: (id: string) => errors.find((error) => error.id === id)?.text,
    zone,
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = checkDraft(meant, variables);
    save.forget();
    setFaults(found);
    if (!found.length) void save.run();
  };
  return (
    <form class="stack-wide form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      {save.problem && !save.problem.errors.length && <ProblemNotice problem={save.problem} />}
      {save.problem?.code === 'SESSION_CHANGED' && reload && (
        <Button look="second" onClick={reload}>
          {t('reload')}
        </Button>
      )}
      <WhatSection {...section} />
      <PlaceSection {...section} />
      <WavesSection {...section} />
      <AgendaSection {...section} />
      <LegalSection {...section} laws={laws} />
      <ClassesSection {...section} />
      <RemindersSection {...section} sendsMail={sendsMail} />
      <PledgeSection {...section} texts={texts} />
      <LetterSection {...section} />
      <TextArea
        id="note"
        label={t('note')}
        optional
        error={section.errorOf('note')}
        value={draft.note}
        onInput={(note) => section.set({ note })}
      />
      <Button type="submit" busy={save.busy}>
        {submitLabel}
      </Button>
    </form>
  );
};
