/**
 * Writes regions.generated.json from idn-area-data. Run at build time, because that package opens CSV files when asked,
 * which a bundled Lambda cannot: `tsx functions/regions/generate-regions.ts`. Leaves the file alone when nothing
 * changed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { type District, encodeRegency } from './region-codec.ts';
import { fromCapitals, tidied } from './region-names.ts';

interface Area {
  code: string;
  name: string;
}

const target = join(import.meta.dirname, 'regions.generated.json');

const lastPart = (code: string): string => code.slice(code.lastIndexOf('.') + 1);
const parentOf = (code: string): string => code.slice(0, code.lastIndexOf('.'));

const byParent = (areas: readonly Area[]): Map<string, Area[]> => {
  const groups = new Map<string, Area[]>();
  for (const area of areas) {
    const group = groups.get(parentOf(area.code));
    if (group) group.push(area);
    else groups.set(parentOf(area.code), [area]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.code < b.code ? -1 : 1));
  return groups;
};

const packageVersion = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('idn-area-data');
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '';
};

/** The whole content of the file: the source with its version, and one packed text a province. */
const generate = async (): Promise<string> => {
  const [provinces, regencies, districts, villages, version] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
    packageVersion(),
  ]);
  const [regenciesOf, districtsOf, villagesOf] = [byParent(regencies), byParent(districts), byParent(villages)];

  const packDistrict = ({ code, name }: Area): District => ({
    number: lastPart(code),
    name: tidied(name),
    villages: (villagesOf.get(code) ?? []).map((village) => ({
      number: lastPart(village.code),
      name: tidied(village.name),
    })),
  });
  const packProvince = ({ code, name }: Area): string => {
    const lines = (regenciesOf.get(code) ?? []).map((regency) =>
      encodeRegency(
        lastPart(regency.code),
        fromCapitals(regency.name),
        (districtsOf.get(regency.code) ?? []).map(packDistrict),
      ),
    );
    return [fromCapitals(name), ...lines].join('\n');
  };

  const packed = Object.fromEntries(provinces.map((province) => [province.code, packProvince(province)]));
  return `${JSON.stringify({ source: `idn-area-data ${version}`, provinces: packed }, undefined, 1)}\n`;
};

const content = await generate();
const present = await readFile(target, 'utf8').catch(() => '');
if (content !== present) {
  await writeFile(target, content);
  // Not on standard output: that belongs to the command this runs before, which may print JSON.
  process.stderr.write(`regions.generated.json written, ${Buffer.byteLength(content)} bytes\n`);
}
