/** What the courier goes out for, on the door's state. */
import { batch } from '@preact/signals';
import { asApiProblem } from '../../shared/api-problem.ts';
import type { Errands } from './courier.ts';
import type { Change } from './door-db.ts';
import type { DoorState } from './door-state.ts';
import { readContact, readPage } from './readable.ts';
import { makeSender } from './sender.ts';

const lookEveryMs = 60_000;

export const makeErrands = (state: DoorState): Errands => {
  const { as, ports, db, list, logs, outbox, letters, offset, link, session, cutOffAt } = state;
  const { credential } = as;
  const sender = makeSender({ ports, credential, outbox, logs, list, db, context: state.context });
  let lastLook = Number.NEGATIVE_INFINITY;

  const sendAll = async (): Promise<'idle' | 'stuck'> => {
    for (;;) {
      const sent = await sender.send();
      if (sent !== 'more') return sent;
      link.worked();
    }
  };

  const keepHeard = (): void => {
    const changes: Change[] = [
      { in: 'meta', put: session.peek(), key: 'session' },
      { in: 'meta', put: offset.current(), key: 'offset' },
    ];
    void db.write(changes).catch(() => undefined);
  };

  const erase = (): void => {
    const names: Change[] = [
      { in: 'keys', remove: 'list' },
      { in: 'list', clear: true },
      { in: 'meta', remove: 'list' },
    ];
    void db.write(names, 'strict').catch(() => undefined);
  };

  return {
    contact: async () => {
      const battery = ports.battery();
      const clockOffsetMs = offset.current();
      const listAsOf = list.asOf();
      const answer = await ports.api.contact(credential, {
        sentAt: new Date(ports.now()).toISOString(),
        unsent: state.unsent.peek(),
        ...(battery !== undefined && { battery }),
        ...(clockOffsetMs !== undefined && { clockOffsetMs }),
        ...(listAsOf !== undefined && { listAsOf }),
        appVersion: ports.appVersion,
      });
      return readContact(credential.session)(answer);
    },
    heard: ({ receivedAt, answeredAt, session: told }, sent, received) => {
      offset.learn({ sent, received, there: Date.parse(receivedAt), back: Date.parse(answeredAt) });
      if (JSON.stringify(told) !== JSON.stringify(session.peek())) session.value = told;
      keepHeard();
    },
    flush: async () => {
      const sent = await sendAll();
      await letters.send();
      return sent;
    },
    refreshList: async (inTime) => {
      try {
        await list.refresh(async (query) => readPage(await inTime(ports.api.listPage(credential, query))));
      } catch (error) {
        if (asApiProblem(error).code !== 'SESSION_WRONG_STATE') throw error;
        // Cancelled, or over for so long that no door may hold its names any more. What is unsent goes on being sent.
        list.forget();
        erase();
      }
    },
    listSize: list.size,
    hasList: () => list.asOf() !== undefined,
    cutOff: () => {
      batch(() => {
        // The key first: whatever goes wrong after this, the names are gone.
        list.forget();
        erase();
        const at = new Date(state.serverNow()).toISOString();
        cutOffAt.value = at;
        // Should the storage refuse this, the next start is told the same by the server.
        void db.write([{ in: 'meta', put: at, key: 'cutOffAt' }], 'strict').catch(() => undefined);
      });
    },
    tidy: () => {
      if (ports.ticks() - lastLook < lookEveryMs) return;
      lastLook = ports.ticks();
      void db.look();
    },
  };
};
