/** What an attempt writes of one part of the tree before its head: the leaves by run, and their hashes. */

import { outlineOf } from './leaf-text.ts';
import { leafHash } from './merkle-tree.ts';
import { contentIn, identityIn, type SealRecord, sealRecord } from './record.ts';
import { cutAt, runSize } from './seal-rules.ts';
import type { HashPiece, LeafRun } from './seal-store.ts';

export interface SealedPart {
  runs: LeafRun[];
  piece: HashPiece;
}

/** These records as the leaves from `from` on, all of one part; each is written down once, for all that is made of its text. */
export const sealPart = (
  records: readonly SealRecord[],
  { from, attempt, key }: { from: number; attempt: string; key: string },
  randomBytes: (count: number) => Uint8Array,
): SealedPart => {
  const piece: HashPiece = { from, attempt, hashes: [], identities: [], contents: [] };
  const runs = cutAt(runSize, from, from + records.length).map((cut) => {
    const run: LeafRun = { from: cut.from, attempt, texts: [], openings: [] };
    for (const record of records.slice(cut.from - from, cut.to - from)) {
      const outline = outlineOf(record);
      const { text, openings } = sealRecord(outline, randomBytes);
      run.texts.push(text);
      run.openings.push(openings);
      piece.hashes.push(leafHash(text));
      piece.identities.push(identityIn(outline));
      piece.contents.push(contentIn(outline, key));
    }
    return run;
  });
  return { runs, piece };
};
