/** A regency as its papers show it: its settings, and the emblem within the letterhead. */
import { Problem } from '../platform/problem.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import type { RegencyStore } from '../regencies/regency-store.ts';
import type { Letterhead } from './letterhead.ts';

export type RegencyOnPaper = Pick<Regency, 'name' | 'labels'> & { letterhead: Letterhead };

type Ports = Pick<RegencyStore, 'get' | 'emblem'>;
type Found = Regency & RegencyOnPaper;

export const findRegencyOnPaper = async (regencies: Ports, code: string): Promise<Found | undefined> => {
  const [regency, emblem] = await Promise.all([regencies.get(code), regencies.emblem(code)]);
  return regency && { ...regency, letterhead: { ...regency.letterhead, ...(emblem && { emblem }) } };
};

/** Throws REGENCY_UNKNOWN where it is not registered. */
export const regencyOnPaper = async (regencies: Ports, code: string): Promise<Found> => {
  const found = await findRegencyOnPaper(regencies, code);
  if (!found) throw new Problem('REGENCY_UNKNOWN');
  return found;
};
