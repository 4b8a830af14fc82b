/** Single units, found by typing and ticked. */
import { useMemo, useState } from 'preact/hooks';
import { number } from '../../../shared/format.ts';
import { Button, type Choice, Choices, TextField } from '../../../shared/ui/index.ts';
import { matchesText } from '../../frame/search.ts';
import { useMore } from '../../frame/use-more.tsx';
import { t } from './texts.ts';
import { type UnitShown, unitSearchId } from './whom.ts';

interface Props {
  id: string;
  units: readonly UnitShown[];
  chosen: readonly string[];
  error: string | undefined;
  choiceOf: (unit: UnitShown) => Omit<Choice, 'value'>;
  onChange: (chosen: string[]) => void;
}

const textsOf = ({ name, office, districtName, holder }: UnitShown) => [name, office, districtName, holder?.name];

export const UnitPick = ({ id, units, chosen, error, choiceOf, onChange }: Props) => {
  const [words, setWords] = useState('');
  const found = useMemo(() => units.filter((unit) => matchesText(words, ...textsOf(unit))), [units, words]);
  const { shown, button } = useMore(found);
  const change = (now: string[]): void => {
    // What the search hides stays chosen.
    const hidden = chosen.filter((one) => !shown.some((unit) => unit.id === one));
    onChange([...hidden, ...now]);
  };
  return (
    <>
      <TextField
        id={unitSearchId}
        type="search"
        label={t('searchUnit')}
        error={error}
        value={words}
        onInput={setWords}
      />
      {found.length ? (
        <div class="pick-list">
          <Choices
            id={id}
            label={t('units')}
            labelHidden
            chosen={chosen}
            onChange={change}
            choices={shown.map((unit) => ({ value: unit.id, ...choiceOf(unit) }))}
          />
          {button}
        </div>
      ) : (
        <p class="soft" role="status">
          {t('nothing')}
        </p>
      )}
      {chosen.length > 0 && (
        <p class="row">
          <span class="strong" role="status">
            {t('chosenUnits', { n: number(chosen.length) })}
          </span>
          <Button look="quiet" onClick={() => onChange([])}>
            {t('clearChoice')}
          </Button>
        </p>
      )}
    </>
  );
};
