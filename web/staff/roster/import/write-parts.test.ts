import { describe, expect, it } from 'vitest';
import {
  type PartAnswer,
  type PartPorts,
  partsToTakeBack,
  partsToWrite,
  pauseBefore,
  sendParts,
  withAnswer,
} from './write-parts.ts';

const gone = new Error('gone');
const refused = new Error('refused');
const flaky = new Error('flaky');

type Trouble = 'lost before' | 'lost after' | 'refused' | 'flaky';

/** A server that does each part once, whatever it is asked; `troubles` names what happens on the way, call by call. */
const makeServer = (parts: number, troubles: Partial<Record<number, Trouble>> = {}) => {
  const server = {
    written: new Set<number>(),
    writes: [] as number[],
    calls: [] as number[],
    head: () => ({
      state: server.written.size === parts ? ('APPLIED' as const) : ('APPLYING' as const),
      parts,
      written: [...server.written],
      takenBack: [],
    }),
    send: async (part: number): Promise<PartAnswer> => {
      server.calls.push(part);
      const trouble = troubles[server.calls.length];
      if (trouble === 'lost before') throw gone;
      if (trouble === 'refused') throw refused;
      if (trouble === 'flaky') throw flaky;
      if (!server.written.has(part)) server.writes.push(part);
      server.written.add(part);
      if (trouble === 'lost after') throw gone;
      return { part, done: 500, skipped: 0, state: server.head().state };
    },
  };
  return server;
};

const setUp = (server: ReturnType<typeof makeServer>, onPause: (ms: number) => void = () => undefined) => {
  const pauses: number[] = [];
  const answers: PartAnswer[] = [];
  const waits: number[] = [];
  const abort = new AbortController();
  const ports: PartPorts = {
    send: server.send,
    retriesAfter: (error) => (error === gone ? Number.POSITIVE_INFINITY : error === flaky ? 3 : 0),
    pause: async (ms) => {
      pauses.push(ms);
      onPause(pauses.length);
    },
    random: () => 0.5,
  };
  const events = {
    answered: (answer: PartAnswer) => void answers.push(answer),
    waiting: ({ attempt }: { attempt: number }) => void waits.push(attempt),
  };
  const run = (parts = partsToWrite(server.head())) => sendParts(parts, ports, events, abort.signal);
  return { run, abort, pauses, answers, waits };
};

describe('writing an import part by part', () => {
  it('sends every part in order and says how far it is', async () => {
    const server = makeServer(4);
    const { run, answers } = setUp(server);
    expect(await run()).toEqual({ end: 'done' });
    expect(server.calls).toEqual([0, 1, 2, 3]);
    expect(answers.map(({ part }) => part)).toEqual([0, 1, 2, 3]);
    expect(answers.at(-1)?.state).toBe('APPLIED');
  });

  it('asks again for a lost answer: the part is written once, and counted once', async () => {
    const server = makeServer(3, { 2: 'lost after' });
    const { run, answers } = setUp(server);
    expect(await run()).toEqual({ end: 'done' });
    expect(server.calls).toEqual([0, 1, 1, 2]);
    expect(server.writes).toEqual([0, 1, 2]);
    expect(answers.map(({ part }) => part)).toEqual([0, 1, 2]);
  });

  it('goes on after a reload where the import itself says it is, also when the last answer was lost', async () => {
    const server = makeServer(5, { 3: 'lost after' });
    const first = setUp(server);
    // The page is gone before it can ask again.
    const leaving = setUp(server, () => leaving.abort.abort());
    expect(await leaving.run()).toEqual({ end: 'stopped' });
    expect(server.calls).toEqual([0, 1, 2]);
    expect(await first.run()).toEqual({ end: 'done' });
    expect(server.calls).toEqual([0, 1, 2, 3, 4]);
    expect(server.writes).toEqual([0, 1, 2, 3, 4]);
  });

  it('tries for as long as nobody answers, with growing pauses', async () => {
    const troubles = Object.fromEntries(Array.from({ length: 12 }, (_, call) => [call + 1, 'lost before' as const]));
    const server = makeServer(1, troubles);
    const { run, pauses, waits } = setUp(server);
    expect(await run()).toEqual({ end: 'done' });
    expect(waits).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(pauses.slice(0, 6)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000]);
    expect(pauses.at(-1)).toBe(30_000);
  });

  it('counts the attempts of each part by itself', async () => {
    const server = makeServer(2, { 1: 'lost before', 3: 'lost before' });
    const { run, pauses } = setUp(server);
    expect(await run()).toEqual({ end: 'done' });
    expect(pauses).toEqual([1000, 1000]);
  });

  it('gives up after a few tries where time alone does not help, and keeps what was written', async () => {
    const server = makeServer(3, { 2: 'flaky', 3: 'flaky', 4: 'flaky', 5: 'flaky' });
    const { run } = setUp(server);
    expect(await run()).toEqual({ end: 'failed', part: 1, error: flaky });
    expect(server.calls).toEqual([0, 1, 1, 1, 1]);
    expect([...server.written]).toEqual([0]);
  });

  it('takes a refusal for an answer: nothing more is sent', async () => {
    const server = makeServer(3, { 2: 'refused' });
    const { run, pauses } = setUp(server);
    expect(await run()).toEqual({ end: 'failed', part: 1, error: refused });
    expect(server.calls).toEqual([0, 1]);
    expect(pauses).toEqual([]);
  });

  it('stops between two parts when it is paused, and during a pause', async () => {
    const server = makeServer(3);
    const paused = setUp(server);
    paused.abort.abort();
    expect(await paused.run()).toEqual({ end: 'stopped' });
    expect(server.calls).toEqual([]);
    const lost = makeServer(3, { 1: 'lost before' });
    const during = setUp(lost, () => during.abort.abort());
    expect(await during.run()).toEqual({ end: 'stopped' });
    expect(lost.calls).toEqual([0]);
  });

  it('has nothing to do for an import that is written', async () => {
    const server = makeServer(0);
    expect(await setUp(server).run()).toEqual({ end: 'done' });
    expect(server.calls).toEqual([]);
  });
});

describe('which parts are left', () => {
  it('to write: those that are not written, in order', () => {
    expect(partsToWrite({ state: 'APPLYING', parts: 4, written: [2, 0], takenBack: [] })).toEqual([1, 3]);
  });

  it('to take back: those written, and the one whose writing may have broken off', () => {
    expect(partsToTakeBack({ state: 'APPLYING', parts: 4, written: [0, 1], takenBack: [] })).toEqual([0, 1, 2]);
    expect(partsToTakeBack({ state: 'APPLIED', parts: 3, written: [0, 1, 2], takenBack: [] })).toEqual([0, 1, 2]);
  });

  it('to take back, once the server knows: what it names, without what is back already', () => {
    expect(partsToTakeBack({ state: 'UNDOING', parts: 4, written: [0, 1, 2], takenBack: [1] })).toEqual([0, 2]);
  });

  it('an answer that comes twice is noted once', () => {
    const answer = { part: 1, done: 500, skipped: 0, state: 'APPLYING' as const };
    const before = { state: 'PLANNED' as const, parts: 3, written: [0], takenBack: [] };
    const once = withAnswer(before, answer, 'write');
    expect(once).toEqual({ state: 'APPLYING', parts: 3, written: [0, 1], takenBack: [] });
    expect(withAnswer(once, answer, 'write')).toEqual(once);
  });
});

it('pauses are spread by a quarter around their length', () => {
  expect([0, 0.5, 1].map((random) => pauseBefore(3, random))).toEqual([3000, 4000, 5000]);
});
