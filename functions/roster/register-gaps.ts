/** What the register lacks, held against the country's list of districts and villages. */

import { matchDistrict } from '../imports/district-match.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import { villageWords } from '../regencies/usual-labels.ts';
import type { Region } from '../regions/regions.ts';
import { normalisedName } from './natural-key.ts';
import { samePerson } from './same-person.ts';
import { isExpired, isRetired } from './tenure.ts';
import { classOrder } from './unit-class.ts';
import type { RegisterGaps, Unit } from './unit-schema.ts';

type Head = RegisterGaps['districts'][number]['head'];

/** The list of regions, as far as it is asked here. */
export interface RegionList {
  districtsOf: (regency: string) => readonly Region[];
  villagesOf: (district: string) => readonly Region[];
  attribution: string;
}

type RegencyLabels = Regency['labels'];

interface Asked {
  units: readonly Unit[];
  regency: string;
  labels: RegencyLabels;
  today: string;
  regions: RegionList;
}

const stateOf = ({ holder }: Unit): Head => {
  if (holder === null) return 'VACANT';
  return holder.acting === 'DEFINITIVE' ? 'HELD' : 'ACTING';
};

const best: readonly Head[] = ['HELD', 'ACTING', 'VACANT'];

/** Whose district a unit's office is: as it was said, or as its name says. */
const districtOf = (unit: Unit, districts: readonly Region[]): string | undefined =>
  unit.district ?? matchDistrict(unit.name, districts)?.code;

/** A village's name with and without the word before it that says what it is: `Pekon Seray`, `Seray`. */
const namesOf = (name: string, kinds: ReadonlySet<string>): string[] => {
  const whole = normalisedName(name);
  const [kind = '', ...rest] = whole.split(' ');
  return kinds.has(kind) && rest.length > 0 ? [whole, rest.join(' ')] : [whole];
};

/** What villages are called, here and elsewhere. */
const kindsOf = ({ village, classes = {} }: RegencyLabels): ReadonlySet<string> =>
  new Set(
    [...villageWords, village, classes.DESA, classes.KELURAHAN].flatMap((word) => (word ? [normalisedName(word)] : [])),
  );

const registeredOf = (villages: readonly Region[], units: readonly Unit[], kinds: ReadonlySet<string>): number => {
  const codes = new Set(units.map(({ village }) => village));
  const named = units.filter(({ village }) => village === undefined);
  const names = new Set(named.flatMap(({ name }) => namesOf(name, kinds)));
  return villages.filter(({ code, name }) => codes.has(code) || names.has(normalisedName(name))).length;
};

const by = <T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), item]);
  }
  return found;
};

const districtGaps = (units: readonly Unit[], { regency, regions, labels }: Asked): RegisterGaps['districts'] => {
  const districts = regions.districtsOf(regency);
  const kinds = kindsOf(labels);
  const heads = by(
    units.filter((unit) => unit.class === 'KECAMATAN'),
    (unit) => districtOf(unit, districts),
  );
  const villagers = by(
    units.filter((unit) => unit.class === 'KELURAHAN' || unit.class === 'DESA'),
    (unit) => unit.district ?? unit.village?.slice(0, 8),
  );
  return districts.map(({ code, name }) => {
    const [office] = (heads.get(code) ?? []).sort((a, b) => best.indexOf(stateOf(a)) - best.indexOf(stateOf(b)));
    const villages = regions.villagesOf(code);
    return {
      code,
      name,
      head: office ? stateOf(office) : 'MISSING',
      ...(office && { unit: office.id }),
      villages: { all: villages.length, registered: registeredOf(villages, villagers.get(code) ?? [], kinds) },
    };
  });
};

const inOrder = (a: Unit, b: Unit): number =>
  classOrder(a.class) - classOrder(b.class) || a.name.localeCompare(b.name, 'id', { numeric: true });

/** Units that are retired on `today` are not missed, and nobody is missed in them. */
export const registerGapsOf = (asked: Asked): RegisterGaps => {
  const units = asked.units.filter((unit) => !isRetired(unit, asked.today)).sort(inOrder);
  return {
    districts: districtGaps(units, asked),
    vacant: units
      .filter(({ holder }) => holder === null)
      .map(({ id, class: unitClass, office }) => ({ id, class: unitClass, office })),
    expired: units.flatMap(({ id, class: unitClass, office, holder }) =>
      holder?.until !== undefined && isExpired(holder, asked.today)
        ? [{ id, class: unitClass, office, acting: holder.acting, until: holder.until }]
        : [],
    ),
    severalOffices: samePerson(units).map((group) => ({
      name: group[0]?.holder?.name ?? '',
      units: group.map(({ id, office }) => ({ id, office })),
    })),
    attribution: asked.regions.attribution,
  };
};
