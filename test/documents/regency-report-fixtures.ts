/** A regency's report over many sessions, as the rules of coverage make it from records. Everything is invented. */

import { computeCoverage } from '../../functions/coverage/coverage-rules.ts';
import { recordsIn } from '../../functions/coverage/period-rules.ts';
import { regencyCoverage } from '../../functions/coverage/regency-coverage-rules.ts';
import { shows, tallyUnits } from '../../functions/coverage/unit-tally-rules.ts';
import type { RegencyCoverageMaterial } from '../../functions/documents/coverage-regency-source.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { lahat } from '../support/fixtures.ts';
import { heldSession } from './report-fixtures.ts';

/** So many sessions a week apart, in each of which others of these units did not come. */
export const regencyReport = (
  units: readonly Invitation[],
  sessions: number,
  changes: Partial<RegencyCoverageMaterial> = {},
): RegencyCoverageMaterial => {
  const records = Array.from({ length: sessions }, (_, number) => {
    const id = makeSessionId(lahat, `report-${number}`);
    const startsAt = new Date(Date.parse('2023-06-01T01:00:00Z') + number * 7 * 86_400_000).toISOString();
    const session = heldSession({ id, startsAt, title: `Rapat koordinasi netralitas tahap ${number + 1}` });
    const came = units.map((unit, index) => {
      if ((index + number) % 3 !== 0) return unit;
      const { checkIn: _, signedHolder: __, ...rest } = unit;
      return rest;
    });
    const frozen = new Set(units.filter(({ kind }) => kind === 'unit').map((unit) => unit.id));
    return computeCoverage(session, came, frozen, session.startsAt);
  });
  const held = recordsIn(records, {}, 'WIB');
  const worst = [...tallyUnits(held).values()]
    .filter(sessions > 1 ? shows.missed : shows.never)
    .sort((a, b) => b.missed - a.missed);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const at = new Date('2024-07-01T02:00:00Z');
  return {
    coverage: regencyCoverage({
      regency: { code: lahat, name: 'Kabupaten Lahat' },
      period: { from: '2023-01-01' },
      records: held,
      doors: { unsent: 1, scans: 3 },
      nameOf: (code) => `Wilayah ${code}`,
      now: at.toISOString(),
    }),
    zone: 'WIB',
    labels: { district: 'Kecamatan', village: 'Desa' },
    absentees: worst.slice(0, 20).map((tally) => ({ ...tally, name: names.get(tally.unit) ?? '' })),
    at,
    ...changes,
  };
};
