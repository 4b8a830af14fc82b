/**
 * How long a verdict takes, from the decoded text until its colour is on the display: in the browser's own performance log, as
 * `hadir.verdict`, one entry a scan. A line of people feels 150 ms as at once.
 */
const name = 'hadir.verdict';
/** A verdict that has not come within this time keeps nothing waiting. */
const patienceMs = 1_000;
let readAt: number | undefined;

export const markRead = (): void => {
  readAt = performance.now();
};

/** A verdict is on its way to the display: work that can wait should, on a phone with little to spare. */
export const isUnderWay = (): boolean => readAt !== undefined && performance.now() - readAt < patienceMs;

/** To be called when the verdict is in the document; the frame after the next shows it. */
export const markShown = (): void => {
  const start = readAt;
  if (start === undefined) return;
  requestAnimationFrame(() => {
    // A message comes after the frame was painted; a timer may wait longer.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.measure(name, { start, end: performance.now() });
      if (readAt === start) readAt = undefined;
      port1.close();
    };
    port2.postMessage(undefined);
  });
};
