/** A unit added by hand, and the facts of one edited. */
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { api } from '../../shared/api.ts';
import { Choices, type FormError, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { className } from '../../shared/words.ts';
import { useRegency } from '../frame/staff.ts';
import { todayIn } from './days.ts';
import { emptyHolder, faultsOfHolder, type HolderDraft, holderOf } from './holder-draft.ts';
import { HolderFields } from './holder-fields.tsx';
import { SaveForm } from './save-form.tsx';
import { factsOfDraft, faultsOfUnit, proposedParent, type UnitDraft, UnitFields, useRegister } from './unit-fields.tsx';
import { t } from './unit-texts.ts';
import { unitPath, useUnit } from './use-unit.ts';

/** What a link from elsewhere says already: the district whose office is missing. */
const startOf = ({ kelas, nama, jabatan, kecamatan }: Record<string, string | undefined>): UnitDraft => ({
  class: className.codes.find((code) => code === kelas) ?? 'OPD',
  name: nama ?? '',
  office: jabatan ?? '',
  district: kecamatan ?? '',
  village: '',
  code: '',
  parent: undefined,
});

const Add = ({ units }: { units: readonly UnitShown[] }) => {
  const { code, zone } = useRegency();
  const { route } = useLocation();
  const [draft, setDraft] = useState(startOf(useRoute().query));
  const [held, setHeld] = useState(true);
  const [holder, setHolder] = useState<HolderDraft>(emptyHolder);
  const faults = (): FormError[] => {
    const ofHolder = held ? faultsOfHolder(holder, todayIn(zone)) : [];
    return [...faultsOfUnit(draft), ...ofHolder.map(([field, fault]) => ({ id: `holder-${field}`, text: t(fault) }))];
  };
  const send = async (): Promise<void> => {
    const parent = draft.parent ?? proposedParent(draft, units)?.id;
    const unit = await api('POST /api/regencies/:regency/units', {
      params: { regency: code },
      body: { ...factsOfDraft(draft, parent), holder: held ? holderOf(holder) : null },
    });
    route(unitPath(unit.id), true);
  };
  return (
    <SaveForm faults={faults} send={send} submit={t('saveUnit')}>
      {(errors) => (
        <>
          <UnitFields
            draft={draft}
            errors={errors}
            units={units}
            onChange={(typed) => setDraft((before) => ({ ...before, ...typed }))}
          />
          <h2>{t('withHolder')}</h2>
          <Choices
            id="terisi"
            label={t('holder')}
            labelHidden
            single
            choices={[
              { value: 'ya', label: t('isHeld') },
              { value: 'tidak', label: t('isVacant') },
            ]}
            chosen={[held ? 'ya' : 'tidak']}
            onChange={([value]) => setHeld(value === 'ya')}
          />
          {held && (
            <HolderFields
              id="holder"
              draft={holder}
              errors={errors}
              onChange={(typed) => setHolder((before) => ({ ...before, ...typed }))}
            />
          )}
        </>
      )}
    </SaveForm>
  );
};

export const AddUnitPage = () => (
  <>
    <PageHeader title={t('addTitle')} lead={t('addLead')} up={{ href: '/staf/unit', label: t('back') }} />
    <WhenLoaded loaded={useRegister()}>{(units) => <Add units={units} />}</WhenLoaded>
  </>
);

const Edit = ({ unit, units, reload }: { unit: UnitShown; units: readonly UnitShown[]; reload: () => void }) => {
  const { code } = useRegency();
  const { route } = useLocation();
  const [draft, setDraft] = useState<UnitDraft>({
    class: unit.class,
    name: unit.name,
    office: unit.office,
    district: unit.district ?? '',
    village: unit.village ?? '',
    code: unit.code ?? '',
    parent: unit.parent ?? '',
  });
  const send = async (): Promise<void> => {
    const { retiredOn, version } = unit;
    const facts = { ...factsOfDraft(draft, draft.parent), ...(retiredOn !== undefined && { retiredOn }) };
    const params = { regency: code, unit: unit.id };
    await api('PUT /api/regencies/:regency/units/:unit', { params, body: { ...facts, version } });
    route(unitPath(unit.id));
  };
  return (
    <SaveForm faults={() => faultsOfUnit(draft)} send={send} submit={t('saveUnit')} reload={reload}>
      {(errors) => (
        <UnitFields
          draft={draft}
          errors={errors}
          units={units}
          own={unit.id}
          onChange={(typed) => setDraft((before) => ({ ...before, ...typed }))}
        />
      )}
    </SaveForm>
  );
};

export const EditUnitPage = () => {
  const loaded = useUnit();
  const register = useRegister();
  const unit = loaded.data;
  return (
    <>
      <PageHeader
        title={t('editTitle', { unit: unit?.name ?? '…' })}
        up={{ href: unit ? unitPath(unit.id) : '/staf/unit', label: unit?.name ?? t('back') }}
      />
      <WhenLoaded loaded={loaded}>
        {(data) => (
          <WhenLoaded loaded={register}>
            {(units) => <Edit key={data.version} unit={data} units={units} reload={loaded.reload} />}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </>
  );
};
