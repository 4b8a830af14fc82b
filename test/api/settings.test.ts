/** A regency's settings: two pages write them, and neither undoes what the other saved. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, startTestApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const path = '/api/regencies/16.04';
const put = (body: object) => api.call(as('organizer'), 'PUT', path, body);
const settings = { name: 'Kabupaten Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] } };

test('settings replace the version that was read, and nothing that was saved since', async () => {
  const registered = await put(settings);
  expect([registered.status, registered.body]).toEqual([200, expect.objectContaining({ ...settings, version: 1 })]);
  const messages = { invite: 'Undangan {acara}: {tautan}' };
  const worded = await put({ ...settings, messages, version: 1 });
  expect(worded.body).toMatchObject({ messages, version: 2 });
  // A page that was opened before.
  for (const late of [{ version: 1 }, {}]) {
    const refused = await put({ ...settings, name: 'Lahat', ...late });
    expect([refused.status, refused.body.code]).toEqual([409, 'REGENCY_CHANGED']);
  }
  expect((await api.call(as('organizer'), 'GET', path)).body).toEqual(worded.body);
  expect((await put({ ...settings, name: 'Lahat', messages, version: 2 })).body).toMatchObject({
    messages,
    version: 3,
  });
});
