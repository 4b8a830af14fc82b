/** Tables that can be read aloud and printed; on a phone a row becomes a small list. */
import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  /** The heading; also the label of the cell on a phone. */
  head: string;
  cell: (row: Row) => ComponentChildren;
  numeric?: boolean;
  /** Names the row for screen readers; one column should. */
  rowHead?: boolean;
  /** On a phone the cell speaks for itself. */
  unlabelled?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  hint?: string | undefined;
  /** The heading above already says it: the caption is then for screen readers only. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Sums of the rows, below them. */
  total?: Row;
  /** What happens on a phone: rows become lists, or it stays a table, being narrow enough. */
  narrow?: 'stack' | 'fit';
}

const lookOf = <Row,>({ numeric, wide }: Column<Row>): string | undefined =>
  [numeric && 'num', wide && 'wide-only'].filter(Boolean).join(' ') || undefined;

/** Said again, since a table that is laid out as a list on a phone loses its own roles in some browsers. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) => {
  const look = lookOf(column);
  if (column.rowHead) {
    return (
      <th scope="row" {...roles.rowheader} class={look}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td {...roles.cell} class={look} data-label={column.unlabelled ? undefined : column.head}>
      {column.cell(row)}
    </td>
  );
};

export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, hint, captionHidden = false, columns, rows, rowKey, total, narrow = 'stack' } = props;
  return (
    <div class={narrow === 'stack' ? 'stacked' : 'fitted'}>
      <table {...roles.table}>
        <caption>
          <span class={captionHidden ? 'hidden-label' : undefined}>{caption}</span>
          {hint && <span class="hint small">{hint}</span>}
        </caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <th key={column.head} scope="col" {...roles.columnheader} class={lookOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...roles.row}>
              {columns.map((column) => (
                <Cell key={column.head} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot {...roles.rowgroup}>
            <tr {...roles.row}>
              {columns.map((column) => (
                <Cell key={column.head} column={column} row={total} />
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};
