/**
 * The files of this visit by their imports: a file is sent again after its columns or spellings were explained. Kept in the
 * page's memory only, so a reload forgets them and the page asks for the file again.
 */
interface Kept {
  file: File;
  /** It was read for the second time or more, after somebody explained something. */
  again: boolean;
}
const files = new Map<string, Kept>();

export const keepFile = (importId: string, kept: Kept): void => {
  files.set(importId, kept);
};

export const keptFile = (importId: string): File | undefined => files.get(importId)?.file;
export const wasReadAgain = (importId: string): boolean => files.get(importId)?.again ?? false;
