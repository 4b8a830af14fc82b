/** One unit of the register, by the address of the page. */
import { useRoute } from 'preact-iso';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { api } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { dayBefore, dayText } from './days.ts';
import { t } from './unit-texts.ts';

export const unitPath = (id: string): string => `/staf/unit/${id}`;

export const useUnit = (): Loaded<UnitShown> => {
  const { code } = useRegency();
  const { unit = '' } = useRoute().params;
  return useLoad(`${code} ${unit}`, (signal) =>
    api('GET /api/regencies/:regency/units/:unit', { params: { regency: code, unit }, signal }),
  );
};

/** Why nobody can come into the office on `day`, nor leave it: somebody came or left later. Undefined when the day will do. */
export const tooEarly = ({ holder, earliestChange }: UnitShown, day: string): string | undefined => {
  if (earliestChange === undefined || day === '' || day >= earliestChange) return undefined;
  if (holder?.from === earliestChange) return t('beforeHolder', { day: dayText(earliestChange) });
  return t('beforeLeft', { day: dayText(dayBefore(earliestChange)) });
};

/** What is known of a unit beside its holder, as the API takes it back. */
export const factsOf = ({ class: unitClass, name, office, district, village, code, parent, retiredOn }: UnitShown) => ({
  class: unitClass,
  name,
  office,
  ...(district !== undefined && { district }),
  ...(village !== undefined && { village }),
  ...(code !== undefined && { code }),
  ...(parent !== undefined && { parent }),
  ...(retiredOn !== undefined && { retiredOn }),
});
