/** What the contracts of stores start from: an engine for the tests of one file, and sessions that no other of them uses. */
import { afterAll, beforeAll } from 'vitest';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { lahat } from '../support/fixtures.ts';

/** It is there once the tests run, not before. */
export const contractEngine = (): TestEngine => {
  const engine = {} as TestEngine;
  beforeAll(async () => {
    Object.assign(engine, await startTestEngine());
  });
  afterAll(() => engine.stop());
  return engine;
};

export const freshSessions = (name: string): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return makeSessionId(lahat, `${name}-${count}`);
  };
};
