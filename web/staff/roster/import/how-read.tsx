/** How the file was read: sheet, row of titles; and the ways to have it read otherwise. */
import { Button } from '../../../shared/ui/index.ts';
import type { ImportShown } from './mapping-draft.ts';
import { ReadSheets, sheetsInWords } from './other-sheets.tsx';
import { t } from './plan-texts.ts';
import { t as start } from './texts.ts';
import type { ReadAgain } from './use-read-again.ts';

interface HowReadProps {
  shown: ImportShown;
  readAgain: ReadAgain;
  /** Missing where nothing can be changed any more. */
  onColumns?: (() => void) | undefined;
}

export const HowRead = ({ shown, readAgain, onColumns }: HowReadProps) => {
  const { sheet, headerRow, remembered, otherSheets } = shown;
  const names = sheetsInWords(shown);
  return (
    <div class="stack-tight">
      <p class="soft">
        {sheet && `${start('onSheet', { sheet })} `}
        {headerRow !== null && `${t('headerAt', { row: headerRow })} `}
        {remembered && `${t('rememberedColumns')} `}
        {names && start('otherSheets', { names })}
      </p>
      {onColumns && (
        <div class="row how-read">
          <Button look="quiet" onClick={onColumns}>
            {t('changeColumns')}
          </Button>
          <ReadSheets sheets={otherSheets} readAgain={readAgain} />
        </div>
      )}
    </div>
  );
};
