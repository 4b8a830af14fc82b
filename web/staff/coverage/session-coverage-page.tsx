/** The coverage of one session in depth: headline, heat table, names; what the regent drills into. */
import { Printer } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { api } from '../../shared/api.ts';
import { Button, EmptyState, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { ClassTable } from './breakdown.tsx';
import { HeatTable } from './heat-table.tsx';
import { DataTime } from './live-figures.tsx';
import { SessionFigures } from './session-figures.tsx';
import { t } from './texts.ts';
import { UnitList } from './unit-list.tsx';

const Coverage = ({ session }: { session: SessionShown }) => {
  const { labels } = useRegency();
  const loaded = useLoad(session.id, (signal) =>
    api('GET /api/sessions/:session/coverage', { params: { session: session.id }, signal }),
  );
  return (
    <WhenLoaded loaded={loaded} lines={8}>
      {(coverage) => (
        <div class="stack-wide">
          <div class="stack">
            <SessionFigures coverage={coverage} />
            <DataTime session={session} coverage={coverage} live={false} />
          </div>
          <ClassTable coverage={coverage} />
          <HeatTable coverage={coverage} label={labels.district} />
          <UnitList coverage={coverage} districtLabel={labels.district} />
        </div>
      )}
    </WhenLoaded>
  );
};

export const SessionCoveragePage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={loaded.data?.title}
        up={{ href: `/staf/kegiatan/${id}`, label: t('upSession') }}
      >
        <Button look="second" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
          {t('print')}
        </Button>
      </PageHeader>
      <WhenLoaded loaded={loaded}>
        {(session) => (session.frozen ? <Coverage session={session} /> : <EmptyState title={t('emptyTitle')} />)}
      </WhenLoaded>
    </>
  );
};
