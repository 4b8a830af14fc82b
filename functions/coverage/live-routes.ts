/** A session while it runs. Long polling: the request is held until something changes, so pages follow the doors without asking anew. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { regions } from '../regions/regions.ts';
import { getLive } from './coverage-endpoints.ts';
import { shareLooks } from './live-look.ts';
import { type LiveSource, markOf, showLive } from './live-rules.ts';
import { watch } from './live-watch.ts';
import { makeRecompute } from './recompute.ts';

/**
 * How long a page waits before it asks again where nothing is held. What a door sends is to be on every open page within five seconds. In
 * AWS, at the worst: 2.0 s in the stream's window and 0.4 s to compute (830 invitations); then these 2.0 s and the answer, 0.15 s, or where it is
 * held 1.0 s to the next look and as much before a page asks for the rest (use-reload-on.ts); 0.3 s for the last two answers. That is 4.85 s,
 * held 4.7; use-live.test.ts goes through it.
 */
export const unheldAskAgainMs = 2000;

/** So many questions are held at a time by a process; whoever else asks is answered at once. In AWS a process has one request at a time. */
const mostHeld = 200;

export const liveRoutes = ({ stores, now: clock, live: { holdMs, pollMs } }: Deps): Route[] => {
  const recompute = makeRecompute({ ...stores, now: clock });

  /** Strongly: an older record after a newer one would be news, and take back what a page shows already. */
  const look = async (session: string): Promise<LiveSource> => {
    const [stored, doors] = await Promise.all([
      stores.coverage.get(session, { consistent: true }),
      stores.doors.all(session, { consistent: true }),
    ]);
    const record = stored ?? (await recompute(session));
    if (!record) throw new Problem('SESSION_UNKNOWN');
    return { record, doors };
  };

  const now = () => performance.now();
  /** Those that are held meanwhile share one: a record of 11,000 invitations takes 17 ms to read and parse. */
  const lookAgain = shareLooks(look, pollMs / 2, now);
  let held = 0;

  return [
    route(getLive, async ({ params, query: { seen } }, { signal }) => {
      const holds = holdMs > 0 && held < mostHeld;
      held += 1;
      // The first look is its own: a page may have seen newer figures in another process.
      let next = look;
      try {
        const found = await watch({
          look: async () => {
            const source = await next(params.session);
            next = lookAgain;
            return { source, mark: markOf(source, clock()) };
          },
          isNews: ({ mark }) => mark !== seen,
          // Whoever has seen nothing yet is answered at once.
          holdMs: holds && seen !== undefined ? holdMs : 0,
          pollMs,
          now,
          wait: (milliseconds) => pause(milliseconds, undefined, { signal }).catch(() => {}),
          gone: () => signal.aborted,
        });
        const live = found ? showLive(found.source, clock(), (code) => regions.nameOf(code)) : null;
        const mark = found?.mark ?? seen ?? '';
        return { status: 200, body: { mark, askAgainMs: holds ? 0 : unheldAskAgainMs, live } };
      } finally {
        held -= 1;
      }
    }),
  ];
};
