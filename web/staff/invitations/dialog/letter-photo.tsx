/** The photo of a delegate's letter, if the door took one; it is fetched with the sign-in, so no address of it exists. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { Button, ProblemNotice } from '../../../shared/ui/index.ts';
import { useLoad } from '../../../shared/use-load.ts';
import { t } from './attendance-texts.ts';

/** The address lives as long as the picture is shown. */
const useBlobUrl = (blob: Blob | undefined): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
};

const Photo = ({ session, nonce }: { session: string; nonce: string }) => {
  const loaded = useLoad(`${session} ${nonce}`, (signal) =>
    api('GET /api/sessions/:session/letters/:nonce', { params: { session, nonce }, signal }),
  );
  const url = useBlobUrl(loaded.data);
  if (loaded.problem?.code === 'LETTER_UNKNOWN') return <p class="soft">{t('letterNone')}</p>;
  if (loaded.problem) return <ProblemNotice problem={loaded.problem} retry={loaded.reload} />;
  return url ? <img class="letter" src={url} alt={t('letterAlt')} /> : <p role="status">{t('letterLoading')}</p>;
};

/** Asked for only when somebody wants to see it. */
export const LetterPhoto = (letter: { session: string; nonce: string }) => {
  const [shown, setShown] = useState(false);
  if (shown) return <Photo {...letter} />;
  return (
    <div>
      <Button look="quiet" onClick={() => setShown(true)}>
        {t('letterShow')}
      </Button>
    </div>
  );
};
