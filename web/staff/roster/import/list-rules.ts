/** Which earlier imports an organiser wants to see. */
import type { ItemOf } from '../../../shared/api.ts';

export type ImportListed = ItemOf<'GET /api/regencies/:regency/imports'>;

const wroteNothing = ({ state }: ImportListed): boolean => state === 'UNSURE' || state === 'PLANNED';

/**
 * Newest first, as they come. Reading a file again makes a new plan of it: the older ones of the same file that wrote nothing
 * are left out.
 */
export const worthShowing = (imports: readonly ImportListed[]): ImportListed[] => {
  const seen = new Set<string>();
  return imports.filter((each) => {
    const superseded = wroteNothing(each) && seen.has(each.file);
    seen.add(each.file);
    return !superseded;
  });
};

/** Rows that an import would write. */
export const rowsToSave = ({ counts }: Pick<ImportListed, 'counts'>): number =>
  counts.new + counts.moved + counts.replaced + counts.changed;

/** `daftar.xlsx` is handed back as `daftar-catatan.xlsx`. */
export const annotatedName = (file: string): string => {
  const dot = file.lastIndexOf('.');
  return dot > 0 ? `${file.slice(0, dot)}-catatan${file.slice(dot)}` : `${file}-catatan`;
};

/** At most 120 characters, as the API takes a file's name; what is cut is in the middle, so that its ending stays. */
export const shortFileName = (name: string): string =>
  name.length <= 120 ? name : `${name.slice(0, 100)}…${name.slice(-19)}`;
