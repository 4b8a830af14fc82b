/** The coverage of one session in depth: headline, heat table, names; what the regent drills into. One A4 on paper. */
import { useRoute } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { rangeIn } from '../../shared/format.ts';
import { EmptyState, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useRegency, useStaff } from '../frame/staff.ts';
import { SealLine } from '../sessions/seal-line.tsx';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { ClassTable } from './breakdown.tsx';
import { HeatTable } from './heat-table.tsx';
import { SessionCoverageNow } from './live-figures.tsx';
import { PaperActions, pdfTimeoutMs } from './paper-actions.tsx';
import { PrintedAt } from './printed-at.tsx';
import { howCounted, type SessionCoverage, SessionFigures } from './session-figures.tsx';
import { sessionShare } from './share-content.ts';
import { t } from './texts.ts';
import { UnitList } from './unit-list.tsx';
import './coverage.css';

const Actions = ({ session, coverage }: { session: SessionShown; coverage: SessionCoverage }) => {
  const { name } = useRegency();
  const { role } = useStaff();
  const load = () =>
    api('GET /api/sessions/:session/documents/coverage.pdf', {
      params: { session: session.id },
      timeoutMs: pdfTimeoutMs,
    });
  return (
    <PaperActions
      share={() => sessionShare(coverage, name, session.zone)}
      pdf={role === 'operator' ? undefined : { load, name: 'cakupan-kegiatan.pdf' }}
    />
  );
};

const Coverage = ({ session, reload }: { session: SessionShown; reload: () => void }) => {
  const { labels } = useRegency();
  return (
    <SessionCoverageNow session={session} onMoved={reload}>
      {(coverage, time) => (
        <div class="stack-wide session-report one-sheet">
          <div class="stack">
            <SessionFigures coverage={coverage} zone={session.zone} />
            {time}
            <p class="print-only small">{howCounted(coverage, session.zone).join(' ')}</p>
            {session.state === 'CLOSED' && <SealLine session={session.id} />}
            <Actions session={session} coverage={coverage} />
          </div>
          <ClassTable coverage={coverage} />
          <HeatTable
            caption={t('heat', { district: labels.district.toLowerCase() })}
            hint={t('heatHint')}
            label={labels.district}
            districts={coverage.districts}
            classes={coverage.classes.map((row) => row.class)}
            cells={coverage.cells.map((cell) => ({ ...cell, part: cell.represented, whole: cell.expected }))}
            hrefOf={({ district, class: unitClass }) =>
              `/staf/kegiatan/${session.id}/cakupan?${new URLSearchParams({ kelas: unitClass, wilayah: district ?? '-' })}#menurut-nama`
            }
          />
          <UnitList coverage={coverage} districtLabel={labels.district} />
        </div>
      )}
    </SessionCoverageNow>
  );
};

export const SessionCoveragePage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  const { data } = loaded;
  return (
    <>
      <PageHeader
        title={data?.title ?? t('title')}
        lead={data && rangeIn(data.zone, data.startsAt, data.endsAt)}
        up={{ href: `/staf/kegiatan/${id}`, label: t('upSession') }}
      />
      {data && <PrintedAt zone={data.zone} />}
      <WhenLoaded loaded={loaded}>
        {(session) =>
          session.frozen ? (
            <Coverage session={session} reload={loaded.reload} />
          ) : (
            <EmptyState title={t('emptyTitle')} />
          )
        }
      </WhenLoaded>
    </>
  );
};
