/** A planned import as the API answers it before anything is saved. */
import { regions } from '../regions/regions.ts';
import type { ImportPlan, PlannedRow } from './plan-import.ts';
import type { RosterHeader } from './roster-columns.ts';
import type { PreviewRow, RosterPreview, RowStatus } from './roster-schema.ts';
import { columnLetter, type Sheet } from './sheet.ts';
import { showHolder } from './show-holder.ts';

type Shown = ImportPlan & { sheet: Sheet; header: RosterHeader; digest: string };

const showUnit = (unit: PlannedRow['unit']): PreviewRow['unit'] => {
  if (!unit) return null;
  const { class: unitClass, name, office, district, code, holder } = unit;
  const districtName = district && regions.nameOf(district);
  return {
    class: unitClass,
    name,
    office,
    ...(district !== undefined && { district }),
    ...(districtName !== undefined && { districtName }),
    ...(code !== undefined && { code }),
    holder: showHolder(holder),
  };
};

const showRow = ({ row, status, unit, issues, changes }: PlannedRow): PreviewRow => ({
  row,
  status,
  ...(unit && { id: unit.id }),
  unit: showUnit(unit),
  issues,
  changes,
});

const countsOf = ({ rows, vanished }: ImportPlan): RosterPreview['counts'] => {
  const having = (status: RowStatus): number => rows.filter((row) => row.status === status).length;
  return {
    rows: rows.length,
    new: having('NEW'),
    changed: having('CHANGED'),
    same: having('SAME'),
    error: having('ERROR'),
    warning: rows.filter(({ status, issues }) => status !== 'ERROR' && issues.length > 0).length,
    vanished: vanished.length,
  };
};

/** Every row with its status and issues; each NIP masked, no phone (rule 9). */
export const showPreview = ({ sheet, header, digest, rows, vanished }: Shown): RosterPreview => ({
  digest,
  kind: sheet.kind,
  ...(sheet.sheetName !== undefined && { sheet: sheet.sheetName }),
  headerRow: header.headerRow,
  columns: Object.fromEntries(Object.entries(header.columns).map(([field, index]) => [field, columnLetter(index)])),
  counts: countsOf({ rows, vanished }),
  rows: rows.map(showRow),
  vanished,
});
