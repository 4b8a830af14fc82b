import { expect, test } from 'vitest';
import { shareLooks } from './live-look.ts';

/** Looks that say which in turn they are. */
const sharing = (changes: { fail?: boolean } = {}) => {
  const time = { now: 0 };
  let looks = 0;
  const share = shareLooks(
    async (key) => {
      looks += 1;
      if (changes.fail) throw new Error('the engine is gone');
      return `${key}${looks}`;
    },
    500,
    () => time.now,
  );
  return { time, share };
};

test('whoever asks within the time shares one look, each session its own', async () => {
  const { time, share } = sharing();
  const first = [share('a'), share('b')];
  time.now = 500;
  expect(await Promise.all([...first, share('a')])).toEqual(['a1', 'b2', 'a1']);
});

test('a look that is older is not shared, and the later one is from then on', async () => {
  const { time, share } = sharing();
  await share('a');
  time.now = 501;
  expect(await share('a')).toBe('a2');
  time.now = 900;
  expect(await share('a')).toBe('a2');
});

test('one that failed is not kept', async () => {
  const { share } = sharing({ fail: true });
  const changes = { fail: true };
  const again = sharing(changes);
  await expect(share('a')).rejects.toThrow('the engine is gone');
  await expect(again.share('a')).rejects.toThrow();
  changes.fail = false;
  expect(await again.share('a')).toBe('a2');
});
