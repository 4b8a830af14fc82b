/** The five cases as event logs: their sheets, plans and days read from the files, by nothing of the product. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { unzipSync } from 'fflate';
import papaparse from 'papaparse';
import type { Happening, RegencyOfLog, SessionOfLog, UnitOfLog } from './event-log.ts';
import { districtsOf } from './regencies.ts';

const minute = 60_000;
const folderOf = (code: string): string => fileURLToPath(new URL(`../cases/${code}`, import.meta.url));
const textOf = (xml: string): string =>
  xml.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  );

/** The physical rows of the first sheet; its columns are fewer than 27. */
const readWorkbook = (bytes: Uint8Array): string[][] => {
  const parts = unzipSync(bytes);
  const part = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    [...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => textOf(text)).join(''),
  );
  const rows: string[][] = [];
  for (const [, attributes = '', content = ''] of part('xl/worksheets/sheet1.xml').matchAll(
    /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const [, letter = 'A', row = '1'] = /r="([A-Z])(\d+)"/.exec(attributes) ?? [];
    const value = /<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/s.exec(content)?.[1] ?? '';
    const cells = rows[Number(row) - 1] ?? [];
    rows[Number(row) - 1] = cells;
    cells[letter.charCodeAt(0) - 65] = /t="s"/.test(attributes) ? (strings[Number(value)] ?? '') : textOf(value);
  }
  // What stands in a merged cell stands in each of its rows.
  for (const [, column = 'A', from, to] of part('xl/worksheets/sheet1.xml').matchAll(
    /<mergeCell ref="([A-Z])(\d+):\1(\d+)"/g,
  )) {
    const at = column.charCodeAt(0) - 65;
    const value = rows[Number(from) - 1]?.[at] ?? '';
    for (let row = Number(from); row < Number(to); row += 1)
      rows[row] = Object.assign(rows[row] ?? [], { [at]: value });
  }
  return Array.from(rows, (cells = []) => Array.from(cells, (cell = '') => cell));
};

const readText = (bytes: Uint8Array): string[][] => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return papaparse.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: text.split(';').length > text.split(',').length ? ';' : ',',
  }).data;
};

const classes: [string, RegExp][] = [
  ['PUSKESMAS', /\bPUSKESMAS\b/],
  ['KECAMATAN', /^KECAMATAN\b/],
  ['KELURAHAN', /^KELURAHAN\b/],
  ['SD', /^(SDN|SD NEGERI)\b/],
  ['SMP', /^(SMPN|SMP NEGERI)\b/],
  ['SMA', /^(SMA|SMK) NEGERI\b/],
  ['BUMD', /^(PERUMDA|PT|PD)\b/],
];
const plain = (name: string): string => name.toUpperCase().replace(/\s+/g, ' ').trim();
const letters = (name: string): string => name.toUpperCase().replace(/[^A-Z]/g, '');

/** As the sheet says; a district that is misspelt is the one that differs least. */
const districtOf = (text: string, districts: readonly { code: string; name: string }[]): string | null => {
  if (text.trim() === '') return null;
  const far = (name: string) => distance(letters(name), letters(text));
  const [nearest] = [...districts].sort((a, b) => far(a.name) - far(b.name));
  return nearest?.code ?? null;
};

interface Plan {
  regency: { code: string; name: string; zone: RegencyOfLog['zone'] };
  session: {
    kind: string;
    title: string;
    phase?: SessionOfLog['phase'];
    startsAt: string;
    endsAt: string;
    classes: string[];
    pledge: { classes: string[] } | null;
  };
  guests: { ref: string }[];
  roster: { file: string; faulty: { row: number; kept: boolean }[] };
}

const unitsOf = ({ regency, roster }: Plan): UnitOfLog[] => {
  const bytes = readFileSync(`${folderOf(regency.code)}/${roster.file}`);
  const rows = roster.file.endsWith('.xlsx') ? readWorkbook(bytes) : readText(bytes);
  const header = rows.findIndex((cells) => cells.some((cell) => /^JABATAN$/i.test(cell.trim())));
  const column = (title: RegExp) => (rows[header] ?? []).findIndex((cell) => title.test(cell.trim().toUpperCase()));
  const [unit, office, district] = [
    column(/UNIT KERJA|INSTANSI|PERANGKAT DAERAH/),
    column(/^JABATAN$/),
    column(/^KEC(\.|AMATAN)$/),
  ];
  const districts = districtsOf(regency.code);
  const dropped = new Set(roster.faulty.filter(({ kept }) => !kept).map(({ row }) => row));
  return rows.slice(header + 1).flatMap((cells, index) => {
    if (dropped.has(header + index + 2) || !cells[unit]?.trim()) return [];
    const name = plain(cells[unit]);
    const unitClass = classes.find(([, pattern]) => pattern.test(name))?.[0] ?? 'OPD';
    const acting = /^(PJ|PJS|PLT|PLH)\b/i.test(cells[office]?.trim() ?? '');
    return [{ name, class: unitClass, district: districtOf(cells[district] ?? '', districts), acting }];
  });
};

type Mark = {
  at: string;
  unit?: string;
  guest?: string;
  who: 'holder' | 'delegate';
  symbolic?: boolean;
  role?: string;
};
interface Day {
  arrivals: { at: string; door: string; unit?: string; guest?: string; who: 'holder' | 'acting' | 'delegate' }[];
  signatures: Mark[];
  late: Mark[];
}

const partyOf = ({ unit, guest }: { unit?: string; guest?: string }): string =>
  unit === undefined ? (guest ?? '') : plain(unit);

const happeningsOf = ({ arrivals, signatures, late }: Day): Happening[] => {
  const came: Happening[] = arrivals.map(({ at, door, who, ...party }, index) => ({
    what: 'scanned',
    at: Date.parse(at),
    id: `arrival-${index}`,
    of: partyOf(party),
    who,
    door,
  }));
  const signed: Happening[] = [...signatures, ...late].map((mark, index) => ({
    what: 'signed',
    at: Date.parse(mark.at),
    id: `signature-${index}`,
    of: partyOf(mark),
    by: mark.who,
    how: index < signatures.length ? 'TABLET' : 'LINK',
    as: mark.role === 'WITNESS' ? 'WITNESS' : mark.symbolic ? 'SYMBOLIC' : 'SIGNER',
  }));
  return [...came, ...signed].sort((a, b) => a.at - b.at);
};

/** The regency of a case with its one session; every door asked before it let anybody in. */
export const caseLog = (code: string): RegencyOfLog => {
  const json = (name: string) => JSON.parse(readFileSync(`${folderOf(code)}/${name}`, 'utf8'));
  const plan: Plan = json('session.json');
  const day: Day & { doors: string[] } = json('events.json');
  const { regency, session, guests } = plan;
  const units = unitsOf(plan);
  const { kind, title, phase = null, pledge } = session;
  const [startsAt, endsAt] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const log: SessionOfLog = {
    key: `case-${code}`,
    ...{ kind, title, phase, startsAt, endsAt },
    units: units.filter((unit) => session.classes.includes(unit.class)).map(({ name }) => name),
    guests: guests.map(({ ref }) => ref),
    pledge: pledge?.classes ?? null,
    openedAt: Date.parse(day.arrivals[0]?.at ?? session.startsAt) - 5 * minute,
    closedAt: endsAt,
    doors: day.doors.map((name) => ({ name, signal: 'ALWAYS', fastBy: 0 })),
    happenings: happeningsOf(day),
    unsettled: [],
  };
  return { code, name: regency.name, zone: regency.zone, units, sessions: [log] };
};
