/** The table's state: whose turn it is, who was skipped, what was recorded last. */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import type { Recorded } from './confirmation.tsx';
import { type As, skip, type Turn, upcoming } from './turn.ts';

type Queue = Answer<'GET /api/sessions/:session/signing-queue'>;

/** Several tables work on one queue, and people come in at the doors meanwhile. */
const pollMs = 10_000;

export const useWaiting = (session: string): Loaded<Queue> =>
  useLoad(
    session,
    (signal) =>
      api('GET /api/sessions/:session/signing-queue', {
        params: { session },
        query: { waiting: 'yes', limit: 200 },
        signal,
      }),
    pollMs,
  );

export interface Table {
  as: As;
  /** Whose turn it is; it stays theirs whatever the queue says meanwhile. */
  turn: Turn | undefined;
  /** Those after them. */
  ahead: Turn[];
  skipped: readonly string[];
  /** The queue no longer has the one whose turn it is. */
  gone: boolean;
  recorded: Recorded | undefined;
  setAs: (as: As) => void;
  call: (turn: Turn) => void;
  /** Back to whoever is next in the queue, or, in the other modes, to the search. */
  letGo: () => void;
  skip: (() => void) | undefined;
  signed: (recorded: Recorded) => void;
  goOn: () => void;
}

export const useTable = (queue: Queue, reload: () => void): Table => {
  const [as, setAs] = useState<As>('signer');
  const [called, setCalled] = useState<{ turn: Turn; queued: boolean }>();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [recorded, setRecorded] = useState<Recorded>();
  // Until the queue has been read again it still has whoever has just signed.
  const [settled, setSettled] = useState<{ id: string; in: Queue }>();
  const waiting = queue.items.filter(({ invitation }) => !(settled?.in === queue && settled.id === invitation));
  const round = upcoming(waiting, skipped);
  const first = as === 'signer' && !recorded ? round[0] : undefined;
  const turn = called?.turn ?? first;
  const id = turn?.invitation;
  // Pinned as soon as it is shown: nobody is exchanged under the finger of whoever is signing.
  useEffect(() => {
    if (!called && first) setCalled({ turn: first, queued: true });
  }, [called, first]);
  return {
    as,
    turn,
    ahead: round.filter(({ invitation }) => invitation !== id),
    skipped,
    gone: called?.queued === true && !waiting.some(({ invitation }) => invitation === id),
    recorded,
    setAs: (next) => {
      setAs(next);
      setCalled(undefined);
      setRecorded(undefined);
    },
    call: (next) => {
      setRecorded(undefined);
      setCalled({ turn: next, queued: queue.items.some(({ invitation }) => invitation === next.invitation) });
    },
    letGo: () => setCalled(undefined),
    skip:
      as === 'signer' && id !== undefined
        ? () => {
            setSkipped(skip(skipped, id));
            setCalled(undefined);
          }
        : undefined,
    signed: (next) => {
      setRecorded(next);
      setCalled(undefined);
      setSkipped(skipped.filter((each) => each !== next.turn.invitation));
      if (next.as === 'signer') setSettled({ id: next.turn.invitation, in: queue });
      reload();
    },
    goOn: () => setRecorded(undefined),
  };
};
