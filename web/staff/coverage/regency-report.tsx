/** The regent's report: one headline, then by session, by class, and the units never represented by name. One A4 page. */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { type Answer, apiAll, type ItemOf } from '../../shared/api.ts';
import { number, percent, shortDateIn } from '../../shared/format.ts';
import { type Column, DataTable, EmptyState, Meter, StatusTag, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { className } from '../../shared/words.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { useMore } from '../frame/use-more.tsx';
import { representedOf } from './figures.ts';
import { PrintedNames } from './names.tsx';
import { Figures } from './session-figures.tsx';
import { t } from './texts.ts';

export type RegencyCoverage = Answer<'GET /api/regencies/:regency/coverage'>;
type SessionRow = RegencyCoverage['sessions'][number];
type ClassRow = RegencyCoverage['classes'][number];
type UnitRecord = ItemOf<'GET /api/regencies/:regency/coverage/units'>;

interface Shown {
  linked: boolean;
  /** Whether any session is open, or was attended online. */
  anyOpen: boolean;
  anyOnline: boolean;
}

const sessionColumns = (zone: Zone, { linked, anyOpen, anyOnline }: Shown): Column<SessionRow>[] => [
  {
    head: t('session'),
    rowHead: true,
    cell: (row) => (
      <>
        {linked ? <a href={`/staf/kegiatan/${row.session}/cakupan`}>{row.title}</a> : row.title}
        <span class="small soft block">{shortDateIn(zone, row.startsAt)}</span>
        {row.conflicts.open > 0 && (
          <span class="block">
            <StatusTag tone="warn" icon="alert" word={t('conflictsShort', { n: number(row.conflicts.open) })} />
          </span>
        )}
      </>
    ),
  },
  { head: t('expected'), numeric: true, wide: true, cell: (row) => number(row.units.expected) },
  { head: t('inPerson'), numeric: true, wide: true, cell: (row) => number(row.units.inPerson) },
  { head: t('acting'), numeric: true, wide: true, cell: (row) => number(row.units.acting) },
  { head: t('delegated'), numeric: true, wide: true, cell: (row) => number(row.units.delegated) },
  ...(anyOnline
    ? [{ head: t('onlineShort'), numeric: true, wide: true, cell: (row: SessionRow) => number(row.units.online) }]
    : []),
  { head: t('representedShort'), numeric: true, cell: (row) => percent(representedOf(row.units), row.units.expected) },
  { head: anyOpen ? t('missing') : t('absent'), numeric: true, cell: (row) => number(row.units.missing) },
  { head: t('notYet'), numeric: true, cell: (row) => (row.pledge.due ? number(row.pledge.notYet) : '–') },
];

const classColumns = (): Column<ClassRow>[] => [
  { head: t('class'), rowHead: true, cell: (row) => <ClassWord of={row.class} /> },
  { head: t('expected'), numeric: true, wide: true, cell: (row) => number(row.expected) },
  { head: t('covered'), numeric: true, cell: (row) => percent(row.covered, row.expected) },
  { head: t('neverShort'), numeric: true, cell: (row) => number(row.expected - row.covered) },
  { head: t('notYet'), numeric: true, cell: (row) => (row.pledgeDue ? number(row.pledgeDue - row.pledgeSigned) : '–') },
];

const neverColumns = (): Column<UnitRecord>[] => [
  {
    head: t('unit'),
    rowHead: true,
    cell: (row) => (
      <>
        {row.name}
        <span class="small soft block">
          <ClassWord of={row.class} />
          {row.districtName && ` · ${row.districtName}`}
        </span>
      </>
    ),
  },
  { head: t('timesInvited'), numeric: true, cell: (row) => t('times', { n: number(row.invited) }) },
];

const inOrder = (a: UnitRecord, b: UnitRecord): number =>
  className.codes.indexOf(a.class) - className.codes.indexOf(b.class) ||
  a.name.localeCompare(b.name, 'id', { numeric: true });

const NeverRows = ({ units }: { units: readonly UnitRecord[] }) => {
  const { shown, button } = useMore(units);
  return (
    <>
      <div class="no-print">
        <DataTable
          caption={t('neverList')}
          hint={t('count', { n: number(units.length) })}
          columns={neverColumns()}
          rows={shown}
          rowKey={(row) => row.unit}
          narrow="fit"
        />
      </div>
      {button}
      <PrintedNames title={`${t('neverList')}: ${t('count', { n: number(units.length) })}`} units={units} />
    </>
  );
};

const Never = ({ regency }: { regency: string }) => {
  const loaded = useLoad(regency, async (signal) =>
    (
      await apiAll('GET /api/regencies/:regency/coverage/units', {
        params: { regency },
        query: { never: 'true' },
        signal,
      })
    ).sort(inOrder),
  );
  return (
    <WhenLoaded loaded={loaded}>
      {(units) => (units.length ? <NeverRows units={units} /> : <EmptyState title={t('neverNone')} />)}
    </WhenLoaded>
  );
};

const Headline = ({ coverage }: { coverage: RegencyCoverage }) => {
  const { units, pledge } = coverage;
  return (
    <div class="stack">
      <p class="headline">
        <span class="figure">{percent(units.covered, units.expected)}</span>
        <span>{t('everRepresented', { part: number(units.covered), whole: number(units.expected) })}</span>
      </p>
      <Meter whole={units.expected} parts={[{ value: units.covered, tone: 'accent' }]} />
      <Figures
        parts={[
          { term: t('never'), value: units.never },
          ...(pledge.due
            ? [
                { term: t('pledgeDue'), value: pledge.due },
                { term: t('signed'), value: pledge.signed },
                { term: t('notYet'), value: pledge.notYet },
              ]
            : []),
        ]}
      />
    </div>
  );
};

interface Props {
  coverage: RegencyCoverage;
  zone: Zone;
  /** Whether whoever looks may drill into sessions and names: a province sees figures only. */
  drill: boolean;
}

export const RegencyReport = ({ coverage, zone, drill }: Props) => {
  const { sessions } = coverage;
  if (!sessions.length) {
    return (
      <EmptyState title={t('emptyTitle')}>
        <p>{t('emptyText')}</p>
      </EmptyState>
    );
  }
  return (
    <div class="stack-wide report">
      <Headline coverage={coverage} />
      <DataTable
        caption={t('bySession')}
        columns={sessionColumns(zone, {
          linked: drill,
          anyOpen: sessions.some(({ state }) => state === 'OPEN'),
          anyOnline: sessions.some(({ units }) => units.online > 0),
        })}
        rows={sessions}
        rowKey={(row) => row.session}
      />
      <DataTable
        caption={t('byClass')}
        columns={classColumns()}
        rows={coverage.classes}
        rowKey={(row) => row.class}
        narrow="fit"
      />
      {drill && <Never regency={coverage.regency} />}
    </div>
  );
};
