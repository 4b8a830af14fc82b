/** Coverage from session to session: a chart, and the same figures as a table. */
import { number, percent, shortDateIn } from '../../shared/format.ts';
import { type Column, DataTable, StatusTag } from '../../shared/ui/index.ts';
import { useMore } from '../frame/use-more.tsx';
import { type Bar, BarChart } from './bar-chart.tsx';

import { representedOf } from './figures.ts';
import { How } from './how.tsx';
import type { Place, RegencyCoverage } from './place.ts';
import { t } from './regent-texts.ts';
import { t as words } from './texts.ts';

type Session = RegencyCoverage['sessions'][number];

/** `27 Jun`, and the month and year where the chart goes over several years. */
const footOf = (date: string, years: boolean): string => date.replace(years ? /^\d+ / : / \d{4}$/, '');

const barOf = (place: Place, { session, state, title, startsAt, units }: Session, years: boolean): Bar => {
  const { expected, inPerson, acting, delegated, missing } = units;
  const share = percent(representedOf(units), expected);
  const of = (value: number): number => (expected ? value / expected : 0);
  const date = shortDateIn(place.zone, startsAt);
  return {
    key: session,
    parts: { inPerson: of(inPerson), acting: of(acting), delegated: of(delegated) },
    top: share,
    foot: footOf(date, years),
    say: t('saySession', {
      date,
      title,
      share,
      inPerson: number(inPerson),
      acting: number(acting),
      delegated: number(delegated),
      missing: number(missing),
      missingWord: (state === 'OPEN' ? words('missing') : words('absent')).toLowerCase(),
    }),
  };
};

const columns = ({ zone, above }: Place, anyOnline: boolean, anyOpen: boolean): Column<Session>[] => [
  {
    head: t('session'),
    rowHead: true,
    cell: (row) => (
      <>
        {above ? row.title : <a href={`/staf/kegiatan/${row.session}/cakupan`}>{row.title}</a>}
        <span class="small soft block">{shortDateIn(zone, row.startsAt)}</span>
        {row.conflicts.open > 0 && (
          <span class="block">
            <StatusTag tone="warn" icon="alert" word={words('conflictsShort', { n: number(row.conflicts.open) })} />
          </span>
        )}
      </>
    ),
  },
  { head: words('expected'), numeric: true, wide: true, cell: (row) => number(row.units.expected) },
  { head: t('inPerson'), numeric: true, wide: true, cell: (row) => number(row.units.inPerson) },
  { head: t('acting'), numeric: true, wide: true, cell: (row) => number(row.units.acting) },
  { head: t('delegated'), numeric: true, wide: true, cell: (row) => number(row.units.delegated) },
  ...(anyOnline
    ? [{ head: words('onlineShort'), numeric: true, wide: true, cell: (row: Session) => number(row.units.online) }]
    : []),
  {
    head: words('representedShort'),
    numeric: true,
    cell: (row) => percent(representedOf(row.units), row.units.expected),
  },
  {
    head: anyOpen ? words('missing') : words('absent'),
    numeric: true,
    cell: (row) => number(row.units.missing),
  },
  { head: t('notYet'), numeric: true, cell: (row) => (row.pledge.due ? number(row.pledge.notYet) : '–') },
];

const lines = [
  { at: 0, word: '0%' },
  { at: 0.5, word: '50%' },
  { at: 1, word: '100%' },
];

/** One session is no trend. */
export const Trend = ({ coverage: { sessions }, place }: { coverage: RegencyCoverage; place: Place }) => {
  if (sessions.length < 2) return null;
  const years = new Set(sessions.map(({ startsAt }) => shortDateIn(place.zone, startsAt).slice(-4))).size > 1;
  return (
    <section aria-labelledby="perkembangan" class="stack-tight trend-part keep explained">
      <h2 id="perkembangan">{t('trend')}</h2>
      <How of={t('trend')} sentences={[t('howTrend')]} />
      <p class="small soft no-print">{t('trendHint')}</p>
      <BarChart
        label={t('trendLabel')}
        bars={[...sessions].reverse().map((session) => barOf(place, session, years))}
        most={1}
        lines={lines}
      />
    </section>
  );
};

/** As many as stand on the one sheet of paper; those that fit into one table have room for their titles, more stand in two. */
const printed = 16;
const printedInOne = 8;

/** On the screen at first, so that what follows is not far away. */
const first = 10;

/** A session as a row of paper: every figure behind its bar. */
const printedColumns = ({ zone }: Place, anyOnline: boolean, anyOpen: boolean): Column<Session>[] => [
  {
    head: t('session'),
    rowHead: true,
    cell: ({ startsAt, title, conflicts }) =>
      [shortDateIn(zone, startsAt), conflicts.open > 0 && words('conflictsShort', { n: number(conflicts.open) }), title]
        .filter(Boolean)
        .join(' · '),
  },
  { head: words('expected'), numeric: true, cell: ({ units }) => number(units.expected) },
  { head: t('inPerson'), numeric: true, cell: ({ units }) => number(units.inPerson) },
  // Its column is narrower than the word.
  { head: t('acting').replace('/Plt', '/\u200bPlt'), numeric: true, cell: ({ units }) => number(units.acting) },
  { head: t('delegated'), numeric: true, cell: ({ units }) => number(units.delegated) },
  ...(anyOnline
    ? [{ head: words('onlineShort'), numeric: true, cell: ({ units }: Session) => number(units.online) }]
    : []),
  {
    head: anyOpen ? words('missing') : words('absent'),
    numeric: true,
    cell: ({ units }) => number(units.missing),
  },
  {
    head: t('coverage'),
    numeric: true,
    cell: ({ units }) => percent(representedOf(units), units.expected),
  },
  { head: t('notYet'), numeric: true, cell: ({ pledge }) => (pledge.due ? number(pledge.notYet) : '–') },
];

const PrintedSessions = ({ sessions, place }: { sessions: readonly Session[]; place: Place }) => {
  const shown = sessions.slice(0, printed);
  const anyOnline = shown.some(({ units }) => units.online > 0);
  const anyOpen = shown.some(({ state }) => state === 'OPEN');
  const half = shown.length > printedInOne ? Math.ceil(shown.length / 2) : shown.length;
  return (
    <div class="print-only printed-sessions">
      {[shown.slice(0, half), shown.slice(half)].map(
        (rows) =>
          rows[0] && (
            <DataTable
              key={rows[0].session}
              caption={t('sessions')}
              captionHidden
              columns={printedColumns(place, anyOnline, anyOpen)}
              rows={rows}
              rowKey={(row) => row.session}
              narrow="fit"
            />
          ),
      )}
    </div>
  );
};

/** The same figures as a table: what the chart shows, for whoever reads or prints them. */
export const Sessions = ({ coverage: { sessions }, place }: { coverage: RegencyCoverage; place: Place }) => {
  const { shown, button } = useMore(sessions, first);
  return (
    <section aria-labelledby="kegiatan" class="sessions-part">
      <h2 id="kegiatan" tabIndex={-1}>
        {t('sessions')}
        {sessions.length > printed && (
          <span class="print-only small"> {t('printedOf', { n: number(printed), all: number(sessions.length) })}</span>
        )}
      </h2>
      <div class="no-print">
        <DataTable
          caption={t('sessions')}
          captionHidden
          columns={columns(
            place,
            sessions.some(({ units }) => units.online > 0),
            sessions.some(({ state }) => state === 'OPEN'),
          )}
          rows={shown}
          rowKey={(row) => row.session}
        />
        {button}
      </div>
      <PrintedSessions sessions={sessions} place={place} />
    </section>
  );
};
