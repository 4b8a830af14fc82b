/**
 * Asking the server for what a code stands for. By hand, not by the client of the other pages: that brings the sentence of every problem of
 * the product, 5 kB of which this page would say three.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CheckView } from './check-steps.ts';

export type Asked =
  | { is: 'loading' }
  | { is: 'answered'; view: CheckView }
  /** No code of this system. */
  | { is: 'unknown' }
  /** The server was not reached, or could not say. */
  | { is: 'failed'; reached: boolean };

const timeoutMs = 20_000;

const read = async (response: Response): Promise<Asked> => {
  const body: unknown = await response.json();
  if (response.ok) return { is: 'answered', view: body as CheckView };
  const { code } = body as { code?: unknown };
  return code === 'CHECK_CODE_INVALID' ? { is: 'unknown' } : { is: 'failed', reached: true };
};

const ask = async (code: string, signal: AbortSignal): Promise<Asked> => {
  const response = await fetch(`/api/v/${code}`, { signal, cache: 'no-store' }).catch(() => undefined);
  if (!response) return { is: 'failed', reached: false };
  return read(response).catch(() => ({ is: 'failed', reached: true }) as const);
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
