/** A long list on paper: every name, in columns, whatever part of it the screen shows. */

import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { useClassName } from '../frame/class-name.ts';

interface Named {
  unit: string;
  name: string;
  class: UnitClassCode;
  districtName: string | null;
}

/** Only what the name does not say itself: most schools and districts carry their district's name. */
const Place = ({ unit: { name, class: unitClass, districtName } }: { unit: Named }) => {
  const nameOf = useClassName();
  if (!districtName || name.includes(districtName)) return null;
  return <span class="soft">{` (${nameOf(unitClass)} · ${districtName})`}</span>;
};

export const PrintedNames = ({ title, units }: { title: string; units: readonly Named[] }) => (
  <div class="print-only">
    <h2>{title}</h2>
    <ul class="names">
      {units.map((unit) => (
        <li key={unit.unit}>
          {unit.name}
          <Place unit={unit} />
        </li>
      ))}
    </ul>
  </div>
);
