/** The figures as chips: one press, and only those are listed; beside them kind, phase and class. */
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { number } from '../../shared/format.ts';
import { Button, SelectField } from '../../shared/ui/index.ts';
import { followUpKindName, phaseName } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { countOf, type Figures, stateFilters } from './follow-up.ts';
import { t } from './texts.ts';
import { type Filters, noFilters } from './use-follow-ups.ts';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

export const StateChips = ({ figures, filters, onChange }: Props & { figures: Figures }) => (
  <fieldset class="chips no-print">
    <legend class="hidden-label">{t('states')}</legend>
    {stateFilters.map((state) => {
      const count = countOf(figures, state);
      // Few are ever withdrawn; what is chosen stays to be taken back.
      if (state === 'WITHDRAWN' && count === 0 && filters.state !== state) return null;
      return (
        <button
          key={state}
          type="button"
          class="chip"
          aria-pressed={filters.state === state}
          onClick={() => onChange({ ...filters, state })}
        >
          {t(state || 'open')} <span class="chip-count">{number(count)}</span>
        </button>
      );
    })}
  </fieldset>
);

export const FilterFields = ({ filters, classes, onChange }: Props & { classes: readonly UnitClassCode[] }) => {
  const nameOf = useClassName();
  const set = (change: Partial<Filters>): void => onChange({ ...filters, ...change });
  const narrowed = filters.kind || filters.phase || filters.class || filters.unit;
  return (
    <div class="stack no-print">
      <div class="filters three">
        <SelectField
          id="saring-jenis"
          label={t('kind')}
          empty={t('all')}
          value={filters.kind}
          onChange={(kind) => set({ kind })}
          options={followUpKindName.codes.map((code) => ({ value: code, label: followUpKindName(code) }))}
        />
        <SelectField
          id="saring-tahap"
          label={t('phase')}
          empty={t('all')}
          value={filters.phase}
          onChange={(phase) => set({ phase })}
          options={phaseName.codes.map((code) => ({ value: code, label: phaseName(code) }))}
        />
        <SelectField
          id="saring-kelas"
          label={t('class')}
          empty={t('all')}
          value={filters.class}
          onChange={(chosen) => set({ class: chosen })}
          options={classes.map((code) => ({ value: code, label: nameOf(code) }))}
        />
      </div>
      {narrowed && (
        <div class="row">
          {filters.unit && <span>{t('oneUnit')}</span>}
          <Button look="quiet" onClick={() => onChange({ ...noFilters, state: filters.state })}>
            {t('clear')}
          </Button>
        </div>
      )}
    </div>
  );
};
