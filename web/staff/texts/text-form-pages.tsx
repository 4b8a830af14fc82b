/** Writing: a new text, a new version of one, or a version that no session has used yet. */
import { useRoute } from 'preact-iso';
import { apiAll } from '../../shared/api.ts';
import { ButtonLink, EmptyState, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useRegency } from '../frame/staff.ts';
import type { PledgeText } from './eligible.ts';
import { draftOfText, emptyText, idForText, nextVersion, titleOf } from './text-draft.ts';
import { TextForm } from './text-form.tsx';
import { t } from './texts.ts';
import { useTexts } from './use-texts.ts';

/** Read anew when it is asked: somebody else may write versions, too. */
const useNextFree = (): ((id: string) => Promise<number>) => {
  const { code } = useRegency();
  return async (id) =>
    nextVersion(await apiAll('GET /api/regencies/:regency/pledge-texts', { params: { regency: code }, query: {} }), id);
};

export const NewTextPage = () => {
  const loaded = useTexts();
  const nextFree = useNextFree();
  return (
    <>
      <PageHeader title={t('newTitle')} up={{ href: '/staf/naskah', label: t('up') }} />
      <WhenLoaded loaded={loaded} lines={8}>
        {(texts) => {
          const taken = texts.map(({ id }) => id);
          return (
            <TextForm
              start={emptyText()}
              idOf={({ title }) => idForText(title, taken)}
              version={1}
              replaces={null}
              nextFree={nextFree}
            />
          );
        }}
      </WhenLoaded>
    </>
  );
};

interface WriteProps {
  text: PledgeText;
  texts: readonly PledgeText[];
}

const NewVersion = ({ text, texts }: WriteProps) => {
  const version = nextVersion(texts, text.id);
  const nextFree = useNextFree();
  return (
    <>
      <PageHeader
        title={t('newVersionTitle', { n: version })}
        lead={titleOf(text)}
        up={{ href: `/staf/naskah/${text.id}/${text.version}`, label: t('version', { n: text.version }) }}
      />
      <TextForm start={draftOfText(text)} idOf={() => text.id} version={version} replaces={null} nextFree={nextFree} />
    </>
  );
};

const EditVersion = ({ text }: WriteProps) => {
  const nextFree = useNextFree();
  const at = `/staf/naskah/${text.id}/${text.version}`;
  return (
    <>
      <PageHeader
        title={t('editTitle', { n: text.version })}
        lead={titleOf(text)}
        up={{ href: at, label: t('version', { n: text.version }) }}
      />
      {text.lockedAt === null ? (
        <TextForm
          start={draftOfText(text)}
          idOf={() => text.id}
          version={text.version}
          replaces={text}
          nextFree={nextFree}
        />
      ) : (
        <Notice tone="warn" title={t('lockedTitle')}>
          <p>{t('lockedText')}</p>
          <ButtonLink href={`${at}/versi-baru`}>{t('newVersion')}</ButtonLink>
        </Notice>
      )}
    </>
  );
};

const pageOver = (Write: (props: WriteProps) => preact.JSX.Element) => () => {
  const { text = '', version = '' } = useRoute().params;
  const loaded = useTexts();
  return (
    <>
      {!loaded.data && <PageHeader title={t('title')} up={{ href: '/staf/naskah', label: t('up') }} />}
      <WhenLoaded loaded={loaded} lines={8}>
        {(texts) => {
          const found = texts.find((each) => each.id === text && String(each.version) === version);
          return found ? <Write text={found} texts={texts} /> : <EmptyState title={t('notFound')} />;
        }}
      </WhenLoaded>
    </>
  );
};

export const NewVersionPage = pageOver(NewVersion);
export const EditTextPage = pageOver(EditVersion);
