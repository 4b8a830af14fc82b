/** Who is signed in and for which regency; given once at the top, read anywhere below. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer } from '../../shared/api.ts';
import type { Staff } from '../../shared/sign-in.ts';

export type RegencyShown = Answer<'GET /api/regencies/:regency'>;

const StaffContext = createContext<Staff | undefined>(undefined);
export const StaffProvider = StaffContext.Provider;

export const useStaff = (): Staff => {
  const staff = useContext(StaffContext);
  if (!staff) throw new Error('no staff above');
  return staff;
};

const RegencyContext = createContext<RegencyShown | undefined>(undefined);
export const RegencyProvider = RegencyContext.Provider;

/** The regency of whoever is signed in; undefined for a province's supervisor, who has none of its own. */
export const useOwnRegency = (): RegencyShown | undefined => useContext(RegencyContext);

/** The same, on pages that only somebody of a regency sees. */
export const useRegency = (): RegencyShown => {
  const regency = useOwnRegency();
  if (!regency) throw new Error('no regency above');
  return regency;
};

/** What the menu and the buttons offer; the API decides by itself. */
export const may = {
  organize: (staff: Staff): boolean => staff.role === 'organizer',
  operate: (staff: Staff): boolean => staff.role === 'organizer' || staff.role === 'operator',
};

/** Looks at regencies from above: a province's supervisor, or the nation's. Neither has a regency's settings. */
export const isAbove = ({ role }: Pick<Staff, 'role'>): boolean => role === 'province' || role === 'nation';
