/** The register of units with the holders of their offices. */
import { ListChecks, Plus, Upload } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { isExpired } from '../../../functions/roster/tenure.ts';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { apiAll } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  PageHeader,
  SelectField,
  StatusTag,
  TextField,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { className, officeHeld } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import { useMore } from '../frame/use-more.tsx';
import { todayIn } from './days.ts';
import { Holder } from './holder.tsx';
import { isInState, type UnitFilter, type UnitState, unitStates, unitsFor } from './unit-filter.ts';
import { t } from './unit-texts.ts';

const stateLabel = {
  ALL: 'all',
  VACANT: 'stateVacant',
  ACTING: 'stateActing',
  EXPIRED: 'stateExpired',
  RETIRED: 'stateRetired',
} as const;

const useColumns = (today: string): Column<UnitShown>[] => {
  const nameOf = useClassName();
  return [
    {
      head: t('unit'),
      rowHead: true,
      cell: (unit) => (
        <>
          <a href={`/staf/unit/${unit.id}`}>{unit.name}</a>
          <span class="small soft block">
            {nameOf(unit.class)}
            {unit.districtName && ` · ${unit.districtName}`}
          </span>
          {unit.retiredOn !== undefined && unit.retiredOn <= today && (
            <StatusTag tone="plain" icon="ban" word={t('retiredTag')} />
          )}
        </>
      ),
    },
    { head: t('office'), unlabelled: true, cell: (unit) => officeHeld(unit.office, unit.holder?.acting) },
    {
      head: t('holder'),
      unlabelled: true,
      cell: ({ holder }) => (
        <div>
          <Holder holder={holder} />
          {isExpired(holder, today) && (
            <span class="block">
              <StatusTag tone="warn" word={t('expiredTag')} />
            </span>
          )}
        </div>
      ),
    },
  ];
};

interface FiltersProps {
  units: readonly UnitShown[];
  today: string;
  filter: UnitFilter;
  onChange: (change: Partial<UnitFilter>) => void;
}

const Filters = ({ units, today, filter, onChange }: FiltersProps) => {
  const { labels } = useRegency();
  const nameOf = useClassName();
  const districts = [...new Map(units.map((unit) => [unit.district, unit.districtName]))]
    .flatMap(([value, label]) => (value && label ? [{ value, label }] : []))
    .sort((a, b) => a.label.localeCompare(b.label, 'id'));
  const counts = unitStates.map(
    (state) => [state, units.filter((unit) => isInState(unit, state, today)).length] as const,
  );
  return (
    <div class="filters">
      <TextField
        id="cari"
        type="search"
        label={t('search')}
        value={filter.words}
        onInput={(words) => onChange({ words })}
      />
      <SelectField
        id="kelas"
        label={t('class')}
        empty={t('allClasses')}
        value={filter.class}
        onChange={(value) => onChange({ class: value })}
        options={className.codes
          .filter((code) => units.some((unit) => unit.class === code))
          .map((code) => ({ value: code, label: nameOf(code) }))}
      />
      <SelectField
        id="kecamatan"
        label={labels.district}
        empty={t('allDistricts')}
        value={filter.district}
        onChange={(district) => onChange({ district })}
        options={districts}
      />
      <SelectField
        id="keadaan"
        label={t('state')}
        value={filter.state}
        onChange={(state) => onChange({ state: state as UnitState })}
        options={counts.map(([state, n]) => ({ value: state, label: t(stateLabel[state], { n: number(n) }) }))}
      />
    </div>
  );
};

const Register = ({ units }: { units: readonly UnitShown[] }) => {
  const today = todayIn(useRegency().zone);
  const [filter, setFilter] = useState<UnitFilter>({ words: '', class: '', district: '', state: 'ALL' });
  const found = useMemo(() => unitsFor(units, filter, today), [units, filter, today]);
  const { shown, button } = useMore(found);
  const columns = useColumns(today);
  return (
    <div class="stack">
      <Filters
        units={units}
        today={today}
        filter={filter}
        onChange={(change) => setFilter((before) => ({ ...before, ...change }))}
      />
      {found.length ? (
        <DataTable
          caption={t('count', { n: number(found.length) })}
          columns={columns}
          rows={shown}
          rowKey={(unit) => unit.id}
        />
      ) : (
        <EmptyState title={t('nothing')} />
      )}
      {button}
    </div>
  );
};

const Actions = () => (
  <>
    <ButtonLink href="/staf/unit/impor" icon={<Upload class="icon" aria-hidden="true" />}>
      {t('import')}
    </ButtonLink>
    <ButtonLink href="/staf/unit/baru" look="second" icon={<Plus class="icon" aria-hidden="true" />}>
      {t('add')}
    </ButtonLink>
  </>
);

export const UnitsPage = () => {
  const regency = useRegency();
  const organizer = may.organize(useStaff());
  const loaded = useLoad(regency.code, (signal) =>
    apiAll('GET /api/regencies/:regency/units', {
      params: { regency: regency.code },
      query: { retired: 'with' },
      signal,
    }),
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { regency: regency.name })}>
        {organizer && <Actions />}
        <ButtonLink href="/staf/unit/kelengkapan" look="second" icon={<ListChecks class="icon" aria-hidden="true" />}>
          {t('gaps')}
        </ButtonLink>
      </PageHeader>
      <WhenLoaded loaded={loaded} lines={8}>
        {(units) =>
          units.length ? (
            <Register units={units} />
          ) : (
            <EmptyState title={t('emptyTitle')}>
              <p>{organizer ? t('emptyText') : t('emptyOther')}</p>
            </EmptyState>
          )
        }
      </WhenLoaded>
    </>
  );
};
