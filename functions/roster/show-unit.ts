import { regions } from '../regions/regions.ts';
import { showHolder } from './show-holder.ts';
import type { Unit, UnitShown } from './unit-schema.ts';

/** A unit as the API answers it: its district named, its holder's NIP masked. */
export const showUnit = ({ naturalKey: _, holder, ...unit }: Unit): UnitShown => ({
  ...unit,
  districtName: unit.district && regions.nameOf(unit.district),
  holder: showHolder(holder),
});
