/** The first rows of a file as they are, to point at the one with the titles. */
import { CircleAlert } from 'lucide-preact';
import { columnLetter } from '../../../../functions/imports/sheet.ts';
import { ScrollRegion } from '../../../shared/ui/index.ts';
import { useMore } from '../../frame/use-more.tsx';
import type { ImportShown } from './mapping-draft.ts';
import { t } from './mapping-texts.ts';

/** A letterhead is rarely longer. */
const shownAtFirst = 10;

interface FirstRowsProps {
  rows: NonNullable<ImportShown['firstRows']>;
  chosen: number | null;
  error: string | undefined;
  onChoose: (row: number) => void;
}

export const FirstRows = ({ rows, chosen, error, onChoose }: FirstRowsProps) => {
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const filled = (place: number): boolean => rows.some(({ cells }) => Boolean(cells[place]));
  const places = Array.from({ length: width }, (_, place) => place).filter(filled);
  const chosenPlace = rows.findIndex(({ row }) => row === chosen);
  const { shown, button } = useMore(rows, Math.max(shownAtFirst, chosenPlace + 3));
  const described = ['baris-judul-hint', error && 'baris-judul-error'].filter(Boolean).join(' ');
  return (
    <fieldset id="baris-judul" tabIndex={-1} class={`stack field${error ? ' bad' : ''}`} aria-describedby={described}>
      <legend class="step-legend">{t('rowQuestion')}</legend>
      <p class="hint" id="baris-judul-hint">
        {t('rowHint')}
      </p>
      {error && (
        <p class="fault" id="baris-judul-error">
          <CircleAlert class="icon" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      <ScrollRegion label={t('firstRows')}>
        <table class="first-rows">
          <caption>
            <span class="hidden-label">{t('firstRows')}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('choose')}</th>
              {places.map((place) => (
                <th scope="col" key={place}>
                  {columnLetter(place)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, cells }) => (
              <tr key={row} class={row === chosen ? 'chosen' : undefined} onClick={() => onChoose(row)}>
                <th scope="row">
                  <label class="pick-row">
                    <input
                      type="radio"
                      name="baris-judul"
                      checked={row === chosen}
                      aria-label={t('rowIs', { row })}
                      onChange={() => onChoose(row)}
                    />
                    <span aria-hidden="true">{row}</span>
                  </label>
                </th>
                {places.map((place) => (
                  <td key={place}>{cells[place]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {button}
    </fieldset>
  );
};
