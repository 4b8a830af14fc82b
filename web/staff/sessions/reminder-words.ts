/** Automatic reminders in words: `3 dan 1 hari sebelum, pukul 08.00 WIB`. */
import { reminderHour } from '../../../functions/messages/reminder-rules.ts';
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { offsetHours } from '../../../functions/platform/time.ts';
import { timeIn } from '../../shared/format.ts';
import { language } from '../../shared/language.ts';
import { t } from './texts.ts';
import type { SessionShown } from './use-session.ts';

/** When they leave, in the zone: `pukul 08.00 WIB`. */
export const reminderTime = (zone: Zone): string =>
  timeIn(zone, new Date((reminderHour - offsetHours[zone]) * 3_600_000).toISOString());

/** `3 dan 1 hari sebelum`; the longest before comes first. */
export const daysText = (days: readonly number[]): string => {
  if (days.length === 1 && days[0] === 1) return t('dayBefore');
  const list = new Intl.ListFormat(language.value, { type: 'conjunction' });
  return t('daysBefore', { days: list.format([...days].sort((a, b) => b - a).map(String)) });
};

export const remindersText = ({ zone, reminderDays = [] }: Pick<SessionShown, 'zone' | 'reminderDays'>): string =>
  t('remindersAt', { days: daysText(reminderDays), time: reminderTime(zone) });
