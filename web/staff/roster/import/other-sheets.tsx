/** The sheets of the file that this import has not read, each to be read by a plan of its own. */
import { number } from '../../../shared/format.ts';
import { Button, Notice } from '../../../shared/ui/index.ts';
import { PlanProblem } from './choose-file.tsx';
import type { ImportShown } from './mapping-draft.ts';
import { t } from './texts.ts';
import type { ReadAgain } from './use-read-again.ts';

type Sheets = Pick<ImportShown, 'otherSheets' | 'moreSheets'>;

/** `SMP, Rujukan (tersembunyi), dan 3 lainnya`; nothing where the file has one sheet. */
export const sheetsInWords = ({ otherSheets, moreSheets = 0 }: Sheets): string => {
  const names = otherSheets.map(({ name, hidden }) => (hidden ? t('hiddenSheet', { name }) : name));
  return [...names, ...(moreSheets > 0 ? [t('moreSheets', { n: number(moreSheets) })] : [])].join(', ');
};

interface ReadSheetsProps {
  sheets: ImportShown['otherSheets'];
  readAgain: ReadAgain;
}

export const ReadSheets = ({ sheets, readAgain }: ReadSheetsProps) => (
  <>
    {sheets.map(({ name }) => (
      <Button key={name} look="quiet" busy={readAgain.plan.busy} onClick={() => void readAgain.start(name)}>
        {t('readThisSheet', { sheet: name })}
      </Button>
    ))}
  </>
);

/** Once this sheet is done: that there are others, and the way on to each. Hidden ones are no rosters that somebody forgot. */
export const SheetsLeft = ({ shown, readAgain }: { shown: ImportShown; readAgain: ReadAgain }) => {
  const sheets = shown.otherSheets.filter(({ hidden }) => !hidden);
  if (sheets.length === 0) return null;
  return (
    <Notice tone="info" title={t('sheetsLeft', { names: sheetsInWords({ ...shown, otherSheets: sheets }) })}>
      <div class="stack-tight">
        <p>{t('sheetsLeftText')}</p>
        <PlanProblem plan={readAgain.plan} />
        <div class="row how-read">
          <ReadSheets sheets={sheets} readAgain={readAgain} />
        </div>
      </div>
    </Notice>
  );
};
