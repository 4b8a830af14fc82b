/** `npm run bench -- units`: what each action of one session consumed, and the processor time of the app and its client. */
import { round, textTable } from '../bench/figures.ts';
import { type Played, play } from './play.ts';

/** The standard roster (DOMAIN.md, section 4). */
const invited = 470;

export const benchUnits = async (): Promise<Played> => (await play({ invited, answering: 0.5, coming: 0.9 })).played;

export const unitsTable = (played: Played): string => {
  const rows = Object.entries(played).map(([action, { requests, read, write, cpuMs, bytes }]) => [
    action,
    round(requests),
    round(read),
    round(write),
    round(cpuMs),
    Math.round(bytes),
  ]);
  return textTable([['action', 'requests', 'read', 'write', 'cpu ms', 'bytes'], ...rows]);
};
