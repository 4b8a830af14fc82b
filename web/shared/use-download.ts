/** Fetching a file and handing it over, with its states. */
import { useState } from 'preact/hooks';
import { downloadBlob } from './download.ts';
import { type Action, useAction } from './use-load.ts';

export interface Download extends Action<[]> {
  /** The last wish was granted; no longer so while the next one is under way. */
  done: boolean;
}

export const useDownload = (load: () => Promise<Blob>, name: string): Download => {
  const [done, setDone] = useState(false);
  const action = useAction(async () => {
    setDone(false);
    downloadBlob(await load(), name);
    setDone(true);
  });
  return { ...action, done };
};
