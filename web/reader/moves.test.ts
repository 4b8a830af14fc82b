import { describe, expect, it } from 'vitest';
import { ApiProblem, type ApiProblemCode } from '../shared/api-problem.ts';
import { makeMoves, type Pressed, pressedIn, secondsAgo, stateWith } from './moves.ts';

/** A way to the server whose answers the test gives one by one, and a clock that it moves. */
const makeWay = (found: readonly Pressed[] = []) => {
  const way = {
    now: 1_000_000,
    answers: [] as (ApiProblemCode | 'ok')[],
    sent: [] as string[],
    kept: found,
    problem: undefined as ApiProblemCode | undefined,
    views: [] as string[],
    waiting: [] as (() => void)[],
  };
  const moves = makeMoves<string>(found, {
    send: async (move, ago) => {
      way.sent.push(`${move} ${ago}`);
      const answer = way.answers.shift() ?? 'ok';
      if (answer !== 'ok') throw new ApiProblem(answer);
      return `after ${move}`;
    },
    now: () => way.now,
    later: (_, then) => way.waiting.push(then),
    keep: (list) => {
      way.kept = list;
    },
    onChange: (_, problem) => {
      way.problem = problem?.code;
    },
    onView: (view) => way.views.push(view),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const retry = async () => {
    for (const then of way.waiting.splice(0)) then();
    await settle();
  };
  return { way, moves, settle, retry };
};

describe('start and end on their way to the server', () => {
  it('are sent at once, and forgotten when they are answered', async () => {
    const { way, moves, settle } = makeWay();
    moves.press('start');
    expect(way.kept).toHaveLength(1);
    await settle();
    expect(way.sent).toEqual(['start 0']);
    expect(way.views).toEqual(['after start']);
    expect(way.kept).toEqual([]);
  });

  it('are kept without a network and sent again in their order, each with the time that has passed', async () => {
    const { way, moves, settle, retry } = makeWay();
    way.answers = ['UNREACHABLE', 'TIMED_OUT'];
    moves.press('start');
    await settle();
    expect(way.problem).toBe('UNREACHABLE');
    way.now += 240_000;
    moves.press('end');
    await settle();
    way.now += 60_000;
    await retry();
    expect(way.sent).toEqual(['start 0', 'start 240', 'start 300', 'end 60']);
    expect(way.kept).toEqual([]);
    expect(way.problem).toBeUndefined();
  });

  it('are pressed once, however often the button is', async () => {
    const { way, moves, settle } = makeWay();
    way.answers = ['UNREACHABLE', 'UNREACHABLE'];
    moves.press('start');
    moves.press('start');
    await settle();
    expect(way.kept).toHaveLength(1);
  });

  it('are given up when the server refuses, with its word', async () => {
    const { way, moves, settle } = makeWay();
    way.answers = ['READING_WRONG_STATE'];
    moves.press('start');
    await settle();
    expect(way.kept).toEqual([]);
    expect(way.waiting).toEqual([]);
    expect(way.problem).toBe('READING_WRONG_STATE');
  });

  it('go on after a reload', async () => {
    const { way, moves, settle } = makeWay(pressedIn('[{"move":"start","at":990000}]'));
    moves.hurry();
    await settle();
    expect(way.sent).toEqual(['start 10']);
  });
});

describe('what is kept of them', () => {
  it('is read strictly: anything else is none', () => {
    expect([null, '', '{}', '[null]', '[{"move":"void","at":1}]', '[{"move":"end"}]'].map(pressedIn)).toEqual(
      Array(6).fill([]),
    );
  });

  it('counts on this screen before the server knows, but never against its word', () => {
    const start: Pressed = { move: 'start', at: 0 };
    const end: Pressed = { move: 'end', at: 1 };
    expect([stateWith('PLANNED', []), stateWith('PLANNED', [start]), stateWith('PLANNED', [start, end])]).toEqual([
      'PLANNED',
      'READING',
      'READ',
    ]);
    expect([stateWith('READING', [end]), stateWith('VOID', [end]), stateWith('READ', [start])]).toEqual([
      'READ',
      'VOID',
      'READ',
    ]);
  });

  it('says how long ago it was, within what the server believes', () => {
    expect([secondsAgo(0, 1_499), secondsAgo(5_000, 0), secondsAgo(0, 86_400_000)]).toEqual([1, 0, 21_600]);
  });
});
