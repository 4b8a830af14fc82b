/** The model's units against those of a real session: action by action, reads and writes each. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActionName, bytes, type Hall, invitationBytes, unitsOf } from '../../infra/capacity/measured-units.ts';
import { type Played, play } from './play.ts';

/** Whole units are rounded up, so that one of five is 20 %: below {@link smallest} units the difference itself counts. */
const tolerance = 0.1;
const smallest = 5;

const invited = 120;
const answering = 0.5;
const coming = 0.9;

let played: Played;
type Step = 'asked' | 'answered' | 'came' | 'signed';
let halls: Record<Step, Hall>;
let found: Awaited<ReturnType<typeof play>>;

beforeAll(async () => {
  found = await play({ invited, answering, coming });
  played = found.played;
  const asked = { invited, answered: 0, came: 0, signed: 0, doors: 1, sessions: 1, regencies: 1 };
  const answered = { ...asked, answered: invited * answering };
  const came = { ...answered, came: found.came };
  halls = { asked, answered, came, signed: { ...came, signed: found.signed } };
}, 240_000);

/** How far the session is when the run makes the action. */
const stages: Record<ActionName, Step> = {
  inviteAll: 'asked',
  mailOwed: 'asked',
  mailSent: 'asked',
  view: 'answered',
  qr: 'asked',
  answer: 'asked',
  open: 'answered',
  doorContact: 'answered',
  doorList: 'answered',
  doorDelta: 'answered',
  coldDoor: 'answered',
  checkIn: 'answered',
  checkInOfTen: 'answered',
  recompute: 'came',
  totals: 'came',
  look: 'came',
  regencyCoverage: 'came',
  invitationsPage: 'came',
  coldTable: 'came',
  signAtTable: 'came',
  signByLink: 'came',
  close: 'signed',
};

const isNear = (model: number, measured: number): boolean =>
  Math.abs(model - measured) <= tolerance * Math.max(measured, smallest);

describe('the model counts what a real session consumed, within a tenth', () => {
  test.each(Object.keys(stages) as ActionName[])('%s', (action) => {
    const model = unitsOf[action](halls[stages[action]]);
    for (const kind of ['read', 'write'] as const) {
      const [told, measured] = [model[kind], played[action][kind]];
      expect(isNear(told, measured), `${action} ${kind}: the model says ${told}, the engine said ${measured}`).toBe(
        true,
      );
    }
  });

  test('the run did what it says it did', () => {
    expect(played.checkIn).toMatchObject({ requests: 1, read: 0, write: 1 });
    expect(played.checkInOfTen).toMatchObject({ requests: 1, read: 0, write: 1 });
    expect(played.signAtTable).toMatchObject({ requests: 1, read: 0, write: 1 });
    expect(halls.signed.signed).toBeGreaterThan(invited / 2);
  });
});

describe('items are as long as the model takes them to be', () => {
  test.each(['asked', 'answered', 'came', 'signed'] as const)('all invitations, once they are %s', (step) => {
    expect(invitationBytes(halls[step]) / found.bytes[step]).toBeCloseTo(1, 1);
  });

  test('what an answer, a check-in and a signature add to one', () => {
    const { asked, answered, came, signed } = found.bytes;
    const added = {
      invitation: asked / invited,
      answer: (answered - asked) / (invited * answering),
      checkIn: (came - answered) / found.came,
      signature: (signed - came) / found.signed,
    };
    for (const [what, size] of Object.entries(added))
      expect(Math.abs(bytes[what as keyof typeof added] / size - 1), `${what}: ${size} bytes`).toBeLessThan(tolerance);
  });
});
