/** A form of the register: checked here first, then by the API, whose faults it shows at their fields. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formErrors } from '../../shared/field-errors.ts';
import { Button, ErrorSummary, type FormError, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { t } from './unit-texts.ts';
import { unitPath } from './use-unit.ts';

/** To the unit that has the code or the name already; in a tab of its own, so that nothing typed is lost. */
const OtherUnit = ({ id }: { id: string }) => (
  <Notice tone="warn" title={t('existsTitle')} live>
    <p>{t('existsText')}</p>
    <p>
      <a href={unitPath(id)} target="_blank" rel="noopener">
        {t('existsOpen')}
      </a>
    </p>
  </Notice>
);

interface SaveFormProps {
  /** What is wrong with what was typed; nothing is sent unless it is empty. */
  faults: () => FormError[];
  send: () => Promise<void>;
  submit: string;
  /** Reads the unit anew when somebody else was faster. */
  reload?: () => void;
  children: (errors: readonly FormError[]) => ComponentChildren;
}

export const SaveForm = ({ faults, send, submit, reload, children }: SaveFormProps) => {
  const [found, setFound] = useState<FormError[]>([]);
  const save = useAction(send);
  const { problem } = save;
  const fields = problem?.errors;
  const errors = fields?.length ? formErrors(fields) : found;
  const again = reload && problem?.code === 'UNIT_CHANGED' ? { retry: reload, retryLabel: t('readAnew') } : {};
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const wrong = faults();
    setFound(wrong);
    save.forget();
    if (!wrong.length) void save.run();
  };
  return (
    <form class="stack form" noValidate onSubmit={onSubmit}>
      <ErrorSummary errors={errors} />
      {problem?.unit !== undefined && <OtherUnit id={problem.unit} />}
      {problem && !fields?.length && <ProblemNotice problem={problem} {...again} />}
      {children(errors)}
      <Button type="submit" busy={save.busy}>
        {submit}
      </Button>
    </form>
  );
};
