/** The regency and the period of the address: one's own, or the one that a province or the nation looks into. */
import { useLocation, useRoute } from 'preact-iso';
import { isAbove, useStaff } from '../frame/staff.ts';
import { readPeriod } from './period.ts';

export const useStanding = () => {
  const staff = useStaff();
  const { query } = useLocation();
  const { params } = useRoute();
  const above = isAbove(staff);
  // Another regency's address is asked for as it is, and refused by the API: never one's own figures under it.
  const regency = params.regency ?? (above ? '' : staff.region);
  return { regency, above, period: readPeriod(query), query };
};
