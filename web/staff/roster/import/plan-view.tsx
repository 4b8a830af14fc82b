/** A plan before it is saved: what will happen, what to look at, and one button. */
import { number } from '../../../shared/format.ts';
import { Button, ButtonLink } from '../../../shared/ui/index.ts';
import { WrongRows } from './annotate.tsx';
import { PlanProblem } from './choose-file.tsx';
import { countsInWords } from './counts.ts';
import { DistrictsForm } from './districts-form.tsx';
import { HowRead } from './how-read.tsx';
import { LeftOut } from './left-out.tsx';
import { rowsToSave } from './list-rules.ts';
import type { ImportShown } from './mapping-draft.ts';
import { t } from './plan-texts.ts';
import type { ReadAgain } from './use-read-again.ts';
import { Vanished } from './vanished.tsx';

const Summary = ({ shown: { counts } }: { shown: ImportShown }) => {
  const words = countsInWords(counts);
  return (
    <div class="stack-tight">
      {words && <p class="counts">{t('ofRows', { rows: number(counts.rows), counts: words })}</p>}
      {rowsToSave({ counts }) === 0 && (
        <p>{counts.same > 0 && counts.error === 0 ? t('nothingText') : t('nothingGood')}</p>
      )}
    </div>
  );
};

interface PlanViewProps {
  shown: ImportShown;
  organizer: boolean;
  readAgain: ReadAgain;
  onSave: () => void;
  onColumns: () => void;
  onErrors: () => void;
}

export const PlanView = ({ shown, organizer, readAgain, onSave, onColumns, onErrors }: PlanViewProps) => {
  const toSave = rowsToSave(shown);
  return (
    <div class="stack-wide">
      <div class="stack">
        <Summary shown={shown} />
        <LeftOut shown={shown} />
        <HowRead shown={shown} readAgain={readAgain} onColumns={organizer ? onColumns : undefined} />
        {shown.districts.length === 0 && <PlanProblem plan={readAgain.plan} />}
        {organizer && (
          <div class="row actions">
            {toSave > 0 && <Button onClick={onSave}>{t('save', { n: number(toSave) })}</Button>}
            <ButtonLink look="second" href="/staf/unit/impor">
              {t('otherFile')}
            </ButtonLink>
          </div>
        )}
        {organizer && <WrongRows shown={shown} onShow={onErrors} />}
      </div>
      {organizer && shown.districts.length > 0 && <DistrictsForm shown={shown} readAgain={readAgain} />}
      <Vanished id={shown.id} count={shown.counts.vanished} />
    </div>
  );
};
