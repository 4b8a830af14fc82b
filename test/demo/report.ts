/** The demo's figures: as the JSON object, as a table, and against what each case expects. */

import type { SessionCoverage } from '../../functions/coverage/coverage-schema.ts';
import { representedOf } from '../../functions/coverage/represented.ts';
import { sayShare } from '../../functions/platform/share.ts';
import type { CheckedSeal } from './check-seal.ts';
import { type Case, Figures } from './read-case.ts';

interface ReportedSession extends Figures {
  id: string;
  kind: string;
  title: string;
  seal: CheckedSeal;
}
export interface ReportedRegency {
  code: string;
  name: string;
  sessions: ReportedSession[];
}
export interface Report {
  regencies: ReportedRegency[];
}

export const reportOf = (
  regency: { code: string; name: string },
  coverage: SessionCoverage,
  seal: CheckedSeal,
): ReportedRegency => ({
  code: regency.code,
  name: regency.name,
  sessions: [{ id: coverage.session, kind: coverage.kind, title: coverage.title, ...Figures.parse(coverage), seal }],
});

/** One line for each figure that differs. Classes are compared by name, in any order. */
export const compare = ({ code, expected }: Case, { sessions }: ReportedRegency): string[] => {
  const flat = (figures: Figures, sealed: Record<string, number>): Map<string, number> => {
    const classes = figures.classes.flatMap(({ class: name, ...rest }) =>
      Object.entries(rest).map(([field, value]) => [`${name}.${field}`, value] as const),
    );
    const groups = (['units', 'people', 'pledge'] as const).flatMap((group) =>
      Object.entries(figures[group]).map(([field, value]) => [`${group}.${field}`, value] as const),
    );
    const kinds = Object.entries(sealed).map(([kind, value]) => [`sealed.${kind}`, value] as const);
    return new Map([...groups, ...classes, ...kinds]);
  };
  const [session] = sessions;
  const found = session ? flat(session, session.seal.records) : new Map<string, number>();
  const wanted = flat(expected, expected.sealed);
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((figure) => wanted.get(figure) !== found.get(figure))
    .map(
      (figure) => `${code}: ${figure} is ${found.get(figure) ?? 'absent'}, expected ${wanted.get(figure) ?? 'absent'}`,
    );
};

const percent = (part: number, whole: number): string => sayShare('en-GB', part, whole);

/** The seal in a line: what is under it, its root in the groups that are printed elsewhere, and who said that it holds. */
const sealLine = ({ root, size, heads, records, python }: CheckedSeal): string => {
  const kinds = Object.entries(records).map(([kind, number]) => `${number} ${kind}`);
  const said = python === null ? 'verified by Node.js (python3 is not there)' : 'verified by Node.js and by verify.py';
  return `  seal: ${size} records (${kinds.join(', ')}) under ${heads} ${heads === 1 ? 'head' : 'heads'}, ${said}\n  root: ${root.replace(/.{8}(?!$)/g, '$& ')}`;
};

/** A table for the terminal: one line a class, and the whole. */
export const coverageTable = ({ name, sessions }: ReportedRegency, coverage: SessionCoverage): string => {
  const row = (cells: readonly (string | number)[]) =>
    `  ${String(cells[0]).padEnd(11)}${cells
      .slice(1)
      .map((cell) => String(cell).padStart(11))
      .join('')}`;
  const figures = (
    label: string,
    f: { expected: number; inPerson: number; acting: number; delegated: number; missing: number },
    pledge: { due: number; signed: number },
  ) =>
    row([
      label,
      f.expected,
      f.inPerson,
      f.acting,
      f.delegated,
      f.missing,
      percent(representedOf(f), f.expected),
      `${pledge.signed}/${pledge.due}`,
    ]);
  return [
    `  ${sessions[0]?.title} — ${name}`,
    row(['class', 'expected', 'in person', 'acting', 'delegated', 'missing', 'coverage', 'pledged']),
    ...coverage.classes.map((line) => figures(line.class, line, line.pledge)),
    figures('all', coverage.units, coverage.pledge),
    `  ${coverage.people.checkedIn} people checked in, ${coverage.people.guests} of them guests; ${coverage.pledge.symbolic} symbolic signatures (not counted)`,
    ...sessions.map(({ seal }) => sealLine(seal)),
    '',
  ].join('\n');
};
