import { describe, expect, it } from 'vitest';
import { BatchRequest, BatchScan } from '../../../functions/check-in/check-in-schema.ts';
import { nobodyKnown } from '../invitations/who-came.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import {
  batchesOf,
  countResults,
  type Draft,
  faultsOf,
  likelyTime,
  mostAtOnce,
  type Outcome,
  pending,
  type Row,
  withAnswers,
  withRow,
} from './draft.ts';

const session = {
  zone: 'WITA',
  state: 'OPEN',
  startsAt: '2024-11-07T01:00:00.000Z',
  endsAt: '2024-11-07T04:00:00.000Z',
  openedAt: '2024-11-07T00:30:20.000Z',
  closedAt: null,
} as SessionShown;
const closed = { ...session, state: 'CLOSED', closedAt: '2024-11-07T04:10:00.000Z' } as SessionShown;
const now = '2024-11-07T05:00:00.000Z';

const holder = { who: 'holder' as const, delegate: nobodyKnown };
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: 'aaaaaaaa',
    nonce: `nonce-${String(index).padStart(4, '0')}`,
    ...holder,
  }));
const draft = (changes: Partial<Draft> = {}): Draft => ({
  mode: 'BACK_ENTERED',
  reason: ' daftar kertas meja 2, lembar 3 ',
  time: '2024-11-07T09:00',
  rows: rowsOf(1),
  ...changes,
});

describe('the time that is proposed', () => {
  it('is the start, in the session’s zone', () => {
    expect(likelyTime(session, now)).toBe('2024-11-07T09:00');
  });

  it('is never before the opening nor after the closing or now', () => {
    const late = { ...session, openedAt: '2024-11-07T01:20:20.000Z' };
    expect(likelyTime(late, now)).toBe('2024-11-07T09:21');
    expect(likelyTime(session, '2024-11-07T00:45:30.000Z')).toBe('2024-11-07T08:45');
    const over = { ...closed, startsAt: '2024-11-07T06:00:00.000Z' };
    expect(likelyTime(over, '2024-11-08T06:00:00.000Z')).toBe('2024-11-07T12:10');
  });
});

describe('what is wrong with a sheet', () => {
  const faults = (changes: Partial<Draft>, of = session) =>
    faultsOf(draft(changes), of, now).map(({ field, fault }) => `${field} ${fault}`);

  it('is nothing when all is there', () => {
    expect(faults({})).toEqual([]);
    expect(faults({}, closed)).toEqual([]);
  });

  it('is a missing reason, a missing time, nobody', () => {
    expect(faults({ reason: '  ', time: '', rows: [] })).toEqual([
      'alasan needReason',
      'waktu needTime',
      'cari-undangan needRows',
    ]);
  });

  it('is a time to come, one too long ago, and one outside a session that is over', () => {
    expect(faults({ time: '2024-11-07T13:01' })).toEqual(['waktu timeAhead']);
    expect(faults({ time: '2024-10-01T09:00' })).toEqual(['waktu timeTooOld']);
    expect(faults({ time: '2024-11-07T12:11' }, closed)).toEqual(['waktu timeOutside']);
    expect(faults({ time: '2024-11-07T08:30' }, closed)).toEqual(['waktu timeOutside']);
  });
});

describe('the requests', () => {
  it('are as the API reads them, with the paper’s time as a true one', () => {
    const row: Row = {
      id: 'aaaaaaaa',
      nonce: 'nonce-0001',
      who: 'delegate',
      delegate: { name: ' Rudi ', office: '', letter: '' },
    };
    const [batch] = batchesOf(draft({ rows: [row] }), [row], 'WITA', now);
    expect(BatchRequest.safeParse(batch?.body).success).toBe(true);
    const entry = BatchScan.parse(batch?.body.entries[0]);
    expect(entry).toMatchObject({
      invitation: 'aaaaaaaa',
      nonce: 'nonce-0001',
      scannedAt: '2024-11-07T01:00:00.000Z',
      clockOffsetMs: 0,
      mode: 'BACK_ENTERED',
      reason: 'daftar kertas meja 2, lembar 3',
      who: 'delegate',
      delegate: { name: 'Rudi' },
    });
    expect(entry.delegate).toEqual({ name: 'Rudi' });
  });

  it('name no delegate when the head came, whatever was typed before', () => {
    const row: Row = {
      id: 'aaaaaaaa',
      nonce: 'nonce-0001',
      who: 'holder',
      delegate: { name: 'Rudi', office: '', letter: '' },
    };
    const [batch] = batchesOf(draft(), [row], 'WITA', now);
    expect(batch?.body.entries[0]).not.toHaveProperty('delegate');
  });

  it('hold 200 entries at most and every row once', () => {
    const rows = rowsOf(2 * mostAtOnce + 1);
    const batches = batchesOf(draft({ rows }), rows, 'WITA', now);
    expect(batches.map(({ body }) => body.entries.length)).toEqual([200, 200, 1]);
    expect(batches.flatMap((batch) => batch.rows)).toEqual(rows);
  });
});

describe('repeating', () => {
  const rows = rowsOf(4);
  const answers = [{ result: 'accepted' }, { result: 'already' }, { result: 'retry' }] as Outcome[];

  it('takes the rows without an answer and those put off, with the nonces they had', () => {
    const results = withAnswers({}, rows.slice(0, 3), answers);
    expect(pending(rows, results).map(({ nonce }) => nonce)).toEqual(['nonce-0002', 'nonce-0003']);
    expect(countResults(rows, results)).toEqual({ taken: 1, already: 1, refused: 0, pending: 2 });
  });

  it('a repeat that finds its own first answer is taken', () => {
    const first = withAnswers({}, rows.slice(0, 3), answers);
    const again = withAnswers(first, pending(rows, first), [
      { result: 'replayed' },
      { result: 'refused' },
    ] as Outcome[]);
    expect(pending(rows, again)).toEqual([]);
    expect(countResults(rows, again)).toEqual({ taken: 2, already: 1, refused: 1, pending: 0 });
  });

  it('adds nobody twice to a sheet', () => {
    const once = withRow(draft({ rows: [] }), 'bbbbbbbb', holder);
    expect(withRow(once, 'bbbbbbbb', holder)).toBe(once);
    expect(once.rows[0]?.nonce).toMatch(/^[\w-]{8,40}$/);
  });
});
