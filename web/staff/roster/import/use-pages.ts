/** A list that is read page by page as the reader asks for more; a new key starts it afresh. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiProblem, asApiProblem } from '../../../shared/api-problem.ts';

interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface Pages<Item> {
  items: readonly Item[] | undefined;
  /** Whether there is more to ask for. */
  more: boolean;
  busy: boolean;
  problem: ApiProblem | undefined;
  load: () => void;
}

interface State<Item> {
  key: string;
  items?: Item[];
  next: string | null;
  busy: boolean;
  problem?: ApiProblem;
}

export const usePages = <Item>(
  key: string,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
): Pages<Item> => {
  const [state, setState] = useState<State<Item>>({ key, next: null, busy: true });
  const reader = useRef(read);
  reader.current = read;
  const abort = useRef<AbortController>();

  const ask = async (before: State<Item>): Promise<void> => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const { problem: _, ...kept } = before;
    setState({ ...kept, busy: true });
    try {
      const page = await reader.current(before.next ?? undefined, controller.signal);
      if (controller.signal.aborted) return;
      setState({ key: before.key, items: [...(before.items ?? []), ...page.items], next: page.next, busy: false });
    } catch (error) {
      if (!controller.signal.aborted) setState({ ...kept, busy: false, problem: asApiProblem(error) });
    }
  };
  useEffect(() => {
    void ask({ key, next: null, busy: true });
    return () => abort.current?.abort();
  }, [key]);

  const current = state.key === key ? state : { key, next: null, busy: true };
  return {
    items: current.items,
    more: current.next !== null,
    busy: current.busy,
    problem: current.problem,
    load: () => {
      if (!current.busy) void ask(current);
    },
  };
};
