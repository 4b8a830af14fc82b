/** The units of a regency over a period: everybody, or those that are looked for; by class, by district, then by name. */
import { Printer } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { api, apiAll, type ItemOf } from '../../shared/api.ts';
import { number, percent } from '../../shared/format.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  PageHeader,
  SelectField,
  StatusTag,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { className } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { useMore } from '../frame/use-more.tsx';
import { districtText } from './heat-table.tsx';
import { PrintedNames } from './names.tsx';
import { periodText, readPeriod } from './period.ts';
import {
  loadPlace,
  type Narrowed,
  type Place,
  type RegencyCoverage,
  type Show,
  toCoverage,
  toUnit,
  toUnits,
} from './place.ts';
import { PrintedAt } from './printed-at.tsx';
import { t } from './regent-texts.ts';
import { openOf, useLives } from './use-live.ts';
import { noticeMs, useReloadOn } from './use-reload-on.ts';
import { useStanding } from './use-standing.ts';
import './coverage.css';

export type UnitRecord = ItemOf<'GET /api/regencies/:regency/coverage/units'>;

const showWords = {
  never: 'showNever',
  missed: 'showMissed',
  delegated: 'showDelegated',
  notPledged: 'showNotPledged',
} as const;
const shows = Object.keys(showWords) as Show[];

const readNarrowed = (query: Record<string, string>): Narrowed => ({
  show: shows.find((show) => show === query.tampil),
  class: className.codes.find((code) => code === query.kelas),
  district: query.wilayah === '-' ? null : query.wilayah || undefined,
});

const inOrder = (a: UnitRecord, b: UnitRecord): number =>
  className.codes.indexOf(a.class) - className.codes.indexOf(b.class) ||
  a.name.localeCompare(b.name, 'id', { numeric: true });

const columns = (place: Place): Column<UnitRecord>[] => [
  {
    head: t('unit'),
    rowHead: true,
    cell: (row) => (
      <>
        <a href={toUnit(place, row.unit)}>{row.name}</a>
        <span class="small soft block">
          <ClassWord of={row.class} />
          {row.districtName && ` · ${row.districtName}`}
        </span>
        {row.missedInARow > 1 && (
          <span class="block">
            <StatusTag tone="warn" icon="alert" word={t('inARow', { n: number(row.missedInARow) })} />
          </span>
        )}
      </>
    ),
  },
  {
    head: t('timesRepresented'),
    numeric: true,
    cell: (row) => t('timesOf', { part: number(row.represented), whole: number(row.invited) }),
  },
  { head: t('timesDelegated'), numeric: true, wide: true, cell: (row) => number(row.delegated) },
  { head: t('timesMissed'), numeric: true, wide: true, cell: (row) => number(row.missed) },
  {
    head: t('pledge'),
    numeric: true,
    cell: (row) =>
      row.pledgeDue ? t('timesOf', { part: number(row.pledgeSigned), whole: number(row.pledgeDue) }) : '–',
  },
];

const Rows = ({ units, place, title }: { units: readonly UnitRecord[]; place: Place; title: string }) => {
  const { shown, button } = useMore(units, 50);
  if (!units.length) return <EmptyState title={t('nobodyHere')} />;
  return (
    <>
      <div class="no-print long-names">
        <DataTable
          caption={t('units', { n: number(units.length) })}
          columns={columns(place)}
          rows={shown}
          rowKey={(row) => row.unit}
          narrow="fit"
        />
      </div>
      {button}
      <PrintedNames title={`${title}: ${t('units', { n: number(units.length) })}`} units={units} />
    </>
  );
};

/** Of one class: district by district, the most missing first. */
const DistrictSteps = ({
  coverage,
  place,
  narrowed,
}: {
  coverage: RegencyCoverage;
  place: Place;
  narrowed: Narrowed;
}) => {
  const rows = coverage.cells
    .filter((cell) => cell.class === narrowed.class)
    .map((cell) => ({
      ...cell,
      districtName: coverage.districts.find(({ district }) => district === cell.district)?.districtName ?? null,
    }))
    .sort((a, b) => b.expected - b.covered - (a.expected - a.covered));
  if (rows.length < 2) return null;
  return (
    <details class="no-print long-names" open={!narrowed.show}>
      <summary>{t('byDistrict', { district: place.district.toLowerCase() })}</summary>
      <DataTable
        caption={t('byDistrict', { district: place.district.toLowerCase() })}
        captionHidden
        columns={[
          {
            head: place.district,
            rowHead: true,
            cell: (row) => <a href={toUnits(place, { ...narrowed, district: row.district })}>{districtText(row)}</a>,
          },
          {
            head: t('timesRepresented'),
            numeric: true,
            cell: (row) => t('timesOf', { part: number(row.covered), whole: number(row.expected) }),
          },
          { head: t('coverage'), numeric: true, cell: (row) => percent(row.covered, row.expected) },
        ]}
        rows={rows}
        rowKey={(row) => row.district ?? ''}
        narrow="fit"
      />
    </details>
  );
};

const Filters = ({ coverage, place, narrowed }: { coverage: RegencyCoverage; place: Place; narrowed: Narrowed }) => {
  const { route } = useLocation();
  const nameOf = useClassName();
  const put = (changes: Narrowed): void => route(toUnits(place, { ...narrowed, ...changes }), true);
  return (
    <details class="no-print">
      <summary>{t('narrow')}</summary>
      <div class="filters">
        <SelectField
          id="tampil"
          label={t('which')}
          empty={t('showAll')}
          value={narrowed.show ?? ''}
          onChange={(value) => put({ show: shows.find((show) => show === value) })}
          options={shows
            .filter((show) => show !== 'notPledged' || coverage.pledge.due > 0)
            .map((show) => ({ value: show, label: t(showWords[show]) }))}
        />
        <SelectField
          id="kelas"
          label={t('class')}
          empty={t('any')}
          value={narrowed.class ?? ''}
          onChange={(value) => put({ class: (value || undefined) as UnitClassCode | undefined })}
          options={coverage.classes.map((row) => ({ value: row.class, label: nameOf(row.class) }))}
        />
        <SelectField
          id="wilayah"
          label={place.district}
          empty={t('any')}
          value={narrowed.district === null ? '-' : (narrowed.district ?? '')}
          onChange={(value) => put({ district: value === '-' ? null : value || undefined })}
          options={coverage.districts.map((row) => ({ value: row.district ?? '-', label: districtText(row) }))}
        />
      </div>
    </details>
  );
};

interface ListProps {
  place: Place;
  narrowed: Narrowed;
  title: string;
  /** Differs once a session that runs has moved. */
  mark: string | undefined;
}

const List = ({ place, narrowed, title, mark }: ListProps) => {
  const { show, class: unitClass, district } = narrowed;
  const query = {
    ...place.period,
    ...(show ? { show } : {}),
    ...(unitClass ? { class: unitClass } : {}),
    ...(district === undefined ? {} : { district: district ?? '-' }),
  };
  const loaded = useLoad(
    `${place.regency} ${JSON.stringify(query)}`,
    (signal) =>
      apiAll('GET /api/regencies/:regency/coverage/units', { params: { regency: place.regency }, query, signal }),
    noticeMs,
  );
  useReloadOn(mark, loaded);
  const units = useMemo(() => loaded.data && [...loaded.data].sort(inOrder), [loaded.data]);
  return (
    <WhenLoaded loaded={loaded} lines={8}>
      {() => <Rows units={units ?? []} place={place} title={title} />}
    </WhenLoaded>
  );
};

export const CoverageUnitsPage = () => {
  const { regency, above, query } = useStanding();
  const nameOf = useClassName();
  const period = readPeriod(query);
  const narrowed = readNarrowed(query);
  const standing = { regency, above, period };
  const load = async (signal: AbortSignal) => {
    const [coverage, place] = await Promise.all([
      api('GET /api/regencies/:regency/coverage', { params: { regency }, query: period, signal }),
      loadPlace(standing, signal),
    ]);
    return { coverage, place };
  };
  const loaded = useLoad(`${regency} ${periodText(period)}`, load, noticeMs);
  const { data } = loaded;
  const { mark } = useLives(above ? [] : openOf(data?.coverage.sessions));
  useReloadOn(mark, loaded);
  const where = data?.coverage.districts.find(({ district }) => district === narrowed.district);
  const title = [
    narrowed.show ? t(showWords[narrowed.show]) : t('showAll'),
    narrowed.class && nameOf(narrowed.class),
    where && districtText(where),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      <PageHeader
        title={title}
        lead={[data?.place.name, periodText(period)].filter(Boolean).join(' · ')}
        up={{ href: toCoverage(standing), label: t('upCoverage') }}
      />
      {data && <PrintedAt zone={data.place.zone} />}
      <WhenLoaded loaded={loaded}>
        {({ coverage, place }) => (
          <div class="stack">
            <Filters coverage={coverage} place={place} narrowed={narrowed} />
            {narrowed.class && narrowed.district === undefined && (
              <DistrictSteps coverage={coverage} place={place} narrowed={narrowed} />
            )}
            <List place={place} narrowed={narrowed} title={title} mark={mark} />
            <p class="no-print">
              <Button look="second" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
                {t('print')}
              </Button>
            </p>
          </div>
        )}
      </WhenLoaded>
    </>
  );
};
