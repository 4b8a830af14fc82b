/** The figures of one session: a headline, then what it is made of. In person, acting and delegated stay apart (rule 2). */
import type { Answer } from '../../shared/api.ts';
import { number, percent } from '../../shared/format.ts';
import { Meter, Notice } from '../../shared/ui/index.ts';
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
          { term: t('people'), value: people.checkedIn },
          { term: t('guests'), value: people.guests },
          ...(coverage.late ? [{ term: t('late'), value: coverage.late }] : []),
        ]}
      />
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
