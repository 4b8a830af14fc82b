/** Every awkward roster, by what is awkward in it. */
import { awkwardCells } from './awkward-cells.ts';
import type { AwkwardFile } from './awkward-file.ts';
import { awkwardLayouts } from './awkward-layout.ts';
import { awkwardPeople } from './awkward-people.ts';

export type { Shown } from './awkward-file.ts';

export const awkwardFiles: readonly AwkwardFile[] = [...awkwardLayouts, ...awkwardCells, ...awkwardPeople];
