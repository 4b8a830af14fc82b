/**
 * The figures of one session: a headline, then what it is made of. In person, acting and delegated stay apart (rule 2), and
 * online attendance stands beside them, in no sum.
 */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import type { Answer } from '../../shared/api.ts';
import { number, percent, shortDateIn, timeIn } from '../../shared/format.ts';
import { Meter, Notice } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import { representedOf } from './figures.ts';
import { How } from './how.tsx';
import { PartKey, type PartLook, PartsBar } from './parts-bar.tsx';
import { t } from './texts.ts';

export type SessionCoverage = Answer<'GET /api/sessions/:session/coverage'>;

interface Part {
  term: string;
  /** Or a figure in words, `1 dari 3`. */
  value: number | string;
  key?: PartLook;
}

export const Figures = ({ parts }: { parts: readonly Part[] }) => (
  <dl class="figures">
    {parts.map(({ term, value, key }) => (
      <div key={term}>
        <dt>
          {key && <PartKey of={key} />}
          {term}
        </dt>
        <dd>{typeof value === 'number' ? number(value) : value}</dd>
      </div>
    ))}
  </dl>
);

const Pledge = ({ pledge }: { pledge: SessionCoverage['pledge'] }) => {
  if (pledge.due === 0) return <p class="soft">{t('noPledge')}</p>;
  return (
    <>
      <Meter thin whole={pledge.due} parts={[{ value: pledge.signed, tone: 'good' }]} />
      <Figures
        parts={[
          { term: t('pledgeDue'), value: pledge.due },
          { term: t('signed'), value: pledge.signed },
          { term: t('notYet'), value: pledge.notYet },
          ...(pledge.byDelegateOnly ? [{ term: t('byDelegateOnly'), value: pledge.byDelegateOnly }] : []),
          ...(pledge.symbolic ? [{ term: t('symbolic'), value: pledge.symbolic }] : []),
        ]}
      />
    </>
  );
};

/** Whoever looks sees how many there are; those who work with the session get the way there. */
const OpenConflicts = ({ session, open }: { session: string; open: number }) => {
  const staff = useStaff();
  const reads = may.operate(staff) || staff.role === 'auditor';
  return (
    <Notice tone="warn" title={t('conflictsOpen', { n: number(open) })}>
      <p>{t('conflictsOpenText')}</p>
      {reads && (
        <p class="no-print">
          <a href={`/staf/kegiatan/${session}/perbedaan`}>
            {may.organize(staff) ? t('toConflicts') : t('seeConflicts')}
          </a>
        </p>
      )}
    </Notice>
  );
};

/** With the figures of this moment, so that anybody can add them up. */
export const howCounted = ({ units, pledge, frozenAt }: SessionCoverage, zone: Zone): string[] => [
  t('howCounted', {
    part: number(representedOf(units)),
    whole: number(units.expected),
    time: frozenAt ? `${shortDateIn(zone, frozenAt)} ${timeIn(zone, frozenAt)}` : '–',
    inPerson: number(units.inPerson),
    acting: number(units.acting),
    delegated: number(units.delegated),
  }),
  t('howMissing', {
    whole: number(units.expected),
    part: number(representedOf(units)),
    online: number(units.online),
    missing: number(units.missing),
  }),
  ...(pledge.due
    ? [t('howNotYet', { due: number(pledge.due), signed: number(pledge.signed), notYet: number(pledge.notYet) })]
    : []),
];

/** What stands beside the units, in no sum of them. */
const howOthers = ({ people, late, pledge }: SessionCoverage): string[] => [
  t('howPeople', {
    people: number(people.checkedIn),
    guests: number(people.guests),
    grouped: number(people.grouped),
  }),
  ...(late ? [t('howLate', { n: number(late) })] : []),
  ...(pledge.byDelegateOnly + pledge.symbolic
    ? [t('howSigned', { byDelegateOnly: number(pledge.byDelegateOnly), symbolic: number(pledge.symbolic) })]
    : []),
];

interface Shown {
  coverage: SessionCoverage;
  zone: Zone;
  /** Where the units are listed, unless it is the page itself. */
  list?: string;
}

/** How the headline of a session was counted, and what stands beside it; `also`: what else the page shows. */
export const SessionHow = ({ coverage, zone, list, also = [] }: Shown & { also?: readonly string[] }) => (
  <How of={t('title')} sentences={[...howCounted(coverage, zone), ...howOthers(coverage), ...also]} href={list} />
);

export const SessionFigures = ({ coverage, zone, list }: Shown) => {
  const { units, people, amendments } = coverage;
  const represented = representedOf(units);
  const over = coverage.state === 'CLOSED';
  return (
    <div class="stack">
      <div class="row glance-top">
        <p class="headline grow">
          <span class="figure">{percent(represented, units.expected)}</span>
          <span>{t('representedOf', { part: number(represented), whole: number(units.expected) })}</span>
        </p>
        <SessionHow coverage={coverage} zone={zone} {...(list && { list })} />
      </div>
      <PartsBar parts={units} whole={units.expected} />
      <Figures
        parts={[
          { term: t('inPerson'), value: units.inPerson, key: 'inPerson' },
          { term: t('acting'), value: units.acting, key: 'acting' },
          { term: t('delegated'), value: units.delegated, key: 'delegated' },
          { term: over ? t('absent') : t('missing'), value: units.missing },
          ...(units.online ? [{ term: t('online'), value: units.online }] : []),
          { term: t('people'), value: people.checkedIn },
          { term: t('guests'), value: people.guests },
          ...(people.grouped ? [{ term: t('grouped'), value: people.grouped }] : []),
          ...(coverage.late ? [{ term: t('late'), value: coverage.late }] : []),
        ]}
      />
      {coverage.conflicts.open > 0 && <OpenConflicts session={coverage.session} open={coverage.conflicts.open} />}
      {(amendments.added > 0 || amendments.revoked > 0) && (
        <Notice tone="info" title={t('amendments')}>
          <p>{t('amendmentsText', { added: number(amendments.added), revoked: number(amendments.revoked) })}</p>
        </Notice>
      )}
      <p class="strong">{t('pledge')}</p>
      <Pledge pledge={coverage.pledge} />
    </div>
  );
};
