import { api } from '../../shared/api.ts';
import { useStaff } from '../frame/staff.ts';
import { PaperActions, pdfTimeoutMs } from './paper-actions.tsx';
import type { Place, RegencyCoverage } from './place.ts';
import { regencyShare } from './share-content.ts';

/** Of the regent's page; the paper is of the same period. */
export const RegentActions = ({ coverage, place }: { coverage: RegencyCoverage; place: Place }) => {
  const { role } = useStaff();
  const load = () =>
    api('GET /api/regencies/:regency/documents/coverage.pdf', {
      params: { regency: place.regency },
      query: place.period,
      timeoutMs: pdfTimeoutMs,
    });
  // Neither door staff nor the nation may have it.
  const may = role !== 'operator' && role !== 'nation';
  return (
    <PaperActions
      share={() => regencyShare(coverage, place)}
      pdf={may ? { load, name: `cakupan-${place.regency}.pdf` } : undefined}
    />
  );
};
