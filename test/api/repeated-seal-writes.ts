/** Repeated writes once a session is closed: its seal, and erasures. */
import type { RepeatStage, SomeRepeats } from '../support/repeated-writes.ts';

export const repeatedSealWrites = ({ once, send }: RepeatStage) =>
  ({
    sealSession: [
      {
        because: 'what is under a head already is under no other',
        until: 'open',
        call: async (s) => {
          await once(s, () => s.move('close'));
          return send('POST', `${s.base}/seal`);
        },
      },
    ],
    eraseInvitation: [
      {
        because: 'the state to reach is in the path, and its time is the first one',
        until: 'open',
        call: async (s) => {
          await once(s, () => s.move('close'));
          return send('POST', `${s.base}/invitations/${s.id('Dinas A')}/erasure`, { reason: 'Atas permintaan' });
        },
      },
    ],
  }) satisfies SomeRepeats;
