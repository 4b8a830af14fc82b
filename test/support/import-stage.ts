/** A regency of its own for each test of imports, and the calls that such a test makes there. */
import { as, type Reply, type TestApi } from './api.ts';
import { importRoster, planRoster } from './import-roster.ts';
import { registerRegency } from './scenario.ts';

/** Of South Sumatra and Lampung. */
const codes = [
  '16.01',
  '16.02',
  '16.03',
  '16.04',
  '16.05',
  '16.06',
  '16.07',
  '16.08',
  '16.09',
  '16.10',
  '16.11',
  '16.12',
  '16.13',
  '18.01',
  '18.02',
  '18.03',
  '18.04',
];

export const makeStage = (api: TestApi) => {
  let last = 0;
  return async () => {
    const code = codes[last] ?? '';
    last += 1;
    await registerRegency(api, code);
    const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      api.call(
        as('organizer', code),
        method,
        path.startsWith('/api') ? path : `/api/regencies/${code}${path}`,
        body,
        headers,
      );
    const plan = async (bytes: Uint8Array, options = {}) => (await planRoster(send, code, bytes, options)).body;
    const save = (bytes: Uint8Array) => importRoster(send, code, bytes);
    const rows = async (id: string, query = '') => {
      const found: Reply['body'][] = [];
      let cursor: string | null = null;
      do {
        const { body }: Pick<Reply, 'body'> = await send(
          'GET',
          `/imports/${id}/rows?limit=150${query}${cursor ? `&cursor=${cursor}` : ''}`,
        );
        found.push(...body.items);
        cursor = body.next;
      } while (cursor);
      return found;
    };
    const part = (id: string, work: 'write' | 'take-back', number = 0) =>
      send('POST', `/imports/${id}/parts/${number}/${work}`);
    const register = async () =>
      (await api.engine.stores.units.all(code, { consistent: true })).map(({ version: _, ...unit }) => unit);
    return { code, send, plan, save, rows, part, register };
  };
};
