/** A plan's rows as items: compressed, each well below what an item may hold. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { PlanRow } from './import-record.ts';

/** Half a second of writing on the slowest engine, so that a part is done long before a call may end. */
export const rowsPerPart = 500;
/** An item may hold 400 kB, its keys included. */
export const maxPartBytes = 350_000;

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** The engine pays by the byte; the lowest level is a third of the time of the usual one for a tenth more bytes. */
export const pack = (value: unknown): Promise<Buffer> => compress(JSON.stringify(value), { level: 1 });

export const unpack = async (bytes: Uint8Array): Promise<unknown> => JSON.parse((await expand(bytes)).toString('utf8'));

export interface PackedPart {
  rows: readonly PlanRow[];
  bytes: Buffer;
}

/** Units with a long past can make a part too large: then it is two. */
const packed = async (rows: readonly PlanRow[], limit: number): Promise<PackedPart[]> => {
  const bytes = await pack(rows);
  if (bytes.length <= limit || rows.length < 2) return [{ rows, bytes }];
  const middle = rows.length >> 1;
  return [...(await packed(rows.slice(0, middle), limit)), ...(await packed(rows.slice(middle), limit))];
};

/** The rows in their order, cut into parts. */
export const packParts = async (rows: readonly PlanRow[], limit = maxPartBytes): Promise<PackedPart[]> => {
  const cuts = Array.from({ length: Math.ceil(rows.length / rowsPerPart) }, (_, index) =>
    rows.slice(index * rowsPerPart, (index + 1) * rowsPerPart),
  );
  return (await Promise.all(cuts.map((cut) => packed(cut, limit)))).flat();
};
