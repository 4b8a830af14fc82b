/** One line about the seal on the session's own page, once it is closed. */
import { shortHash } from '../../shared/seal-words.ts';
import { StatusTag } from '../../shared/ui/index.ts';
import { useSeal } from '../seal/use-seal.ts';
import { t } from './texts.ts';

export const SealLine = ({ session }: { session: string }) => {
  const { data } = useSeal(session);
  // The page's own figures have their own problem notice; this line only stays away.
  if (!data) return null;
  const root = data.heads.at(-1)?.head.root;
  return (
    <p class="row strip">
      <a href={`/staf/kegiatan/${session}/segel`}>{t('sealStrip')}</a>
      <span class="tags">
        {data.state === 'SEALED' ? (
          <StatusTag tone="good" icon="check" word={t('sealed')} />
        ) : (
          <StatusTag tone="warn" icon="clock" word={t('notSealed')} />
        )}
      </span>
      {root && (
        <span class="small soft">
          {t('sealRoot')} <code>{shortHash(root)}</code>
        </span>
      )}
    </p>
  );
};
