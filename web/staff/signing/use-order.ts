/** The arranged order as it is read, changed and written on the version that was read. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { type Action, useAction, useLoad } from '../../shared/use-load.ts';
import { isSame } from './order-rules.ts';

type Saved = Answer<'GET /api/sessions/:session/signing-order'>;

export interface Order {
  /** As it would be saved. */
  draft: readonly string[];
  changed: boolean;
  set: (order: readonly string[]) => void;
  /** What somebody else saved since, while a change of one's own is under way. */
  theirs: readonly string[] | undefined;
  saved: boolean;
  save: Action<[]>;
  /** Back to what is saved. */
  discard: () => void;
}

export const useOrder = (session: string, onSaved: () => void) => {
  const loaded = useLoad(session, (signal) =>
    api('GET /api/sessions/:session/signing-order', { params: { session }, signal }),
  );
  const [known, setKnown] = useState<Saved>();
  const [draft, setDraft] = useState<readonly string[]>();
  const [theirs, setTheirs] = useState<readonly string[]>();
  const [saved, setSaved] = useState(false);
  const base = known ?? loaded.data;
  const set = (order: readonly string[] | undefined): void => {
    setSaved(false);
    setDraft(order);
  };
  const save = useAction(async () => {
    if (!base || !draft) return;
    const params = { session };
    try {
      const body = { version: base.version, order: [...draft] };
      setKnown(await api('PUT /api/sessions/:session/signing-order', { params, body }));
    } catch (error) {
      if ((error as { code?: string }).code !== 'SIGNING_ORDER_CHANGED') throw error;
      // Read anew, so that the next try is a change of what is saved now; the own arrangement stays on the screen.
      const now = await api('GET /api/sessions/:session/signing-order', { params });
      setKnown(now);
      if (!isSame(now.order, draft)) return setTheirs(now.order);
    }
    setDraft(undefined);
    setTheirs(undefined);
    setSaved(true);
    onSaved();
  });
  const order: Order | undefined = base && {
    draft: draft ?? base.order,
    changed: draft !== undefined && !isSame(draft, base.order),
    set,
    theirs,
    saved,
    save,
    discard: () => {
      save.forget();
      setTheirs(undefined);
      set(undefined);
      onSaved();
    },
  };
  return { loaded, order };
};
