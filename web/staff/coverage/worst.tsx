/** Where most units are missing, and the units that stay away or send somebody again and again. */
import { number, percent } from '../../shared/format.ts';
import { type Column, DataTable } from '../../shared/ui/index.ts';
import { ClassWord } from '../frame/class-word.tsx';

import { GlanceRow } from './glance.tsx';
import { districtText } from './heat-table.tsx';
import { Explained, How } from './how.tsx';
import { type Place, type RegencyCoverage, toUnits } from './place.ts';
import { t } from './regent-texts.ts';

type Group = RegencyCoverage['worst'][number];

const columns = (place: Place): Column<Group>[] => [
  {
    head: t('group'),
    rowHead: true,
    cell: (row) => (
      <a href={toUnits(place, { show: 'never', class: row.class, district: row.district })}>
        <ClassWord of={row.class} />, {districtText(row)}
      </a>
    ),
  },
  {
    head: t('neverShort'),
    numeric: true,
    cell: (row) => t('missingOf', { never: number(row.never), expected: number(row.expected) }),
  },
  { head: t('coverage'), numeric: true, wide: true, cell: (row) => percent(row.covered, row.expected) },
];

const worstIn = ([first]: readonly Group[]): string[] =>
  first
    ? [
        t('howWorst', {
          expected: number(first.expected),
          covered: number(first.covered),
          never: number(first.never),
        }),
      ]
    : [];

export const Worst = ({ coverage, place }: { coverage: RegencyCoverage; place: Place }) =>
  coverage.worst.length ? (
    <Explained
      part="worst-part"
      of={t('worst')}
      sentences={worstIn(coverage.worst)}
      href={toUnits(place, { show: 'never' })}
    >
      <DataTable
        caption={t('worst')}
        hint={t('worstHint', { district: place.district.toLowerCase() })}
        columns={columns(place)}
        rows={coverage.worst}
        rowKey={(row) => `${row.district} ${row.class}`}
        narrow="fit"
      />
    </Explained>
  ) : (
    <section aria-labelledby="terbanyak" class="stack-tight worst-part">
      <h2 id="terbanyak">{t('worst')}</h2>
      <p>{t('worstNone')}</p>
    </section>
  );

/** Only where there was a second time. */
export const Repeated = ({ coverage, place }: { coverage: RegencyCoverage; place: Place }) => {
  const { repeated, sessions } = coverage;
  if (sessions.length < 2) return null;
  const rows = [
    { word: t('missedTwice'), count: repeated.missed, show: 'missed' },
    { word: t('delegatedTwice'), count: repeated.delegated, show: 'delegated' },
  ] as const;
  return (
    <section aria-labelledby="berulang" class="keep repeated-part explained">
      <h2 id="berulang">{t('repeated')}</h2>
      <How
        of={t('repeated')}
        sentences={[
          t('howMissedTwice', { n: number(repeated.missed) }),
          t('howDelegatedTwice', { n: number(repeated.delegated) }),
        ]}
      />
      <ul class="glance-list">
        {rows.map(({ word, count, show }) => (
          <li key={show}>
            <GlanceRow
              of={word}
              value={t('units', { n: number(count) })}
              href={count ? toUnits(place, { show }) : undefined}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
