/** Each part of a benchmark over an engine of its own, so that none finds what another left. */
import { startTestApi, type TestApi } from '../support/api.ts';

export const over = async <T>(work: (api: TestApi) => Promise<T>): Promise<T> => {
  const api = await startTestApi();
  try {
    return await work(api);
  } finally {
    await api.stop();
  }
};
