/** Coverage of sessions that nobody held: as many units as wanted, the same from the same numbers. */
import type { UnitState } from '../../functions/coverage/cell-rules.ts';
import type { CoverageRecord } from '../../functions/coverage/coverage-record.ts';
import { makeSessionId, makeUnitId } from '../../functions/platform/ids.ts';
import { aRecord } from './coverage-records.ts';

export interface ManyRecords {
  regency: string;
  units: number;
  /** A session a week from this day on. */
  from: string;
  sessions: number;
}

const presences = ['IN_PERSON', 'IN_PERSON', 'ACTING', 'IN_PERSON', 'DELEGATED', 'IN_PERSON', 'MISSING'] as const;
const classes = ['SD', 'SD', 'SMP', 'DESA', 'OPD', 'PUSKESMAS'] as const;

type Told = Pick<UnitState, 'presence' | 'pledge'>;

const whatBecame = (index: number, session: number): Told => {
  // Every ninth never comes; what becomes of the others is another thing each week.
  const presence = index % 9 === 0 ? 'MISSING' : (presences[(index * 3 + session * 5) % presences.length] ?? 'MISSING');
  return { presence, pledge: presence === 'IN_PERSON' && index % 3 ? 'SIGNED' : 'NOT_YET' };
};

const unitsOf = (regency: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    index,
    unit: makeUnitId(regency, `unit ${index}`),
    class: classes[index % classes.length] as UnitState['class'],
    district: `${regency}.${String(1 + (index % 24)).padStart(2, '0')}`,
  })).sort((a, b) => (a.unit < b.unit ? -1 : 1));

const week = 7 * 86_400_000;

export const manyRecords = ({ regency, units, from, sessions }: ManyRecords): CoverageRecord[] => {
  const register = unitsOf(regency, units);
  return Array.from({ length: sessions }, (_, session): CoverageRecord => {
    const startsAt = new Date(Date.parse(from) + session * week).toISOString();
    const states = register.map(({ index, ...unit }) => ({ ...unit, ...whatBecame(index, session) }));
    return aRecord(startsAt, states, {
      session: makeSessionId(regency, startsAt),
      checkedIn: states.filter(({ presence }) => presence !== 'MISSING').length,
      phase: 'BEFORE',
    });
  });
};
