/** Exports regencies: everything but totals, which are made again from it. */
import { resolve } from 'node:path';
import { itemSchemaVersion } from '../platform/item-version.ts';
import type { RawItem, RawItems } from '../platform/raw-items.ts';
import { regencyItems, tenantCodes } from '../platform/regency-items.ts';
import { refuseExisting, writeArchive } from './archive.ts';
import type { Archive } from './archive-schema.ts';
import { keysFor } from './moved-token-keys.ts';
import { Refusal } from './refusal.ts';
import type { TokenKeyHolder } from './token-key-holders.ts';
import { writeTokenKeysFile } from './token-keys-file.ts';

export interface ExportPorts {
  items: RawItems;
  /** Where the secrets behind printed codes are; asked only for who wants those too. */
  tokenKeys?: TokenKeyHolder | undefined;
  now: () => Date;
}
export interface ExportRequest {
  /** All tenants without it. */
  regency?: string | undefined;
  to: string;
  keysTo?: string | undefined;
}

/** The pages; of a regency that has nothing, a refusal in front of the first. */
async function* pagesOf(items: RawItems, codes: readonly string[]): AsyncGenerator<RawItem[]> {
  for (const code of codes) {
    let isEmpty = true;
    for await (const page of regencyItems(items, code)) {
      isEmpty = false;
      yield page;
    }
    if (isEmpty) throw new Refusal('NOTHING_THERE', code);
  }
}

/**
 * Reads strongly, page by page. Where the product is in use meanwhile, the file is not one moment of it.
 *
 * @throws Refusal NOTHING_THERE, FILE_EXISTS, SECRET_NEEDED
 */
export const exportRegency = async (
  { items, tokenKeys, now }: ExportPorts,
  { regency, to, keysTo }: ExportRequest,
): Promise<Archive> => {
  if (keysTo !== undefined && !tokenKeys) throw new Refusal('SECRET_NEEDED');
  if (keysTo !== undefined && resolve(keysTo) === resolve(to)) throw new Refusal('FILE_EXISTS', keysTo);
  if (keysTo !== undefined) await refuseExisting(keysTo);
  // Keys that cannot be read are found out before a file is written that the next attempt would not write over.
  if (keysTo !== undefined) await tokenKeys?.change((keys) => keys);
  const regencies = regency === undefined ? await tenantCodes(items) : [regency];
  if (regencies.length === 0) throw new Refusal('NOTHING_THERE', '–');
  const archive = await writeArchive(
    to,
    { items: itemSchemaVersion, regencies, at: now().toISOString() },
    pagesOf(items, regencies),
  );
  // After the items: the keys that were in use while they were read are among them.
  if (keysTo !== undefined && tokenKeys) {
    const keys = await tokenKeys.change((all) => all);
    await writeTokenKeysFile(keysTo, keysFor(keys, regencies));
  }
  return archive;
};
