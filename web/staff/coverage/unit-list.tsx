/** The missing, the not yet pledged and those online, by name; filtered by class and district. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { apiAll, type ItemOf } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import {
  Choices,
  type Column,
  DataTable,
  EmptyState,
  SelectField,
  StatusTag,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { className, presenceName } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { useMore } from '../frame/use-more.tsx';
import { districtText } from './heat-table.tsx';
import { PrintedNames } from './names.tsx';
import { presenceTone } from './presence-tone.ts';
import type { SessionCoverage } from './session-figures.tsx';
import { t } from './texts.ts';

type Unit = ItemOf<'GET /api/sessions/:session/coverage/units'>;
/** Where the heat table leads to. */
const headingId = 'menurut-nama';

type Which = 'missing' | 'notYet' | 'online';

const queries = {
  missing: { presence: 'MISSING' },
  notYet: { pledge: 'NOT_YET' },
  online: { presence: 'ONLINE' },
} as const;

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
          cell: (unit: Unit) => <StatusTag tone={presenceTone[unit.presence]} word={presenceName(unit.presence)} />,
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

/** Class and district as the address says them, so that a cell of the heat table leads here; `-` is in no district. */
const useNarrowed = () => {
  const { query, path, url, route } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = url.endsWith(`#${headingId}`);
  // The router follows addresses, not their fragments.
  useEffect(() => {
    if (!asked) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [asked, url]);
  const [unitClass, district] = [query.kelas ?? '', query.wilayah ?? ''];
  const put = (changes: { kelas?: string; wilayah?: string }): void => {
    const wanted = Object.entries({ kelas: unitClass, wilayah: district, ...changes }).filter(([, value]) => value);
    route(wanted.length ? `${path}?${new URLSearchParams(wanted)}` : path, true);
  };
  return { unitClass, district, put, heading };
};

interface Props {
  coverage: SessionCoverage;
  districtLabel: string;
}

export const UnitList = ({ coverage, districtLabel }: Props) => {
  const [which, setWhich] = useState<Which>('missing');
  const nameOf = useClassName();
  const { unitClass, district, put, heading } = useNarrowed();
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
        ?.filter(
          (unit) => (!unitClass || unit.class === unitClass) && (!district || (unit.district ?? '-') === district),
        )
        .sort(inOrder),
    [loaded.data, unitClass, district],
  );
  const over = coverage.state === 'CLOSED';
  return (
    <section aria-labelledby={headingId} class="stack">
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {titleOf(which, over)}
      </h2>
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
          onChange={(kelas) => put({ kelas })}
          options={coverage.classes.map((row) => ({ value: row.class, label: nameOf(row.class) }))}
        />
        <SelectField
          id="saring-wilayah"
          label={districtLabel}
          empty={t('all')}
          value={district}
          onChange={(wilayah) => put({ wilayah })}
          options={coverage.districts.map((row) => ({ value: row.district ?? '-', label: districtText(row) }))}
        />
      </div>
      <WhenLoaded loaded={loaded}>{() => <Rows units={units ?? []} which={which} />}</WhenLoaded>
    </section>
  );
};
