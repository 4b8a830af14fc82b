import type { ArrivalPlan } from './arrivals.ts';
import type { Guest, Reading, Regency, Session } from './model.ts';
import type { RosterPlan, StaffedUnit } from './roster.ts';
import type { SheetLayout } from './sheet.ts';
import type { SigningPlan } from './signing.ts';
import type { Clock } from './time.ts';

/** Everything that is peculiar to one case; the rest is drawn. */
export interface CaseSpec {
  regency: Regency;
  date: string;
  session: (clock: Clock) => Session;
  guests: readonly Guest[];
  roster: RosterPlan;
  layout: SheetLayout;
  arrivals: Omit<ArrivalPlan, 'clock'>;
  /** The reader and the witnesses are heads who came, so their names come from the roster. */
  reading: ((clock: Clock, head: (unit: string) => { name: string; office: string }) => Reading) | null;
  signing: SigningPlan;
}

export function headOf(unit: StaffedUnit): { name: string; office: string } {
  return { name: unit.row.name, office: unit.row.office };
}
