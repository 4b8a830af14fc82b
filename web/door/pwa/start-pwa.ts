/**
 * Installs the service worker that keeps the door's pages on this device, and learns of new versions. A new version waits until
 * the operator asks for it: nothing here reloads a door in the middle of a queue.
 */
import { signal } from '@preact/signals';

const hourMs = 60 * 60_000;

/** A newer version is whole on this device and waits. */
export const updateReady = signal(false);

let registration: ServiceWorkerRegistration | undefined;
let asked = false;

const lookAt = (worker: ServiceWorker | null): void => {
  worker?.addEventListener('statechange', () => {
    // Without a controller this was the first installation, which replaces nothing.
    if (worker.state === 'installed' && navigator.serviceWorker.controller) updateReady.value = true;
  });
};

/** An installed door stays open for days, and the browser itself looks for a new version at navigations only. */
const lookForUpdates = (found: ServiceWorkerRegistration): void => {
  const look = (): void => {
    if (document.visibilityState === 'visible') found.update().catch(() => undefined);
  };
  setInterval(look, hourMs);
  addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
};

const register = async (): Promise<void> => {
  const container = navigator.serviceWorker;
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (asked) return location.reload();
    // Another tab took the new version: this one still runs the old one, whose files are gone.
    if (controlled) updateReady.value = true;
    controlled = true;
  });
  const found = await container.register('/sw.js', { scope: '/pintu/', updateViaCache: 'none' });
  registration = found;
  if (found.waiting && container.controller) updateReady.value = true;
  lookAt(found.installing);
  found.addEventListener('updatefound', () => lookAt(found.installing));
  lookForUpdates(found);
};

/** Call once, at the start. Does nothing over plain http on a network, where browsers have no service workers. */
export const startPwa = (): void => {
  // The address without its slash lies outside the worker's scope.
  if (location.pathname === '/pintu') history.replaceState(null, '', `/pintu/${location.search}${location.hash}`);
  if (!isSecureContext || !('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  // After the page's own first files: a cheap phone shows the door before it stores it.
  const start = (): void => void register().catch(() => undefined);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
};

/** Puts the waiting version in place and reloads once it is. */
export const takeUpdate = (): void => {
  asked = true;
  const waiting = registration?.waiting;
  if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' });
  else location.reload();
};
