/** Why this page cannot be a door here, and what to do. */
import { RefreshCw } from 'lucide-preact';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { t } from './texts.ts';

export type NoDoorReason = 'INSECURE' | 'NO_STORAGE' | 'OCCUPIED';

const texts = {
  INSECURE: ['insecure', 'insecureText', 'insecureTodo'],
  NO_STORAGE: ['noStorage', 'noStorageText'],
  OCCUPIED: ['occupied', 'occupiedText'],
} as const;

export const NoDoorPage = ({ why, retry }: { why: NoDoorReason; retry: () => void }) => {
  const [title, ...paragraphs] = texts[why];
  return (
    <>
      <PageHeader title={t('title')} />
      <div class="stack">
        <Notice tone="warn" title={t(title)}>
          {paragraphs.map((text) => (
            <p key={text}>{t(text)}</p>
          ))}
        </Notice>
        {why !== 'INSECURE' && (
          <Button wide icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={retry}>
            {common('tryAgain')}
          </Button>
        )}
      </div>
    </>
  );
};
