import { describe, expect, it } from 'vitest';
import {
  checkReading,
  draftOfReading,
  emptyReading,
  inOrder,
  presentAtAll,
  type ReadingShown,
  readingBody,
  readingStage,
} from './reading-draft.ts';

const reader = { name: 'Suyatno', office: 'Sekretaris Daerah' };
const shown = (
  id: string,
  state: ReadingShown['state'],
  startedAt: string | null = null,
  present = 0,
): ReadingShown => ({
  id,
  state,
  startedAt,
  endedAt: null,
  present,
  reader,
  witnesses: [],
  hash: 'a'.repeat(64),
});

describe('the draft of a reading', () => {
  it('is planned without times', () => {
    expect(readingBody({ ...emptyReading(false), reader }, 'WITA')).toEqual({ reader, witnesses: [] });
  });

  it('from paper is sent with its times in the zone of the session, and comes back as it was typed', () => {
    const draft = { ...emptyReading(true), reader, startedAt: '2024-11-07T09:10', endedAt: '2024-11-07T09:16' };
    const body = readingBody(draft, 'WITA');
    expect(body.startedAt).toBe('2024-11-07T09:10:00+08:00');
    expect(body.endedAt).toBe('2024-11-07T09:16:00+08:00');
    const stored = { ...shown('a', 'READ', '2024-11-07T01:10:00.000Z'), endedAt: '2024-11-07T01:16:00.000Z' };
    expect(draftOfReading(stored, 'WITA')).toEqual(draft);
  });

  it('says what is missing, at the field that lacks it', () => {
    const draft = {
      ...emptyReading(true),
      witnesses: [{ name: 'Rahmat', office: ' ' }],
      startedAt: '2024-11-07T09:10',
    };
    expect(checkReading(draft).map(({ id }) => id)).toEqual([
      'reader-name',
      'reader-office',
      'witnesses-0-office',
      'endedAt',
    ]);
    expect(checkReading({ ...emptyReading(false), reader })).toEqual([]);
  });

  it('does not end before it started', () => {
    const draft = { ...emptyReading(true), reader, startedAt: '2024-11-07T09:10', endedAt: '2024-11-07T09:09' };
    expect(checkReading(draft).map(({ id }) => id)).toEqual(['endedAt']);
  });
});

describe('the readings of a session', () => {
  const late = shown('b', 'READ', '2024-11-07T03:00:00.000Z', 12);
  const first = shown('c', 'READ', '2024-11-07T01:00:00.000Z', 300);
  const mistake = shown('a', 'VOID', '2024-11-07T00:50:00.000Z', 0);
  const planned = shown('d', 'PLANNED');

  it('stand in the order in which they were held, then what is to come, then what was voided', () => {
    expect(inOrder([mistake, planned, late, first]).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('say where the ceremony stands', () => {
    const running = shown('e', 'READING', '2024-11-07T04:00:00.000Z');
    expect([[], [mistake], [planned, mistake], [planned, late], [late, running]].map(readingStage)).toEqual([
      'none',
      'none',
      'planned',
      'done',
      'now',
    ]);
  });

  it('count everybody who was there once', () => {
    expect(presentAtAll([first, late, mistake, planned])).toBe(312);
  });
});
