/** What the stores of pledges promise, against the embedded engine: texts that lock, readings that move, signatures that are made once. */
import { describe, expect, test } from 'vitest';
import type { Invitation, Signature, SignatureKind } from '../../functions/invitations/invitation-schema.ts';
import { officialTexts } from '../../functions/pledges/official-texts.ts';
import { makePledgeText } from '../../functions/pledges/pledge-rules.ts';
import { signatureOf, type Terms } from '../../functions/pledges/signing-rules.ts';
import { aCheckIn, anInvitation, pledgeHash } from '../support/fixtures.ts';
import { contractEngine, freshSessions } from './contract-engine.ts';

const engine = contractEngine();
const freshSession = freshSessions('pledge-contract');
const time = (minutes: number): string => new Date(Date.parse('2024-06-27T02:00:00Z') + minutes * 60_000).toISOString();

describe('texts', () => {
  const { id, text } = officialTexts[0] as (typeof officialTexts)[number];
  const version = (changes: Partial<typeof text> = {}) => makePledgeText(id, 1, { ...text, ...changes });

  test('a text can be rewritten until it is locked, and never after it', async () => {
    const { pledges } = engine.stores;
    const [first, second] = [version(), version({ opening: 'Kami berikrar:' })];
    expect(await pledges.putText('16.07', first, null)).toBe(true);
    expect(await pledges.putText('16.07', second, first)).toBe(true);
    expect(await pledges.lockText('16.07', first, time(0))).toBe(false);
    expect(await pledges.lockText('16.07', second, time(0))).toBe(true);
    expect(await pledges.lockText('16.07', second, time(1))).toBe(true);
    expect(await pledges.putText('16.07', first, second)).toBe(false);
    expect((await pledges.text('16.07', id, 1))?.lockedAt).toBe(time(0));
    expect(await pledges.lockText('16.07', { ...second, id: 'none' }, time(0))).toBe(false);
  });

  test('it is written over by whoever saw what stands, and by nobody else', async () => {
    const { pledges } = engine.stores;
    const [first, second, third] = [version(), version({ opening: 'Kami berikrar:' }), version({ closing: 'Selesai' })];
    const put = (text: typeof first, seen: typeof first | null) => pledges.putText('16.09', text, seen);
    expect(await put(first, second)).toBe(false);
    expect(await Promise.all([put(first, null), put(second, null)])).toContain(false);
    await put(first, second);
    expect(await put(third, null)).toBe(false);
    const { eligibility: _, ...everybody } = first;
    for (const other of [second, everybody, { ...first, form: 'PAKTA' as const }])
      expect(await put(third, other)).toBe(false);
    expect(await put(everybody, first)).toBe(true);
    expect(await put(third, first)).toBe(false);
    expect(await put(third, everybody)).toBe(true);
  });

  test('whose it is locks with it, and is what was read when it locks', async () => {
    const { pledges } = engine.stores;
    const narrower = version({ eligibility: { classes: ['OPD'], staff: 'ASN' } });
    await pledges.putText('16.08', narrower, null);
    expect(narrower.hash).toBe(version().hash);
    expect(await pledges.lockText('16.08', version(), time(0))).toBe(false);
    const { eligibility: _, ...everybody } = narrower;
    expect(await pledges.lockText('16.08', everybody, time(0))).toBe(false);
    expect(await pledges.lockText('16.08', narrower, time(0))).toBe(true);
    expect(await pledges.putText('16.08', version(), narrower)).toBe(false);
  });
});

describe('readings', () => {
  const reading = {
    id: 'utama',
    reader: { name: 'Hadi', office: 'Kepala BKPSDM' },
    witnesses: [] as { name: string; office: string }[],
    startedAt: null as string | null,
    endedAt: null as string | null,
    hash: pledgeHash,
  };
  const by = (minutes: number) => ({ at: time(minutes), now: time(minutes + 30), hash: 'c'.repeat(64) });
  const recordedAt = time(90);

  test('reader and witnesses of a plan change until it starts', async () => {
    const { pledges } = engine.stores;
    const session = freshSession();
    expect(await pledges.putReading(session, reading, recordedAt)).toEqual(reading);
    const other = {
      ...reading,
      reader: { name: 'Wati', office: 'Sekda' },
      witnesses: [{ name: 'Ali', office: 'Camat' }],
    };
    expect(await pledges.putReading(session, other, recordedAt)).toEqual(other);
    await pledges.moveReading(session, 'utama', 'start', by(1));
    expect(await pledges.putReading(session, reading, recordedAt)).toBeUndefined();
    expect(await pledges.reading(session, 'utama')).toEqual({
      ...other,
      startedAt: time(1),
      recordedAt: time(31),
      hash: 'c'.repeat(64),
    });
  });

  test('each move is made once, and none before the one it follows', async () => {
    const { pledges } = engine.stores;
    const session = freshSession();
    const move = (name: 'start' | 'end' | 'void', minutes: number) =>
      pledges.moveReading(session, 'utama', name, by(minutes));
    expect(await move('start', 0)).toBeUndefined();
    await pledges.putReading(session, reading, recordedAt);
    expect(await move('end', 0)).toBeUndefined();
    expect(await move('start', 1)).toMatchObject({ startedAt: time(1) });
    expect(await move('start', 2)).toBeUndefined();
    expect(await move('end', 0)).toBeUndefined();
    expect(await move('end', 3)).toMatchObject({ startedAt: time(1), endedAt: time(3) });
    expect(await move('end', 4)).toBeUndefined();
    expect(await move('void', 5)).toMatchObject({ voidedAt: time(5), startedAt: time(1) });
    expect(await move('void', 6)).toBeUndefined();
    expect(await pledges.putReading(session, { ...reading, startedAt: time(1) }, recordedAt)).toBeUndefined();
    expect(await pledges.readings(session, { consistent: true })).toHaveLength(1);
  });

  test('of 20 who start it at the same instant one does, and its time stands', async () => {
    const { pledges } = engine.stores;
    const session = freshSession();
    await pledges.putReading(session, reading, recordedAt);
    const moved = await Promise.all(
      Array.from({ length: 20 }, (_, index) => pledges.moveReading(session, 'utama', 'start', by(index))),
    );
    const [winner, ...others] = moved.filter((one) => one !== undefined);
    expect(others).toEqual([]);
    expect((await pledges.reading(session, 'utama'))?.startedAt).toBe(winner?.startedAt);
  });

  test('one that is entered afterwards can be given its end and witnesses, and never another reader or start', async () => {
    const { pledges } = engine.stores;
    const session = freshSession();
    const held = { ...reading, startedAt: time(0) };
    const ended = { ...held, endedAt: time(5) };
    expect(await pledges.putReading(session, held, recordedAt)).toEqual({ ...held, recordedAt });
    expect(await pledges.putReading(session, ended, time(95))).toEqual({ ...ended, recordedAt });
    expect(
      await pledges.putReading(session, { ...held, reader: { name: 'Lain', office: 'Sekda' } }, recordedAt),
    ).toBeUndefined();
    expect(await pledges.putReading(session, { ...held, startedAt: time(1) }, recordedAt)).toBeUndefined();
    const witnesses = [{ name: 'Ali', office: 'Camat' }];
    expect(await pledges.putReading(session, { ...held, witnesses }, recordedAt)).toEqual({
      ...ended,
      witnesses,
      recordedAt,
    });
  });
});

describe('signatures', () => {
  const invited = async (changes: Partial<Invitation> = {}) => {
    const session = freshSession();
    const invitation = anInvitation('Dinas A', { session, ...changes });
    await engine.stores.invitations.add([invitation]);
    return { session, invitation: invitation.id };
  };
  const signature = (nonce: string): Signature => ({ at: time(60), hash: pledgeHash, method: 'TABLET', nonce });
  const table: Terms = { classes: ['OPD', 'SD'], guests: true };
  type Target = Awaited<ReturnType<typeof invited>>;
  const sign = (target: Target, kind: SignatureKind, nonce: string, terms: Terms = {}) =>
    engine.stores.pledges.sign(target, kind, signature(nonce), terms);

  test('each kind of signature is made once and stands for no other', async () => {
    const { invitations } = engine.stores;
    const target = await invited();
    expect((await sign(target, 'delegate', 'nonce-0001')).result).toBe('signed');
    expect((await sign(target, 'holder', 'nonce-0002')).result).toBe('signed');
    expect((await sign(target, 'holder', 'nonce-0002')).result).toBe('replayed');
    expect(await sign(target, 'holder', 'nonce-0003')).toMatchObject({
      result: 'already',
      invitation: { signedHolder: { nonce: 'nonce-0002' } },
    });
    await invitations.revoke(target.session, target.invitation, time(61));
    expect((await sign(target, 'holder', 'nonce-0002')).result).toBe('replayed');
    expect(await sign(target, 'holder', 'nonce-0004')).toMatchObject({ refusal: 'INVITATION_REVOKED' });
    const stored = await invitations.get(target.session, target.invitation);
    expect(stored?.signedHolder?.nonce).toBe('nonce-0002');
    expect(stored?.signedDelegate?.nonce).toBe('nonce-0001');
  });

  test('of 20 of each kind at the same instant one of each is signed, and everybody is told which', async () => {
    const target = await invited();
    const kinds: SignatureKind[] = ['holder', 'delegate', 'symbolic', 'witness'];
    const tries = kinds.flatMap((kind) =>
      Array.from({ length: 20 }, (_, index) => ({ kind, nonce: `${kind}-${index}` })),
    );
    const outcomes = await Promise.all(tries.map(({ kind, nonce }) => sign(target, kind, nonce, table)));
    const stored = await engine.stores.invitations.get(target.session, target.invitation, { consistent: true });
    if (!stored) throw new Error('the invitation is gone');
    for (const kind of kinds) {
      const of = outcomes.filter((_, index) => tries[index]?.kind === kind);
      expect(of.filter(({ result }) => result === 'signed')).toHaveLength(1);
      expect(of.filter(({ result }) => result === 'already')).toHaveLength(19);
      const told = of.map((outcome) => 'invitation' in outcome && signatureOf(outcome.invitation, kind)?.nonce);
      expect(new Set(told)).toEqual(new Set([signatureOf(stored, kind)?.nonce]));
    }
  });

  test('a class that owes nothing does not sign at the table, a guest does; neither by link', async () => {
    expect(await sign(await invited({ class: 'BUMD' }), 'holder', 'n', table)).toMatchObject({
      refusal: 'PLEDGE_NOT_DUE',
    });
    expect((await sign(await invited({ class: 'SD' }), 'holder', 'n', table)).result).toBe('signed');
    expect((await sign(await invited({ kind: 'guest' }), 'holder', 'n', table)).result).toBe('signed');
    const link: Terms = { classes: ['OPD'], version: 1 };
    expect((await sign(await invited(), 'holder', 'n', link)).result).toBe('signed');
    expect(await sign(await invited({ class: 'BUMD' }), 'holder', 'n', link)).toMatchObject({
      refusal: 'PLEDGE_NOT_DUE',
    });
    expect(await sign(await invited({ kind: 'guest' }), 'holder', 'n', link)).toMatchObject({
      refusal: 'PLEDGE_NOT_DUE',
    });
  });

  test('a link signs while its code is good: the one that opens the door, and the head’s own while a delegate is named', async () => {
    const link = (version: number): Terms => ({ classes: ['OPD'], version });
    const delegation = { delegate: { name: 'Siti' }, at: time(0), version: 2, holderVersion: 1 };
    const target = await invited({ tokenVersion: 2, lastVersion: 2, delegation });
    expect((await sign(target, 'holder', 'n-1', link(1))).result).toBe('signed');
    expect((await sign(target, 'delegate', 'n-2', link(2))).result).toBe('signed');
    const replaced = await invited({ tokenVersion: 3 });
    expect(await sign(replaced, 'holder', 'n', link(2))).toMatchObject({ refusal: 'INVITATION_REVOKED' });
    const gone = { ...target, invitation: 'aaaaaaaa' };
    expect(await sign(gone, 'holder', 'n', table)).toMatchObject({ refusal: 'INVITATION_UNKNOWN' });
  });

  test('nobody signs as the head at the table while the delegate is on record as present', async () => {
    const terms: Terms = { ...table, inPerson: true };
    const target = await invited({ checkIn: aCheckIn({ who: 'delegate' }) });
    expect(await sign(target, 'holder', 'n-1', terms)).toMatchObject({ refusal: 'PLEDGE_HEAD_ABSENT' });
    expect((await sign(target, 'delegate', 'n-2', table)).result).toBe('signed');
    expect((await sign(target, 'holder', 'n-3', { classes: ['OPD'], version: 1 })).result).toBe('signed');
    // The head has signed since, by link: what stands is told.
    expect((await sign(target, 'holder', 'n-4', terms)).result).toBe('already');
    for (const there of [{ checkIn: aCheckIn() }, {}] satisfies Partial<Invitation>[])
      expect((await sign(await invited(there), 'holder', 'n', terms)).result).toBe('signed');
  });

  test('one request where it is signed, replayed or there already; a refusal is one more', async () => {
    const target = await invited();
    const count = async (work: Promise<unknown>): Promise<string[]> => {
      engine.requests.reset();
      await work;
      return engine.requests.sent;
    };
    const terms: Terms = { ...table, inPerson: true };
    for (const nonce of ['nonce-0001', 'nonce-0001', 'nonce-0002'])
      expect(await count(sign(target, 'holder', nonce, terms))).toEqual(['UpdateItem']);
    const refused = await invited({ class: 'BUMD' });
    expect(await count(sign(refused, 'holder', 'n', terms))).toEqual(['UpdateItem', 'GetItem']);
  });

  test('the first strokes under a nonce stay, and are told', async () => {
    const { pledges } = engine.stores;
    const { session, invitation } = await invited();
    const of = { session, invitation, kind: 'delegate' as const, nonce: 'nonce-0001' };
    expect(await pledges.drawing(of)).toBeUndefined();
    expect(await pledges.putDrawing(of, 'm1 2 3 4')).toBe('m1 2 3 4');
    expect(await pledges.putDrawing(of, 'm5 6 7 8')).toBe('m1 2 3 4');
    expect(await pledges.drawing(of)).toBe('m1 2 3 4');
    // The same nonce for the head's signature is another signature.
    const other = { ...of, kind: 'holder' as const };
    expect(await pledges.putDrawing(other, 'm5 6 7 8')).toBe('m5 6 7 8');
    expect(await pledges.drawing(other)).toBe('m5 6 7 8');
  });
});

describe('the order of signing', () => {
  test('it is replaced by whoever saw the current one; a repeat is told the same', async () => {
    const { pledges } = engine.stores;
    const session = freshSession();
    expect(await pledges.order(session)).toEqual({ version: 0, order: [] });
    const first = { version: 0, order: ['aaaaaaaa', 'bbbbbbbb'] };
    expect(await pledges.putOrder(session, first)).toEqual({ ...first, version: 1 });
    expect(await pledges.putOrder(session, first)).toEqual({ ...first, version: 1 });
    expect(await pledges.putOrder(session, { version: 0, order: ['bbbbbbbb'] })).toBeUndefined();
    expect(await pledges.putOrder(session, { version: 1, order: [] })).toEqual({ version: 2, order: [] });
    expect(await pledges.putOrder(session, { version: 7, order: [] })).toBeUndefined();
    expect(await pledges.order(session)).toEqual({ version: 2, order: [] });
  });

  test('of 18 at the same instant one arranges it', async () => {
    const { pledges } = engine.stores;
    const session = freshSession();
    const written = await Promise.all(
      Array.from({ length: 18 }, (_, index) =>
        pledges.putOrder(session, { version: 0, order: ['abcdefghijklmnopqrstuvwxyz'.slice(index, index + 8)] }),
      ),
    );
    expect(written.filter((one) => one !== undefined)).toHaveLength(1);
  });
});
