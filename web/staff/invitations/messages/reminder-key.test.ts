import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../shared/api-problem.ts';
import { isUnanswered, makeReminderKeys } from './reminder-key.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
};

const counting = () => {
  let made = 0;
  return () => {
    made += 1;
    return `key-${made}`;
  };
};

describe('the key of a reminder', () => {
  it('stays the same until the call is answered, also over a reload', () => {
    const keeper = storage();
    const make = counting();
    expect(makeReminderKeys(keeper, 's', make).ask()).toBe('key-1');
    const reloaded = makeReminderKeys(keeper, 's', make);
    expect(reloaded.ask()).toBe('key-1');
    reloaded.settle(true);
    expect(reloaded.ask()).toBe('key-2');
    expect(makeReminderKeys(keeper, 'other', make).ask()).toBe('key-3');
  });

  it('names the last call that claimed somebody, not one that was refused', () => {
    const keys = makeReminderKeys(storage(), 's', counting());
    expect(keys.claimed()).toBeUndefined();
    keys.ask();
    keys.settle(true);
    keys.ask();
    keys.settle(false);
    expect(keys.claimed()).toBe('key-1');
  });

  it('works without storage as long as the page stands', () => {
    const fail = () => {
      throw new Error('forbidden');
    };
    const keys = makeReminderKeys({ getItem: fail, setItem: fail, removeItem: fail }, 's', counting());
    expect(keys.ask()).toBe(keys.ask());
  });

  it('is kept when nobody knows what became of the call', () => {
    expect(isUnanswered(new ApiProblem('TIMED_OUT'))).toBe(true);
    expect(isUnanswered(new ApiProblem('SESSION_WRONG_STATE'))).toBe(false);
  });
});
