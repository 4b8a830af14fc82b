/** What units undertook, by when it is due: how much is done, what presses, and what became of each. */
import { BellRing, FileCheck, Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { dateTimeIn, number, percent } from '../../shared/format.ts';
import { Button, ButtonLink, EmptyState, Meter, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import { FilterFields, StateChips } from './filters.tsx';
import { type Figures, type FollowUpShown, openOf } from './follow-up.ts';
import { FollowUpList } from './list.tsx';
import { t } from './texts.ts';
import { FollowUpDialog } from './update-dialog.tsx';
import { type Filters, type Listed, noFilters, useFollowUps } from './use-follow-ups.ts';
import '../invitations/invitations.css';
import './follow-ups.css';

/** One look: how much of what was undertaken is done, and what is late. */
const Standing = ({ figures }: { figures: Figures }) => {
  const { done, overdue } = figures;
  const all = openOf(figures) + done;
  const tone = overdue > 0 ? 'strong overdue' : 'soft';
  return (
    <div class="stack-tight standing">
      <p class="headline">
        <span class="figure">{percent(done, all)}</span>
        <span>{t('standing', { done: number(done), all: number(all) })}</span>
      </p>
      <Meter parts={[{ value: done, tone: 'good' }]} whole={all} />
      <p class={tone}>{overdue > 0 ? t('standingOverdue', { n: number(overdue) }) : t('nothingOverdue')}</p>
    </div>
  );
};

const isEmpty = ({ figures }: Listed, filters: Filters): boolean =>
  JSON.stringify(filters) === JSON.stringify(noFilters) && Object.values(figures).every((count) => count === 0);

interface ContentProps {
  listed: Listed;
  filters: Filters;
  onFilters: (filters: Filters) => void;
  onMore: () => void;
  onChanged: () => void;
}

const Content = ({ listed, filters, onFilters, onMore, onChanged }: ContentProps) => {
  const organizer = may.organize(useStaff());
  const { zone } = useRegency();
  const [opened, setOpened] = useState<FollowUpShown>();
  const [said, setSaid] = useState<string>();
  if (isEmpty(listed, filters))
    return (
      <EmptyState title={t('emptyTitle')}>
        <p>{t(organizer ? 'emptyOrganizer' : 'emptyOther')}</p>
      </EmptyState>
    );
  return (
    <div class="stack-wide">
      <Standing figures={listed.figures} />
      <div class="stack">
        <StateChips figures={listed.figures} filters={filters} onChange={onFilters} />
        <FilterFields filters={filters} classes={listed.classes} onChange={onFilters} />
        {said !== undefined && <Notice tone="good" title={said} live />}
      </div>
      {listed.items.length ? (
        <FollowUpList items={listed.items} onOpen={organizer ? setOpened : undefined} />
      ) : (
        <p class="soft" role="status">
          {t('nothing')}
        </p>
      )}
      {listed.more && (
        <p class="no-print">
          <Button look="second" onClick={onMore}>
            {t('more')}
          </Button>
        </p>
      )}
      <p class="small soft">{t('asOf', { time: dateTimeIn(zone, listed.asOf) })}</p>
      {opened && (
        <FollowUpDialog
          key={opened.id}
          followUp={opened}
          onClose={() => setOpened(undefined)}
          onChanged={(sentence) => {
            setSaid(sentence);
            setOpened(undefined);
            onChanged();
          }}
        />
      )}
    </div>
  );
};

export const FollowUpsPage = () => {
  const staff = useStaff();
  const { code } = useRegency();
  const { unit = '' } = useLocation().query;
  const [filters, setFilters] = useState<Filters>({ ...noFilters, unit });
  const loaded = useFollowUps(code, filters);
  // While another filter loads, the figures and the fields stay where they are.
  const [last, setLast] = useState<Listed>();
  if (loaded.data && loaded.data !== last) setLast(loaded.data);
  const shown = { ...loaded, data: loaded.data ?? last, loading: loaded.loading && !last };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {may.organize(staff) && (
          <>
            <ButtonLink href="/staf/tindak-lanjut/baru" icon={<Plus class="icon" aria-hidden="true" />}>
              {t('add')}
            </ButtonLink>
            <ButtonLink
              href="/staf/tindak-lanjut/pengingat"
              look="second"
              icon={<BellRing class="icon" aria-hidden="true" />}
            >
              {t('reminders')}
            </ButtonLink>
          </>
        )}
        <ButtonLink href="/staf/nihil" look="second" icon={<FileCheck class="icon" aria-hidden="true" />}>
          {t('nil')}
        </ButtonLink>
      </PageHeader>
      <WhenLoaded loaded={shown} lines={8}>
        {(listed) => (
          <Content
            listed={listed}
            filters={filters}
            onFilters={setFilters}
            onMore={loaded.showMore}
            onChanged={loaded.reload}
          />
        )}
      </WhenLoaded>
    </>
  );
};
