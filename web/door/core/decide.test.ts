import { describe, expect, it } from 'vitest';
import { anEntry, delegatedBy, idOf, takenBack, tokenOf } from '../../../test/support/door-kit.ts';
import { sessionId } from '../../../test/support/fixtures.ts';
import { hashOfToken, readCode } from './code.ts';
import { type Asked, decide, type Known } from './decide.ts';
import type { DoorListEntry } from './door.ts';

const ask = async (code: string): Promise<Asked> => {
  const content = readCode(code);
  return { kind: 'code', content, hash: content ? await hashOfToken(content.token) : '' };
};
const known = (entries: DoorListEntry[] | undefined, changes: Partial<Known> = {}): Known => ({
  session: { id: sessionId, state: 'OPEN' },
  fresh: true,
  entries: entries && new Map(entries.map((entry) => [entry.id, entry])),
  ...changes,
});
/** Right ids, and another MAC. */
const forged = (code: string): string => `${code.slice(0, -2)}${code.endsWith('AA') ? 'BA' : 'AA'}`;

describe('a door by itself', () => {
  it('admits who is on its list, by code or by name, once', async () => {
    const entry = await anEntry(1);
    const by = known([entry]);
    expect(decide(await ask(tokenOf(1)), by)).toEqual({ kind: 'ADMITTED', late: false });
    expect(decide({ kind: 'invitation', id: idOf(1) }, by)).toEqual({ kind: 'ADMITTED', late: false });
    const present = { at: '2024-06-27T01:00:00.000Z', door: 'Pintu B', mode: 'IN_PERSON', who: 'holder' } as const;
    expect(decide(await ask(tokenOf(1)), known([{ ...entry, present }]))).toEqual({
      kind: 'ALREADY',
      first: { at: present.at, door: 'Pintu B' },
    });
  });

  it('refuses a forged code, another session, a revoked or replaced code, and what is no code', async () => {
    const entries = [await anEntry(1), await anEntry(2, { revoked: true }), await anEntry(3, { version: 2 })];
    const reason = async (code: string) => decide(await ask(code), known(entries));
    expect(await reason(forged(tokenOf(1)))).toEqual({ kind: 'REFUSED', reason: 'UNKNOWN' });
    expect(await reason(tokenOf(1, 1, 'aaaaaaaaaa'))).toEqual({ kind: 'REFUSED', reason: 'OTHER_SESSION' });
    expect(await reason(tokenOf(2))).toEqual({ kind: 'REFUSED', reason: 'REVOKED' });
    expect(await reason(tokenOf(3))).toEqual({ kind: 'REFUSED', reason: 'REVOKED' });
    expect(await reason('https://example.org/')).toEqual({ kind: 'REFUSED', reason: 'UNKNOWN' });
    expect(await reason(tokenOf(3, 2))).toEqual({ kind: 'ADMITTED', late: false });
  });

  it('admits a delegate by the delegate’s code and tells the head that one is named; by name the operator decides', async () => {
    const entry = await anEntry(1, await delegatedBy(1, { name: 'Suyatno' }));
    const by = known([entry, await anEntry(2, { ...(await delegatedBy(2)), revoked: true })]);
    expect(decide(await ask(tokenOf(1, 2)), by)).toEqual({ kind: 'ADMITTED', late: false });
    expect(decide(await ask(tokenOf(1, 1)), by)).toEqual({ kind: 'REFUSED', reason: 'DELEGATED' });
    expect(decide({ kind: 'invitation', id: idOf(1) }, by)).toEqual({ kind: 'ADMITTED', late: false });
    expect(decide(await ask(forged(tokenOf(1, 2))), by)).toEqual({ kind: 'REFUSED', reason: 'UNKNOWN' });
    // Not the head's code, though its version is older than the delegate's: forged, or replaced before.
    expect(decide(await ask(forged(tokenOf(1, 1))), by)).toEqual({ kind: 'REFUSED', reason: 'REVOKED' });
    expect(decide(await ask(tokenOf(2, 1)), by)).toEqual({ kind: 'REFUSED', reason: 'REVOKED' });
  });

  it('after a delegation was taken back admits the head’s code and never the delegate’s; a later one is not decided here', async () => {
    const by = known([await anEntry(1, await takenBack(1))]);
    expect(decide(await ask(tokenOf(1, 1)), by)).toEqual({ kind: 'ADMITTED', late: false });
    expect(decide(await ask(tokenOf(1, 2)), by)).toEqual({ kind: 'REFUSED', reason: 'REVOKED' });
    expect(decide(await ask(tokenOf(1, 3)), by)).toEqual({ kind: 'UNDECIDED', why: 'NOT_ON_LIST' });
    expect(decide(await ask(forged(tokenOf(1, 1))), by)).toEqual({ kind: 'REFUSED', reason: 'UNKNOWN' });
  });

  it('admits who was entered as following by video and stands here', async () => {
    const online = { at: '2024-06-27T01:00:00.000Z', door: 'Panitia', mode: 'ONLINE', who: 'holder' } as const;
    const verdict = async (mode: 'ONLINE' | 'BACK_ENTERED') =>
      decide(await ask(tokenOf(1)), known([await anEntry(1, { present: { ...online, mode } })]));
    expect(await verdict('ONLINE')).toEqual({ kind: 'ADMITTED', late: false });
    expect(await verdict('BACK_ENTERED')).toMatchObject({ kind: 'ALREADY' });
  });

  it('leaves open what its list cannot tell', async () => {
    const entries = [await anEntry(1)];
    expect(decide(await ask(tokenOf(9)), known(entries))).toEqual({ kind: 'UNDECIDED', why: 'NOT_ON_LIST' });
    expect(decide(await ask(tokenOf(1, 2)), known(entries))).toEqual({ kind: 'UNDECIDED', why: 'NOT_ON_LIST' });
    expect(decide(await ask(tokenOf(1)), known(undefined))).toEqual({ kind: 'UNDECIDED', why: 'NO_LIST' });
  });

  it('knows what its session is: a state that it has not just heard of stops nobody from coming early', async () => {
    const entries = [await anEntry(1)];
    const inState = async (state: Known['session']['state'], fresh: boolean) =>
      decide(await ask(tokenOf(1)), known(entries, { session: { id: sessionId, state }, fresh }));
    expect(await inState('CANCELLED', false)).toEqual({ kind: 'REFUSED', reason: 'SESSION_CANCELLED' });
    expect(await inState('CLOSED', false)).toEqual({ kind: 'REFUSED', reason: 'SESSION_OVER' });
    expect(await inState('PUBLISHED', true)).toEqual({ kind: 'REFUSED', reason: 'SESSION_NOT_OPEN' });
    expect(await inState('PUBLISHED', false)).toEqual({ kind: 'ADMITTED', late: false });
  });

  it('takes guests and groups without a list', () => {
    expect(decide({ kind: 'uninvited' }, known(undefined))).toEqual({ kind: 'ADMITTED', late: false });
  });
});
