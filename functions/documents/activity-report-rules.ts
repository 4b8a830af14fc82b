/** What the report of an activity lists: follow-ups that are the same for many units, as one. */
import type { FollowUp } from '../follow-ups/follow-up-schema.ts';

/** One thing that was undertaken, by everybody who undertook it. */
export interface Undertaking extends Pick<FollowUp, 'kind' | 'phase' | 'text' | 'due'> {
  /** In the order in which they were found; one for the regency as a whole has no unit. */
  followUps: FollowUp[];
  done: number;
}

/** By what is to be done and until when, the earliest first; what was withdrawn is left out. */
export const undertakingsOf = (followUps: readonly FollowUp[]): Undertaking[] => {
  const groups = new Map<string, Undertaking>();
  for (const followUp of followUps) {
    if (followUp.withdrawn) continue;
    const { kind, phase, text, due } = followUp;
    const key = JSON.stringify([due, kind, phase, text]);
    const group = groups.get(key) ?? { kind, phase, text, due, followUps: [], done: 0 };
    groups.set(key, group);
    group.followUps.push(followUp);
    group.done += Number(followUp.done !== undefined);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
};

/** As many names as are read; the rest as a number. */
const mostNames = 5;

/** `Dinas Sosial, Kecamatan Lahat, dan 22 lainnya` */
export const unitsNamed = (followUps: readonly FollowUp[], regency: string): string => {
  const names = followUps
    .map(({ unitName }) => unitName ?? regency)
    .sort((a, b) => a.localeCompare(b, 'id', { numeric: true }));
  if (names.length <= mostNames + 1) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')}, dan ${names.length - mostNames} lainnya`;
};

/** 1 -> `I`, as official papers number their parts. */
export const roman = (number: number): string => {
  const digits: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let text = '';
  for (const [value, letters] of digits)
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  return text;
};
