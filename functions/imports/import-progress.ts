/** Parts written and taken back, one call each. What is done is noted on the head after it is done, so a lost call is repeated. */
import { Problem } from '../platform/problem.ts';
import type { UnitStore } from '../roster/unit-store.ts';
import type { ImportHead, PartOutcome } from './import-record.ts';
import { importState } from './import-rules.ts';
import type { ImportStore } from './import-store.ts';
import { takeBackRows, writeRows } from './import-work.ts';

interface Ports {
  imports: ImportStore;
  units: UnitStore;
  now: () => Date;
}

const result = (part: number, { done, skipped }: PartOutcome, head: ImportHead) => ({
  part,
  done,
  skipped: skipped.length,
  state: importState(head),
});

export const makeParts = ({ imports, units, now }: Ports) => {
  /** Why a part can be neither written nor taken back. */
  const refusal = async (regency: string, id: string, part: number): Promise<Problem> => {
    const head = await imports.get(regency, id, now());
    if (!head) return new Problem('IMPORT_UNKNOWN');
    if (!head.sure) return new Problem('IMPORT_UNSURE');
    return new Problem(head.undoing && part < head.parts ? 'IMPORT_UNDOING' : 'IMPORT_UNKNOWN');
  };
  const rowsOf = async (regency: string, head: ImportHead, part: number) => {
    const rows = await imports.rows(regency, head, part);
    if (!rows) throw new Problem('IMPORT_UNKNOWN');
    return rows;
  };

  const undoPart = async (regency: string, head: ImportHead, part: number): Promise<PartOutcome> => {
    const written = await imports.outcome(regency, head, 'WRITE', part);
    return takeBackRows(units, regency, await rowsOf(regency, head, part), written);
  };

  const writePart = async (regency: string, head: ImportHead, part: number): Promise<PartOutcome> => {
    const before = await imports.outcome(regency, head, 'WRITE', part);
    if (before) return before;
    const outcome = await writeRows(units, regency, await rowsOf(regency, head, part));
    return imports.keepOutcome(regency, head, 'WRITE', part, outcome);
  };

  return {
    /** Writes a part; answers the same when it is written already. */
    write: async (regency: string, id: string, part: number) => {
      const begun = await imports.begin(regency, id, part);
      if (!begun) throw await refusal(regency, id, part);
      const outcome = await writePart(regency, begun, part);
      const head = await imports.finish(regency, id, 'WRITE', part);
      if (head) return result(part, outcome, head);
      // Somebody began to take the import back meanwhile, and may have passed over this part before its last unit was written.
      await undoPart(regency, begun, part);
      throw new Problem('IMPORT_UNDOING');
    },

    /** Takes a part back; from the first one on, nothing more is written. Answers the same when it is taken back already. */
    takeBack: async (regency: string, id: string, part: number) => {
      const undoing = await imports.startUndo(regency, id, part);
      if (!undoing) throw await refusal(regency, id, part);
      const before = await imports.outcome(regency, undoing, 'BACK', part);
      const touched = undoing.begun?.has(part) ?? false;
      const outcome = before ?? (touched ? await undoPart(regency, undoing, part) : { done: 0, skipped: [] });
      const kept = before ?? (await imports.keepOutcome(regency, undoing, 'BACK', part, outcome));
      const head = await imports.finish(regency, id, 'BACK', part);
      if (!head) throw new Problem('IMPORT_UNKNOWN');
      return result(part, kept, head);
    },
  };
};
