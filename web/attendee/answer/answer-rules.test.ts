import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OwnView } from '../attendee-view.ts';
import { endingOf, isLateTold, isRenewed, missingIn, requestOf, whatsAppLink, whyTooLate } from './answer-rules.ts';
import { type Draft, dropDraft, emptyDraft, keepDraft, keptDraft, readDraft } from './draft.ts';

const draft = (changes: Partial<Draft>): Draft => ({ ...emptyDraft, ...changes });
type Of = Parameters<typeof keptDraft>[0];
const texts = { choose: 'choose', reason: 'reason' };

describe('an answer', () => {
  it('sends what belongs to it and nothing else', () => {
    const delegate = { name: ' Suyatno ', office: '', letter: '800/12', acting: 'PLH' as const };
    const all = { reason: ' dinas luar ', delegate };
    expect(requestOf(draft({ ...all, kind: 'ATTENDING' }))).toEqual({ kind: 'ATTENDING' });
    expect(requestOf(draft({ ...all, kind: 'UNABLE' }))).toEqual({ kind: 'UNABLE', reason: 'dinas luar' });
    expect(requestOf(draft({ ...all, kind: 'DELEGATED' }))).toEqual({
      kind: 'DELEGATED',
      delegate: { name: 'Suyatno', letter: '800/12', acting: 'PLH' },
    });
  });

  it('needs a choice, and a reason of those who cannot come; of a delegate everything may be unknown', () => {
    expect(requestOf(emptyDraft)).toBeUndefined();
    expect(requestOf(draft({ kind: 'UNABLE', reason: '  ' }))).toBeUndefined();
    expect(requestOf(draft({ kind: 'DELEGATED' }))).toEqual({ kind: 'DELEGATED', delegate: {} });
    expect(missingIn(emptyDraft, texts)).toEqual([{ id: 'jawaban', text: 'choose' }]);
    expect(missingIn(draft({ kind: 'UNABLE', reason: ' ' }), texts)).toEqual([{ id: 'alasan', text: 'reason' }]);
    expect(missingIn(draft({ kind: 'DELEGATED' }), texts)).toEqual([]);
  });

  it('is told once why it is too late', () => {
    const view = (state: string, checkIn?: object) => ({ session: { state }, invitation: { checkIn } }) as OwnView;
    expect([view('CANCELLED'), view('OPEN', {}), view('PUBLISHED'), view('CLOSED')].map(whyTooLate)).toEqual([
      'lateCancelled',
      'latePresent',
      'lateOver',
      'lateOver',
    ]);
    expect([view('CANCELLED'), view('OPEN', {}), view('CLOSED'), view('PUBLISHED')].map(isLateTold)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is asked about once more where it makes a delegate’s code die, and not where the delegate stays', () => {
    const named = { delegation: { delegate: { name: 'Suyatno' }, at: '2024-06-20T01:00:00.000Z' } };
    const sends = (name: string) => endingOf(draft({ kind: 'DELEGATED', delegate: { name } }), named);
    expect(endingOf(draft({ kind: 'ATTENDING' }), named)).toBe('TAKEN_BACK');
    expect(endingOf(draft({ kind: 'UNABLE', reason: 'sakit' }), named)).toBe('TAKEN_BACK');
    expect(sends('Wati')).toBe('REPLACED');
    expect(['Suyatno', 'H. SUYATNO, S.Pd.', ''].map(sends)).toEqual([undefined, undefined, undefined]);
    expect(endingOf(draft({ kind: 'ATTENDING' }), {})).toBeUndefined();
    expect(endingOf(emptyDraft, named)).toBeUndefined();
  });

  it('tells a new delegate’s link from the one that was sent before', () => {
    const view = (link?: string) =>
      ({ invitation: { delegation: link && { delegate: {}, link } } }) as unknown as OwnView;
    expect(isRenewed(view('a'), view('b'))).toBe(true);
    expect([isRenewed(view('a'), view('a')), isRenewed(view(), view('b')), isRenewed(view('a'), view())]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('puts a message into WhatsApp whole', () => {
    const link = new URL(whatsAppLink('Rapat & ikrar\nhttps://hadir.test/c/ABC#x'));
    expect(link.origin + link.pathname).toBe('https://wa.me/');
    expect(link.searchParams.get('text')).toBe('Rapat & ikrar\nhttps://hadir.test/c/ABC#x');
  });
});

describe('a draft', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is of one session only: an office’s invitation has the same id in the next', () => {
    const items = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => items.set(name, value),
      removeItem: (name: string) => items.delete(name),
    });
    const [first, next] = ['s1', 's2'].map((session) => ({ session, id: 'u1' })) as [Of, Of];
    keepDraft(first, draft({ kind: 'UNABLE' }));
    expect([keptDraft(first)?.kind, keptDraft(next)]).toEqual(['UNABLE', undefined]);
    dropDraft(first);
    expect(keptDraft(first)).toBeUndefined();
  });

  it('comes back as it was kept', () => {
    const kept = draft({ kind: 'DELEGATED', delegate: { name: 'Suyatno', office: '', letter: '', acting: 'PLT' } });
    expect(readDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('is an empty one when the storage holds something else', () => {
    const empty = { kind: undefined, reason: '', delegate: { name: '', office: '', letter: '' } };
    for (const value of [null, 1, 'x', [], { kind: 'MAYBE', reason: 3, delegate: 'x' }, { delegate: { acting: 'XX' } }])
      expect(readDraft(value)).toEqual(empty);
  });
});
