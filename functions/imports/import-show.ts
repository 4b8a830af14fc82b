/** An import and its rows as the API answers them: each NIP masked, no phone (rule 9). */
import { regions } from '../regions/regions.ts';
import { showHolder } from '../roster/show-holder.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { ImportHead, PlanDetails, PlanRow } from './import-record.ts';
import { importState, partsOf } from './import-rules.ts';
import type { ImportRow, RosterImport } from './import-schema.ts';

/** An import without what only its own page needs. */
export const showHead = (head: ImportHead): Omit<RosterImport, 'columns' | 'firstRows' | 'districts' | 'leftOut'> => {
  const { digest: _digest, plan: _plan, ttl: _ttl, sure: _sure, begun: _begun, undoing: _undoing, ...shown } = head;
  return { ...shown, state: importState(head), ...partsOf(head) };
};

export const showImport = (head: ImportHead, details: PlanDetails): RosterImport => {
  const { index: _, ...shown } = details;
  return { ...showHead(head), ...shown };
};

const districtName = ({ district }: Unit): { districtName?: string } => {
  const name = district && regions.nameOf(district);
  return name === undefined ? {} : { districtName: name };
};

const showUnit = (unit: Unit): NonNullable<ImportRow['unit']> => {
  const { class: unitClass, name, office, district, code, holder } = unit;
  return {
    class: unitClass,
    name,
    office,
    ...(district !== undefined && { district }),
    ...districtName(unit),
    ...(code !== undefined && { code }),
    holder: showHolder(holder),
  };
};

/** `skipped`: left as it was, because somebody had changed the unit since. */
export const showRow = ({ row, status, unit, before, issues, changes }: PlanRow, skipped = false): ImportRow => ({
  row,
  status,
  ...(unit && { id: unit.id }),
  unit: unit ? showUnit(unit) : null,
  ...((status === 'REPLACED' || status === 'MOVED') &&
    before && { before: { holder: showHolder(before.holder), ...districtName(before) } }),
  issues,
  changes,
  ...(skipped && { skipped }),
});
