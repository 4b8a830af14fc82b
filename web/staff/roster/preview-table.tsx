/** The preview of an import, row by row: what it would do, and what is wrong in words with its column. */
import { useState } from 'preact/hooks';
import { rosterIssues } from '../../../functions/roster/roster-issues.ts';
import type { PreviewRow, RosterPreview, RowStatus } from '../../../functions/roster/roster-schema.ts';
import { number } from '../../shared/format.ts';
import { pick } from '../../shared/i18n.ts';
import {
  Choices,
  type Column,
  DataTable,
  EmptyState,
  type StatusIcon,
  StatusTag,
  type Tone,
} from '../../shared/ui/index.ts';
import { className, officeHeld } from '../../shared/words.ts';
import { useMore } from '../frame/use-more.tsx';
import { Holder } from './holder.tsx';
import { fieldName, t } from './texts.ts';

type Filter = RowStatus | 'warning' | 'all';

const looks: Record<RowStatus, [Tone, StatusIcon]> = {
  NEW: ['good', 'check'],
  CHANGED: ['info', 'info'],
  SAME: ['plain', 'check'],
  ERROR: ['bad', 'cross'],
};

const RowTag = ({ status }: { status: RowStatus }) => {
  const [tone, icon] = looks[status];
  return <StatusTag tone={tone} icon={icon} word={t(status)} />;
};

const Issue = ({ issue }: { issue: PreviewRow['issues'][number] }) => {
  const text = rosterIssues[issue.code];
  const places = [
    issue.column && t('column', { column: issue.column }),
    issue.otherRow !== undefined && t('otherRow', { row: issue.otherRow }),
  ].filter(Boolean);
  return (
    <li class={`issue ${issue.severity}`}>
      {pick([text.id, text.en])}
      {places.length > 0 && <span class="soft"> ({places.join(', ')})</span>}
    </li>
  );
};

const Remarks = ({ row }: { row: PreviewRow }) => (
  <ul class="plain-list small">
    {row.changes.length > 0 && <li>{t('changes', { fields: [...new Set(row.changes.map(fieldName))].join(', ') })}</li>}
    {row.issues.map((issue) => (
      <Issue key={`${issue.code}${issue.column}`} issue={issue} />
    ))}
  </ul>
);

const columns = (): Column<PreviewRow>[] => [
  { head: t('row'), cell: (row) => row.row },
  { head: t('status'), cell: (row) => <RowTag status={row.status} /> },
  {
    head: t('unit'),
    rowHead: true,
    cell: ({ unit }) =>
      unit ? (
        <>
          {unit.name}
          <span class="small soft block">
            {className(unit.class)}
            {unit.districtName && ` · ${unit.districtName}`}
          </span>
        </>
      ) : (
        <span class="soft">{t('unreadable')}</span>
      ),
  },
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

const passes = (row: PreviewRow, filter: Filter): boolean => {
  if (filter === 'all') return true;
  if (filter === 'warning') return row.status !== 'ERROR' && row.issues.length > 0;
  return row.status === filter;
};

export const PreviewTable = ({ preview }: { preview: RosterPreview }) => {
  const { counts } = preview;
  // What needs a look comes first.
  const [filter, setFilter] = useState<Filter>(counts.error ? 'ERROR' : 'all');
  const rows = preview.rows.filter((row) => passes(row, filter));
  const { shown, button } = useMore(rows);
  const options: [Filter, string, number][] = [
    ['all', t('allRows'), counts.rows],
    ['ERROR', t('ERROR'), counts.error],
    ['warning', t('warning'), counts.warning],
    ['NEW', t('NEW'), counts.new],
    ['CHANGED', t('CHANGED'), counts.changed],
    ['SAME', t('SAME'), counts.same],
  ];
  return (
    <div class="stack">
      <Choices
        id="tampilkan"
        label={t('show')}
        single
        inline
        chosen={[filter]}
        onChange={([value]) => setFilter(value as Filter)}
        choices={options.map(([value, label, count]) => ({
          value,
          label: `${label} (${number(count)})`,
          disabled: count === 0 && value !== 'all',
        }))}
      />
      {rows.length ? (
        <DataTable
          caption={t('rows')}
          captionHidden
          columns={columns()}
          rows={shown}
          rowKey={(row) => String(row.row)}
        />
      ) : (
        <EmptyState title={t('noRows')} />
      )}
      {button}
    </div>
  );
};
