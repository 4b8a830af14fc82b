/** What a rehearsal did, with times: to the terminal as it happens, and to a file that is kept. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Transcript {
  say: (line: string) => void;
  /** Does a step and tells how long it took; what it answers is told beside it. A failure is told and thrown on. */
  step: <T>(what: string, work: () => Promise<T>, tell?: (result: T) => string) => Promise<T>;
  /** A part of the product that this machine or the emulator cannot rehearse, and why. */
  notRehearsed: (what: string, why: string) => void;
  end: () => Promise<void>;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

export const openTranscript = (file: string, now: () => number): Transcript => {
  mkdirSync(dirname(file), { recursive: true });
  const kept = createWriteStream(file);
  const began = now();
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
    kept.write(`${line}\n`);
  };
  const at = (): string => seconds(now() - began).padStart(8);
  say(`${new Date(began).toISOString()} rehearsal`);
  return {
    say,
    step: async (what, work, tell = () => '') => {
      const start = now();
      try {
        const result = await work();
        const told = tell(result);
        say(`${at()}  ok       ${what}${told && `: ${told}`} (${seconds(now() - start)})`);
        return result;
      } catch (error) {
        say(`${at()}  FAILED   ${what} (${seconds(now() - start)})`);
        throw error;
      }
    },
    notRehearsed: (what, why) => say(`${at()}  skipped  ${what}: ${why}`),
    end: () => new Promise((resolve) => kept.end(resolve)),
  };
};
