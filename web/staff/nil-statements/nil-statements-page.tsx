/** The nil statements of the regency, the latest period first; those that were withdrawn too. */
import { Plus } from 'lucide-preact';
import { apiAll } from '../../shared/api.ts';
import { ButtonLink, EmptyState, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import { useMore } from '../frame/use-more.tsx';
import type { NilStatementShown } from './draft.ts';
import { Statement } from './statement.tsx';
import { t } from './texts.ts';
import '../follow-ups/follow-ups.css';

const List = ({ statements, onChanged }: { statements: readonly NilStatementShown[]; onChanged: () => void }) => {
  const organizer = may.organize(useStaff());
  const { shown, button } = useMore(statements, 10);
  if (!statements.length)
    return (
      <EmptyState title={t('emptyTitle')}>
        <p>{t(organizer ? 'emptyOrganizer' : 'emptyOther')}</p>
      </EmptyState>
    );
  return (
    <>
      <ul class="plain-list">
        {shown.map((statement) => (
          <Statement key={statement.id} statement={statement} onChanged={onChanged} />
        ))}
      </ul>
      {button}
    </>
  );
};

export const NilStatementsPage = () => {
  const { code } = useRegency();
  const organizer = may.organize(useStaff());
  const loaded = useLoad(code, (signal) =>
    apiAll('GET /api/regencies/:regency/nil-statements', { params: { regency: code }, query: {}, signal }),
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} up={{ href: '/staf/tindak-lanjut', label: t('back') }}>
        {organizer && (
          <ButtonLink href="/staf/nihil/baru" icon={<Plus class="icon" aria-hidden="true" />}>
            {t('add')}
          </ButtonLink>
        )}
      </PageHeader>
      <div class="stack">
        <Notice tone="info">
          <p>{t('notOurs')}</p>
        </Notice>
        <WhenLoaded loaded={loaded} lines={6}>
          {(statements) => <List statements={statements} onChanged={loaded.reload} />}
        </WhenLoaded>
      </div>
    </>
  );
};
