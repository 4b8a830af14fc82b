/** What the courier goes out for, on the door's state. */
import { batch } from '@preact/signals';
import type { Errands } from './courier.ts';
import type { Change } from './door-db.ts';
import type { DoorState } from './door-state.ts';
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

  return {
    contact: () => {
      const battery = ports.battery();
      const clockOffsetMs = offset.current();
      const listAsOf = list.asOf();
      return ports.api.contact(credential, {
        sentAt: new Date(ports.now()).toISOString(),
        unsent: state.unsent.peek(),
        ...(battery !== undefined && { battery }),
        ...(clockOffsetMs !== undefined && { clockOffsetMs }),
        ...(listAsOf !== undefined && { listAsOf }),
        appVersion: ports.appVersion,
      });
    },
    heard: ({ receivedAt, answeredAt, session: told }, sent, received) => {
      offset.learn({ sent, received, there: Date.parse(receivedAt), back: Date.parse(answeredAt) });
      if (JSON.stringify(told) !== JSON.stringify(session.peek())) session.value = told;
      keepHeard();
    },
    flush: async () => {
      link.sending(state.unsent.peek() > 0);
      try {
        const sent = await sendAll();
        await letters.send();
        return sent;
      } finally {
        link.sending(false);
      }
    },
    refreshList: (inTime) => list.refresh((query) => inTime(ports.api.listPage(credential, query))),
    listSize: list.size,
    hasList: () => list.asOf() !== undefined,
    cutOff: () => {
      const at = new Date(state.serverNow()).toISOString();
      batch(() => {
        list.forget();
        cutOffAt.value = at;
      });
      const changes: Change[] = [
        { in: 'keys', remove: 'list' },
        { in: 'list', clear: true },
        { in: 'meta', remove: 'list' },
        { in: 'meta', put: at, key: 'cutOffAt' },
      ];
      // Should the storage refuse this, the next start is told the same by the server.
      void db.write(changes, 'strict').catch(() => undefined);
    },
    tidy: () => {
      if (ports.ticks() - lastLook < lookEveryMs) return;
      lastLook = ports.ticks();
      void db.look();
    },
  };
};
