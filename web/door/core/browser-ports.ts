/** The ports as the browser has them. */
import { newKey } from '../../shared/api.ts';
import { doorApi } from './door-api.ts';
import { openDoorDb } from './door-db.ts';
import type { DoorPorts } from './ports.ts';

interface Battery extends EventTarget {
  level: number;
}

/** Chromium alone tells; the others leave it unknown. */
const watchBattery = (): (() => number | undefined) => {
  let battery: Battery | undefined;
  const ask = (navigator as { getBattery?: () => Promise<Battery> }).getBattery;
  void ask?.call(navigator).then(
    (found) => {
      battery = found;
    },
    () => undefined,
  );
  return () => battery?.level;
};

const onWake: DoorPorts['onWake'] = (wake) => {
  const seen = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', seen);
  };
};

export const browserPorts = (appVersion: string): DoorPorts => ({
  api: doorApi,
  now: () => Date.now(),
  ticks: () => performance.now(),
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  newNonce: newKey,
  openDb: () => openDoorDb(),
  storage: navigator.storage,
  locks: navigator.locks,
  battery: watchBattery(),
  onWake,
  appVersion,
});
