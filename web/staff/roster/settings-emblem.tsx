/** The emblem in the letterhead: shown as it is kept, replaced by a picture that the browser has scaled down, taken out. */
import { Trash2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { Button, Field, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import { scaledEmblem } from './scaled-emblem.ts';
import './settings-emblem.css';
import { t } from './settings-texts.ts';

/** Null where none is kept. */
const loadEmblem = async (regency: string, signal: AbortSignal): Promise<Blob | null> => {
  const picture = await api('GET /api/regencies/:regency/emblem', { params: { regency }, signal });
  return picture.size > 0 ? picture : null;
};

/** An address for a picture in memory, as long as it is shown. */
const useAddress = (picture: Blob | null | undefined): string | undefined => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!picture) {
      setAddress(undefined);
      return undefined;
    }
    const url = URL.createObjectURL(picture);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return address;
};

type Said = 'emblemKept' | 'emblemRemoved' | 'emblemNoPicture';

export const SettingsEmblem = ({ regency }: { regency: string }) => {
  const loaded = useLoad(`${regency} emblem`, (signal) => loadEmblem(regency, signal));
  const address = useAddress(loaded.data);
  const [said, setSaid] = useState<Said>();
  const keep = useAction(async (file: File) => {
    setSaid(undefined);
    remove.forget();
    const picture = await scaledEmblem(file);
    if (!picture) {
      setSaid('emblemNoPicture');
      return;
    }
    await api('PUT /api/regencies/:regency/emblem', { params: { regency }, body: picture });
    setSaid('emblemKept');
    loaded.reload();
  });
  const remove = useAction(async () => {
    setSaid(undefined);
    keep.forget();
    await api('DELETE /api/regencies/:regency/emblem', { params: { regency } });
    setSaid('emblemRemoved');
    loaded.reload();
  });
  const busy = keep.busy || remove.busy;
  const problem = keep.problem ?? remove.problem ?? loaded.problem;
  return (
    <section class="stack form" aria-labelledby="emblem-title">
      <h2 id="emblem-title">{t('emblem')}</h2>
      <p class="hint">{t('emblemHint')}</p>
      {address && <img class="emblem-shown" src={address} alt={t('emblemShown')} />}
      {loaded.data === null && <p>{t('emblemNone')}</p>}
      {problem && <ProblemNotice problem={problem} />}
      {said && <Notice tone={said === 'emblemNoPicture' ? 'bad' : 'good'} title={t(said)} live />}
      <Field id="emblem-file" label={loaded.data ? t('emblemReplace') : t('emblemUpload')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="file"
            accept="image/png,image/jpeg"
            disabled={busy}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // The same file chosen again is a new wish.
              currentTarget.value = '';
              if (file) void keep.run(file);
            }}
          />
        )}
      </Field>
      {keep.busy && <p role="status">{t('emblemSending')}</p>}
      {loaded.data && (
        <Button
          look="second"
          icon={<Trash2 class="icon" aria-hidden="true" />}
          busy={busy}
          onClick={() => void remove.run()}
        >
          {t('emblemRemove')}
        </Button>
      )}
    </section>
  );
};
