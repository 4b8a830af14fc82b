/** The delegate's letter, photographed: never needed, kept on this device until it is sent. */
import { Camera } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Door, LogEntry } from '../core/door.ts';
import { letterPhoto } from './letter-photo.ts';
import { t } from './texts.ts';

type Trouble = 'photoUnreadable' | 'photoNotSaved';

const attach = async (door: Door, nonce: string, file: Blob): Promise<Trouble | undefined> => {
  const jpeg = await letterPhoto(file);
  if (!jpeg) return 'photoUnreadable';
  return (await door.attachLetter(nonce, jpeg)) ? undefined : 'photoNotSaved';
};

export const LetterField = ({ door, entry }: { door: Door; entry: LogEntry }) => {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const take = async (file: Blob | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setTrouble(await attach(door, entry.nonce, file));
    setBusy(false);
  };
  return (
    <div class="stack-tight">
      <label class="button second wide file-button" aria-busy={busy ? 'true' : undefined}>
        <Camera class="icon" aria-hidden="true" />
        <span>{busy ? t('photoBusy') : t(entry.letter ? 'retakePhoto' : 'takePhoto')}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            // The same photo may be chosen again after a failure.
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="small soft" role="status">
        {entry.letter && !trouble && t(entry.letter === 'sent' ? 'photoSent' : 'photoSaved')}
      </p>
      {trouble && (
        <Notice tone="warn" live>
          <p>{t(trouble)}</p>
        </Notice>
      )}
    </div>
  );
};
