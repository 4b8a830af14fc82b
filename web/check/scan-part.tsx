/** The QR of a document by camera, or in a photo; the door's own camera and decoder, loaded when they are asked for. */
import { useCallback, useState } from 'preact/hooks';
import { makeDecoder } from '../door/scanner/decoder.ts';
import { faultTitle, faultTodo } from '../door/scanner/texts.ts';
import { useCamera } from '../door/scanner/use-camera.ts';
import { Field } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { codeInText } from './code.ts';
import { t } from './texts.ts';

interface Props {
  onCode: (code: string) => void;
}

/** Larger photos say nothing more of a code that fills a part of them, and cost a cheap phone seconds. */
const longestSide = 1600;

const pixelsOf = async (file: Blob): Promise<ImageData | undefined> => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return pen?.getImageData(0, 0, canvas.width, canvas.height);
};

const textsIn = async (file: Blob): Promise<string[]> => {
  const image = await pixelsOf(file);
  const decoder = makeDecoder();
  try {
    await decoder.ready;
    return image ? await decoder.decode(image) : [];
  } finally {
    decoder.stop();
  }
};

type PhotoState = 'reading' | 'empty' | 'failed';
const sentences: Record<PhotoState, () => string> = {
  reading: () => t('photoReading'),
  empty: () => t('photoEmpty'),
  failed: () => t('photoFailed'),
};

const PhotoField = ({ onCode }: Props) => {
  const [state, setState] = useState<PhotoState>();
  const read = async (file: Blob | undefined): Promise<void> => {
    if (!file) return;
    setState('reading');
    try {
      const code = (await textsIn(file)).map(codeInText).find(Boolean);
      if (code) onCode(code);
      else setState('empty');
    } catch {
      setState('failed');
    }
  };
  const error = state && state !== 'reading' ? sentences[state]() : undefined;
  return (
    <Field id="foto" label={t('photo')} hint={t('photoHint')} error={error}>
      {(control) => (
        <>
          <input
            {...control}
            type="file"
            accept="image/*"
            onChange={(event) => {
              const field = event.currentTarget;
              void read(field.files?.[0]);
            }}
          />
          <p role="status" class="small soft">
            {state === 'reading' && sentences.reading()}
          </p>
        </>
      )}
    </Field>
  );
};

const CameraView = ({ onCode }: Props) => {
  const [foreign, setForeign] = useState(false);
  const onText = useCallback(
    (text: string): boolean => {
      const code = codeInText(text);
      setForeign(!code);
      if (code) onCode(code);
      return true;
    },
    [onCode],
  );
  const { video, state } = useCamera(onText);
  const faulty = state.status === 'faulty';
  return (
    <>
      {faulty && (
        <Notice tone="warn" title={faultTitle(state.fault)} live>
          <p>
            {faultTodo(state.fault)} {t('otherwise')}
          </p>
        </Notice>
      )}
      <div class="finder" hidden={faulty}>
        <video ref={video} playsInline muted aria-label={t('camera')} />
        <p>{state.status === 'starting' ? t('starting') : t('aim')}</p>
      </div>
      {foreign && (
        <Notice tone="warn" live>
          <p>{t('notOurs')}</p>
        </Notice>
      )}
    </>
  );
};

export const ScanPart = ({ onCode }: Props) => (
  <div class="stack">
    <CameraView onCode={onCode} />
    <PhotoField onCode={onCode} />
  </div>
);
