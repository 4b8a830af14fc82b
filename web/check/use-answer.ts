/**
 * Asking the server for what a code stands for. By hand, not by the client of the other pages: that brings the sentence of every problem of
 * the product, 5 kB of which this page would say three.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CheckView, KeyList } from './check-steps.ts';

export type Asked =
  | { is: 'loading' }
  | { is: 'answered'; view: CheckView; keys: KeyList }
  /** No code of this system. */
  | { is: 'unknown' }
  /** The server was not reached, or could not say. */
  | { is: 'failed'; reached: boolean };

const timeoutMs = 20_000;

const get = (path: string, signal: AbortSignal): Promise<Response | undefined> =>
  fetch(path, { signal, cache: 'no-store' }).catch(() => undefined);

const keysIn = async (response: Response | undefined): Promise<KeyList> => {
  const { keys } = (response?.ok ? await response.json() : {}) as { keys?: KeyList };
  return Array.isArray(keys) ? keys : undefined;
};

const read = async (response: Response, list: Response | undefined): Promise<Asked> => {
  const body: unknown = await response.json();
  if (response.ok) return { is: 'answered', view: body as CheckView, keys: await keysIn(list).catch(() => undefined) };
  const { code } = body as { code?: unknown };
  return code === 'CHECK_CODE_INVALID' ? { is: 'unknown' } : { is: 'failed', reached: true };
};

const ask = async (code: string, signal: AbortSignal): Promise<Asked> => {
  const [response, list] = await Promise.all([get(`/api/v/${code}`, signal), get('/api/seal-keys', signal)]);
  if (!response) return { is: 'failed', reached: false };
  return read(response, list).catch(() => ({ is: 'failed', reached: true }) as const);
};

export const useAnswer = (code: string): { asked: Asked; again: () => void } => {
  const [asked, setAsked] = useState<Asked>({ is: 'loading' });
  const [turn, setTurn] = useState(0);
  // `turn` asks again for the same code.
  useEffect(() => {
    const abort = new AbortController();
    let gone = false;
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    setAsked({ is: 'loading' });
    void ask(code, abort.signal).then((answer) => {
      clearTimeout(timer);
      if (!gone) setAsked(answer);
    });
    return () => {
      gone = true;
      abort.abort();
    };
  }, [code, turn]);
  return { asked, again: useCallback(() => setTurn((before) => before + 1), []) };
};
