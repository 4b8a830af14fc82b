/** The pledge texts of the regency with their versions: what is locked, since when, for whom, from where. */
import { Plus } from 'lucide-preact';
import { ButtonLink, type Column, DataTable, EmptyState, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { PledgeText } from './eligible.ts';
import { groupsOf, type TextGroup, titleOf } from './text-draft.ts';
import { ForWhom, LockTag } from './text-facts.tsx';
import { t } from './texts.ts';
import { useTexts } from './use-texts.ts';

const columns = (): Column<PledgeText>[] => [
  {
    head: t('versionHead'),
    rowHead: true,
    cell: (text) => (
      <a class="nowrap tap" href={`/staf/naskah/${text.id}/${text.version}`}>
        {t('version', { n: text.version })}
      </a>
    ),
  },
  { head: t('stateHead'), unlabelled: true, cell: (text) => <LockTag text={text} /> },
  { head: t('forWhom'), unlabelled: true, cell: (text) => <ForWhom text={text} /> },
  { head: t('hash'), wide: true, cell: ({ hash }) => <code class="nowrap">{hash.slice(0, 16)}…</code> },
];

const Group = ({ group, organizer }: { group: TextGroup; organizer: boolean }) => {
  const [last] = group.versions;
  if (!last) return null;
  return (
    <section class="stack-tight" aria-labelledby={`naskah-${group.id}`}>
      <h2 id={`naskah-${group.id}`}>{titleOf(last)}</h2>
      <p class="soft">{t(last.form)}</p>
      {last.source && (
        <p class="small soft">
          {t('source')}: {last.source}
        </p>
      )}
      <DataTable
        caption={titleOf(last)}
        captionHidden
        columns={columns()}
        rows={group.versions}
        rowKey={({ version }) => String(version)}
      />
      {organizer && (
        <ButtonLink look="second" href={`/staf/naskah/${last.id}/${last.version}/versi-baru`}>
          {t('newVersion')}
        </ButtonLink>
      )}
    </section>
  );
};

export const TextsPage = () => {
  const loaded = useTexts();
  const organizer = may.organize(useStaff());
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {organizer && (
          <ButtonLink href="/staf/naskah/baru" icon={<Plus class="icon" aria-hidden="true" />}>
            {t('newText')}
          </ButtonLink>
        )}
      </PageHeader>
      <WhenLoaded loaded={loaded} lines={8}>
        {(texts) =>
          texts.length ? (
            <div class="stack-wide">
              {groupsOf(texts).map((group) => (
                <Group key={group.id} group={group} organizer={organizer} />
              ))}
            </div>
          ) : (
            <EmptyState title={t('empty')}>
              <p>{t('emptyText')}</p>
            </EmptyState>
          )
        }
      </WhenLoaded>
    </>
  );
};
