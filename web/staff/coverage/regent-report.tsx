/** The regent's report over a period: the headline, then everything that explains it. On paper it is one A4. */
import { number, percent } from '../../shared/format.ts';
import { ButtonLink, type Column, DataTable, EmptyState, Notice } from '../../shared/ui/index.ts';
import { useClassName } from '../frame/class-name.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { ChangesSinceYesterday } from './changes.tsx';

import { Glance } from './glance.tsx';
import { HeatTable } from './heat-table.tsx';
import { Explained } from './how.tsx';
import { isReversed } from './period.ts';
import { PeriodChoice } from './period-choice.tsx';
import { type Place, type RegencyCoverage, toCoverage, toUnits } from './place.ts';
import { RegentActions } from './regent-actions.tsx';
import { t } from './regent-texts.ts';
import { t as words } from './texts.ts';
import { Sessions, Trend } from './trend.tsx';
import { Repeated, Worst } from './worst.tsx';

type ClassRow = RegencyCoverage['classes'][number];

const classColumns = (place: Place): Column<ClassRow>[] => [
  {
    head: t('class'),
    rowHead: true,
    cell: (row) => (
      <a href={toUnits(place, { class: row.class })}>
        <ClassWord of={row.class} />
      </a>
    ),
  },
  { head: words('expected'), numeric: true, wide: true, cell: (row) => number(row.expected) },
  { head: t('inPerson'), numeric: true, wide: true, cell: (row) => number(row.inPerson) },
  { head: t('acting'), numeric: true, wide: true, cell: (row) => number(row.acting) },
  { head: t('delegated'), numeric: true, wide: true, cell: (row) => number(row.delegated) },
  { head: t('coverage'), numeric: true, cell: (row) => percent(row.covered, row.expected) },
  { head: words('neverShort'), numeric: true, cell: (row) => number(row.never) },
  { head: t('notYet'), numeric: true, cell: (row) => (row.pledge.due ? number(row.pledge.notYet) : '–') },
];

interface Shown {
  coverage: RegencyCoverage;
  place: Place;
}

const cellsIn = ({ cells }: RegencyCoverage, { district }: Place): string =>
  t('howCells', {
    district: district.toLowerCase(),
    covered: number(cells.reduce((sum, cell) => sum + cell.covered, 0)),
    expected: number(cells.reduce((sum, cell) => sum + cell.expected, 0)),
  });

const Heat = ({ coverage, place }: Shown) => {
  const caption = t('heat', { district: place.district.toLowerCase() });
  return (
    <Explained part="heat-part" of={caption} sentences={[cellsIn(coverage, place)]} href={toUnits(place)}>
      <HeatTable
        caption={caption}
        hint={t('heatHint')}
        label={place.district}
        districts={coverage.districts}
        classes={coverage.classes.map((row) => row.class)}
        cells={coverage.cells.map((cell) => ({ ...cell, part: cell.covered, whole: cell.expected }))}
        hrefOf={({ district, class: unitClass }) => toUnits(place, { district, class: unitClass })}
      />
    </Explained>
  );
};

const Classes = ({ coverage, place }: Shown) => {
  const nameOf = useClassName();
  const sentences = coverage.classes.map((row) =>
    t('howClass', {
      class: nameOf(row.class),
      inPerson: number(row.inPerson),
      acting: number(row.acting),
      delegated: number(row.delegated),
      covered: number(row.covered),
      expected: number(row.expected),
      share: percent(row.covered, row.expected),
      never: number(row.never),
    }),
  );
  return (
    <Explained
      part="classes-part long-names"
      of={t('byClass')}
      sentences={[t('howClasses'), ...sentences]}
      href={toUnits(place)}
    >
      <DataTable
        caption={t('byClass')}
        columns={classColumns(place)}
        rows={coverage.classes}
        rowKey={(row) => row.class}
        narrow="fit"
      />
    </Explained>
  );
};

/** What changed since yesterday is asked of no period. */
const isEverything = ({ period }: Place): boolean => Object.keys(period).length === 0;

const NoSessions = ({ place }: Pick<Shown, 'place'>) => {
  const everything = isEverything(place);
  const reversed = isReversed(place.period);
  return (
    <EmptyState title={everything ? words('emptyTitle') : t(reversed ? 'wrongOrder' : 'emptyPeriod')}>
      <p>{everything ? words('emptyText') : t(reversed ? 'emptyOrderText' : 'emptyPeriodText')}</p>
      {!everything && (
        <ButtonLink look="second" href={toCoverage({ ...place, period: {} })}>
          {t('all')}
        </ButtonLink>
      )}
    </EmptyState>
  );
};

interface Props extends Shown {
  /** Differs once a session that runs has moved. */
  mark: string | undefined;
}

export const RegentReport = ({ coverage, place, mark }: Props) => {
  const { amendments } = coverage;
  const amended = t('amendmentsText', { added: number(amendments.added), revoked: number(amendments.revoked) });
  if (!coverage.sessions.length) {
    return (
      <div class="stack">
        <PeriodChoice place={place} />
        <NoSessions place={place} />
      </div>
    );
  }
  return (
    <div class="regent one-sheet">
      <div class="stack regent-top">
        <Glance coverage={coverage} place={place} />
        <RegentActions coverage={coverage} place={place} />
        <PeriodChoice place={place} />
      </div>
      {!place.above && isEverything(place) && <ChangesSinceYesterday place={place} mark={mark} />}
      <Repeated coverage={coverage} place={place} />
      <Heat coverage={coverage} place={place} />
      <Worst coverage={coverage} place={place} />
      <Trend coverage={coverage} place={place} />
      <Sessions coverage={coverage} place={place} />
      <Classes coverage={coverage} place={place} />
      {amendments.added + amendments.revoked > 0 && (
        <div class="amended-part">
          <div class="no-print">
            <Notice tone="info" title={t('amendments')}>
              <p>{amended}</p>
            </Notice>
          </div>
          <p class="print-only small">
            {t('amendments')}: {amended}
          </p>
        </div>
      )}
    </div>
  );
};
