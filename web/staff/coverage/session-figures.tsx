/**
 * The figures of one session: a headline, then what it is made of. In person, acting and delegated stay apart (rule 2), and
 * online attendance stands beside them, in no sum.
 */
import type { Answer } from '../../shared/api.ts';
import { number, percent } from '../../shared/format.ts';
import { Meter, Notice } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import { representedOf } from './figures.ts';
import { t } from './texts.ts';

export type SessionCoverage = Answer<'GET /api/sessions/:session/coverage'>;

interface Part {
  term: string;
  value: number;
  key?: 'accent' | 'info' | 'warn' | 'none';
}

export const Figures = ({ parts }: { parts: readonly Part[] }) => (
  <dl class="figures">
    {parts.map(({ term, value, key }) => (
      <div key={term}>
        <dt>
          {key && <span class={`key key-${key}`} />}
          {term}
        </dt>
        <dd>{number(value)}</dd>
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

export const SessionFigures = ({ coverage }: { coverage: SessionCoverage }) => {
  const { units, people, amendments } = coverage;
  const represented = representedOf(units);
  const over = coverage.state === 'CLOSED';
  return (
    <div class="stack">
      <p class="headline">
        <span class="figure">{percent(represented, units.expected)}</span>
        <span>{t('representedOf', { part: number(represented), whole: number(units.expected) })}</span>
      </p>
      <Meter
        whole={units.expected}
        parts={[
          { value: units.inPerson, tone: 'accent' },
          { value: units.acting, tone: 'info' },
          { value: units.delegated, tone: 'warn' },
        ]}
      />
      <Figures
        parts={[
          { term: t('inPerson'), value: units.inPerson, key: 'accent' },
          { term: t('acting'), value: units.acting, key: 'info' },
          { term: t('delegated'), value: units.delegated, key: 'warn' },
          { term: over ? t('absent') : t('missing'), value: units.missing, key: 'none' },
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
