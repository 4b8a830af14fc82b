import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { plainText } from './commitment.ts';
import { type Fact, factText, filled, outlineOf, Personal } from './leaf-text.ts';

const text = fc.string().map(plainText);
const odd = fc.string({ unit: 'binary' }).map(plainText);

test('facts are written as the library for RFC 8785 writes them', () => {
  const { facts } = fc.letrec<{ facts: Fact }>((tie) => ({
    facts: fc.oneof(
      { maxDepth: 4 },
      text,
      odd,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(tie('facts') as fc.Arbitrary<Fact>, { maxLength: 4 }),
      fc.dictionary(odd, tie('facts') as fc.Arbitrary<Fact>, { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(facts, (fact) => {
      expect(factText(fact)).toBe(canonical(fact));
    }),
    { numRuns: 300 },
  );
  for (const fact of [Number.NaN, Number.POSITIVE_INFINITY, { count: Number.NaN }])
    expect(() => factText(fact)).toThrow();
});

test('half a pair, and what is not composed, is written so that every reader reads it alike', () => {
  expect(factText(['a\ud800', 'e\u0301', { undefined }])).toBe('["a\ufffd","\u00e9",{}]');
});

test('what is personal is left out of the text, and put back where it belongs', () => {
  fc.assert(
    fc.property(odd, text, odd, (name, nip, office) => {
      const outline = outlineOf({
        kind: 'office',
        session: 'aaaaaaaaaa',
        invitation: 'bbbbbbbb',
        standing: 'FROZEN',
        office,
        holder: { nip: new Personal(nip), name: new Personal(name) },
      });
      expect(outline.personal).toEqual([
        { field: 'holder.name', value: name },
        { field: 'holder.nip', value: nip },
      ]);
      const happened = {
        v: 1,
        kind: 'office',
        session: 'aaaaaaaaaa',
        invitation: 'bbbbbbbb',
        standing: 'FROZEN',
        office,
      };
      expect(filled(outline.text, [name, nip])).toBe(canonical({ ...happened, holder: { name, nip } }));
      expect(outline.happened).toBe(canonical(happened));
    }),
    { numRuns: 100 },
  );
});
