import { regions } from '../regions/regions.ts';
import { showHolder } from './show-holder.ts';
import { earliestChange } from './tenure.ts';
import type { Unit, UnitShown } from './unit-schema.ts';

/** A unit as the API answers it: its district and village named, its holder's NIP masked. */
export const showUnit = ({ naturalKey: _key, past, registeredOn: _since, holder, ...unit }: Unit): UnitShown => {
  const earliest = earliestChange({ holder, past });
  return {
    ...unit,
    districtName: unit.district && regions.nameOf(unit.district),
    villageName: unit.village && regions.nameOf(unit.village),
    holder: showHolder(holder),
    ...(earliest !== undefined && { earliestChange: earliest }),
  };
};
