/** A file by dropping or choosing; and what is the matter with one that could not be read. */
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../../../shared/api-problem.ts';
import { language } from '../../../shared/language.ts';
import { Field, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { t, unreadableSentence } from './texts.ts';
import { maxBytes, type PlanFile } from './use-plan-file.ts';

const accepted = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(language.value, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(
    bytes / 1024 / 1024,
  );

interface ChooseFileProps {
  onFile: (file: File) => void;
  label?: string;
  hint?: string;
}

export const ChooseFile = ({ onFile, label = t('file'), hint = t('fileHint') }: ChooseFileProps) => {
  const [fault, setFault] = useState<number>();
  const [over, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (!file) return;
    const tooLarge = file.size > maxBytes;
    setFault(tooLarge ? file.size : undefined);
    if (!tooLarge) onFile(file);
  };
  return (
    <Field
      id="berkas"
      label={label}
      hint={hint}
      error={fault === undefined ? undefined : t('tooManyBytes', { size: megabytes(fault) })}
    >
      {(control) => (
        // Browsers let a file be dropped on its input; this one is large enough to be aimed at.
        <input
          {...control}
          class={`input drop${over ? ' over' : ''}`}
          type="file"
          accept={accepted}
          onDragOver={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file again, corrected meanwhile, is a new choice.
            event.currentTarget.value = '';
          }}
        />
      )}
    </Field>
  );
};

/** The sentence for what the file is, where the API says it; any other problem as everywhere. */
export const FileProblem = ({
  problem,
  file,
  retry,
}: {
  problem: ApiProblem;
  file: string;
  retry?: (() => void) | undefined;
}) => {
  const sentence =
    problem.code === 'ROSTER_UNREADABLE'
      ? unreadableSentence(problem.state)
      : problem.code === 'BODY_TOO_LARGE'
        ? unreadableSentence('TOO_LARGE')
        : undefined;
  if (!sentence) return <ProblemNotice problem={problem} retry={retry} />;
  return (
    <div class="import-notice">
      <Notice tone="bad" title={t('unreadableTitle', { file })} live>
        <p>{sentence}</p>
      </Notice>
    </div>
  );
};

export const PlanProblem = ({ plan }: { plan: PlanFile }) =>
  plan.problem ? (
    <FileProblem problem={plan.problem} file={plan.file?.name ?? ''} retry={() => void plan.retry()} />
  ) : null;

/** While the file is sent and read. */
export const Reading = ({ file }: { file: string }) => (
  <p class="reading-file import-notice" role="status">
    {t('reading', { file })}
  </p>
);
