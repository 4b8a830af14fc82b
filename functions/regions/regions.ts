/** Names and codes of Indonesia's regions, looked up in the file that generate-regions.ts writes. */
import { type District, decodeDistricts, regencyName, splitProvince } from './region-codec.ts';
import data from './regions.generated.json' with { type: 'json' };

export interface Region {
  code: string;
  name: string;
}

/** Code 1xxx is a kelurahan, 2xxx a desa, 3xxx a desa adat (customary village). */
export type VillageKind = 'KELURAHAN' | 'DESA' | 'DESA_ADAT';

export interface VillageRegion extends Region {
  kind?: VillageKind;
}

const texts: Record<string, string> = data.provinces;

/** Computes a value once for each key, when it is first asked for. */
const remembered = <T>(make: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
};

const province = remembered((code) => splitProvince(Object.hasOwn(texts, code) ? (texts[code] ?? '') : ''));

const regencyLine = (code: string): string | undefined => province(code.slice(0, 2)).regencies.get(code.slice(3));

const districts = remembered((regency): ReadonlyMap<string, District> => {
  const line = regency.length === 5 ? regencyLine(regency) : undefined;
  return new Map((line === undefined ? [] : decodeDistricts(line)).map((district) => [district.number, district]));
});

const districtOf = (code: string): District | undefined => districts(code.slice(0, 5)).get(code.slice(6, 8));

const kinds: Record<string, VillageKind> = { 1: 'KELURAHAN', 2: 'DESA', 3: 'DESA_ADAT' };

const shape = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

const nameOf = (code: string): string | undefined => {
  if (!shape.test(code)) return undefined;
  if (code.length === 2) return province(code).name || undefined;
  if (code.length === 5) {
    const line = regencyLine(code);
    return line === undefined ? undefined : regencyName(line);
  }
  const district = districtOf(code);
  if (code.length === 8) return district?.name;
  return district?.villages.find((village) => village.number === code.slice(9))?.name;
};

const regenciesOf = (code: string): Region[] =>
  [...province(code).regencies].map(([number, line]) => ({ code: `${code}.${number}`, name: regencyName(line) }));

// JavaScript lists keys that look like integers in rising order, which is the order of the codes.
const regencies = (): Region[] =>
  Object.keys(texts).flatMap((code) => [{ code, name: province(code).name }, ...regenciesOf(code)]);

const districtsOf = (regency: string): Region[] =>
  (shape.test(regency) ? [...districts(regency).values()] : []).map(({ number, name }) => ({
    code: `${regency}.${number}`,
    name,
  }));

const villagesOf = (district: string): VillageRegion[] =>
  (shape.test(district) && district.length === 8 ? (districtOf(district)?.villages ?? []) : []).map(
    ({ number, name }) => {
      const kind = kinds[number.charAt(0)];
      return { code: `${district}.${number}`, name, ...(kind && { kind }) };
    },
  );

/**
 * The register of regions, by Kemendagri code. Nothing is parsed until it is asked for, and then one province or one
 * regency at a time. An unknown code answers undefined or an empty list.
 */
export const regions = {
  /**
   * `16.04` -> `Kabupaten Lahat`; a province, district or village by its own name alone: `Sumatera Selatan`, `Lahat`.
   */
  nameOf,
  /** Every tenant there can be: 38 provinces and 514 regencies and cities, each province before its own. */
  regencies,
  districtsOf,
  villagesOf,
  /** To be shown wherever the data is passed on: the licence of the data (ODbL 1.0) asks for it. */
  attribution: `Data wilayah administrasi: ${data.source} oleh Fityan (fityannugroho, https://github.com/fityannugroho/idn-area-data), berlisensi Open Database License (ODbL) 1.0, berdasarkan kode wilayah Kementerian Dalam Negeri.`,
};
