/** What the stores of follow-ups and nil statements promise, against the embedded engine. */
import { describe, expect, test } from 'vitest';
import type { FollowUp } from '../../functions/follow-ups/follow-up-schema.ts';
import type { NilStatement } from '../../functions/nil-statements/nil-statement-schema.ts';
import { makeFollowUpId, makeNilStatementId, makeUnitId } from '../../functions/platform/ids.ts';
import { lahat } from '../support/fixtures.ts';
import { contractEngine } from './contract-engine.ts';

const engine = contractEngine();

const at = '2024-06-20T02:00:00.000Z';
const rina = { at, by: 'rina' };

describe('follow-ups', () => {
  const aFollowUp = (call: string, changes: Partial<FollowUp> = {}): FollowUp => {
    const unit = makeUnitId(lahat, 'Kecamatan Lahat');
    return {
      id: makeFollowUpId(lahat, call, unit),
      regency: lahat,
      unit,
      unitName: 'Kecamatan Lahat',
      kind: 'OUTREACH',
      phase: 'BEFORE',
      text: 'Sosialisasi',
      due: '2024-06-25',
      createdAt: at,
      createdBy: 'rina',
      version: 1,
      ...changes,
    };
  };
  const done = { move: 'done', version: 1, on: '2024-06-19', note: 'Sudah' } as const;

  test('what stands there is not added again, whatever it has become', async () => {
    const { followUps } = engine.stores;
    const first = aFollowUp('added-once');
    await followUps.add([first]);
    await followUps.move(lahat, first.id, done, rina);
    await followUps.add([{ ...first, text: 'somebody slower' }, aFollowUp('added-with-it')]);
    expect(await followUps.get(lahat, first.id)).toMatchObject({
      text: 'Sosialisasi',
      version: 2,
      done: { note: 'Sudah' },
    });
    expect(await followUps.get(lahat, 'aaaaaaaa')).toBeUndefined();
  });

  test('a move is made on the version and the state that it starts from, and leaves the others alone', async () => {
    const { followUps } = engine.stores;
    const { id } = aFollowUp('moved');
    await followUps.add([aFollowUp('moved')]);
    const move = (to: Parameters<typeof followUps.move>[2]) => followUps.move(lahat, id, to, rina);
    expect(await move({ ...done, version: 2 })).toBeUndefined();
    expect(await move({ move: 'reopen', version: 1 })).toBeUndefined();
    const after = await move(done);
    expect(after).toEqual({ ...aFollowUp('moved'), version: 2, done: { on: done.on, note: done.note, ...rina } });
    expect(await move({ ...done, version: 2 })).toBeUndefined();
    expect(await move({ move: 'withdraw', version: 2, reason: 'Salah' })).toBeUndefined();
    const open = await move({ move: 'reopen', version: 2 });
    expect(open).toEqual({ ...aFollowUp('moved'), version: 3 });
    expect(await move({ move: 'withdraw', version: 3, reason: 'Salah' })).toMatchObject({
      version: 4,
      withdrawn: { reason: 'Salah', ...rina },
    });
    expect(await move({ ...done, version: 4 })).toBeUndefined();
    expect(await move({ move: 'reopen', version: 4 })).toBeUndefined();
    expect(await followUps.move(lahat, 'aaaaaaaa', done, rina)).toBeUndefined();
  });

  test('of several moves at once one is made', async () => {
    const { followUps } = engine.stores;
    const { id } = aFollowUp('raced');
    await followUps.add([aFollowUp('raced')]);
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((note) => followUps.move(lahat, id, { ...done, note }, rina)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test('the first of a call stands, with its units in its order', async () => {
    const { followUps } = engine.stores;
    const units = ['b', 'a', 'c'].map((name) => makeUnitId(lahat, name));
    const first = { fingerprint: 'one', units, regency: false, ...rina };
    expect(await followUps.keepRequest(lahat, 'a-call', first)).toEqual(first);
    expect(await followUps.keepRequest(lahat, 'a-call', { ...first, fingerprint: 'two', units: [] })).toEqual(first);
    expect(await followUps.request(lahat, 'a-call')).toEqual(first);
    expect(await followUps.request(lahat, 'no-call')).toBeUndefined();
    const whole = { fingerprint: 'whole', units: [], regency: true, ...rina };
    await followUps.keepRequest(lahat, 'the-whole', whole);
    expect(await followUps.request(lahat, 'the-whole')).toEqual(whole);
  });

  test('the list is read to its end, over more than one page of the engine, and is one regency’s', async () => {
    const { followUps } = engine.stores;
    const many = Array.from({ length: 700 }, (_, index) =>
      aFollowUp('many', {
        id: makeFollowUpId('18.13', 'many', String(index)),
        regency: '18.13',
        text: 'x'.repeat(2_000),
      }),
    );
    await followUps.add(many);
    engine.requests.reset();
    const found = await followUps.all('18.13');
    expect(found.map(({ id }) => id).sort()).toEqual(many.map(({ id }) => id).sort());
    expect(await followUps.all('18.1')).toEqual([]);
  });
});

describe('nil statements', () => {
  const aStatement = (call: string, changes: Partial<NilStatement> = {}): NilStatement => ({
    id: makeNilStatementId(lahat, call),
    regency: lahat,
    from: '2024-06-01',
    to: '2024-06-30',
    subject: 'pelanggaran netralitas ASN',
    source: 'Inspektorat',
    place: 'Lahat',
    dated: '2024-07-01',
    signer: { office: 'Inspektur', acting: 'DEFINITIVE', name: 'Hadi', nip: '198001012005011001' },
    state: 'DRAFT',
    createdAt: at,
    createdBy: 'rina',
    version: 1,
    ...changes,
  });
  const sign = { move: 'sign', version: 1, on: '2024-07-02', method: 'BY_HAND' } as const;

  test('the same draft again is that draft, another one under its key is told', async () => {
    const { nilStatements } = engine.stores;
    const first = aStatement('drafted');
    expect(await nilStatements.create(first, 'one')).toEqual({ result: 'created', statement: first });
    expect(await nilStatements.create(first, 'one')).toEqual({ result: 'repeated', statement: first });
    expect(await nilStatements.create({ ...first, subject: 'lain' }, 'two')).toEqual({
      result: 'taken',
      statement: first,
    });
    expect(await nilStatements.get(lahat, first.id)).toEqual(first);
    expect(await nilStatements.get(lahat, 'aaaaaaaa')).toBeUndefined();
  });

  test('a move is made on the version and from a state that allows it; what was signed stays said', async () => {
    const { nilStatements } = engine.stores;
    const { id } = aStatement('moved');
    await nilStatements.create(aStatement('moved'), 'one');
    const move = (to: Parameters<typeof nilStatements.move>[2]) => nilStatements.move(lahat, id, to, rina);
    expect(await move({ ...sign, version: 2 })).toBeUndefined();
    expect(await move(sign)).toMatchObject({ state: 'SIGNED', version: 2, signed: { on: sign.on, ...rina } });
    expect(await move({ ...sign, version: 2 })).toBeUndefined();
    expect(await move({ move: 'withdraw', version: 2, reason: 'Ada temuan' })).toMatchObject({
      state: 'WITHDRAWN',
      version: 3,
      signed: { on: sign.on },
      withdrawn: { reason: 'Ada temuan' },
    });
    expect(await move({ move: 'withdraw', version: 3, reason: 'lagi' })).toBeUndefined();
    expect(await move({ ...sign, version: 3 })).toBeUndefined();
    expect(await nilStatements.move(lahat, 'aaaaaaaa', sign, rina)).toBeUndefined();
    expect((await nilStatements.all(lahat)).map((statement) => statement.id)).toContain(id);
  });
});
