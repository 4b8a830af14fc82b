/** Arithmetic on samples, and tables of them. */

const sorted = (samples: readonly number[]): number[] => [...samples].sort((a, b) => a - b);

export const median = (samples: readonly number[]): number => {
  const all = sorted(samples);
  const middle = all.length >> 1;
  return all.length % 2
    ? (all[middle] ?? Number.NaN)
    : ((all[middle - 1] ?? Number.NaN) + (all[middle] ?? Number.NaN)) / 2;
};

/** The smallest sample that at least this share of all samples does not exceed. */
export const percentile = (samples: readonly number[], share: number): number =>
  sorted(samples)[Math.max(0, Math.ceil(samples.length * share) - 1)] ?? Number.NaN;

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Rows of equal length as aligned columns, the first to the left, figures to the right. */
export const textTable = (rows: readonly (readonly (string | number)[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row: readonly (string | number)[]) =>
    row.map((cell, column) => String(cell)[column ? 'padStart' : 'padEnd'](widths[column] ?? 0)).join('  ');
  return `${rows.map(line).join('\n')}\n`;
};

/** Milliseconds that the work took. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
