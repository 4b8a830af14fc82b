/** The register of units with the holders of their offices. */
import { Upload } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { apiAll, type ItemOf } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  PageHeader,
  SelectField,
  TextField,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { className, officeHeld } from '../../shared/words.ts';
import { matchesText } from '../frame/search.ts';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import { useMore } from '../frame/use-more.tsx';
import { Holder } from './holder.tsx';
import { t } from './texts.ts';

type Unit = ItemOf<'GET /api/regencies/:regency/units'>;

const columns = (): Column<Unit>[] => [
  {
    head: t('unit'),
    rowHead: true,
    cell: (unit) => (
      <>
        {unit.name}
        <span class="small soft block">
          {className(unit.class)}
          {unit.districtName && ` · ${unit.districtName}`}
        </span>
      </>
    ),
  },
  { head: t('office'), unlabelled: true, cell: (unit) => officeHeld(unit.office, unit.holder?.acting) },
  { head: t('holder'), unlabelled: true, cell: (unit) => <Holder holder={unit.holder} /> },
];

const inOrder = (a: Unit, b: Unit): number =>
  className.codes.indexOf(a.class) - className.codes.indexOf(b.class) ||
  a.name.localeCompare(b.name, 'id', { numeric: true });

const Register = ({ units }: { units: readonly Unit[] }) => {
  const [unitClass, setClass] = useState('');
  const [words, setWords] = useState('');
  const found = useMemo(
    () =>
      units
        .filter(
          (unit) =>
            (!unitClass || unit.class === unitClass) &&
            matchesText(words, unit.name, unit.office, unit.holder?.name, unit.districtName),
        )
        .sort(inOrder),
    [units, unitClass, words],
  );
  const { shown, button } = useMore(found);
  const present = className.codes.filter((code) => units.some((unit) => unit.class === code));
  return (
    <div class="stack">
      <div class="filters">
        <TextField id="cari" type="search" label={t('search')} value={words} onInput={setWords} />
        <SelectField
          id="kelas"
          label={t('class')}
          empty={t('all')}
          value={unitClass}
          onChange={setClass}
          options={present.map((code) => ({ value: code, label: className(code) }))}
        />
      </div>
      {found.length ? (
        <DataTable
          caption={t('count', { n: number(found.length) })}
          columns={columns()}
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

export const UnitsPage = () => {
  const regency = useRegency();
  const organizer = may.organize(useStaff());
  const loaded = useLoad(regency.code, (signal) =>
    apiAll('GET /api/regencies/:regency/units', { params: { regency: regency.code }, query: {}, signal }),
  );
  const upload = <Upload class="icon" aria-hidden="true" />;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { regency: regency.name })}>
        {organizer && (
          <ButtonLink href="/staf/unit/impor" icon={upload}>
            {t('import')}
          </ButtonLink>
        )}
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
