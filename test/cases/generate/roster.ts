import type { FaultReason, RosterRow, SheetLine, Unit, UnitClass } from './model.ts';
import { type Holder, peopleOf, spaced } from './people.ts';
import { type Random, randomOf } from './random.ts';

export interface RosterPlan {
  units: Unit[];
  /** Last names of the region and the share of names in capitals. */
  localNames: readonly string[];
  capitals: number;
  /** Shares of offices with an acting head and with none at all. */
  actingRate: number;
  vacantRate: number;
  /** Offices whose head the case has decided: an acting title, or a definitive holder. */
  heads: Record<string, 'Plt.' | 'Plh.' | 'Pj.' | 'definitive'>;
  /** [holder of, acting head of]: one person, two units. */
  doubles: readonly (readonly [string, string])[];
  faults: readonly FaultPlan[];
}

/** What the organiser got wrong, on purpose. */
export type FaultPlan =
  | { why: 'duplicate'; of: string; after: string; retyped?: string }
  | { why: 'unknown-district'; unit: Unit; after: string }
  | { why: 'no-unit-name'; after: string }
  | { why: 'signature-block'; lines: readonly string[] }
  | { why: 'nip-lost-digits'; of: string; cell: 'number' | 'comma' | 'point' }
  | { why: 'misspelt-district'; of: string; as: string };

export type HeadStatus = 'definitive' | 'acting' | 'vacant';

/** A unit of the frozen roster with its head: what the day is played with. */
export interface StaffedUnit {
  unit: string;
  class: UnitClass;
  status: HeadStatus;
  row: RosterRow;
}

const KEPT: Record<FaultReason, boolean> = {
  duplicate: false,
  'unknown-district': false,
  'no-unit-name': false,
  'signature-block': false,
  'nip-lost-digits': true,
  'misspelt-district': true,
};

export function rosterOf(code: string, plan: RosterPlan): { staffed: StaffedUnit[]; lines: SheetLine[] } {
  const random = randomOf(code, 'roster');
  const person = peopleOf({ random, capitals: plan.capitals, localNames: plan.localNames });
  const staffed = plan.units.map((unit) => staff(unit, plan, person, random));
  for (const [holder, acting] of plan.doubles) appointTwice(find(staffed, holder), find(staffed, acting));

  const lines: SheetLine[] = staffed.map(({ row }) => ({ row }));
  for (const fault of plan.faults) spoil(lines, fault, person);
  return { staffed, lines };
}

export function find(staffed: readonly StaffedUnit[], name: string): StaffedUnit {
  const found = staffed.find(({ unit }) => unit === name);
  if (!found) throw new Error(`no unit "${name}" in the roster`);
  return found;
}

function staff(unit: Unit, plan: RosterPlan, person: (c: UnitClass) => Holder, random: Random): StaffedUnit {
  const title = titleOf(unit, plan, random);
  const vacant = title === 'vacant';
  const holder = person(unit.class);
  const { district = '', npsn = '' } = unit;
  const row: RosterRow = {
    ...(vacant ? nobody(random) : { ...holder, nip: random.chance(0.6) ? spaced(holder.nip) : holder.nip }),
    office: vacant || title === '' ? unit.office : `${title} ${unit.office}`,
    unit: unit.unit,
    district,
    npsn,
  };
  const status = vacant ? 'vacant' : title === '' ? 'definitive' : 'acting';
  return { unit: unit.unit, class: unit.class, status, row };
}

/** What stands before the office: an acting title, nothing, or that there is no head. */
function titleOf(unit: Unit, plan: RosterPlan, random: Random): string {
  const drawn = random.next();
  const decided = plan.heads[unit.unit];
  if (decided) return decided === 'definitive' ? '' : decided;
  if (plan.doubles.flat().includes(unit.unit)) return '';
  if (drawn < plan.vacantRate) return 'vacant';
  return drawn < plan.vacantRate + plan.actingRate ? actingTitle(unit.class, random) : '';
}

function nobody(random: Random): Holder {
  return { name: random.pick(['', '-']), nip: '', rank: '', phone: '' };
}

/** Penjabat for lurah, as the districts write it; Pelaksana Tugas elsewhere, typed in three ways. */
function actingTitle(unitClass: UnitClass, random: Random): string {
  if (unitClass === 'KELURAHAN') return random.pick(['Pj.', 'Pj']);
  return random.pick(['Plt.', 'Plt.', 'Plt', 'PLT.', 'Plh.']);
}

/** The same person, with the same number, in both rows. */
function appointTwice(holder: StaffedUnit, acting: StaffedUnit): void {
  const { name, nip, rank, phone } = holder.row;
  acting.row = { ...acting.row, name, nip, rank, phone, office: `Plt. ${acting.row.office}` };
  acting.status = 'acting';
}

function spoil(lines: SheetLine[], fault: FaultPlan, person: (c: UnitClass) => Holder): void {
  const mark = { why: fault.why, kept: KEPT[fault.why] };
  const insertAfter = (unit: string, row: RosterRow): void => {
    lines.splice(indexOf(lines, unit) + 1, 0, { row, fault: mark });
  };

  switch (fault.why) {
    case 'duplicate': {
      const { row } = lineOf(lines, fault.of);
      insertAfter(fault.after, { ...row, unit: fault.retyped ?? row.unit });
      return;
    }
    case 'unknown-district': {
      const { name, nip, rank, phone } = person(fault.unit.class);
      const { unit, office, district = '', npsn = '' } = fault.unit;
      insertAfter(fault.after, { name, nip: spaced(nip), rank, phone, office, unit, district, npsn });
      return;
    }
    case 'no-unit-name': {
      const { name, nip, rank, phone } = person('OPD');
      insertAfter(fault.after, { ...EMPTY, name, nip: spaced(nip), rank, phone });
      return;
    }
    case 'signature-block': {
      lines.push({ row: null });
      for (const name of fault.lines) lines.push({ row: { ...EMPTY, name }, fault: mark });
      return;
    }
    case 'nip-lost-digits': {
      const line = lineOf(lines, fault.of);
      line.row.nip = withoutDigits(String(line.row.nip), fault.cell);
      line.fault = mark;
      return;
    }
    case 'misspelt-district': {
      const line = lineOf(lines, fault.of);
      line.row.district = fault.as;
      line.fault = mark;
      return;
    }
  }
}

const EMPTY: RosterRow = { name: '', nip: '', rank: '', office: '', unit: '', district: '', npsn: '', phone: '' };

/** A spreadsheet keeps 15 significant digits of a number, and exports three of them. */
function withoutDigits(nip: string, cell: 'number' | 'comma' | 'point'): string | number {
  const digits = nip.replaceAll(' ', '');
  if (cell === 'number') return Number(`${digits.slice(0, 15)}000`);
  const exported = Number(digits).toExponential(2).toUpperCase();
  return cell === 'comma' ? exported.replace('.', ',') : exported;
}

function indexOf(lines: readonly SheetLine[], unit: string): number {
  const index = lines.findIndex(({ row }) => row?.unit === unit);
  if (index < 0) throw new Error(`no row for "${unit}"`);
  return index;
}

function lineOf(lines: readonly SheetLine[], unit: string): SheetLine & { row: RosterRow } {
  const line = lines[indexOf(lines, unit)];
  if (!line?.row) throw new Error(`no row for "${unit}"`);
  return line as SheetLine & { row: RosterRow };
}
