import { describe, expect, it } from 'vitest';
import { keepMarks, loadMarks, markOf } from './done-marks.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    kept,
  };
};

const text = (link: string, words = 'Yth. Camat Lahat') => `${words}\n${link}\nTerima kasih.`;
const first = 'https://hadir.test/c/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const second = 'https://hadir.test/c/baaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

describe('marks of what was sent', () => {
  it('hold for a link: another wording keeps them, another code does not', () => {
    const mark = markOf({ invitation: 'a', text: text(first) });
    expect(markOf({ invitation: 'a', text: text(first, 'Kepada Camat Lahat') })).toBe(mark);
    expect(markOf({ invitation: 'a', text: text(second) })).not.toBe(mark);
    expect(markOf({ invitation: 'b', text: text(first) })).not.toBe(mark);
  });

  it('are kept per list, without the link', () => {
    const keeper = storage();
    const marks = new Set([markOf({ invitation: 'a', text: text(first) })]);
    keepMarks(keeper, 's INVITE', marks);
    expect(loadMarks(keeper, 's INVITE')).toEqual(marks);
    expect(loadMarks(keeper, 's REMIND')).toEqual(new Set());
    expect(JSON.stringify([...keeper.kept])).not.toContain(first.slice(-20));
  });

  it('are none where the storage is forbidden or holds something else', () => {
    const forbidden = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('forbidden');
      },
    };
    expect(loadMarks(forbidden, 's')).toEqual(new Set());
    expect(() => keepMarks(forbidden, 's', new Set(['a']))).not.toThrow();
    const keeper = storage();
    keeper.setItem('hadir.pesan.s', '{"a":1}');
    expect(loadMarks(keeper, 's')).toEqual(new Set());
  });
});
