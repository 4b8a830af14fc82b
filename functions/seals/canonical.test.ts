import { describe, expect, test } from 'vitest';
import { canonical, headMessage } from './canonical.ts';
import type { SealHead } from './seal-schema.ts';

describe('RFC 8785', () => {
  test('section 3.2.2 and 3.2.3: its own example', () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('section 3.2.3: keys in the order of their UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonical(value)))).toEqual(expect.arrayContaining(Object.values(value)));
    const order = [...canonical(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined])('%s has no form', (value) => {
    expect(() => canonical(value)).toThrow();
  });

  test('what is undefined is left out', () => {
    expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}');
  });
});

test('a head is signed under its format, so that no other signature can be taken for it', () => {
  const head: SealHead = {
    format: 'hadir-seal-1',
    regency: '16.04',
    session: 'aaaaaaaaaa',
    number: 1,
    size: 1,
    root: '0'.repeat(64),
    at: '2024-06-27T05:00:00.000Z',
    counts: { session: 1 },
    key: '1'.repeat(64),
  };
  expect(Buffer.from(headMessage(head)).toString()).toBe(
    `hadir-seal-1\n{"at":"2024-06-27T05:00:00.000Z","counts":{"session":1},"format":"hadir-seal-1","key":"${head.key}",` +
      `"number":1,"regency":"16.04","root":"${head.root}","session":"aaaaaaaaaa","size":1}`,
  );
});
