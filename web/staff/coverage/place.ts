/** Whose coverage is looked at, by whom, over which period; and the addresses below it. */
import type { Period } from '../../../functions/coverage/coverage-schema.ts';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { type Answer, api } from '../../shared/api.ts';
import { addressOf } from './period.ts';

export type RegencyCoverage = Answer<'GET /api/regencies/:regency/coverage'>;

export interface Place {
  regency: string;
  name: string;
  zone: Answer<'GET /api/regencies/:regency'>['zone'];
  /** `Kecamatan`, as the regency calls it. */
  district: string;
  period: Period;
  /** From the province or the nation: no way to sessions or persons. */
  above: boolean;
}

export type Show = 'never' | 'missed' | 'delegated' | 'notPledged';

/** What a list of units is narrowed down to; a district of null is the regency's own level. */
export interface Narrowed {
  show?: Show | undefined;
  class?: UnitClassCode | undefined;
  district?: string | null | undefined;
}

type Standing = Pick<Place, 'regency' | 'above' | 'period'>;

const root = ({ regency, above }: Standing): string => (above ? `/staf/cakupan/${regency}` : '/staf/cakupan');

export const toCoverage = (place: Standing): string => addressOf(root(place), place.period);

export const toUnits = (place: Standing, { show, class: unitClass, district }: Narrowed = {}): string =>
  addressOf(`${root(place)}/daftar`, place.period, {
    tampil: show,
    kelas: unitClass,
    wilayah: district === null ? '-' : district,
  });

export const toUnit = (place: Standing, unit: string): string => addressOf(`${root(place)}/unit/${unit}`, place.period);

/** The settings of the regency that a page is about, for its name, its zone and its own words. */
export const loadPlace = async (standing: Standing, signal: AbortSignal): Promise<Place> => {
  const { name, zone, labels } = await api('GET /api/regencies/:regency', {
    params: { regency: standing.regency },
    signal,
  });
  return { ...standing, name, zone, district: labels.district };
};
