/** The figures of a record, counted from what became of each unit. */
import type { PledgeStatus } from '../invitations/invitation-schema.ts';
import { classOrder, type UnitClassCode } from '../roster/unit-class.ts';
import type { UnitPresence } from './coverage-schema.ts';

/** What became of one unit of a roster. */
export interface UnitState {
  unit: string;
  /** Class and district as they were on the day; the register may say otherwise by now. */
  class: UnitClassCode;
  /** Null: in none, or in a record that was stored before districts were kept. */
  district: string | null;
  presence: UnitPresence;
  pledge: PledgeStatus;
}

/** The figures of the units of one class in one district (null: in none). */
export interface Cell {
  district: string | null;
  class: UnitClassCode;
  expected: number;
  inPerson: number;
  acting: number;
  delegated: number;
  /** By video: apart from presence. */
  online: number;
  due: number;
  signed: number;
}

/** In person, by an acting head, by a delegate: somebody stood there for it. By video nobody did. */
export const isRepresented = (presence: UnitPresence): boolean => presence !== 'MISSING' && presence !== 'ONLINE';

const emptyCell = (district: string | null, unitClass: UnitClassCode): Cell => ({
  district,
  class: unitClass,
  expected: 0,
  inPerson: 0,
  acting: 0,
  delegated: 0,
  online: 0,
  due: 0,
  signed: 0,
});

const cellField = { IN_PERSON: 'inPerson', ACTING: 'acting', DELEGATED: 'delegated', ONLINE: 'online' } as const;

/** By district, those in none first, then in protocol order of classes. */
export const byDistrictAndClass = (a: Pick<Cell, 'district' | 'class'>, b: Pick<Cell, 'district' | 'class'>): number =>
  (a.district ?? '').localeCompare(b.district ?? '') || classOrder(a.class) - classOrder(b.class);

/** One cell for each class in each district that has units. */
export const cellsOf = (units: readonly UnitState[]): Cell[] => {
  const cells = new Map<string, Cell>();
  for (const { district, class: unitClass, presence, pledge } of units) {
    const key = `${district ?? ''}/${unitClass}`;
    const cell = cells.get(key) ?? emptyCell(district, unitClass);
    cells.set(key, cell);
    cell.expected += 1;
    if (presence !== 'MISSING') cell[cellField[presence]] += 1;
    if (pledge !== 'NOT_DUE') cell.due += 1;
    if (pledge === 'SIGNED') cell.signed += 1;
  }
  return [...cells.values()].sort(byDistrictAndClass);
};
