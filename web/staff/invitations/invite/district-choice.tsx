/** Districts to narrow a choice by: closed until wanted, searched, ticked. */
import { useMemo, useState } from 'preact/hooks';
import { number } from '../../../shared/format.ts';
import { Choices, TextField } from '../../../shared/ui/index.ts';
import { matchesText } from '../../frame/search.ts';
import { t } from './texts.ts';
import type { DistrictCount } from './whom.ts';

interface Props {
  districts: readonly DistrictCount[];
  /** What a district is called here. */
  label: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export const DistrictChoice = ({ districts, label, chosen, onChange }: Props) => {
  const [words, setWords] = useState('');
  const found = useMemo(() => districts.filter(({ name }) => matchesText(words, name)), [districts, words]);
  const small = label.toLowerCase();
  // What the search hides stays chosen.
  const change = (now: string[]): void => {
    const hidden = chosen.filter((code) => !found.some((district) => district.code === code));
    onChange([...hidden, ...now]);
  };
  return (
    <details>
      <summary>
        {chosen.length ? t('districtsChosen', { label, n: number(chosen.length) }) : t('districts', { label: small })}
      </summary>
      <div class="stack group">
        <p class="hint">{t('districtsHint')}</p>
        <TextField
          id="cari-kecamatan"
          type="search"
          label={t('searchDistrict', { label: small })}
          value={words}
          onInput={setWords}
        />
        {found.length ? (
          <div class="pick-list">
            <Choices
              id="kecamatan-diundang"
              label={label}
              labelHidden
              chosen={chosen}
              onChange={change}
              choices={found.map(({ code, name, units }) => ({
                value: code,
                label: name,
                hint: t('unitsInClass', { n: number(units) }),
              }))}
            />
          </div>
        ) : (
          <p class="soft" role="status">
            {t('nothing')}
          </p>
        )}
      </div>
    </details>
  );
};
