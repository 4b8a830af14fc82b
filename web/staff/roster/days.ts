/** Calendar days of the register: `2024-06-27` as people read them, and today where the regency is. */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { dayIn } from '../../../functions/platform/time.ts';
import { shortDateIn } from '../../shared/format.ts';

/** `27 Jun 2024`; a day has no zone of its own. */
export const dayText = (day: string): string => shortDateIn('WIB', `${day}T05:00:00.000Z`);

export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export const todayIn = (zone: Zone): string => dayIn(zone, new Date().toISOString());
