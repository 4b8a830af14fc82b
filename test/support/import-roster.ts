/** A roster imported as the page does it: a plan, then its parts one by one. */
import type { Reply } from './api.ts';

type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Pick<Reply, 'status' | 'body'>>;

let keys = 0;
const freshKey = (): string => {
  keys += 1;
  return `import-${process.pid}-${String(keys).padStart(6, '0')}`;
};

export interface ImportOptions {
  /** A new one unless told. */
  key?: string;
  file?: string;
  sheet?: string;
}

/** The plan of a file; the register stays as it is. */
export const planRoster = (send: Send, regency: string, bytes: Uint8Array, options: ImportOptions = {}) => {
  const { key = freshKey(), file = 'daftar.xlsx', sheet } = options;
  const query = new URLSearchParams({ file, ...(sheet !== undefined && { sheet }) });
  return send('POST', `/api/regencies/${regency}/imports?${query}`, bytes, { 'idempotency-key': key });
};

/** The import with all its parts written. Throws when the file cannot be read, or its columns are not sure. */
export const importRoster = async (send: Send, regency: string, bytes: Uint8Array, options: ImportOptions = {}) => {
  const { body: plan } = await planRoster(send, regency, bytes, options);
  if (plan.state !== 'PLANNED') throw new Error(`the roster was answered ${JSON.stringify(plan)}`);
  const path = `/api/regencies/${regency}/imports/${plan.id}`;
  for (let part = 0; part < plan.parts; part += 1) await send('POST', `${path}/parts/${part}/write`);
  return (await send('GET', path)).body;
};
