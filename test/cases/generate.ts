/**
 * Makes the input files of the five cases; `npx tsx test/cases/generate.ts` gives the same bytes again. What should come
 * out of them is not made here: `count.py` counts it from the files.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { arrivalsOf } from './generate/arrivals.ts';
import { type CaseSpec, headOf } from './generate/case.ts';
import { banjar } from './generate/cases/banjar.ts';
import { lahat } from './generate/cases/lahat.ts';
import { lampung } from './generate/cases/lampung.ts';
import { pamekasan } from './generate/cases/pamekasan.ts';
import { pesisirBarat } from './generate/cases/pesisir-barat.ts';
import type { DayEvents, Session, SheetLine } from './generate/model.ts';
import { find, rosterOf, type StaffedUnit } from './generate/roster.ts';
import { fileName, firstDataRow, writeSheet } from './generate/sheet.ts';
import { signingOf } from './generate/signing.ts';
import { type Clock, clockOf } from './generate/time.ts';

for (const spec of [pesisirBarat, lahat, lampung, banjar, pamekasan]) await make(spec);

async function make(spec: CaseSpec): Promise<void> {
  const folder = new URL(`${spec.regency.code}/`, import.meta.url);
  const clock = clockOf(spec.date, spec.regency.zone);
  const session = spec.session(clock);
  const { staffed, lines } = rosterOf(spec.regency.code, spec.roster);

  await mkdir(folder, { recursive: true });
  await writeSheet(new URL(fileName(spec.layout), folder), spec.layout, lines);
  await writeJson(new URL('session.json', folder), {
    regency: spec.regency,
    session,
    guests: spec.guests,
    roster: { file: fileName(spec.layout), faulty: faultyRows(lines, firstDataRow(spec.layout)) },
  });
  await writeJson(new URL('events.json', folder), dayOf(spec, session, clock, staffed));
}

function faultyRows(lines: readonly SheetLine[], firstRow: number) {
  return lines.flatMap(({ fault }, index) => (fault ? [{ row: firstRow + index, ...fault }] : []));
}

function dayOf(spec: CaseSpec, session: Session, clock: Clock, staffed: readonly StaffedUnit[]): DayEvents {
  const { code } = spec.regency;
  const units = staffed.filter((unit) => session.classes.includes(unit.class));
  const arrivals = arrivalsOf(code, units, { ...spec.arrivals, clock });
  const due = session.pledge?.classes ?? [];
  return {
    doors: [...spec.arrivals.doors],
    arrivals,
    reading: spec.reading?.(clock, (unit) => headOf(find(staffed, unit))) ?? null,
    ...signingOf(code, spec.signing, { clock, due, units, arrivals }),
  };
}

/** Members of the file, and the elements of their lists, have a line each: a difference between two runs is then readable. */
async function writeJson(file: URL, value: object): Promise<void> {
  const members = Object.entries(value).map(([key, member]) => `  ${JSON.stringify(key)}: ${indented(member)}`);
  await writeFile(file, `{\n${members.join(',\n')}\n}\n`);
}

function indented(member: unknown): string {
  if (!Array.isArray(member) || member.length === 0) return JSON.stringify(member, null, 2).replaceAll('\n', '\n  ');
  return `[\n${member.map((element) => `    ${JSON.stringify(element)}`).join(',\n')}\n  ]`;
}
