import { describe, expect, it } from 'vitest';
import { AnswerRequest } from '../../../../functions/invitations/answer-schema.ts';
import { type AnswerDraft, draftOf, missingIn, requestOf } from './answer-draft.ts';

const draft = (change: Partial<AnswerDraft>): AnswerDraft => ({ kind: undefined, reason: '', delegate: {}, ...change });

describe('an answer by telephone', () => {
  it('asks for what belongs to it and for nothing else', () => {
    expect(missingIn(draft({}))).toEqual({ id: 'jawaban-telepon', text: 'needAnswer' });
    expect(missingIn(draft({ kind: 'UNABLE', reason: ' ' }))).toEqual({ id: 'alasan-berhalangan', text: 'needReason' });
    expect(missingIn(draft({ kind: 'DELEGATED' }))).toBeUndefined();
    expect(missingIn(draft({ kind: 'ATTENDING' }))).toBeUndefined();
  });

  it('is sent as the API takes it: empty fields are not known, and leftovers of another choice stay behind', () => {
    const typed = { reason: ' Dinas luar ', delegate: { name: ' Suyatno ', office: '', acting: 'PLH' as const } };
    const delegated = requestOf(draft({ kind: 'DELEGATED', ...typed }));
    expect(delegated).toEqual({ kind: 'DELEGATED', delegate: { name: 'Suyatno', acting: 'PLH' } });
    expect(requestOf(draft({ kind: 'UNABLE', ...typed }))).toEqual({ kind: 'UNABLE', reason: 'Dinas luar' });
    expect(requestOf(draft({ kind: 'ATTENDING', ...typed }))).toEqual({ kind: 'ATTENDING' });
    expect(requestOf(draft({ kind: 'DELEGATED' }))).toEqual({ kind: 'DELEGATED', delegate: {} });
    expect(AnswerRequest.parse(delegated)).toEqual(delegated);
  });

  it('begins with what is on record', () => {
    const answer = { kind: 'DELEGATED' as const, at: '2024-06-20T00:00:00.000Z' };
    const begun = draftOf({ answer, delegation: { at: answer.at, delegate: { name: 'Suyatno' } } });
    expect(begun).toEqual({ kind: 'DELEGATED', reason: '', delegate: { name: 'Suyatno' } });
    expect(draftOf({})).toEqual(draft({}));
  });
});
