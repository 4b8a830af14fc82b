/** A form that makes something new: checked here first, then by the API, whose faults it shows at their fields. */
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../shared/api-problem.ts';
import { formErrors } from '../../shared/field-errors.ts';
import type { FormError } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { makeWishKeys } from '../../shared/wish-keys.ts';

interface Settings<Draft> {
  empty: Draft;
  /** What is wrong with what was typed; nothing is sent unless it is empty. */
  faultsOf: (draft: Draft) => FormError[];
  /** The key tells a repetition from a second wish. */
  send: (draft: Draft, key: string) => Promise<void>;
}

export interface DraftForm<Draft> {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errors: readonly FormError[];
  errorOf: (id: string) => string | undefined;
  /** Of the whole, that no field is marked for. */
  problem: ApiProblem | undefined;
  busy: boolean;
  submit: (event: SubmitEvent) => void;
}

export const useDraftForm = <Draft extends object>({ empty, faultsOf, send }: Settings<Draft>): DraftForm<Draft> => {
  const [draft, setDraft] = useState(empty);
  const [found, setFound] = useState<FormError[]>([]);
  const [keys] = useState(() => makeWishKeys());
  const { busy, problem, run, forget } = useAction(async () => {
    await send(draft, keys.of(draft));
    keys.answered(draft);
  });
  const fields = problem?.errors ?? [];
  const errors = fields.length ? formErrors(fields) : found;
  return {
    draft,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      forget();
    },
    errors,
    errorOf: (id) => errors.find((error) => error.id === id)?.text,
    problem: fields.length ? undefined : problem,
    busy,
    submit: (event) => {
      event.preventDefault();
      const wrong = faultsOf(draft);
      setFound(wrong);
      if (!wrong.length) void run();
    },
  };
};
