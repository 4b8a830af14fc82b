/** What an import holds, in one sentence's worth of words. */
import type { ImportRowStatus } from '../../../../functions/imports/import-schema.ts';
import { number } from '../../../shared/format.ts';
import type { ImportListed } from './list-rules.ts';
import { countOf } from './plan-texts.ts';

type Counts = ImportListed['counts'];

export const counted = (counts: Counts): [status: ImportRowStatus, count: number][] => [
  ['NEW', counts.new],
  ['MOVED', counts.moved],
  ['REPLACED', counts.replaced],
  ['CHANGED', counts.changed],
  ['SAME', counts.same],
  ['ERROR', counts.error],
];

/** `412 baru, 3 pindah wilayah, 2 salah`; what there is none of is not said. */
export const countsInWords = (counts: Counts): string =>
  counted(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => countOf(status, number(count)))
    .join(', ');
