/** Recomputes the totals of regencies and then of their provinces: idempotent; for the stream, the laptop and a regency that registers. */
import { sideBySide } from '../platform/side-by-side.ts';
import type { RegencyStore } from '../regencies/regency-store.ts';
import type { CoverageStore } from './coverage-store.ts';
import { provinceTotals, regencyTotals } from './totals-rules.ts';
import type { TotalsStore } from './totals-store.ts';

export interface TotalsPorts {
  regencies: Pick<RegencyStore, 'get' | 'all'>;
  coverage: Pick<CoverageStore, 'all'>;
  totals: Pick<TotalsStore, 'replaceRegency' | 'replaceProvince' | 'ofProvince'>;
  now: () => Date;
}

/** Fails with the first of what failed, after everything else was done. */
export type RecomputeTotals = (regencies: readonly string[]) => Promise<void>;

/** Regencies at a time; each is one Query of its coverage and one write. */
const width = 4;

export const provinceOf = (regency: string): string => regency.slice(0, 2);

/**
 * Reads strongly, so that it sees every coverage record written before it began. Each regency and then each province is made once: those of
 * one province would else write its row against each other. Of a regency that is not registered nothing is kept: its sessions' zone is
 * nobody's.
 */
export const makeRecomputeTotals = ({ regencies, coverage, totals, now }: TotalsPorts): RecomputeTotals => {
  const ofRegency = (code: string): Promise<void> =>
    totals.replaceRegency(code, async () => {
      const asOf = now().toISOString();
      const regency = await regencies.get(code, { consistent: true });
      return regency && regencyTotals(regency, await coverage.all(code, { consistent: true }), asOf);
    });
  const ofProvince = (province: string): Promise<void> =>
    totals.replaceProvince(province, async () => {
      const asOf = now().toISOString();
      const rows = await totals.ofProvince(province, { consistent: true });
      const tenants = await regencies.all(province, { consistent: true });
      return provinceTotals(
        province,
        rows,
        tenants.map((tenant) => tenant.code),
        asOf,
      );
    });
  return async (codes) => {
    const failures: unknown[] = [];
    const each = (all: readonly string[], work: (code: string) => Promise<void>) =>
      sideBySide([...new Set(all)], width, (code) => work(code).catch((error: unknown) => void failures.push(error)));
    await each(codes, ofRegency);
    await each(codes.map(provinceOf), ofProvince);
    if (failures.length > 0) throw failures[0];
  };
};
