import { expect, test } from 'vitest';
import { problemCodes, problemParts } from './problem-codes.ts';

test('the list is its parts, and no code stands in two of them', () => {
  const codes = problemParts.flatMap((part) => Object.keys(part));
  expect(codes.sort()).toEqual(Object.keys(problemCodes).sort());
});

test('a code is told as an error, in a sentence of its own in both languages', () => {
  const texts = Object.values(problemCodes);
  for (const { status, id, en } of texts) {
    expect(status).toBeGreaterThanOrEqual(400);
    for (const sentence of [id, en]) expect(sentence).toMatch(/^[A-Z].+[.]$/);
  }
  expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
});
