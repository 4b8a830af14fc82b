/** A regency as it is registered now. @throws Problem REGENCY_UNKNOWN */
import { Problem } from '../platform/problem.ts';
import type { Regency } from './regency-schema.ts';
import type { RegencyStore } from './regency-store.ts';

export const findRegency = async (regencies: Pick<RegencyStore, 'get'>, code: string): Promise<Regency> => {
  const regency = await regencies.get(code);
  if (!regency) throw new Problem('REGENCY_UNKNOWN');
  return regency;
};
