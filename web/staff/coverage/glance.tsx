/** The regent's questions in one look: how much is covered, who was not there, who has not pledged, and what may still move. */
import { ChevronRight, CircleAlert } from 'lucide-preact';
import { number, percent, shortDateIn, timeIn } from '../../shared/format.ts';

import { type Counted, How } from './how.tsx';
import { Parts } from './parts.tsx';
import { type Place, type RegencyCoverage, toUnits } from './place.ts';
import { t } from './regent-texts.ts';

interface Fact extends Counted {
  value: string;
  /** Something is to be done about it. */
  warn?: boolean | undefined;
}

/** A fact and its figure; the way to the list behind it, where there is anything on it. */
export const GlanceRow = ({ of, value, warn, href }: Pick<Fact, 'of' | 'value' | 'warn' | 'href'>) => {
  const inside = (
    <>
      <span class="grow">
        {warn && <CircleAlert class="icon warn-icon" aria-hidden="true" />}
        {of}
      </span>
      <b>{value}</b>
      {href && <ChevronRight class="icon no-print" aria-hidden="true" />}
    </>
  );
  return href ? (
    <a class="glance-row" href={href}>
      {inside}
    </a>
  ) : (
    <span class="glance-row">{inside}</span>
  );
};

const Row = ({ value, warn, ...counted }: Fact) => (
  <li>
    <GlanceRow of={counted.of} value={value} warn={warn} href={counted.href} />
    <How {...counted} />
  </li>
);

const frozenOf = ({ sessions }: RegencyCoverage, { zone }: Place): string => {
  const [only] = sessions;
  return sessions.length === 1 && only?.frozenAt
    ? t('frozenOne', { time: `${shortDateIn(zone, only.frozenAt)} ${timeIn(zone, only.frozenAt)}` })
    : t('frozenMany', { n: number(sessions.length) });
};

export const coveredIn = (coverage: RegencyCoverage, place: Place): string => {
  const { covered, expected, inPerson, acting, delegated } = coverage.units;
  return t('howCovered', {
    covered: number(covered),
    expected: number(expected),
    inPerson: number(inPerson),
    acting: number(acting),
    delegated: number(delegated),
    frozen: frozenOf(coverage, place),
  });
};

const neverIn = ({ units: { expected, covered, never } }: RegencyCoverage): string =>
  t('howNever', { expected: number(expected), covered: number(covered), never: number(never) });

const notYetIn = ({ pledge: { due, signed, notYet } }: RegencyCoverage): string =>
  t('howNotYet', { due: number(due), signed: number(signed), notYet: number(notYet) });

/** Where the doors that hold most are looked at. */
const toDoors = ({ doors: { session } }: RegencyCoverage): string | undefined =>
  session && `/staf/kegiatan/${session}/langsung`;

const partsIn = ({ units: { inPerson, acting, delegated } }: RegencyCoverage): string =>
  t('howParts', { inPerson: number(inPerson), acting: number(acting), delegated: number(delegated) });

const factsOf = (coverage: RegencyCoverage, place: Place): Fact[] => {
  const { units, pledge, conflicts, doors } = coverage;
  const within = (href: string | undefined) => (place.above ? undefined : href);
  return [
    {
      of: t('never'),
      value: number(units.never),
      href: units.never ? toUnits(place, { show: 'never' }) : undefined,
      sentences: [neverIn(coverage), t('howOnline')],
    },
    {
      of: t('notYet'),
      value: pledge.due ? number(pledge.notYet) : t('noPledge'),
      href: pledge.notYet ? toUnits(place, { show: 'notPledged' }) : undefined,
      sentences: [notYetIn(coverage), t('howSigned')],
    },
    {
      of: t('conflicts'),
      value: number(conflicts.open),
      warn: conflicts.open > 0,
      href: conflicts.open ? within('#kegiatan') : undefined,
      sentences: [t('howConflicts', { n: number(conflicts.open) })],
    },
    {
      of: t('doors'),
      value: doors.unsent ? `${number(doors.unsent)} (${t('scans', { n: number(doors.scans) })})` : number(0),
      warn: doors.unsent > 0,
      href: within(toDoors(coverage)),
      sentences: [t('howDoors', { doors: number(doors.unsent), scans: number(doors.scans) }), t('howDoorsOf')],
    },
  ];
};

/** The same on paper, where nothing can be tapped. */
const PrintedHow = ({ coverage, place }: { coverage: RegencyCoverage; place: Place }) => (
  <p class="print-only small">
    {t('how')}: {coveredIn(coverage, place)} {t('howOnce')} {neverIn(coverage)}{' '}
    {coverage.pledge.due > 0 && `${notYetIn(coverage)} ${t('howSigned')}`}
  </p>
);

export const Glance = ({ coverage, place }: { coverage: RegencyCoverage; place: Place }) => {
  const { units, amendments } = coverage;
  const amended = amendments.added + amendments.revoked > 0;
  return (
    <section aria-labelledby="sekilas" class="stack-tight glance">
      <h2 id="sekilas" class="hidden-label">
        {t('atAGlance')}
      </h2>
      <div class="row glance-top">
        <a class="headline grow" href={toUnits(place)}>
          <span class="figure">{percent(units.covered, units.expected)}</span>
          <span>{t('everRepresented', { part: number(units.covered), whole: number(units.expected) })}</span>
        </a>
        <How
          of={t('coverage')}
          href={toUnits(place)}
          sentences={[
            coveredIn(coverage, place),
            t('howOnce'),
            partsIn(coverage),
            ...(amended
              ? [t('howAmended', { added: number(amendments.added), revoked: number(amendments.revoked) })]
              : []),
          ]}
        />
      </div>
      <Parts of={units} whole={units.expected} />
      <ul class="glance-list">
        {factsOf(coverage, place).map((fact) => (
          <Row key={fact.of} {...fact} />
        ))}
      </ul>
      <PrintedHow coverage={coverage} place={place} />
    </section>
  );
};
