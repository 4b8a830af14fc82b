/** Districts down, classes across: the share in colour, the figures in every cell, so that it reads without colour too. */
import { number } from '../../shared/format.ts';
import { ScrollRegion } from '../../shared/ui/index.ts';
import { ClassWord } from '../frame/class-word.tsx';
import { heatStep } from './figures.ts';
import type { SessionCoverage } from './session-figures.tsx';
import { t } from './texts.ts';

type Cell = SessionCoverage['cells'][number];

const HeatCell = ({ cell }: { cell: Cell | undefined }) => {
  if (!cell) return <td class="heat-none">–</td>;
  return (
    <td class={`heat-${heatStep(cell.represented, cell.expected)}`}>
      {number(cell.represented)}/{number(cell.expected)}
    </td>
  );
};

const Key = () => (
  <p class="heat-key small">
    <span class="soft">{t('heatKey')}:</span>
    {([0, 1, 2, 3, 4] as const).map((step) => (
      <span key={step} class={`heat-chip heat-${step}`}>
        {t(`heat${step}`)}
      </span>
    ))}
  </p>
);

export const HeatTable = ({ coverage, label }: { coverage: SessionCoverage; label: string }) => {
  const key = (district: string | null, unitClass: string): string => `${district ?? ''} ${unitClass}`;
  const cells = new Map(coverage.cells.map((cell) => [key(cell.district, cell.class), cell]));
  const caption = t('heat', { district: label.toLowerCase() });
  return (
    <div class="stack-tight">
      <ScrollRegion label={caption}>
        <table class="heat">
          <caption>
            <span>{caption}</span>
            <span class="hint small">{t('heatHint')}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              {coverage.classes.map((row) => (
                <th scope="col" key={row.class}>
                  <ClassWord of={row.class} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.districts.map((row) => (
              <tr key={row.district ?? ''}>
                <th scope="row">{row.district ? (row.districtName ?? row.district) : t('noDistrict')}</th>
                {coverage.classes.map(({ class: unitClass }) => (
                  <HeatCell key={unitClass} cell={cells.get(key(row.district, unitClass))} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Key />
    </div>
  );
};
