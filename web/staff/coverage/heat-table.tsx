/** Districts down, classes across: the share in colour, the figures in every cell, so that it reads without colour too. */
import { useId } from 'preact/hooks';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import { number } from '../../shared/format.ts';
import { ScrollRegion } from '../../shared/ui/index.ts';
import { useClassName } from '../frame/class-name.ts';
import { heatStepOf, heatSteps } from './figures.ts';
import { t } from './texts.ts';

export interface HeatCell {
  district: string | null;
  class: UnitClassCode;
  part: number;
  whole: number;
}

interface Props {
  caption: string;
  hint: string;
  /** What districts are called here. */
  label: string;
  districts: readonly { district: string | null; districtName: string | null }[];
  classes: readonly UnitClassCode[];
  cells: readonly HeatCell[];
  hrefOf: (cell: HeatCell) => string;
}

/** With more rows than this they stand closer on paper, so that the largest regency fits on its one sheet too. */
const mostRoomy = 30;

const keyOf = (district: string | null, unitClass: string): string => `${district ?? ''} ${unitClass}`;

export const districtText = ({ district, districtName }: Props['districts'][number]): string =>
  district === null ? t('noDistrict') : (districtName ?? district);

const Cell = ({ cell, name, href }: { cell: HeatCell; name: string; href: string }) => {
  const figures = `${number(cell.part)}/${number(cell.whole)}`;
  return (
    <td class={`heat-${heatStepOf(cell.part, cell.whole)}`}>
      <a href={href} aria-label={`${name}: ${figures}`}>
        {figures}
      </a>
    </td>
  );
};

const Key = () => (
  <p class="heat-key small">
    <span class="soft">{t('heatKey')}:</span>
    {heatSteps.map((step) => (
      <span key={step} class={`heat-chip heat-${step}`}>
        {t(`heat${step}`)}
      </span>
    ))}
  </p>
);

export const HeatTable = ({ caption, hint, label, districts, classes, cells, hrefOf }: Props) => {
  const id = useId();
  const nameOf = useClassName();
  const found = new Map(cells.map((cell) => [keyOf(cell.district, cell.class), cell]));
  return (
    <div class="stack-tight">
      <h2 id={id}>{caption}</h2>
      <p class="small soft no-print">{hint}</p>
      <ScrollRegion label={caption}>
        <table class={districts.length > mostRoomy ? 'heat heat-many' : 'heat'} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              {classes.map((unitClass) => (
                <th scope="col" key={unitClass}>
                  {nameOf(unitClass)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map((row) => (
              <tr key={row.district ?? ''}>
                <th scope="row">{districtText(row)}</th>
                {classes.map((unitClass) => {
                  const cell = found.get(keyOf(row.district, unitClass));
                  if (!cell) {
                    return (
                      <td key={unitClass} class="heat-none">
                        –
                      </td>
                    );
                  }
                  const name = `${districtText(row)}, ${nameOf(unitClass)}`;
                  return <Cell key={unitClass} cell={cell} name={name} href={hrefOf(cell)} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Key />
    </div>
  );
};
