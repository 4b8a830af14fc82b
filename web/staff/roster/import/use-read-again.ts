/** Reading the same file again, once more is known about it; the file is asked for when this page does not have it any more. */
import { useState } from 'preact/hooks';
import { keptFile } from './kept-files.ts';
import type { ImportShown } from './mapping-draft.ts';
import { type PlanFile, usePlanFile } from './use-plan-file.ts';

export interface ReadAgain {
  plan: PlanFile;
  /** Another sheet, where one is named. */
  start: (sheet?: string) => Promise<void>;
  needsFile: boolean;
  /** Something was explained and is remembered, so that only the file is missing. */
  answered: boolean;
  /** The file that was asked for. */
  give: (file: File) => void;
}

export const useReadAgain = (shown: Pick<ImportShown, 'id' | 'sheet'>): ReadAgain => {
  const plan = usePlanFile();
  const send = (file: File, sheet: string | undefined): Promise<void> =>
    plan.send(file, { sheet, again: sheet === shown.sheet });
  const [asked, setAsked] = useState<{ sheet: string | undefined }>();
  return {
    plan,
    start: async (sheet = shown.sheet) => {
      const file = keptFile(shown.id);
      if (file) await send(file, sheet);
      else setAsked({ sheet });
    },
    needsFile: asked !== undefined,
    answered: asked?.sheet === shown.sheet,
    give: (file) => void send(file, asked?.sheet),
  };
};
