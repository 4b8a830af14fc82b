import type { ComponentChildren } from 'preact';

export interface SummaryRow {
  term: string;
  value: ComponentChildren;
}

/** Facts as term and value; rows without a value are left out. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="summary">
    {rows
      .filter((row) => row.value !== undefined && row.value !== null && row.value !== '')
      .map((row) => (
        <div key={row.term}>
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
  </dl>
);
