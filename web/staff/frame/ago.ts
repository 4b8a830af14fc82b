/** How long ago something was, in the unit that people would say it in. */
import { number } from '../../shared/format.ts';
import { dictionary } from '../../shared/i18n.ts';

const t = dictionary({
  now: ['baru saja', 'just now'],
  seconds: ['{n} detik lalu', '{n} seconds ago'],
  minutes: ['{n} menit lalu', '{n} min ago'],
  hours: ['{n} jam lalu', '{n} h ago'],
  days: ['{n} hari lalu', '{n} days ago'],
});

/** A moment ahead of this device's clock is "just now": the two clocks differ, nothing comes from the future. */
export const ago = (now: number, instant: string): string => {
  const seconds = Math.floor((now - Date.parse(instant)) / 1000);
  if (seconds < 10) return t('now');
  if (seconds < 60) return t('seconds', { n: seconds });
  if (seconds < 3_600) return t('minutes', { n: Math.floor(seconds / 60) });
  if (seconds < 86_400) return t('hours', { n: Math.floor(seconds / 3_600) });
  return t('days', { n: number(Math.floor(seconds / 86_400)) });
};
