/** Works that run at once, step by step in an order that the test chooses. */

/** Something done in steps: it waits for its turn before each. */
export type Work = (turn: () => Promise<void>) => Promise<void>;

/** Runs works at once, at each step the one that `choose` names among those that still have steps. */
export const interleave = async (works: readonly Work[], choose: (among: number) => number): Promise<void> => {
  const waiting = new Map<number, () => void>();
  let arrived = () => {};
  const running = works.map(async (work, index) => {
    const turn = () =>
      new Promise<void>((resolve) => {
        waiting.set(index, resolve);
        arrived();
      });
    await turn();
    await work(turn);
  });
  let live = works.length;
  const ended = running.map((one) =>
    one.finally(() => {
      live -= 1;
      arrived();
    }),
  );
  while (live > 0) {
    if (waiting.size < live) {
      await new Promise<void>((resolve) => {
        arrived = resolve;
        if (waiting.size >= live) resolve();
      });
      continue;
    }
    const order = [...waiting.keys()].sort();
    const next = order[choose(order.length)] as number;
    const go = waiting.get(next);
    waiting.delete(next);
    go?.();
    // Until that one stands at its next step, or is done.
    await new Promise<void>((resolve) => {
      arrived = resolve;
    });
  }
  await Promise.all(ended);
};

/** Every sequence of choices, each run anew; answers how many there were. */
export const everyInterleaving = async (run: (choose: (among: number) => number) => Promise<void>): Promise<number> => {
  let count = 0;
  let path: { chosen: number; among: number }[] = [];
  for (;;) {
    let step = 0;
    await run((among) => {
      const known = path[step] ?? { chosen: 0, among };
      path[step] = known;
      step += 1;
      return known.chosen;
    });
    count += 1;
    path = path.slice(0, step);
    while (path.length && (path.at(-1)?.chosen ?? 0) + 1 >= (path.at(-1)?.among ?? 0)) path.pop();
    const last = path.at(-1);
    if (!last) return count;
    last.chosen += 1;
  }
};

/** Choices that look like chance, the same in every run. */
export const chance = (seed: number) => {
  let state = seed;
  return (among: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * among);
  };
};
