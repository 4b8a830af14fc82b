import { apiAll } from '../../../shared/api.ts';
import { type Loaded, useLoad } from '../../../shared/use-load.ts';
import { inOrder } from '../use-invitations.ts';
import type { UnitShown } from './whom.ts';

/** The register of the session's regency, without units that are no longer there, as the list of invitations is ordered. */
export const useUnits = (regency: string): Loaded<UnitShown[]> =>
  useLoad(regency, async (signal) => {
    const units = await apiAll('GET /api/regencies/:regency/units', { params: { regency }, query: {}, signal });
    return units.sort(inOrder);
  });
