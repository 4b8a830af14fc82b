import { expect, it } from 'vitest';
import { letterMaxBytes } from '../../../functions/doors/door-schema.ts';
import { fitted } from '../../shared/scaled-photo.ts';
import { maxBytes } from './letter-photo.ts';

it('keeps the shape of a photo, and never makes it larger', () => {
  expect(fitted(4000, 3000, 1280)).toEqual({ width: 1280, height: 960 });
  expect(fitted(3000, 4000, 1280)).toEqual({ width: 960, height: 1280 });
  expect(fitted(640, 480, 1280)).toEqual({ width: 640, height: 480 });
  expect(fitted(10_000, 3, 1280)).toEqual({ width: 1280, height: 1 });
});

it('stays within what the API takes', () => {
  expect(maxBytes).toBe(letterMaxBytes);
});
