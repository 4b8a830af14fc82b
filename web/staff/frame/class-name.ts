/** Classes of units as this regency calls them: `Desa` is `Pekon` in Pesisir Barat. */
import { labelOfClass } from '../../../functions/regencies/usual-labels.ts';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { className } from '../../shared/words.ts';
import { useOwnRegency } from './staff.ts';

/** Says a class by the regency's own label, or by the product's word; a province's supervisor reads the product's words. */
export const useClassName = (): ((unitClass: UnitClassCode) => string) => {
  const regency = useOwnRegency();
  return (unitClass) => (regency && labelOfClass(regency.labels, unitClass)) ?? className(unitClass);
};
