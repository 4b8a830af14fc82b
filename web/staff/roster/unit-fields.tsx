/** The facts of a unit beside its holder: what it is, where it lies, what it belongs to. */
import { likelyParent } from '../../../functions/roster/likely-parent.ts';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { api, apiAll } from '../../shared/api.ts';
import { type FormError, SelectField, TextField } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { className } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { useRegency } from '../frame/staff.ts';
import { t } from './unit-texts.ts';

export interface UnitDraft {
  class: UnitClassCode;
  name: string;
  office: string;
  district: string;
  village: string;
  code: string;
  /** Undefined while nobody has chosen: the proposal, where there is one. */
  parent: string | undefined;
}

interface UnitFieldsProps {
  draft: UnitDraft;
  onChange: (change: Partial<UnitDraft>) => void;
  errors: readonly FormError[];
  /** The register, and the unit itself where it is in it. */
  units: readonly UnitShown[];
  own?: string;
}

export const faultsOfUnit = (draft: UnitDraft): FormError[] => [
  ...(draft.name.trim() ? [] : [{ id: 'name', text: t('unitNameMissing') }]),
  ...(draft.office.trim() ? [] : [{ id: 'office', text: t('officeMissing') }]),
];

/** Units that others belong to. */
const parentsOf = (units: readonly UnitShown[], own: string | undefined, chosen: string | undefined): UnitShown[] =>
  units
    .filter((unit) => unit.id !== own && (unit.class === 'OPD' || unit.class === 'KECAMATAN' || unit.id === chosen))
    .sort((a, b) => a.name.localeCompare(b.name, 'id', { numeric: true }));

export const proposedParent = (draft: UnitDraft, units: readonly UnitShown[], own?: string): UnitShown | undefined =>
  likelyParent(
    { class: draft.class, name: draft.name, district: draft.district || undefined },
    units.filter(({ id }) => id !== own),
  );

/** What the API takes of a draft; empty fields are left out. */
export const factsOfDraft = (draft: UnitDraft, parent: string | undefined) => ({
  class: draft.class,
  name: draft.name,
  office: draft.office,
  ...(draft.district && { district: draft.district }),
  ...(draft.village && { village: draft.village }),
  ...(draft.code.trim() && { code: draft.code }),
  ...(parent && { parent }),
});

export const useRegister = () => {
  const { code } = useRegency();
  return useLoad(`${code} register`, (signal) =>
    apiAll('GET /api/regencies/:regency/units', { params: { regency: code }, query: {}, signal }),
  );
};

const useRegions = (region: string) =>
  useLoad(region, (signal) =>
    region === ''
      ? Promise.resolve(undefined)
      : api('GET /api/regions/:region/children', { params: { region }, query: {}, signal }),
  ).data;

const optionsOf = (list: { items: { code: string; name: string }[] } | undefined) =>
  (list?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));

const Place = ({ draft, onChange, errors }: Pick<UnitFieldsProps, 'draft' | 'onChange' | 'errors'>) => {
  const { code, labels } = useRegency();
  // A province's own units lie in no district of one regency.
  const districts = useRegions(code.length === 5 ? code : '');
  const villages = useRegions(draft.district);
  if (!districts) return null;
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.text;
  return (
    <>
      <SelectField
        id="district"
        label={labels.district}
        optional
        empty={t('notSet')}
        error={errorOf('district')}
        value={draft.district}
        onChange={(district) => onChange({ district, village: '' })}
        options={optionsOf(districts)}
      />
      {(draft.class === 'DESA' || draft.class === 'KELURAHAN') && draft.district && (
        <SelectField
          id="village"
          label={`${labels.village}/Kelurahan`}
          optional
          empty={t('notSet')}
          error={errorOf('village')}
          value={draft.village}
          onChange={(village) => onChange({ village })}
          options={optionsOf(villages)}
        />
      )}
      <p class="small soft">{districts.attribution}</p>
    </>
  );
};

export const UnitFields = ({ draft, onChange, errors, units, own }: UnitFieldsProps) => {
  const nameOf = useClassName();
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.text;
  const proposal = proposedParent(draft, units, own);
  const parent = draft.parent ?? proposal?.id ?? '';
  return (
    <>
      <SelectField
        id="class"
        label={t('class')}
        value={draft.class}
        onChange={(value) => onChange({ class: value as UnitClassCode })}
        options={className.codes.map((code) => ({ value: code, label: nameOf(code) }))}
      />
      <TextField
        id="name"
        label={t('unitName')}
        maxLength={120}
        error={errorOf('name')}
        value={draft.name}
        onInput={(name) => onChange({ name })}
      />
      <TextField
        id="office"
        label={t('office')}
        hint={t('officeHint')}
        maxLength={120}
        error={errorOf('office')}
        value={draft.office}
        onInput={(office) => onChange({ office })}
      />
      <Place draft={draft} onChange={onChange} errors={errors} />
      <SelectField
        id="parent"
        label={t('parent')}
        optional
        hint={proposal && t('parentHint', { name: proposal.name })}
        empty={t('notSet')}
        error={errorOf('parent')}
        value={parent}
        onChange={(chosen) => onChange({ parent: chosen })}
        options={parentsOf(units, own, parent).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        id="code"
        label={t('code')}
        hint={t('codeHint')}
        optional
        short
        maxLength={30}
        error={errorOf('code')}
        value={draft.code}
        onInput={(code) => onChange({ code })}
      />
    </>
  );
};
