/** Who undertakes it: whole classes, everywhere or in some districts; single units; or the regency as a whole. */
import { useMemo } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { Choices } from '../../shared/ui/index.ts';
import { className } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { useRegency } from '../frame/staff.ts';
import { DistrictChoice } from '../invitations/invite/district-choice.tsx';
import { UnitPick } from '../invitations/invite/unit-pick.tsx';
import { countByClass, districtsOf, type UnitShown, unitSearchId } from '../invitations/invite/whom.ts';
import type { Draft, How } from './draft.ts';
import { t } from './texts.ts';

interface Props {
  draft: Draft;
  units: readonly UnitShown[];
  errorOf: (id: string) => string | undefined;
  onChange: (change: Partial<Draft>) => void;
}

const ByClass = ({ draft, units, errorOf, onChange }: Props) => {
  const nameOf = useClassName();
  const { labels } = useRegency();
  const counts = useMemo(() => countByClass(units), [units]);
  const districts = useMemo(() => districtsOf(units), [units]);
  return (
    <>
      <div class="class-choice">
        <Choices
          id="classes"
          label={t('class')}
          hint={t('classesHint')}
          error={errorOf('classes')}
          chosen={draft.classes}
          onChange={(classes) => onChange({ classes })}
          choices={className.codes
            .filter((code) => counts.has(code))
            .map((code) => ({
              value: code,
              label: nameOf(code),
              hint: t('unitsIn', { n: number(counts.get(code) ?? 0) }),
            }))}
        />
      </div>
      {districts.length > 0 && (
        <DistrictChoice
          districts={districts}
          label={labels.district}
          chosen={draft.districts}
          onChange={(chosen) => onChange({ districts: chosen })}
        />
      )}
    </>
  );
};

const ByUnit = ({ draft, units, errorOf, onChange }: Props) => {
  const nameOf = useClassName();
  return (
    <UnitPick
      id="units"
      units={units}
      chosen={draft.units}
      error={errorOf(unitSearchId)}
      onChange={(chosen) => onChange({ units: chosen })}
      choiceOf={(unit) => ({
        label: unit.name,
        hint: [nameOf(unit.class), unit.districtName].filter(Boolean).join(' · '),
      })}
    />
  );
};

export const WhomPart = (props: Props) => {
  const { draft, onChange } = props;
  const { name } = useRegency();
  return (
    <>
      <Choices
        id="whom"
        label={t('whom')}
        single
        chosen={[draft.how]}
        onChange={([how]) => onChange({ how: how as How })}
        choices={[
          { value: 'class', label: t('byClass') },
          { value: 'unit', label: t('byUnit') },
          { value: 'regency', label: t('byRegency'), hint: t('regencyHint', { regency: name }) },
        ]}
      />
      {draft.how === 'class' && <ByClass {...props} />}
      {draft.how === 'unit' && <ByUnit {...props} />}
    </>
  );
};
