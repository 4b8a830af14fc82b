/** Closing the page would lose what only this tab holds: the browser asks first. */
import { useEffect } from 'preact/hooks';
import type { Desk } from './desk.ts';

let quiet = false;

/** The way to the sign-in and back keeps the tab, and with it the queue. */
export const leaveQuietly = (): void => {
  quiet = true;
};

export const useLeaveWarning = (desk: Desk): void => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (desk.waiting.peek() && !quiet) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [desk]);
};
