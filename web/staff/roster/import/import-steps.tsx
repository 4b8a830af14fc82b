/** The steps of an import: what is unclear, what would happen, the saving, what became of it; one at a time, each with its heading. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { may, useStaff } from '../../frame/staff.ts';
import { AfterView } from './after-view.tsx';
import { FileAgain } from './file-again.tsx';
import { ImportRows, type RowFilter } from './import-rows.tsx';
import { keptFile, wasReadAgain } from './kept-files.ts';
import { rowsToSave } from './list-rules.ts';
import type { ImportShown } from './mapping-draft.ts';
import { MappingForm } from './mapping-form.tsx';
import { t as mapping } from './mapping-texts.ts';
import { ReadSheets } from './other-sheets.tsx';
import { PartsView } from './parts-view.tsx';
import { t as plan } from './plan-texts.ts';
import { PlanView } from './plan-view.tsx';
import { SkippedRows } from './skipped-rows.tsx';
import { StepHeading } from './step-heading.tsx';
import { stateName, t } from './texts.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { type PartsKind, type PartsRun, useParts } from './use-parts.ts';
import { type ReadAgain, useReadAgain } from './use-read-again.ts';

type Step = 'file' | 'map' | 'plan' | 'running' | 'after';

const stepOf = (shown: ImportShown, run: PartsRun | undefined, needsFile: boolean, mapping: boolean): Step => {
  if (run?.going) return 'running';
  if (needsFile) return 'file';
  if (shown.state === 'UNSURE' || mapping) return 'map';
  return shown.state === 'PLANNED' ? 'plan' : 'after';
};

const afterHeading = {
  APPLYING: 'pausedStep',
  APPLIED: 'doneStep',
  UNDOING: 'undoPausedStep',
  UNDONE: 'undoneStep',
} as const;

const headingOf = (step: Step, shown: ImportShown, run: PartsRun | undefined, organizer: boolean): string => {
  if (step === 'file') return t('askFileTitle', { file: shown.file });
  if (step === 'running') return t(run?.kind === 'undo' ? 'undoingStep' : 'writingStep');
  const { state } = shown;
  if (step === 'map' || state === 'UNSURE') return organizer ? mapping('step') : stateName(state);
  if (state === 'PLANNED') return rowsToSave(shown) > 0 ? plan('step') : plan('nothingStep');
  return t(afterHeading[state]);
};

interface MapStepProps {
  shown: ImportShown;
  readAgain: ReadAgain;
  onCancel: () => void;
}

const MapStep = ({ shown, readAgain, onCancel }: MapStepProps) => {
  const unsure = shown.state === 'UNSURE';
  return (
    <div class="stack">
      {unsure && (shown.remembered || wasReadAgain(shown.id)) && (
        <Notice tone="warn" live>
          <p>{shown.remembered ? mapping('rememberedWrong') : mapping('stillUnsure')}</p>
        </Notice>
      )}
      <p>{unsure ? mapping('lead') : mapping('leadSure')}</p>
      {unsure && shown.otherSheets.length > 0 && (
        <div class="row how-read">
          <ReadSheets sheets={shown.otherSheets} readAgain={readAgain} />
        </div>
      )}
      <MappingForm shown={shown} readAgain={readAgain} {...(unsure ? {} : { onCancel })} />
    </div>
  );
};

/** The wish to undo may come with the address, from the list of imports. */
const useUndoing = () => {
  const { query, path, route } = useLocation();
  const [undoing, setUndoing] = useState(query.batalkan !== undefined);
  const stop = (): void => {
    setUndoing(false);
    if (query.batalkan !== undefined) route(path, true);
  };
  return { undoing, ask: () => setUndoing(true), stop };
};

const mayBeUndone = ({ state }: ImportShown): boolean => state === 'APPLYING' || state === 'APPLIED';

export const ImportSteps = ({ read, reload }: { read: ImportShown; reload: () => void }) => {
  const organizer = may.organize(useStaff());
  const readAgain = useReadAgain(read);
  const { now: shown, run, start, pause, tryNow } = useParts(read, reload);
  const { undoing, ask, stop } = useUndoing();
  const [columns, setColumns] = useState(false);
  const hasErrors = shown.state === 'PLANNED' && shown.counts.error > 0;
  const [filter, setFilter] = useState<RowFilter>(hasErrors ? 'ERROR' : 'all');
  const step = stepOf(shown, run, readAgain.needsFile, columns);
  const go = (kind: PartsKind): void => {
    stop();
    start(kind);
  };
  const showErrors = (): void => {
    setFilter('ERROR');
    document.getElementById('baris')?.focus();
  };
  return (
    <div class="stack-wide">
      <section class="stack" aria-labelledby="langkah">
        <StepHeading
          id="langkah"
          step={step === 'running' ? step : `${step} ${shown.state}`}
          comeTo={keptFile(shown.id) !== undefined}
        >
          {headingOf(step, shown, run, organizer)}
        </StepHeading>
        {run?.problem && <ProblemNotice problem={run.problem} />}
        {step === 'file' && <FileAgain file={shown.file} readAgain={readAgain} />}
        {step === 'map' && !organizer && <p>{t('readOnly')}</p>}
        {step === 'map' && organizer && (
          <MapStep shown={shown} readAgain={readAgain} onCancel={() => setColumns(false)} />
        )}
        {step === 'plan' && (
          <PlanView
            shown={shown}
            organizer={organizer}
            readAgain={readAgain}
            onSave={() => go('write')}
            onColumns={() => setColumns(true)}
            onErrors={showErrors}
          />
        )}
        {step === 'running' && run && <PartsView run={run} labelledBy="langkah" onPause={pause} onTryNow={tryNow} />}
        {step === 'after' && (
          <>
            <AfterView shown={shown} organizer={organizer} readAgain={readAgain} onStart={go} onUndo={ask} />
            <SkippedRows shown={shown} />
          </>
        )}
      </section>
      {(step === 'plan' || step === 'after') && <ImportRows shown={shown} filter={filter} onFilter={setFilter} />}
      <UndoDialog
        file={shown.file}
        open={undoing && organizer && step === 'after' && mayBeUndone(shown)}
        onClose={stop}
        onSure={() => go('undo')}
      />
    </div>
  );
};
