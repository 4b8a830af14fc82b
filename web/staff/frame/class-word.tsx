import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { useClassName } from './class-name.ts';

/** A class of units in the regency's own words, for the cells of tables. */
export const ClassWord = ({ of }: { of: UnitClassCode }) => <>{useClassName()(of)}</>;
