/** The command line of the capacity model, without a process: texts in, texts out. Every field of {@link Morning} is an option. */
import { parseArgs } from 'node:util';
import { capacityOf } from './capacity-rules.ts';
import { flagOf, Morning, type MorningInput } from './morning-rules.ts';
import { show } from './show.ts';

const fields = Object.keys(Morning.shape);

const usage = (): string =>
  `Say which morning: npm run capacity -- --regencies 508 --invited 470 --minutes 20 [--json]\nOptions: ${fields.map((field) => `--${flagOf(field)}`).join(' ')}\n`;

const read = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean' },
      ...Object.fromEntries(fields.map((field) => [flagOf(field), { type: 'string' as const }])),
    },
  });
  const given = fields.flatMap((field) => {
    const value = (values as Record<string, unknown>)[flagOf(field)];
    // An empty text is no number, though JavaScript makes 0 of it.
    return value === undefined ? [] : [[field, String(value).trim() || 'nothing']];
  });
  return { morning: Object.fromEntries(given) as MorningInput, json: values.json === true };
};

/** What is written, and the exit code: 2 for a morning that nobody can count. */
export const runCapacity = (args: readonly string[]): { out: string; error: string; code: number } => {
  try {
    const { morning, json } = read(args);
    if (['regencies', 'invited', 'minutes'].some((field) => !(field in morning)))
      return { out: '', error: usage(), code: 2 };
    const capacity = capacityOf(morning);
    return { out: json ? `${JSON.stringify(capacity)}\n` : show(capacity), error: '', code: 0 };
  } catch (error) {
    // RangeError: a value that is wrong; TypeError of parseArgs: an option that there is not.
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    return { out: '', error: `${error.message}\n${usage()}`, code: 2 };
  }
};
