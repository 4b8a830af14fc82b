/** Photos on their way: made smaller here, sent one after the other, and kept to be sent again where that failed. */
import { useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { type ApiProblem, asApiProblem } from '../../shared/api-problem.ts';
import { scaledPhoto } from '../../shared/scaled-photo.ts';
import { photoLimits } from './draft.ts';

export interface Upload {
  id: string;
  name: string;
  state: 'scaling' | 'sending' | 'failed' | 'unreadable';
  problem?: ApiProblem;
}

const timeoutMs = 60_000;

/** The id names the photo: sending it again is the same photo. */
const newPhotoId = (): string => `p-${crypto.randomUUID()}`;

export const useUploads = (session: string, onSent: (id: string) => void) => {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const files = useRef(new Map<string, Blob>());
  const sent = useRef(onSent);
  sent.current = onSent;

  const change = (id: string, to: Partial<Upload>): void =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));
  const drop = (id: string): void => {
    files.current.delete(id);
    setUploads((all) => all.filter((upload) => upload.id !== id));
  };

  const send = async (id: string): Promise<void> => {
    const file = files.current.get(id);
    if (!file) return;
    change(id, { state: 'scaling' });
    const photo = await scaledPhoto(file, photoLimits);
    if (!photo) return change(id, { state: 'unreadable' });
    change(id, { state: 'sending' });
    try {
      const params = { session, photo: id };
      await api('PUT /api/sessions/:session/report/photos/:photo', { params, body: photo, timeoutMs });
      drop(id);
      sent.current(id);
    } catch (error) {
      change(id, { state: 'failed', problem: asApiProblem(error) });
    }
  };

  /** One after the other: a telephone has memory for one large picture, and the order stays the chosen one. */
  const add = async (chosen: readonly File[]): Promise<void> => {
    const named = chosen.map((file) => ({ id: newPhotoId(), name: file.name, file }));
    for (const { id, file } of named) files.current.set(id, file);
    setUploads((all) => [...all, ...named.map(({ id, name }): Upload => ({ id, name, state: 'scaling' }))]);
    for (const { id } of named) await send(id);
  };

  return { uploads, add, send, drop };
};
