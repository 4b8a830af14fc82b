/** Reads what the coverage paper of a regency is made from: the report that the API answers, and the names of those who were missing again. */

import type { Period, RegencyCoverage } from '../coverage/coverage-schema.ts';
import { readRegencyCoverage, regencyRecords } from '../coverage/regency-coverage.ts';
import { type NamePorts, unitNames } from '../coverage/unit-names.ts';
import { shows, tallyUnits, type UnitTally } from '../coverage/unit-tally-rules.ts';
import type { Zone } from '../platform/base-schema.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { usualLabels } from '../regencies/usual-labels.ts';
import type { Stores } from '../stores.ts';

/** A unit that missed at least two sessions of the period; where none did, one that was never represented. */
export interface Absentee extends Pick<UnitTally, 'class' | 'invited' | 'missed' | 'missedInARow'> {
  name: string;
}

export interface RegencyCoverageMaterial {
  coverage: RegencyCoverage;
  zone: Zone;
  labels: Regency['labels'];
  /** The worst first, as many as are printed; {@link absent} says how many there are. */
  absentees: readonly Absentee[];
  /** When the paper is made. */
  at: Date;
}

export const namedAbsentees = 20;

/** Who is told by name. Over one session nobody was missing again, and who was missing is asked all the same. */
export const absent = ({ repeated, units }: RegencyCoverage): { again: boolean; count: number } =>
  repeated.missed > 0 ? { again: true, count: repeated.missed } : { again: false, count: units.never };

type Ports = Pick<Stores, 'regencies' | 'coverage' | 'doors' | 'units' | 'invitations'>;

/** Twenty names, each by a request of its own: what draws papers may not ask in batches. */
const oneByOne = ({ units, invitations }: Pick<Ports, 'units' | 'invitations'>): NamePorts => {
  const found = async <T>(ids: readonly string[], get: (id: string) => Promise<T | undefined>): Promise<T[]> =>
    (await Promise.all(ids.map(get))).flatMap((item) => (item === undefined ? [] : [item]));
  return {
    units: { some: (regency, ids) => found(ids, (id) => units.get(regency, id)) },
    invitations: { some: (session, ids) => found(ids, (id) => invitations.get(session, id)) },
  };
};

const worseFirst = (a: UnitTally, b: UnitTally): number =>
  b.missed - a.missed || b.missedInARow - a.missedInARow || (a.unit < b.unit ? -1 : 1);

export const makeRegencyCoverageSource =
  (stores: Ports) =>
  async (code: string, period: Period, at: Date): Promise<RegencyCoverageMaterial> => {
    const stored = await stores.coverage.all(code);
    // Read once, so that figures and names are of the same moment.
    const ports = { ...stores, coverage: { all: async () => stored } };
    const [coverage, { regency, records }, registered] = await Promise.all([
      readRegencyCoverage(ports, code, period, at),
      regencyRecords(ports, code, period),
      stores.regencies.get(code),
    ]);
    const isTold = absent(coverage).again ? shows.missed : shows.never;
    const worst = [...tallyUnits(records).values()].filter(isTold).sort(worseFirst).slice(0, namedAbsentees);
    const names = await unitNames(oneByOne(stores), code, worst);
    const absentees = worst.map((tally) => ({ ...tally, name: names.get(tally.unit) ?? tally.unit }));
    return { coverage, zone: regency.zone, labels: registered?.labels ?? usualLabels(code), absentees, at };
  };
