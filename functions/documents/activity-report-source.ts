/** Reads what the report of an activity is made from. */
import type { ActivityReport } from '../activity-reports/activity-report-schema.ts';
import type { FollowUp } from '../follow-ups/follow-up-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Stores } from '../stores.ts';
import { type ActivityReportMaterial, type ReportPhoto, signerOf } from './activity-report-material.ts';
import { type FactsPorts, makeSessionFacts } from './session-facts.ts';
import { signerNip } from './signer-nip.ts';

export interface ActivityReportPorts {
  stores: FactsPorts & Pick<Stores, 'activityReports' | 'units'>;
  /** Those undertaken in this session. */
  followUpsOf: (session: Session) => Promise<readonly FollowUp[]>;
}

export const makeActivityReportSource = ({ stores, followUpsOf }: ActivityReportPorts) => {
  const facts = makeSessionFacts(stores);
  const photosOf = async ({ session, photos }: ActivityReport): Promise<ReportPhoto[]> => {
    const found = await Promise.all(
      photos.map(async ({ id, caption }) => ({ jpeg: await stores.activityReports.getPhoto(session, id), caption })),
    );
    return found.flatMap(({ jpeg, caption }) => (jpeg === undefined ? [] : [{ jpeg, caption }]));
  };

  return async (id: string, at: Date): Promise<ActivityReportMaterial> => {
    const [about, report] = await Promise.all([facts(id, at), stores.activityReports.get(id)]);
    const [photos, followUps, units] = await Promise.all([
      photosOf(report),
      followUpsOf(about.session),
      stores.units.all(about.session.regency),
    ]);
    const nip = signerNip(signerOf({ ...about, report }), units, about.regency.name);
    return { ...about, report, photos, followUps, signerNip: nip };
  };
};
