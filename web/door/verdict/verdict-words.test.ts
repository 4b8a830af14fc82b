import { describe, expect, it } from 'vitest';
import type { DoorListEntry, LogEntry, Verdict } from '../core/door.ts';
import { namedOf, placeOf, presenceOf } from './person.ts';
import { isStop, toneOf } from './tone.ts';
import { beforeOf, detailOf, headOf, tagOf } from './verdict-words.ts';

const camat: DoorListEntry = {
  id: 'aaaaaaaa',
  hashes: [],
  version: 1,
  kind: 'unit',
  name: 'Siti Aminah',
  titlesAfter: 'M.Si.',
  acting: 'PLT',
  office: 'Camat Lahat',
  unit: 'Kecamatan Lahat',
  class: 'KECAMATAN',
  districtName: 'Lahat',
  revoked: false,
  present: null,
};

const logEntry = (verdict: Verdict, changes: Partial<LogEntry> = {}): LogEntry => ({
  nonce: 'nonce-0001',
  at: '2024-06-27T01:00:00.000Z',
  input: { target: { code: 'x' }, who: 'roster' },
  entry: camat,
  verdict,
  state: 'confirmed',
  seen: false,
  ...changes,
});

const online = { zone: 'WIB', reachable: true } as const;
const offline = { zone: 'WIB', reachable: false } as const;
const admitted: Verdict = { kind: 'ADMITTED', late: false };
const already: Verdict = { kind: 'ALREADY', first: { at: '2024-06-27T01:02:00.000Z', door: 'Pintu B' } };

describe('the words of a verdict', () => {
  it('are one head for each kind, and a name of its own for a code that nobody knows', () => {
    const heads = [
      admitted,
      already,
      { kind: 'REFUSED', reason: 'UNKNOWN' },
      { kind: 'REFUSED', reason: 'REVOKED' },
      { kind: 'UNDECIDED', why: 'NO_LIST' },
      { kind: 'NOT_SAVED' },
      { kind: 'FAILED' },
    ] as const;
    expect(heads.map((verdict) => headOf(logEntry(verdict), false))).toEqual([
      'HADIR',
      'SUDAH HADIR',
      'TIDAK DIKENAL',
      'DITOLAK',
      'TERSIMPAN LURING',
      'TIDAK TERSIMPAN',
      'TIDAK TERCATAT',
    ]);
    expect(heads.map(toneOf)).toEqual(['good', 'warn', 'bad', 'bad', 'info', 'bad', 'bad']);
    expect(heads.filter(isStop)).toHaveLength(5);
  });

  it('say of somebody let in only what is out of the ordinary', () => {
    expect(detailOf(logEntry(admitted), online)).toBeUndefined();
    expect(detailOf(logEntry(admitted, { state: 'saved' }), online)).toBeUndefined();
    expect(detailOf(logEntry(admitted, { state: 'saved' }), offline)).toMatch(/Tersimpan di ponsel ini/);
    expect(detailOf(logEntry({ kind: 'ADMITTED', late: true }), online)).toBe('Dicatat sebagai susulan');
  });

  it('name time and door of the first', () => {
    expect(detailOf(logEntry(already), online)).toBe('Masuk pertama 08.02 WIB, Pintu B');
  });

  it('tell a head that a delegate is named, as a question for the operator, with the name as far as it is known', () => {
    const verdict = { kind: 'REFUSED', reason: 'DELEGATED' } as const;
    const delegated = { name: 'Suyatno', office: 'Sekcam', acting: 'PLH' as const };
    const saying = (changes: Partial<DoorListEntry>) =>
      detailOf(logEntry(verdict, { entry: { ...camat, ...changes } }), online);
    expect([headOf(logEntry(verdict), true), toneOf(verdict), isStop(verdict)]).toEqual([
      'SUDAH DIWAKILKAN',
      'warn',
      true,
    ]);
    expect(saying({ delegated: { ...delegated, holderHashes: [] } })).toBe(
      'Sudah menunjuk wakil: Suyatno, Plh. Sekcam.',
    );
    expect(saying({ delegated: { holderHashes: [] } })).toBe('Undangan ini sudah menunjuk wakil.');
    const present = { at: '2024-06-27T01:02:00.000Z', door: 'Pintu B', mode: 'IN_PERSON', who: 'delegate' } as const;
    expect(saying({ delegated: { name: 'Suyatno', holderHashes: [] }, present })).toBe(
      'Sudah menunjuk wakil: Suyatno. Wakilnya masuk 08.02 WIB, Pintu B.',
    );
  });

  it('say what stood there before the server answered otherwise', () => {
    expect(beforeOf(logEntry(already, { state: 'overruled', before: admitted }))).toBe('Tadi tertulis: HADIR');
    expect(beforeOf(logEntry(already))).toBeUndefined();
  });

  it('call a record that was taken back so, unless the server kept it', () => {
    const undone = { reason: 'Salah orang', confirmed: true };
    expect(tagOf(logEntry(admitted), true)).toEqual({ tone: 'good', word: 'HADIR' });
    expect(tagOf(logEntry(admitted, { undone }), true)).toEqual({ tone: 'plain', word: 'DIBATALKAN' });
    expect(tagOf(logEntry(admitted, { undone: { ...undone, failed: true } }), true).word).toBe('HADIR');
  });

  it('count a group instead of welcoming it', () => {
    const group = logEntry(admitted, { input: { target: { group: { count: 25, label: 'Siswa' } }, who: 'roster' } });
    expect(headOf(group, true)).toBe('TERCATAT');
    expect(namedOf({ ...group, entry: undefined })).toEqual({ title: '25 orang', person: 'Siswa', place: 'Rombongan' });
  });
});

describe('who stands there', () => {
  it('is the office as it is held, and the person with titles', () => {
    expect(namedOf(logEntry(admitted))).toMatchObject({ title: 'Plt. Camat Lahat', person: 'Siti Aminah, M.Si.' });
    expect(namedOf(logEntry(admitted, { entry: undefined }))).toBeUndefined();
  });

  it('has no place that the office says already', () => {
    expect(placeOf(camat)).toBe('Kecamatan Lahat');
    expect(placeOf({ ...camat, office: 'Camat', districtName: 'Lahat' })).toBe('Kecamatan Lahat · Lahat');
  });

  it('is said to be acting or a delegate, with as much of the delegate as is known', () => {
    const came = (who: 'roster' | 'holder' | 'delegate', delegate = {}) =>
      presenceOf(logEntry(admitted, { input: { target: { code: 'x' }, who, delegate } }));
    expect(came('roster')).toBe('Dihadiri Pj/Pjs/Plt/Plh');
    expect(came('holder')).toBeUndefined();
    expect(came('delegate')).toBe('Diwakili');
    expect(came('delegate', { name: 'Ahmad', office: 'Sekcam' })).toBe('Wakil: Ahmad, Sekcam');
    const entry = { ...camat, delegated: { name: 'Rini', holderHashes: [] } };
    const named = logEntry(admitted, { entry, input: { target: { code: 'x' }, who: 'delegate' } });
    expect(presenceOf(named)).toBe('Wakil: Rini');
  });
});
