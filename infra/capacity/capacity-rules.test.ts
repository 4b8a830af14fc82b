/** The model without an engine: golden sums made by hand, monotony, and that its constants are the product's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateSeconds } from '../../functions/check-in/session-gate.ts';
import { unheldAskAgainMs } from '../../functions/coverage/live-routes.ts';
import { rememberedSeconds as doorSeconds } from '../../functions/doors/verify-door.ts';
import { gateSeconds as signingSeconds } from '../../functions/pledges/signing-gate.ts';
import { contactEveryMs } from '../../web/door/core/courier.ts';
import { checkStage } from '../stages/stage.ts';
import { stages } from '../stages/stages.ts';
import { type Capacity, capacityOf } from './capacity-rules.ts';
import { monthlyCost, monthlyCount, sessionEvents } from './cost-rules.ts';
import {
  contactSeconds,
  leastSeconds,
  listSeconds,
  lookSeconds,
  pagePollSeconds,
  rememberedSeconds,
  unheldSeconds,
  windowSeconds,
} from './hall-rules.ts';
import { memoryMb } from './measured-durations.ts';
import { unitsOf } from './measured-units.ts';
import { type MorningInput, readMorning } from './morning-rules.ts';
import { costOf, prices } from './prices.ts';

const nation = { regencies: 508, invited: 470, minutes: 20 };
const lahat = { ...nation, regencies: 1 };

const source = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const peakRequests = (input: MorningInput): number => capacityOf(input).phases.doors.requests.peak;
const quotaOf = (capacity: Capacity, name: string) => capacity.quotas.find(({ quota }) => quota === name);

describe('the morning of the whole country, recomputed by hand', () => {
  const capacity = capacityOf(nation);
  const { doors } = capacity.phases;
  // 508 regencies times 470 offices times nine of ten, in 1,200 seconds; twice as many in the middle.
  const came = (508 * 470 * 0.9) / 1200;
  const peak = 2 * came;

  test('each route, and their sum', () => {
    expect(came).toBeCloseTo(179.07, 2);
    const phones = peak * 0.8;
    // The link, four more looks in two minutes, the QR, and every tenth an answer.
    const attendees = phones * (1 + 4 + 1 + 0.1);
    const scans = peak;
    // 42.3 people a minute at the peak, fifteen a door: three doors, contact every 15.75 s, what is new every 20 s.
    const atDoors = (508 * 3) / 15.75 + (508 * 3) / 20;
    // Three boards each, held for 8 s and asked again after half a second; one regent's page asks whenever a record is new.
    const boards = (508 * 3) / 8.5;
    const regents = doors.routes.find(({ action }) => action === 'regencyCoverage')?.peak ?? 0;
    expect(regents).toBeCloseTo(508 / doors.figuresSeconds, 0);
    expect(doors.requests.peak).toBeCloseTo(attendees + scans + atDoors + boards + regents, 6);
    expect(doors.requests.peak - regents).toBeCloseTo(2458.1, 1);
  });

  test('it is more than API Gateway gives in Jakarta by default, and more boards are held than an account has instances', () => {
    expect(quotaOf(capacity, 'gatewayRate')).toMatchObject({ limit: 2500, isExceeded: true });
    expect(quotaOf(capacity, 'lambdaConcurrency')).toMatchObject({ limit: 1000, isExceeded: true });
    // 1,524 boards, of which 8 of 8.5 seconds.
    expect(doors.instances.staff.warm).toBeGreaterThanOrEqual(Math.floor((1524 * 8) / 8.5));
    expect(doors.instances.staff.warm).toBeLessThan(1524 + 20);
  });

  test('unheld boards free the instances and cost requests', () => {
    const unheld = capacityOf({ ...nation, liveHoldSeconds: 0 });
    expect(quotaOf(unheld, 'lambdaConcurrency')?.isExceeded).toBe(false);
    expect(unheld.phases.doors.requests.peak - doors.requests.peak).toBeCloseTo(1524 / 2 - 1524 / 8.5, 6);
  });

  test('a month: writes by hand, and each line by its price', () => {
    const morning = readMorning(nation);
    const ofOne = sessionEvents(morning);
    const made = ofOne.filter(({ action }) => action === 'recompute').reduce((sum, { count }) => sum + count, 0);
    const came = 470 * 0.9;
    const contacts = (3 * 4 * 3600) / 15.75;
    // Invitations with their rule (5 kB), answers, opening, scans, contacts, signatures, closing; and each record with its day and two totals.
    const hand = 475 + 235 + 7 + came + contacts + came * 0.95 + 257 + made * (14 + 2);
    expect(monthlyCount(morning).write / 508 / hand).toBeCloseTo(1, 2);
    const lines = monthlyCost(morning);
    const written = lines.find(({ what }) => what === 'writes');
    expect(written?.usd).toBeCloseTo((monthlyCount(morning).write / 1e6) * 0.625 * 1.14, 9);
    expect(capacity.month.usd).toBeCloseTo(
      lines.reduce((sum, { usd }) => sum + usd, 0),
      9,
    );
  });
});

describe('what to write into the stage', () => {
  test('a national morning: more than the default quotas, and a stage takes it', () => {
    const { stage, quotas } = capacityOf(nation);
    const peak = quotas.find(({ quota }) => quota === 'newTableReads')?.asked ?? 0;
    expect(stage).toEqual({
      requestsPerSecond: 3200,
      burst: 1600,
      warmThroughput: { reads: Math.ceil((peak * 1.25) / 100) * 100, writes: 4000 },
    });
    expect(checkStage({ ...stages.prod, ...stage }, 'prod')).toMatchObject(stage);
  });

  test('one regency: no table is warmed for it', () => {
    expect(capacityOf(lahat).stage).toEqual({ requestsPerSecond: 100, burst: 50 });
  });

  test('a table that was warmed for four times as much has no longer a new one’s limits', () => {
    const warmed = capacityOf({ ...nation, shards: 16 });
    expect(quotaOf(warmed, 'newTableReads')).toMatchObject({ limit: 48_000, isExceeded: false });
    expect(quotaOf(warmed, 'newTableWrites')).toMatchObject({ limit: 16_000 });
    expect(quotaOf(capacityOf({ ...nation, shards: 1 }), 'newTableWrites')).toMatchObject({ limit: 4000 });
  });
});

describe('one partition', () => {
  test('11,000 in 20 minutes fit into it', () => {
    const { doors, signing } = capacityOf({ ...lahat, invited: 11_000 }).phases;
    for (const { partition } of [doors, signing]) {
      expect(partition.write).toBeLessThan(1000);
      expect(partition.read).toBeLessThan(3000);
    }
    // 9,900 of 11,000 scans at the doors: 16.5 writes a second at the peak, with contacts and records 105.
    expect(doors.partition.write).toBeGreaterThan(16.5);
  });
});

describe('more of anything is never less', () => {
  const rising: [keyof MorningInput, unknown[]][] = [
    ['regencies', [0, 1, 2, 38, 100, 508]],
    // Doors with more than a thousand on their list ask a third as often, so both sides are looked at by themselves.
    ['invited', [1, 60, 470, 830, 1000]],
    ['invited', [1001, 2000, 11_000, 22_000]],
    ['come', [0, 0.2, 0.5, 0.9, 1]],
    ['byPhone', [0, 0.1, 0.5, 1]],
    ['waitMinutes', [0, 1, 2, 10]],
    ['boards', [0, 1, 3, 10]],
    ['doors', [1, 3, 10]],
    ['peak', [1, 2, 4]],
  ];
  test.each(rising)('requests and units of a second: %s', (field, values) => {
    const found = values.map((value) => capacityOf({ ...lahat, [field]: value }).phases.doors);
    for (const of of [
      (one: (typeof found)[number]) => one.requests.peak,
      (one: (typeof found)[number]) => one.write.peak,
    ]) {
      const all = found.map(of);
      expect(all).toEqual([...all].sort((a, b) => a - b));
    }
  });

  const dearer: [keyof MorningInput, unknown[]][] = [
    ['regencies', [0, 1, 100, 508]],
    ['sessionsAMonth', [0, 1, 4]],
    ['mails', [0, 1, 2]],
    ['keepMonths', [1, 12, 60]],
    ['hours', [1, 4, 8]],
    ['staff', [0, 5, 100]],
    ['sealKeys', [1, 3]],
    ['boards', [0, 1, 3]],
  ];
  test.each(dearer)('the cost of a month: %s', (field, values) => {
    const all = values.map((value) => capacityOf({ ...nation, [field]: value }).month.usd);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });

  test('a longer time for the same people asks for less at once, and more parts of the stream bring figures sooner', () => {
    expect(peakRequests({ ...nation, minutes: 40 })).toBeLessThan(peakRequests(nation));
    const seconds = [1, 4, 16, 64].map((shards) => capacityOf({ ...nation, shards }).phases.doors.figuresSeconds);
    expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
  });

  test('no action consumes less of a larger session', () => {
    const hall = fc.record({ invited: fc.integer({ min: 1, max: 22_000 }), more: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(hall, ({ invited, more }) => {
        const of = (count: number) => ({
          invited: count,
          answered: count / 2,
          came: count * 0.9,
          signed: count * 0.8,
          doors: 3,
          sessions: 12,
          regencies: 13,
        });
        for (const [action, units] of Object.entries(unitsOf)) {
          if (action === 'invitationsPage') continue;
          const [less, larger] = [units(of(invited)), units(of(invited + more))];
          expect(larger.read).toBeGreaterThanOrEqual(less.read);
          expect(larger.write).toBeGreaterThanOrEqual(less.write);
        }
      }),
    );
  });
});

test('no regency asks for nothing and costs what stands anyway', () => {
  const { phases, month, quotas } = capacityOf({ ...nation, regencies: 0 });
  expect(phases.doors.requests).toEqual({ mean: 0, peak: 0 });
  expect(phases.signing.write).toEqual({ mean: 0, peak: 0 });
  expect(quotas.some(({ isExceeded }) => isExceeded)).toBe(false);
  expect(month.count.requests).toBe(0);
  // Two keys, a secret, 28 alarms over 29 metrics and a dashboard.
  expect(month.usd).toBeCloseTo(2 + 0.4 + 2.9 + 3, 1);
});

test('a wrong value gets a sentence, every one of them', () => {
  expect(() => capacityOf({ regencies: -1, invited: 0, minutes: 20, come: 2 } as MorningInput)).toThrow(
    '--regencies must be a whole number from 0 to 10000.\n--invited must be a whole number from 1 to 100000.\n--come must be a share from 0 to 1.',
  );
  expect(() => capacityOf({ ...nation, halls: 3 } as MorningInput)).toThrow('There is no option halls.');
});

describe('the constants are the product’s', () => {
  test('how often doors, pages and boards ask, and how long a process remembers', () => {
    expect(contactSeconds).toBeCloseTo((contactEveryMs / 1000) * 1.05, 9);
    expect(unheldSeconds * 1000).toBe(unheldAskAgainMs);
    expect([gateSeconds, doorSeconds, signingSeconds]).toEqual([
      rememberedSeconds,
      rememberedSeconds,
      rememberedSeconds,
    ]);
    const courier = source('web/door/core/courier.ts');
    expect(courier).toContain(`listEveryMs = ${listSeconds(470)}_000`);
    expect(courier).toContain(`largeListEveryMs = ${listSeconds(1001)}_000`);
    expect(courier).toContain('largeList = 1_000');
    expect(source('web/attendee/attendee-page.tsx')).toContain(`pollMs = ${pagePollSeconds}_000`);
    expect(source('web/staff/coverage/use-live.ts')).toContain(`leastMs = ${leastSeconds * 1000}`);
    expect(source('functions/lambda/api-deps.ts')).toContain(`pollMs: ${lookSeconds}_000`);
  });

  test('memory of each function, and the stream’s window, as the stacks give them', () => {
    const files = readdirSync(fileURLToPath(new URL('..', import.meta.url))).filter((file) => file.endsWith('.ts'));
    const stacks = files.map((file) => source(`infra/${file}`)).join('\n');
    for (const [name, megabytes] of Object.entries(memoryMb))
      expect(stacks).toMatch(new RegExp(`entry: '${name}'(?:(?!entry:)[^])*?memoryMb: \\{\\s*is: ${megabytes},`));
    expect(stacks).toContain(`window: Duration.seconds(${windowSeconds})`);
  });
});

test('every price says whose it is, and a borrowed one by which factor or none', () => {
  for (const [name, price] of Object.entries(prices)) {
    expect(price.usd, name).toBeGreaterThan(0);
    expect(price.source.length, name).toBeGreaterThan(10);
    expect('factor' in price, name).toBe(price.from === 'us-east-1');
  }
  expect(costOf('tableWrite', 2e6)).toBeCloseTo(2 * 0.625 * 1.14, 12);
});
