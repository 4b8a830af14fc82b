/** The missing, the not yet pledged and those online, by name; filtered by class and district. */
import { useMemo, useState } from 'preact/hooks';
import { apiAll, type ItemOf } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import {
  Choices,
  type Column,
  DataTable,
  EmptyState,
  SelectField,
  StatusTag,
  type Tone,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { className, presenceName } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { useMore } from '../frame/use-more.tsx';
import { PrintedNames } from './names.tsx';
import type { SessionCoverage } from './session-figures.tsx';
import { t } from './texts.ts';

type Unit = ItemOf<'GET /api/sessions/:session/coverage/units'>;
type Which = 'missing' | 'notYet' | 'online';

const queries = {
  missing: { presence: 'MISSING' },
  notYet: { pledge: 'NOT_YET' },
  online: { presence: 'ONLINE' },
} as const;

const tones: Record<Unit['presence'], Tone> = {
  IN_PERSON: 'good',
  ACTING: 'good',
  DELEGATED: 'info',
  ONLINE: 'info',
  MISSING: 'warn',
};

/** In protocol order, then by name; the API answers by id. */
const inOrder = (a: Unit, b: Unit): number =>
  className.codes.indexOf(a.class) - className.codes.indexOf(b.class) ||
  a.name.localeCompare(b.name, 'id', { numeric: true });

const columns = (which: Which): Column<Unit>[] => [
  {
    head: t('unit'),
    rowHead: true,
    cell: (unit) => (
      <>
        {unit.name}
        <span class="small soft block">
          <ClassWord of={unit.class} />
          {unit.districtName && ` · ${unit.districtName}`}
        </span>
      </>
    ),
  },
  {
    head: t('office'),
    unlabelled: true,
    cell: (unit) => (
      <span>
        {unit.office}
        <span class="small soft block">{unit.holderName ?? t('vacant')}</span>
      </span>
    ),
  },
  ...(which === 'notYet'
    ? [
        {
          head: t('representedShort'),
          unlabelled: true,
          cell: (unit: Unit) => <StatusTag tone={tones[unit.presence]} word={presenceName(unit.presence)} />,
        },
      ]
    : []),
];

const nobody: Record<Which, () => string> = {
  missing: () => t('nobodyMissing'),
  notYet: () => t('nobodyNotYet'),
  online: () => t('nobodyOnline'),
};

const titleOf = (which: Which, over: boolean): string => {
  if (which === 'notYet') return t('notYetList');
  if (which === 'online') return t('onlineList');
  return over ? t('absentList') : t('missingList');
};

const isWhich = (value: string | undefined): value is Which => value !== undefined && value in queries;

const Rows = ({ units, which }: { units: Unit[]; which: Which }) => {
  const { shown, button } = useMore(units);
  if (!units.length) return <EmptyState title={nobody[which]()} />;
  return (
    <>
      <div class="no-print">
        <DataTable
          caption={t('count', { n: number(units.length) })}
          columns={columns(which)}
          rows={shown}
          rowKey={(unit) => unit.unit}
        />
      </div>
      {button}
      <PrintedNames title={t('count', { n: number(units.length) })} units={units} />
    </>
  );
};

interface Props {
  coverage: SessionCoverage;
  districtLabel: string;
}

export const UnitList = ({ coverage, districtLabel }: Props) => {
  const [which, setWhich] = useState<Which>('missing');
  const nameOf = useClassName();
  const [unitClass, setClass] = useState('');
  const [district, setDistrict] = useState('');
  const due = coverage.pledge.due > 0;
  const online = coverage.units.online > 0;
  // Asked again only when the figures have moved, not at every look.
  const moved = which === 'notYet' ? coverage.pledge.notYet : coverage.units[which];
  const loaded = useLoad(`${coverage.session} ${which} ${moved}`, (signal) =>
    apiAll('GET /api/sessions/:session/coverage/units', {
      params: { session: coverage.session },
      query: queries[which],
      signal,
    }),
  );
  const units = useMemo(
    () =>
      loaded.data
        ?.filter((unit) => (!unitClass || unit.class === unitClass) && (!district || unit.district === district))
        .sort(inOrder),
    [loaded.data, unitClass, district],
  );
  const over = coverage.state === 'CLOSED';
  return (
    <section aria-labelledby="menurut-nama" class="stack">
      <h2 id="menurut-nama">{titleOf(which, over)}</h2>
      {(due || online) && (
        <div class="no-print">
          <Choices
            id="daftar"
            label={t('listOf')}
            labelHidden
            single
            inline
            choices={[
              { value: 'missing', label: over ? t('absent') : t('missing') },
              ...(due ? [{ value: 'notYet', label: t('notYet') }] : []),
              ...(online ? [{ value: 'online', label: t('onlineShort') }] : []),
            ]}
            chosen={[which]}
            onChange={([value]) => isWhich(value) && setWhich(value)}
          />
        </div>
      )}
      <div class="filters no-print">
        <SelectField
          id="saring-kelas"
          label={t('class')}
          empty={t('all')}
          value={unitClass}
          onChange={setClass}
          options={coverage.classes.map((row) => ({ value: row.class, label: nameOf(row.class) }))}
        />
        <SelectField
          id="saring-wilayah"
          label={districtLabel}
          empty={t('all')}
          value={district}
          onChange={setDistrict}
          options={coverage.districts.flatMap((row) =>
            row.district ? [{ value: row.district, label: row.districtName ?? row.district }] : [],
          )}
        />
      </div>
      <WhenLoaded loaded={loaded}>{() => <Rows units={units ?? []} which={which} />}</WhenLoaded>
    </section>
  );
};
