/** The figures of a session by class and by district, as tables. */
import { number, percent } from '../../shared/format.ts';
import { type Column, DataTable } from '../../shared/ui/index.ts';
import { ClassWord } from '../frame/class-word.tsx';
import type { SessionCoverage } from './session-figures.tsx';
import { t } from './texts.ts';

type ClassRow = SessionCoverage['classes'][number];
type DistrictRow = SessionCoverage['districts'][number];
type Row = Omit<ClassRow, 'class'>;

/** On a phone only what is asked first: how many, how many are missing, how many have not pledged. */
const figureColumns = <R extends Row>(coverage: SessionCoverage): Column<R>[] => [
  { head: t('expected'), numeric: true, wide: true, cell: (row) => number(row.expected) },
  { head: t('inPerson'), numeric: true, wide: true, cell: (row) => number(row.inPerson) },
  { head: t('acting'), numeric: true, wide: true, cell: (row) => number(row.acting) },
  { head: t('delegated'), numeric: true, wide: true, cell: (row) => number(row.delegated) },
  // Apart, and never part of what is represented.
  ...(coverage.units.online > 0
    ? [{ head: t('onlineShort'), numeric: true, wide: true, cell: (row: R) => number(row.online) }]
    : []),
  { head: t('representedShort'), numeric: true, cell: (row) => percent(row.represented, row.expected) },
  { head: coverage.state === 'CLOSED' ? t('absent') : t('missing'), numeric: true, cell: (row) => number(row.missing) },
  ...(coverage.pledge.due > 0
    ? [{ head: t('notYet'), numeric: true, cell: (row: R) => (row.pledge.due ? number(row.pledge.notYet) : '–') }]
    : []),
];

export const ClassTable = ({ coverage }: { coverage: SessionCoverage }) => (
  <DataTable
    caption={t('byClass')}
    narrow="fit"
    rows={coverage.classes}
    rowKey={(row) => row.class}
    columns={[
      { head: t('class'), rowHead: true, cell: (row) => <ClassWord of={row.class} /> },
      ...figureColumns<ClassRow>(coverage),
    ]}
  />
);

interface DistrictProps {
  coverage: SessionCoverage;
  label: string;
  captionHidden?: boolean;
}

const DistrictTable = ({ coverage, label, captionHidden = false }: DistrictProps) => (
  <DataTable
    caption={t('byDistrict', { district: label.toLowerCase() })}
    captionHidden={captionHidden}
    narrow="fit"
    rows={coverage.districts}
    rowKey={(row) => row.district ?? ''}
    columns={[
      {
        head: label,
        rowHead: true,
        cell: (row) => (row.district ? (row.districtName ?? row.district) : t('noDistrict')),
      },
      ...figureColumns<DistrictRow>(coverage),
    ]}
  />
);

const mostUnfolded = 12;

/** A long table is folded on the screen; on paper it is whole. */
export const FoldedDistrictTable = ({ coverage, label }: { coverage: SessionCoverage; label: string }) => {
  const rows = coverage.districts.length;
  if (rows <= mostUnfolded) return <DistrictTable coverage={coverage} label={label} />;
  return (
    <>
      <details class="no-print">
        <summary>{t('byDistrictFolded', { district: label.toLowerCase(), n: number(rows) })}</summary>
        <DistrictTable coverage={coverage} label={label} captionHidden />
      </details>
      <div class="print-only">
        <DistrictTable coverage={coverage} label={label} />
      </div>
    </>
  );
};
