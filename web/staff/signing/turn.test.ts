import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  calledName,
  calledOffice,
  kindOf,
  likelyWho,
  skip,
  type Turn,
  turnOf,
  underName,
  upcoming,
} from './turn.ts';

const turn = (invitation: string, changes: Partial<Turn> = {}): Turn => ({
  invitation,
  kind: 'unit',
  name: 'Dinas Sosial',
  office: 'Kepala Dinas Sosial',
  person: { name: 'Siti Aminah', titlesBefore: 'Dr.', titlesAfter: 'M.Si.', acting: 'PLT' },
  present: 'holder',
  signed: {},
  ...changes,
});
const ids = (turns: readonly Turn[]): string[] => turns.map(({ invitation }) => invitation);

describe('the round', () => {
  const waiting = ['a', 'b', 'c', 'd'].map((id) => turn(id));

  it('keeps the order; whoever was skipped comes at its end, in the order of skipping', () => {
    expect(ids(upcoming(waiting, []))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(upcoming(waiting, ['c', 'a']))).toEqual(['b', 'd', 'c', 'a']);
  });

  it('forgets whoever was skipped and waits no more', () => {
    expect(ids(upcoming(waiting, ['gone', 'b']))).toEqual(['a', 'c', 'd', 'b']);
  });

  it('puts whoever is skipped twice behind the others', () => {
    expect(skip(['a', 'b'], 'a')).toEqual(['b', 'a']);
  });
});

describe('how somebody is called', () => {
  it('by name with titles, then the office as it is held', () => {
    expect([calledName(turn('a')), calledOffice(turn('a'))]).toEqual([
      'Dr. Siti Aminah, M.Si.',
      'Plt. Kepala Dinas Sosial',
    ]);
  });

  it('by the office where no name is known, and then no office again', () => {
    const unknown = turn('a', { person: null });
    expect([calledName(unknown), calledOffice(unknown)]).toEqual(['Kepala Dinas Sosial', '']);
  });

  it('a delegate by their own name and office, never under the office of the head', () => {
    const delegate = turn('a', {
      present: 'delegate',
      person: { name: 'Suyatno', office: 'Sekretaris', acting: 'PLH' },
    });
    expect([calledName(delegate), calledOffice(delegate)]).toEqual(['Suyatno', 'Plh. Sekretaris']);
    const unnamed = turn('a', { present: 'delegate', person: null });
    expect([calledName(unnamed), calledOffice(unnamed)]).toEqual(['Wakil Dinas Sosial', '']);
  });
});

describe('the line under a name', () => {
  it('says office and unit, and nothing twice', () => {
    expect(underName(turn('a'))).toBe('Plt. Kepala Dinas Sosial');
    expect(underName(turn('a', { office: 'Sekretaris Daerah', name: 'Sekretariat Daerah' }))).toBe(
      'Plt. Sekretaris Daerah · Sekretariat Daerah',
    );
    const guest = { kind: 'guest', name: 'Pj Bupati', office: 'Pj Bupati', person: null } as const;
    expect(underName(turn('a', guest))).toBe('');
  });
});

describe('what is sent', () => {
  const hash = 'a'.repeat(64);
  const base = { hash, nonce: 'nonce-123', signer: { name: ' Suyatno ', office: '' } };

  it('a delegate signs as a delegate, under their own name', () => {
    expect(likelyWho(turn('a', { present: 'delegate' }))).toBe('delegate');
    expect(bodyOf({ ...base, as: 'signer', who: 'delegate', drawn: '' })).toEqual({
      nonce: 'nonce-123',
      hash,
      who: 'delegate',
      role: 'SIGNER',
      symbolic: false,
      method: 'TABLET',
      signer: { name: 'Suyatno' },
    });
  });

  it('symbolic and witness signatures say what they are', () => {
    expect(bodyOf({ ...base, as: 'symbolic', who: 'holder', drawn: 'm1 1 2 2' })).toMatchObject({
      role: 'SIGNER',
      symbolic: true,
      drawn: 'm1 1 2 2',
    });
    expect(bodyOf({ ...base, as: 'witness', who: 'holder' })).toMatchObject({ role: 'WITNESS', symbolic: false });
    expect([kindOf('witness', 'delegate'), kindOf('symbolic', 'holder'), kindOf('signer', 'delegate')]).toEqual([
      'witness',
      'symbolic',
      'delegate',
    ]);
  });

  it('paper names its sheet and its time', () => {
    const paper = { sheet: '3', signedAt: '2024-06-27T02:00:00.000Z' };
    expect(bodyOf({ ...base, as: 'signer', who: 'holder', paper })).toMatchObject({ method: 'PAPER', ...paper });
  });
});

describe('somebody found by name', () => {
  const invitation = {
    id: 'abcde',
    session: 'fghij',
    kind: 'unit' as const,
    name: 'Dinas Sosial',
    office: 'Kepala Dinas Sosial',
    holder: { name: 'Siti Aminah', acting: 'DEFINITIVE' as const },
    revoked: false,
    version: 1,
    invitedAt: '2024-06-20T02:00:00.000Z',
    pledge: { status: 'NOT_YET' as const, delegateSignedAt: '2024-06-27T02:00:00.000Z' },
  };
  const came = { at: '2024-06-27T01:00:00.000Z', door: 'Pintu A', mode: 'IN_PERSON', who: 'delegate' };

  it('is the delegate who came, or the holder', () => {
    const delegate = { name: 'Suyatno' };
    const found = turnOf({ ...invitation, checkIn: { ...came, delegate } } as never);
    expect(found).toMatchObject({ present: 'delegate', person: delegate, signed: { delegate: expect.any(String) } });
    expect(turnOf(invitation as never)).toMatchObject({ present: null, person: { name: 'Siti Aminah' } });
  });

  it('is in no hall when it takes part online', () => {
    expect(turnOf({ ...invitation, checkIn: { ...came, mode: 'ONLINE' } } as never).present).toBeNull();
  });
});
