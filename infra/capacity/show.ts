/** A capacity as tables for people. */
import { amply, type Capacity, type PhaseReport } from './capacity-rules.ts';
import { chosen } from './cost-rules.ts';
import { assumed, measuredOn, memoryMb } from './measured-durations.ts';
import { flagOf } from './morning-rules.ts';
import { type Price, type PriceName, prices } from './prices.ts';
import { type Quota, type QuotaName, quotas } from './quotas.ts';

type Cell = string | number;

const figure = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : value >= 10
      ? value.toFixed(1)
      : value === 0
        ? '0'
        : value.toFixed(2);

/** The first column to the left, the others to the right. */
const table = (rows: readonly (readonly Cell[])[]): string => {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const section = (title: string, ...parts: readonly string[]): string => [title, ...parts].join('\n');

const phase = (title: string, report: PhaseReport): string =>
  section(
    title,
    table([
      ['in a second', 'mean', 'peak', 'requests at the peak'],
      ...report.routes.map(({ what, mean, peak, requests }) => [`  ${what}`, mean, peak, requests.peak]),
      ['requests', report.requests.mean, report.requests.peak, report.requests.peak],
      ['read units', report.read.mean, report.read.peak, ''],
      ['write units', report.write.mean, report.write.peak, ''],
    ]),
  );

const phases = ({ phases: { doors, signing }, morning, doors: each }: Capacity): string =>
  [
    phase(
      `At the doors: ${Math.round(morning.come * 100)} % of ${morning.invited} in ${morning.minutes} minutes, rising evenly to ${morning.peak} times the mean and falling again; doors a session: ${each}`,
      doors,
    ),
    phase(`Signing: ${Math.round(morning.sign * 100)} % of those, in ${morning.signMinutes} minutes`, signing),
  ].join('\n\n');

const instances = ({ phases: { doors, signing } }: Capacity): string =>
  section(
    'Lambda instances at once (warm: at the peak; cold: if the peak came at once to functions that nobody had used)',
    table([
      ['function', 'MB', 'doors, warm', 'cold', 'signing, warm', 'cold'],
      ...(Object.keys(memoryMb) as (keyof typeof memoryMb)[]).map((name) => [
        name,
        String(memoryMb[name]),
        doors.instances[name].warm,
        doors.instances[name].cold,
        signing.instances[name].warm,
        signing.instances[name].cold,
      ]),
      [
        'together',
        '',
        doors.instancesTogether.warm,
        doors.instancesTogether.cold,
        signing.instancesTogether.warm,
        signing.instancesTogether.cold,
      ],
    ]),
    `Processor time was measured on ${measuredOn.machine} (${measuredOn.date}). Assumed, since nothing has run in AWS: ${assumed.msACall} ms a call to the table,`,
    `a share of one processor by memory (${assumed.mbAProcessor} MB are one), that processor as fast as ours (factor ${assumed.processorFactor}), cold starts of ${assumed.coldStartMs.hot} to ${assumed.coldStartMs.staff} ms.`,
  );

const partition = ({ phases: { doors, signing } }: Capacity): string =>
  section(
    "One session's partition at the peak (at most 3,000 read units and 1,000 write units a second)",
    table([
      ['', 'read units/s', 'write units/s', 'largest read, units'],
      ['doors', doors.partition.read, doors.partition.write, doors.partition.atOnce],
      ['signing', signing.partition.read, signing.partition.write, signing.partition.atOnce],
    ]),
    `From a change to the stored figures: ${figure(Math.max(doors.figuresSeconds, signing.figuresSeconds))} s at the peak; pages show them up to 2.5 s later.`,
  );

const actions = ({ perAction }: Capacity): string =>
  section(
    'Units of one action, at the end of the signing (measured-units.ts)',
    table([
      ['action', 'read', 'write'],
      ...Object.entries(perAction).map(([action, { read, write }]) => [action, read, write]),
    ]),
  );

/** As it is written into a stage's file. */
const settings = ({ requestsPerSecond, burst, warmThroughput: warm }: Capacity['stage']): string =>
  [
    `requestsPerSecond: ${requestsPerSecond}`,
    `burst: ${burst}`,
    ...(warm ? [`warmThroughput: { reads: ${warm.reads}, writes: ${warm.writes} }`] : []),
  ].join(', ');

const exceeded = ({ quotas: found, stage }: Capacity): string => {
  const over = found.filter(({ isExceeded }) => isExceeded);
  const rows = table([
    ['default quota', 'needed', 'limit', ''],
    ...found.map(({ quota, asked, limit, isExceeded }) => {
      const { service, name }: Quota = quotas[quota];
      return [`${service}: ${name}`, asked, limit, isExceeded ? 'EXCEEDED' : 'enough'];
    }),
  ]);
  const asks = over.map(({ quota, asked }) => {
    const { service, name, code, raisedBy, note = '', unit }: Quota = quotas[quota];
    const wanted = `${figure(amply(asked))} ${unit} (a quarter above the need)`;
    const ask = {
      asking: `${service}, "${name}"${code ? ` (${code})` : ''}: ask for ${wanted}.`,
      setting: `${service}, "${name}": set ${wanted}.`,
      nobody: `${service}, "${name}": cannot be raised.`,
    }[raisedBy];
    return `- ${ask}${note && ` ${note}`}`;
  });
  const unread = (Object.keys(quotas) as QuotaName[])
    .filter((quota) => quotas[quota].read === 'unread')
    .map((quota) => quotas[quota].name);
  return section(
    'Quotas',
    rows,
    `Limits from general knowledge, to be compared with the console: ${unread.join('; ')}.`,
    ...(asks.length > 0 ? ['What to ask for, and set:', ...asks] : ['Nothing has to be asked for.']),
    `In infra/stages, at least: ${settings(stage)}`,
  );
};

const instead = ({ alternatives }: Capacity): string =>
  section(
    'What to change instead',
    table([
      ['change', 'requests/s', 'instances', 'figures after s', 'USD a month', 'still exceeded'],
      ...alternatives.map(({ change, requests, instances: needed, figuresSeconds, usdAMonth, exceeds }) => [
        change,
        requests,
        needed,
        figuresSeconds,
        usdAMonth,
        exceeds.join(', ') || '-',
      ]),
    ]),
  );

const borrowedLine = (name: PriceName): string => {
  const { unit, from, factor, source }: Price = prices[name];
  return `  ${unit}: ${from}${factor ? ` times ${factor}` : ''} (${source})`;
};

const dollars = (usd: number): string =>
  usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const month = ({ month: { count, lines, usd, storedGb }, morning, prices: told }: Capacity): string =>
  section(
    `A month of ${figure(count.sessions)} sessions (${morning.sessionsAMonth} a regency), ${morning.mails} e-mails to each invited, doors and boards open for ${morning.hours} h`,
    table([
      ['service', 'USD'],
      ...lines.map(({ service, what, usd: cost }) => [`${service}: ${what}`, dollars(cost)]),
      ['together', dollars(usd)],
    ]),
    `${figure(count.requests)} requests, ${figure(count.read)} read and ${figure(count.write)} write units, ${figure(count.gbSeconds)} GB-s; stored after ${morning.keepMonths} months: ${figure(storedGb)} GB.`,
    `Prices put together on ${told.asOf} from lists of ${told.oldest} and later, without tax and free tiers (but Cognito's). Of other regions, for want of Jakarta's list:`,
    ...told.borrowed.map(borrowedLine),
    `From general knowledge, to be compared with the price list: ${told.unread.map((name) => prices[name].unit).join('; ')}.`,
    `Not counted: papers, imports and reminders (cents), counts of log lines (at most 1.80 a month), AWS WAF where the stage has requestsPerAddress (6 a month and 0.60 a million requests), warming the table (once).`,
    `Chosen in the code, not options: ${chosen.alarms} alarms, one dashboard, ${chosen.consolePages} pages of the console and ${chosen.headsASession} signatures of the key a session.`,
  );

const assumptions = ({ morning }: Capacity): string =>
  section(
    'Taken for this, each an option',
    Object.entries(morning)
      .map(([field, value]) => `--${flagOf(field)} ${value}`)
      .join('  '),
  );

export const show = (capacity: Capacity): string =>
  [assumptions, phases, instances, partition, actions, exceeded, instead, month]
    .map((part) => part(capacity))
    .join('\n\n')
    .concat('\n');
