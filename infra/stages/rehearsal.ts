/** The stage that is deployed to an emulator by `npm run rehearse`: production's values, less what the emulator cannot do. */
import { prod } from './prod.ts';
import { leftOut, type Stage } from './stage.ts';

/** `endpoint` is where the emulator answers; `changes` are what a later deployment changes. */
export const rehearsalAt = (endpoint: string, changes: { requestsPerSecond?: number } = {}): Stage => ({
  ...prod,
  ...changes,
  name: 'rehearsal',
  domain: 'hadir-rehearsal.example',
  signInPrefix: 'hadir-rehearsal-example',
  mailFrom: 'undangan@hadir-rehearsal.example',
  emulator: { endpoint, leavesOut: [...leftOut] },
});
