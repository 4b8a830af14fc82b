/** A long list on paper: every name, in columns, whatever part of it the screen shows. */

import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { className } from '../../shared/words.ts';

interface Named {
  unit: string;
  name: string;
  class: UnitClassCode;
  districtName: string | null;
}

/** Only what the name does not say itself: most schools and districts carry their district's name. */
const place = ({ name, class: unitClass, districtName }: Named): string | undefined => {
  if (!districtName) return undefined;
  return name.includes(districtName) ? undefined : `${className(unitClass)} · ${districtName}`;
};

export const PrintedNames = ({ title, units }: { title: string; units: readonly Named[] }) => (
  <div class="print-only">
    <h2>{title}</h2>
    <ul class="names">
      {units.map((unit) => (
        <li key={unit.unit}>
          {unit.name}
          {place(unit) && <span class="soft"> ({place(unit)})</span>}
        </li>
      ))}
    </ul>
  </div>
);
