/** A paper in several files as one job: part after part, stopped and gone on with at will, also after a failure or a reload of the tab. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiProblem, asApiProblem } from '../../shared/api-problem.ts';
import { keptInTab } from '../frame/kept-in-tab.ts';

interface Progress {
  parts: number;
  /** How many files, from the first one on, are downloaded. */
  done: number;
}

const isWhole = ({ parts, done }: Progress): boolean => Number.isInteger(done) && done > 0 && done < parts;
const tab = keptInTab<Progress>('papers', isWhole);

/** Of another number of parts than now it is another paper. */
export const keptProgress = (id: string, parts: number): number => {
  const kept = tab.load(id);
  return kept?.parts === parts ? kept.done : 0;
};

/** What the job needs: one file taken and handed to the browser; false where there is none any more. */
export type TakePart = (part: number, signal: AbortSignal) => Promise<boolean>;

/** Takes the parts after `done`, telling each; answers how many are done, and whether that is all. */
export const takeParts = async (
  { parts, done, take, signal }: Progress & { take: TakePart; signal: AbortSignal },
  onDone: (done: number) => void,
): Promise<boolean> => {
  for (let part = done + 1; part <= parts; part += 1) {
    if (signal.aborted) return false;
    // The list became shorter since it was counted: what there is has been downloaded.
    if (!(await take(part, signal))) return true;
    onDone(part);
  }
  return true;
};

export interface Job {
  /** The part that is being made now. */
  busy: number | undefined;
  /** Of a job that is under way, was stopped, or failed; 0 before the first part and once all are there. */
  done: number;
  finished: boolean;
  problem: ApiProblem | undefined;
  /** Goes on after what is done. */
  start: () => void;
  /** From the first part on. */
  startAnew: () => void;
  stop: () => void;
}

/** `id` names the job in this tab. */
export const useJob = (id: string, parts: number, take: TakePart): Job => {
  const [done, setDone] = useState(() => keptProgress(id, parts));
  const [busy, setBusy] = useState<number>();
  const [finished, setFinished] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const under = useRef<AbortController>();
  const latest = useRef(take);
  latest.current = take;
  // Nobody would see its progress, and whoever came back would press "go on" beside it. A single file is handed over all the same.
  useEffect(
    () => () => {
      if (parts > 1) under.current?.abort();
    },
    [parts],
  );

  const run = useCallback(
    async (from: number): Promise<void> => {
      // A second tap while the first is under way is the same wish.
      if (under.current) return;
      const abort = new AbortController();
      under.current = abort;
      setProblem(undefined);
      setFinished(false);
      setDone(from);
      setBusy(from + 1);
      try {
        const all = await takeParts({ parts, done: from, take: latest.current, signal: abort.signal }, (part) => {
          tab.keep(id, part < parts ? { parts, done: part } : undefined);
          setDone(part < parts ? part : 0);
          setBusy(part < parts ? part + 1 : undefined);
        });
        if (all) {
          tab.keep(id, undefined);
          setDone(0);
        }
        setFinished(all);
      } catch (error) {
        if (!abort.signal.aborted) setProblem(asApiProblem(error));
      } finally {
        under.current = undefined;
        setBusy(undefined);
      }
    },
    [id, parts],
  );
  return {
    busy,
    done,
    finished,
    problem,
    start: () => void run(done),
    startAnew: () => void run(0),
    stop: () => under.current?.abort(),
  };
};
