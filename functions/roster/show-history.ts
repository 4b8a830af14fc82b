import type { HolderShown } from './holder-schema.ts';
import { showHolder } from './show-holder.ts';
import { holderOn } from './tenure.ts';
import type { Unit, UnitHistory } from './unit-schema.ts';

/** An office's holders as the API answers them, newest first; with who held it on `day` where a day was asked for. */
export const showHistory = (unit: Unit, day: string | undefined, today: string): UnitHistory => {
  const held = day === undefined ? undefined : holderOn(unit, day, today);
  return {
    now: showHolder(unit.holder),
    past: (unit.past ?? [])
      .map((tenure) => ({ ...tenure, holder: showHolder(tenure.holder) as HolderShown }))
      .reverse(),
    ...(unit.registeredOn !== undefined && { registeredOn: unit.registeredOn }),
    ...(day !== undefined && held && { heldOn: { day, known: held.known, holder: showHolder(held.holder) } }),
  };
};
