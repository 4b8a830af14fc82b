/** The parts of the live board: how fast people come, what each door still holds, and where units are missing. */
import { clockIn, number } from '../../shared/format.ts';
import { type Column, DataTable, Meter, StatusTag } from '../../shared/ui/index.ts';
import { ago } from '../frame/ago.ts';
import { minutesOf, roundUp } from './arrivals.ts';
import { BarChart } from './bar-chart.tsx';
import { t } from './live-texts.ts';
import type { Place } from './place.ts';
import type { LiveSession } from './use-live.ts';

type Zone = Place['zone'];
const mostMinutes = 60;

export const Arrivals = ({ live, zone }: { live: LiveSession; zone: Zone }) => {
  const { asOf } = live.coverage;
  const minutes = minutesOf(live, mostMinutes);
  const clock = (minute: (typeof minutes)[number] | undefined): string => clockIn(zone, minute?.at ?? asOf);
  const most = roundUp(Math.max(0, ...minutes.map(({ count }) => count)));
  return (
    <section aria-labelledby="kedatangan" class="stack-tight">
      <h2 id="kedatangan">{t('arrivals')}</h2>
      {minutes.length === 0 ? (
        <p class="soft">{t('nobodyYet')}</p>
      ) : (
        <>
          <p class="small soft">{t('arrivalsBetween', { from: clock(minutes[0]), to: clock(minutes.at(-1)) })}</p>
          <BarChart
            label={t('arrivalsLabel')}
            bars={minutes.map(({ at, count }) => ({
              key: at,
              parts: { inPerson: count },
              top: number(count),
              foot: clockIn(zone, at).slice(0, 5),
              say: t('sayMinute', { time: clockIn(zone, at), n: number(count) }),
            }))}
            most={most}
            lines={[0, most / 2, most].map((at) => ({ at, word: number(at) }))}
          />
          <details class="no-print">
            <summary>{t('arrivalsTable')}</summary>
            <DataTable
              caption={t('arrivals')}
              captionHidden
              columns={[
                { head: t('minute'), rowHead: true, cell: ({ at }) => clockIn(zone, at) },
                { head: t('people1'), numeric: true, cell: ({ count }) => number(count) },
              ]}
              rows={[...minutes].reverse()}
              rowKey={({ at }) => at}
              narrow="fit"
            />
          </details>
          <ul class="print-only minutes">
            {minutes.map(({ at, count }) => (
              <li key={at}>
                {clockIn(zone, at)} · <b>{number(count)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

type Door = LiveSession['doors'][number];

const doorColumns = (): Column<Door>[] => [
  { head: t('door'), rowHead: true, cell: (door) => door.name },
  { head: t('lately'), numeric: true, cell: (door) => number(door.lately) },
  {
    head: t('unsent'),
    numeric: true,
    cell: (door) => (door.unsent > 0 ? <StatusTag tone="warn" icon="alert" word={number(door.unsent)} /> : number(0)),
  },
  {
    head: t('contact'),
    numeric: true,
    cell: (door) => (door.contactAt ? ago(Date.now(), door.contactAt) : t('noContact')),
  },
];

export const DoorQueues = ({ live }: { live: LiveSession }) =>
  live.doors.length ? (
    <DataTable caption={t('doors')} columns={doorColumns()} rows={live.doors} rowKey={(door) => door.id} narrow="fit" />
  ) : (
    <section aria-labelledby="antrean" class="stack-tight">
      <h2 id="antrean">{t('doors')}</h2>
      <p class="soft">{t('noDoors')}</p>
    </section>
  );

type District = LiveSession['coverage']['districts'][number];

const nameOf = ({ district, districtName }: District): string =>
  district === null ? t('noDistrict') : (districtName ?? district);

export const MissingByDistrict = ({ live, label }: { live: LiveSession; label: string }) => {
  const rows = live.coverage.districts
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing || nameOf(a).localeCompare(nameOf(b), 'id'));
  return (
    <section aria-labelledby="belum-hadir" class="stack-tight">
      <h2 id="belum-hadir">
        {t(live.coverage.state === 'CLOSED' ? 'absentBy' : 'missingBy', { district: label.toLowerCase() })}
      </h2>
      {rows.length === 0 && <p>{t('nobodyMissing')}</p>}
      <ul class="missing-list">
        {rows.map((row) => (
          <li key={row.district ?? ''}>
            <span class="grow">{nameOf(row)}</span>
            <b>{t('missingOf', { missing: number(row.missing), expected: number(row.expected) })}</b>
            <Meter thin whole={row.expected} parts={[{ value: row.missing, tone: 'warn' }]} />
          </li>
        ))}
      </ul>
    </section>
  );
};
