/** An import that is partly or wholly written or taken back, while nothing runs: what was done, and the way on. */
import { number } from '../../../shared/format.ts';
import { Button, ButtonLink, Notice } from '../../../shared/ui/index.ts';
import { countsInWords } from './counts.ts';
import type { ImportShown } from './mapping-draft.ts';
import { SheetsLeft } from './other-sheets.tsx';
import { t as plan } from './plan-texts.ts';
import { t } from './texts.ts';
import type { PartsKind } from './use-parts.ts';
import type { ReadAgain } from './use-read-again.ts';

interface AfterViewProps {
  shown: ImportShown;
  organizer: boolean;
  readAgain: ReadAgain;
  onStart: (kind: PartsKind) => void;
  onUndo: () => void;
}

const UndoButton = ({ onUndo }: { onUndo: () => void }) => (
  <Button look="second" onClick={onUndo}>
    {t('undoAll')}
  </Button>
);

const Paused = ({ shown, organizer, onStart, onUndo }: AfterViewProps) => {
  const undoing = shown.state === 'UNDOING';
  const [done, all] = undoing ? [shown.takenBack.length, shown.written.length] : [shown.written.length, shown.parts];
  const counts = { done: number(done), all: number(all) };
  return (
    <div class="stack form">
      <progress class="parts" aria-labelledby="langkah" value={done} max={Math.max(1, all)} />
      <p>{undoing ? t('undoPaused', counts) : t('paused', counts)}</p>
      {organizer && (
        <div class="row actions">
          <Button onClick={() => onStart(undoing ? 'undo' : 'write')}>{undoing ? t('goOnUndoing') : t('goOn')}</Button>
          {!undoing && <UndoButton onUndo={onUndo} />}
        </div>
      )}
    </div>
  );
};

const Applied = ({ shown, organizer, readAgain, onUndo }: AfterViewProps) => {
  const { counts } = shown;
  return (
    <div class="stack form">
      <Notice tone="good" title={t('doneTitle')}>
        <p>{plan('ofRows', { rows: number(counts.rows), counts: countsInWords(counts) })}</p>
      </Notice>
      {organizer && <SheetsLeft shown={shown} readAgain={readAgain} />}
      <div class="row actions">
        <ButtonLink href="/staf/unit">{t('toUnits')}</ButtonLink>
        {organizer && <UndoButton onUndo={onUndo} />}
      </div>
    </div>
  );
};

const Undone = ({ organizer }: { organizer: boolean }) => (
  <div class="stack form">
    <Notice tone="good">
      <p>{t('undoneText')}</p>
    </Notice>
    <div class="row actions">
      <ButtonLink href="/staf/unit">{t('toUnits')}</ButtonLink>
      {organizer && (
        <ButtonLink look="second" href="/staf/unit/impor">
          {t('another')}
        </ButtonLink>
      )}
    </div>
  </div>
);

export const AfterView = (props: AfterViewProps) => {
  const { state } = props.shown;
  if (state === 'APPLIED') return <Applied {...props} />;
  return state === 'UNDONE' ? <Undone organizer={props.organizer} /> : <Paused {...props} />;
};
