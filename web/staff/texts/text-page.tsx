/** One version of a text: its wording, its fingerprint, whom it is for. */
import { FilePlus, Pencil } from 'lucide-preact';
import { useRoute } from 'preact-iso';
import { ButtonLink, EmptyState, PageHeader, SummaryList, WhenLoaded } from '../../shared/ui/index.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { PledgeText } from './eligible.ts';
import { Preview } from './preview.tsx';
import { titleOf } from './text-draft.ts';
import { ForWhom, LockTag } from './text-facts.tsx';
import { t } from './texts.ts';
import { useTexts } from './use-texts.ts';
import './texts.css';

const up = () => ({ href: '/staf/naskah', label: t('up') });

const Content = ({ text }: { text: PledgeText }) => {
  const organizer = may.organize(useStaff());
  const at = `/staf/naskah/${text.id}/${text.version}`;
  return (
    <>
      <PageHeader
        title={titleOf(text)}
        up={up()}
        lead={
          <span class="row">
            <span>{t('version', { n: text.version })}</span>
            <LockTag text={text} />
          </span>
        }
      >
        {organizer && text.lockedAt === null && (
          <ButtonLink href={`${at}/ubah`} icon={<Pencil class="icon" aria-hidden="true" />}>
            {t('edit')}
          </ButtonLink>
        )}
        {organizer && (
          <ButtonLink
            look={text.lockedAt === null ? 'second' : 'first'}
            href={`${at}/versi-baru`}
            icon={<FilePlus class="icon" aria-hidden="true" />}
          >
            {t('newVersion')}
          </ButtonLink>
        )}
      </PageHeader>
      <div class="stack-wide">
        <SummaryList
          rows={[
            { term: t('form'), value: t(text.form) },
            { term: t('forWhom'), value: <ForWhom text={text} /> },
            { term: t('source'), value: text.source },
            { term: t('hash'), value: <code>{text.hash}</code> },
          ]}
        />
        <Preview wording={text} />
      </div>
    </>
  );
};

export const TextPage = () => {
  const { text = '', version = '' } = useRoute().params;
  const loaded = useTexts();
  return (
    <>
      {!loaded.data && <PageHeader title={t('title')} up={up()} />}
      <WhenLoaded loaded={loaded} lines={8}>
        {(texts) => {
          const found = texts.find((each) => each.id === text && String(each.version) === version);
          if (found) return <Content text={found} />;
          return (
            <>
              <PageHeader title={t('title')} up={up()} />
              <EmptyState title={t('notFound')} />
            </>
          );
        }}
      </WhenLoaded>
    </>
  );
};
