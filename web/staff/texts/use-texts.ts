import { apiAll } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import type { PledgeText } from './eligible.ts';

/** Every version of every text of the regency. */
export const useTexts = (): Loaded<PledgeText[]> => {
  const { code } = useRegency();
  return useLoad(`${code} texts`, (signal) =>
    apiAll('GET /api/regencies/:regency/pledge-texts', { params: { regency: code }, query: {}, signal }),
  );
};
