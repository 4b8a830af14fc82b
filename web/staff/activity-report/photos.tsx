/** The photos of a report: choose several, see each on its way, put them in order, say what they show. */
import { ArrowDown, ArrowUp, ImageOff, Trash2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { problemSentence } from '../../shared/api-problem.ts';
import { number } from '../../shared/format.ts';
import { Button, Notice, ProblemNotice, TextField } from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import { longestCaption, mostPhotos, moved, type PhotoDraft } from './draft.ts';
import { t } from './texts.ts';
import { type Upload, useUploads } from './use-uploads.ts';

/** The picture of a photo, for as long as it is shown. */
const usePicture = (session: string, photo: string) => {
  const loaded = useLoad(`${session} ${photo}`, (signal) =>
    api('GET /api/sessions/:session/report/photos/:photo', { params: { session, photo }, signal }),
  );
  const [address, setAddress] = useState<string>();
  const { data } = loaded;
  useEffect(() => {
    if (!data) return;
    const url = URL.createObjectURL(data);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [data]);
  return { address, gone: loaded.problem !== undefined };
};

export const Picture = ({ session, photo, alt }: { session: string; photo: string; alt: string }) => {
  const { address, gone } = usePicture(session, photo);
  if (gone) {
    return (
      <div class="report-picture soft small">
        <ImageOff class="icon" aria-hidden="true" />
        {t('photoGone')}
      </div>
    );
  }
  return address === undefined ? (
    <div class="report-picture" />
  ) : (
    <img class="report-picture" src={address} alt={alt} />
  );
};

interface ItemProps {
  session: string;
  photo: PhotoDraft;
  place: number;
  last: boolean;
  onCaption: (caption: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemoved: () => void;
}

const Remove = ({ session, photo, place, onRemoved }: Pick<ItemProps, 'session' | 'photo' | 'place' | 'onRemoved'>) => {
  const [asking, setAsking] = useState(false);
  const remove = useAction(async () => {
    await api('DELETE /api/sessions/:session/report/photos/:photo', { params: { session, photo: photo.id } });
    onRemoved();
  });
  const n = number(place + 1);
  if (!asking) {
    return (
      <Button
        look="quiet"
        icon={<Trash2 class="icon" aria-hidden="true" />}
        aria-label={t('remove', { n })}
        onClick={() => setAsking(true)}
      >
        {t('removeShort')}
      </Button>
    );
  }
  return (
    <div class="stack-tight">
      <p class="strong" role="status">
        {t('removeSure')}
      </p>
      <div class="row">
        <Button look="danger" busy={remove.busy} onClick={() => void remove.run()}>
          {t('removeYes')}
        </Button>
        <Button look="second" onClick={() => setAsking(false)}>
          {t('cancel')}
        </Button>
      </div>
      {remove.problem && <ProblemNotice problem={remove.problem} />}
    </div>
  );
};

const Item = ({ session, photo, place, last, onCaption, onMove, onRemoved }: ItemProps) => {
  const n = number(place + 1);
  return (
    <li class="report-photo">
      <Picture session={session} photo={photo.id} alt={photo.caption || t('photo', { n })} />
      <div class="stack-tight grow">
        <TextField
          id={`caption-${photo.id}`}
          label={t('caption', { n })}
          optional
          maxLength={longestCaption}
          value={photo.caption}
          onInput={onCaption}
        />
        <div class="row">
          <Button
            look="second"
            disabled={place === 0}
            icon={<ArrowUp class="icon" aria-hidden="true" />}
            aria-label={t('earlier', { n })}
            onClick={() => onMove(-1)}
          >
            {t('up')}
          </Button>
          <Button
            look="second"
            disabled={last}
            icon={<ArrowDown class="icon" aria-hidden="true" />}
            aria-label={t('later', { n })}
            onClick={() => onMove(1)}
          >
            {t('down')}
          </Button>
          <Remove session={session} photo={photo} place={place} onRemoved={onRemoved} />
        </div>
      </div>
    </li>
  );
};

const Sending = ({ upload, onAgain, onDrop }: { upload: Upload; onAgain: () => void; onDrop: () => void }) => {
  const { name, state, problem } = upload;
  if (state === 'scaling' || state === 'sending') return <p role="status">{t(state, { name })}</p>;
  return (
    <Notice tone="warn" title={t(state === 'unreadable' ? 'notPhoto' : 'notSent', { name })} live>
      {problem && <p>{problemSentence(problem.code)}</p>}
      <div class="row">
        {state === 'failed' && <Button onClick={onAgain}>{t('again')}</Button>}
        <Button look="second" onClick={onDrop}>
          {t('drop')}
        </Button>
      </div>
    </Notice>
  );
};

interface Props {
  session: string;
  photos: readonly PhotoDraft[];
  /** Given what stands there then, since several photos may be under way. */
  onChange: (change: (photos: readonly PhotoDraft[]) => PhotoDraft[]) => void;
}

export const Photos = ({ session, photos, onChange }: Props) => {
  const [left, setLeft] = useState(0);
  const { uploads, add, send, drop } = useUploads(session, (id) => onChange((all) => [...all, { id, caption: '' }]));
  const room = mostPhotos - photos.length - uploads.length;
  const choose = (input: HTMLInputElement): void => {
    const chosen = [...(input.files ?? [])];
    // Emptied, so that the same file can be chosen again.
    input.value = '';
    setLeft(Math.max(0, chosen.length - room));
    void add(chosen.slice(0, Math.max(0, room)));
  };
  return (
    <section class="stack" aria-labelledby="foto">
      <h2 id="foto">{t('photos')}</h2>
      <p class="hint">{t('photosHint', { n: mostPhotos })}</p>
      {photos.length === 0 && uploads.length === 0 && <p class="soft">{t('noPhotos')}</p>}
      <ol class="report-photos">
        {photos.map((photo, place) => (
          <Item
            key={photo.id}
            session={session}
            photo={photo}
            place={place}
            last={place === photos.length - 1}
            onCaption={(caption) =>
              onChange((all) => all.map((each) => (each.id === photo.id ? { ...each, caption } : each)))
            }
            onMove={(by) => onChange((all) => moved(all, place, by))}
            onRemoved={() => onChange((all) => all.filter(({ id }) => id !== photo.id))}
          />
        ))}
      </ol>
      {uploads.map((upload) => (
        <Sending key={upload.id} upload={upload} onAgain={() => void send(upload.id)} onDrop={() => drop(upload.id)} />
      ))}
      {left > 0 && <Notice tone="info" title={t('full', { n: left, most: mostPhotos })} live />}
      {room > 0 && (
        <div class="field">
          <label for="tambah-foto">{t('addPhotos')}</label>
          <input
            id="tambah-foto"
            type="file"
            accept="image/*"
            multiple
            onChange={(event) => choose(event.currentTarget)}
          />
        </div>
      )}
    </section>
  );
};
