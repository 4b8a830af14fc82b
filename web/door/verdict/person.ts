/** How the door names who stands before it. */
import { number } from '../../shared/format.ts';
import { className, delegateLine, nameWithTitles, officeHeld } from '../../shared/words.ts';
import type { Attendance, Delegate, DoorListEntry, LogEntry, ScanInput } from '../core/door.ts';
import { t } from './texts.ts';

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

/** Class and district, or the institution of a guest; nothing that the office says already, in either language. */
export const placeOf = ({ class: unitClass, unit, office, districtName }: DoorListEntry): string =>
  [
    has(office, unit) ? undefined : unit,
    unitClass && !has(unit, unitClass) && !has(unit, className(unitClass)) ? className(unitClass) : undefined,
    districtName && !has(office, districtName) ? districtName : undefined,
  ]
    .filter(Boolean)
    .join(' · ');

export const personOf = ({ name, titlesBefore, titlesAfter }: DoorListEntry): string | undefined =>
  name === null ? undefined : nameWithTitles({ name, titlesBefore, titlesAfter });

/** Who came, as this scan says; for the head, in person or acting, as the list says. */
export const attendanceOf = ({ input, entry }: Pick<LogEntry, 'input' | 'entry'>): Attendance => {
  if (input.who !== 'roster') return input.who;
  return entry && entry.acting !== 'DEFINITIVE' ? 'acting' : 'holder';
};

/** Of a delegate, what was typed here; otherwise whom the list names. */
export const delegateOf = ({ input, entry }: Pick<LogEntry, 'input' | 'entry'>): Delegate =>
  input.delegate ?? entry?.delegated ?? {};

/** Who was there for the office, when it was not its definitive head. */
export const presenceOf = ({ input, entry }: Pick<LogEntry, 'input' | 'entry'>): string | undefined => {
  const who = attendanceOf({ input, entry });
  if (who === 'acting') return t('byActing');
  if (who !== 'delegate') return undefined;
  const known = delegateLine(delegateOf({ input, entry }));
  return known ? t('byDelegate', { who: known }) : t('byUnnamed');
};

export interface Named {
  /** The largest words: the office, or what a guest or a group is called. */
  title: string;
  person: string | undefined;
  place: string;
}

const namedTarget = ({ target }: ScanInput): Named | undefined => {
  if ('group' in target) {
    return { title: t('people', { n: number(target.group.count) }), person: target.group.label, place: t('group') };
  }
  if (!('guest' in target)) return undefined;
  const { office, name, institution } = target.guest;
  return { title: office, person: name, place: [t('guest'), institution].filter(Boolean).join(' · ') };
};

/** Undefined for a code that nothing is known of. */
export const namedOf = ({ input, entry }: Pick<LogEntry, 'input' | 'entry'>): Named | undefined => {
  const typed = namedTarget(input);
  if (!entry) return typed;
  // Whom this door recorded as a guest stays one when the server has answered.
  const place = typed?.place ?? placeOf(entry);
  return { title: officeHeld(entry.office, entry.acting), person: personOf(entry), place };
};
