/** What the tests of a door's calls begin with: one API for a file, its clock at the same moment before each test, a session. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Reply, startTestApi, type TestApi } from './api.ts';
import { type Scenario, startScenario } from './scenario.ts';

export const minute = 60_000;

/** What a refusal is known by. */
export const coded = ({ status, body }: Reply) => ({ status, code: body.code });

/** Half an hour before the session begins. */
export const hallOpensAt = new Date('2024-06-27T00:30:00Z');

export interface Hall {
  /** From the first test of the file to the last. */
  readonly api: TestApi;
  /** Moves the clock on. */
  later: (milliseconds: number) => void;
  scenario: (until?: 'draft' | 'published' | 'open') => Promise<Scenario>;
}

/** Called once at the top of a test file; `units` are invited to every session. */
export const makeHall = (...units: string[]): Hall => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    api.clock.now = hallOpensAt;
  });
  return {
    get api() {
      return api;
    },
    later: (milliseconds) => {
      api.clock.now = new Date(api.clock.now.getTime() + milliseconds);
    },
    scenario: (until = 'open') => startScenario(api, { units: units.map((name) => ({ name })), until }),
  };
};
