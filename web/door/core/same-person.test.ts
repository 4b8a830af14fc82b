import { expect, it } from 'vitest';
import { anEntry, delegatedBy, idOf } from '../../../test/support/door-kit.ts';
import type { LogEntry } from './door.ts';
import { otherOffices, recordedWith, targetOf } from './same-person.ts';

const present = { at: '2024-06-27T01:00:00.000Z', door: 'Pintu B', mode: 'IN_PERSON', who: 'holder' } as const;

it('names the other offices of whoever came in person, each with its state', async () => {
  const entry = await anEntry(1, { alsoHolds: [2, 3, 4, 5, 6, 7].map(idOf) });
  const list = [
    entry,
    await anEntry(2),
    await anEntry(3, { present }),
    await anEntry(4, { present: { ...present, mode: 'ONLINE' } }),
    await anEntry(5, await delegatedBy(5)),
    await anEntry(6, { revoked: true }),
  ];
  const entries = new Map(list.map((each) => [each.id, each]));
  const log = {
    verdict: { kind: 'ADMITTED', late: false },
    input: { target: { code: 'x' }, who: 'roster' },
    entry,
  } as const;
  const states = (changes: Partial<LogEntry> = {}) =>
    otherOffices({ ...log, ...changes }, entries).map(({ entry: { id }, state }) => `${id} ${state}`);
  expect(states()).toEqual([`${idOf(2)} OPEN`, `${idOf(3)} PRESENT`, `${idOf(4)} OPEN`, `${idOf(5)} DELEGATED`]);
  expect(states({ input: { ...log.input, who: 'delegate' } })).toEqual([]);
  expect(states({ verdict: { kind: 'REFUSED', reason: 'DELEGATED' } })).toEqual([]);
  expect(states({ undone: { reason: 'salah orang', confirmed: false } })).toEqual([]);
  expect(states({ entry: undefined })).toEqual([]);
});

it('names them again to somebody who is in already, by the entrance’s own code or at another door; not to a delegate', async () => {
  const office = await anEntry(1, { alsoHolds: [idOf(2)], present });
  const entries = new Map([office, await anEntry(2)].map((each) => [each.id, each]));
  const scan = (who: 'holder' | 'acting' | 'delegate'): Parameters<typeof otherOffices>[0] => ({
    verdict: { kind: 'ALREADY', first: present },
    input: { target: { code: 'x' }, who: 'roster' },
    entry: { ...office, present: { ...present, who } },
  });
  const ids = (log: Parameters<typeof otherOffices>[0]) => otherOffices(log, entries).map(({ entry }) => entry.id);
  expect(ids(scan('holder'))).toEqual([idOf(2)]);
  expect(ids(scan('acting'))).toEqual([idOf(2)]);
  expect(ids(scan('delegate'))).toEqual([]);
});

it('rests on the code where one was scanned, and on the name where that was picked', async () => {
  const [entry, other] = [await anEntry(1, { alsoHolds: [idOf(2)] }), await anEntry(2)];
  const byCode = { entry, input: { target: { code: 'x' }, who: 'roster' } } as const;
  const byName = { entry, input: { target: { invitation: idOf(1) }, who: 'roster' } } as const;
  expect(targetOf(byCode, other)).toEqual({ invitation: idOf(2), sameAs: idOf(1) });
  expect(targetOf(byName, other)).toEqual({ invitation: idOf(2) });
});

it('finds what was recorded on the strength of a scan, so that it can be taken back with it', async () => {
  const [entry, other] = [await anEntry(1, { alsoHolds: [idOf(2)] }), await anEntry(2)];
  const scan = { entry, input: { target: { code: 'x' }, who: 'roster' } } as const;
  const log = (changes: Partial<LogEntry> = {}): LogEntry => ({
    nonce: 'second',
    at: present.at,
    input: { target: targetOf(scan, other), who: 'roster' },
    entry: other,
    verdict: { kind: 'ADMITTED', late: false },
    state: 'saved',
    seen: false,
    ...changes,
  });
  const found = (changes?: Partial<LogEntry>) => recordedWith(scan, [log(changes)]).length;
  expect(found()).toBe(1);
  expect(found({ undone: { reason: 'salah orang', confirmed: false } })).toBe(0);
  expect(found({ verdict: { kind: 'ALREADY', first: present } })).toBe(0);
  // By its own code, or by name at another time: a story of its own.
  expect(found({ input: { target: { code: 'y' }, who: 'roster' } })).toBe(0);
  expect(found({ input: { target: { invitation: idOf(2) }, who: 'roster' } })).toBe(0);
  expect(found({ entry })).toBe(0);
});
