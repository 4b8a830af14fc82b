/** One unit over time: what became of it in each session of a period. Offices only; nobody is named. */

import { useRoute } from 'preact-iso';
import { type Answer, api } from '../../shared/api.ts';
import { number, shortDateIn } from '../../shared/format.ts';
import { type Column, DataTable, EmptyState, PageHeader, StatusTag, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { phaseName, pledgeName, presenceName } from '../../shared/words.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { useStaff } from '../frame/staff.ts';
import { How } from './how.tsx';
import { addressOf, periodText } from './period.ts';
import { loadPlace, type Place, toUnits } from './place.ts';
import { presenceTone } from './presence-tone.ts';
import { PrintedAt } from './printed-at.tsx';
import { t } from './regent-texts.ts';
import { Figures } from './session-figures.tsx';
import { openOf, useLives } from './use-live.ts';
import { noticeMs, useReloadOn } from './use-reload-on.ts';
import { useStanding } from './use-standing.ts';
import './coverage.css';

type UnitOverTime = Answer<'GET /api/regencies/:regency/coverage/units/:unit'>;
type Row = UnitOverTime['sessions'][number];

/** Nobody is missing any more once a session is over: absent. */
const presenceText = ({ presence, state }: Row): string =>
  presence === 'MISSING' && state === 'CLOSED' ? t('absent') : presenceName(presence);

const pledgeTone = { SIGNED: 'good', NOT_YET: 'warn', NOT_DUE: 'plain' } as const;

const columns = ({ zone, above }: Place): Column<Row>[] => [
  {
    head: t('session'),
    rowHead: true,
    cell: (row) => (
      <>
        {above ? row.title : <a href={`/staf/kegiatan/${row.session}/cakupan`}>{row.title}</a>}
        <span class="small soft block">
          {shortDateIn(zone, row.startsAt)}
          {row.phase && ` · ${phaseName(row.phase)}`}
        </span>
      </>
    ),
  },
  {
    head: t('presence'),
    unlabelled: true,
    cell: (row) => <StatusTag tone={presenceTone[row.presence]} word={presenceText(row)} />,
  },
  {
    head: t('pledge'),
    unlabelled: true,
    cell: (row) => <StatusTag tone={pledgeTone[row.pledge]} word={pledgeName(row.pledge)} />,
  },
];

const howUnit = ({ invited, represented, delegated, missed }: UnitOverTime): string =>
  t('howUnit', {
    invited: number(invited),
    represented: number(represented),
    delegated: number(delegated),
    missed: number(missed),
  });

const Record = ({ unit, place }: { unit: UnitOverTime; place: Place }) => {
  const { role } = useStaff();
  if (!unit.sessions.length) return <EmptyState title={t('never1')} />;
  return (
    <div class="stack-wide">
      <div class="stack">
        <div class="row glance-top">
          <p class="headline grow">
            <span class="figure">{t('timesOf', { part: number(unit.represented), whole: number(unit.invited) })}</span>
            <span>{t('timesRepresented').toLowerCase()}</span>
          </p>
          <How of={t('ofUnit')} sentences={[howUnit(unit), t('howOnline')]} />
        </div>
        {unit.missedInARow > 1 && (
          <p class="long-tag">
            <StatusTag tone="warn" icon="alert" word={t('inARow', { n: number(unit.missedInARow) })} />
          </p>
        )}
        <Figures
          parts={[
            { term: t('timesDelegated'), value: unit.delegated },
            { term: t('timesMissed'), value: unit.missed },
            ...(unit.pledgeDue
              ? [
                  {
                    term: t('pledgedTimes'),
                    value: t('timesOf', { part: number(unit.pledgeSigned), whole: number(unit.pledgeDue) }),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <DataTable caption={t('overTime')} columns={columns(place)} rows={unit.sessions} rowKey={(row) => row.session} />
      {!place.above && role !== 'operator' && (
        <p class="no-print">
          <a class="tap" href={`/staf/tindak-lanjut?unit=${unit.unit}`}>
            {t('followUps')}
          </a>
        </p>
      )}
    </div>
  );
};

export const CoverageUnitPage = () => {
  const { regency, above, period } = useStanding();
  const unit = useRoute().params.unit ?? '';
  const standing = { regency, above, period };
  const load = async (signal: AbortSignal) => {
    const [record, place] = await Promise.all([
      api('GET /api/regencies/:regency/coverage/units/:unit', { params: { regency, unit }, query: period, signal }),
      loadPlace(standing, signal),
    ]);
    return { record, place };
  };
  const loaded = useLoad(addressOf(`${regency}/${unit}`, period), load, noticeMs);
  const { data } = loaded;
  useReloadOn(useLives(above ? [] : openOf(data?.record.sessions)).mark, loaded);
  const record = data?.record;
  return (
    <>
      <PageHeader
        title={record?.name ?? t('ofUnit')}
        lead={
          record && (
            <>
              <ClassWord of={record.class} />
              {[record.districtName, periodText(period)].filter(Boolean).map((text) => ` · ${text}`)}
            </>
          )
        }
        up={{
          href: toUnits(standing, record && { class: record.class, district: record.district }),
          label: t('listTitle'),
        }}
      />
      {data && <PrintedAt zone={data.place.zone} />}
      <WhenLoaded loaded={loaded} lines={6}>
        {(shown) => <Record unit={shown.record} place={shown.place} />}
      </WhenLoaded>
    </>
  );
};
