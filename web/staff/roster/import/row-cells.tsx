/** One row of a plan in cells: what it would do, to which unit, who holds its office then, and what is wrong with it. */
import type { ImportRow, ImportRowStatus } from '../../../../functions/imports/import-schema.ts';
import { rosterIssues } from '../../../../functions/imports/roster-issues.ts';
import { pick } from '../../../shared/i18n.ts';
import { type Column, type StatusIcon, StatusTag, type Tone } from '../../../shared/ui/index.ts';
import { nameWithTitles, officeHeld } from '../../../shared/words.ts';
import { ClassWord } from '../../frame/class-word.tsx';
import { Holder } from '../holder.tsx';
import { changedFieldName, statusName, t } from './plan-texts.ts';

const looks: Record<ImportRowStatus, [Tone, StatusIcon]> = {
  NEW: ['good', 'check'],
  MOVED: ['info', 'info'],
  REPLACED: ['info', 'info'],
  CHANGED: ['info', 'info'],
  SAME: ['plain', 'check'],
  ERROR: ['bad', 'cross'],
};

const RowTag = ({ row }: { row: ImportRow }) => {
  if (row.skipped) return <StatusTag tone="warn" icon="alert" word={t('skipped')} />;
  const [tone, icon] = looks[row.status];
  return <StatusTag tone={tone} icon={icon} word={statusName(row.status)} />;
};

const Issue = ({ row, issue }: { row: number; issue: ImportRow['issues'][number] }) => {
  const { id, en } = rosterIssues[issue.code];
  const place = issue.column ? t('cell', { cell: `${issue.column}${row}` }) : t('noColumn', { row });
  const other = issue.otherRow === undefined ? '' : ` (${t('otherRow', { row: issue.otherRow })})`;
  return (
    <li class={`issue ${issue.severity}`}>
      <span class="strong nowrap">{place}:</span> {pick([id, en])}
      {other && <span class="soft">{other}</span>}
    </li>
  );
};

/** Who was there before, or where it was. */
const Before = ({ row: { status, before, unit } }: { row: ImportRow }) => {
  if (!before || !unit) return null;
  if (status === 'MOVED') {
    const from = before.districtName;
    return from === undefined ? null : <li>{t('movedFrom', { from })}</li>;
  }
  if (status !== 'REPLACED') return null;
  if (!before.holder) return <li>{t('wasVacant')}</li>;
  const name = nameWithTitles(before.holder);
  return <li>{unit.holder ? t('replaces', { name }) : t('becomesVacant', { name })}</li>;
};

/** Of each status, the fields that it speaks of by itself. */
const said: Partial<Record<ImportRowStatus, RegExp>> = { NEW: /./, REPLACED: /^holder/, MOVED: /^(district|village)$/ };

const fieldsToName = ({ status, changes }: ImportRow): string[] => [
  ...new Set(changes.filter((field) => !said[status]?.test(field)).map(changedFieldName)),
];

const Remarks = ({ row }: { row: ImportRow }) => {
  const fields = fieldsToName(row);
  return (
    <ul class="plain-list small">
      {row.skipped && <li class="strong">{t('leftAlone')}</li>}
      <Before row={row} />
      {fields.length > 0 && <li>{t('changes', { fields: fields.join(', ') })}</li>}
      {row.issues.map((issue) => (
        <Issue key={`${issue.code}${issue.column}`} row={row.row} issue={issue} />
      ))}
    </ul>
  );
};

const UnitCell = ({ row: { unit } }: { row: ImportRow }) => {
  if (!unit) return <span class="soft">{t('unreadable')}</span>;
  return (
    <>
      {unit.name}
      <span class="small soft block">
        <ClassWord of={unit.class} />
        {unit.districtName && ` · ${unit.districtName}`}
        {unit.code && ` · ${unit.code}`}
      </span>
    </>
  );
};

export const rowColumns = (): Column<ImportRow>[] => [
  { head: t('row'), cell: ({ row }) => row },
  { head: t('status'), cell: (row) => <RowTag row={row} /> },
  { head: t('unit'), rowHead: true, cell: (row) => <UnitCell row={row} /> },
  {
    head: t('holder'),
    unlabelled: true,
    cell: ({ unit }) =>
      unit && (
        <span>
          {officeHeld(unit.office, unit.holder?.acting)}
          <span class="block">
            <Holder holder={unit.holder} />
          </span>
        </span>
      ),
  },
  { head: t('what'), unlabelled: true, cell: (row) => <Remarks row={row} /> },
];
