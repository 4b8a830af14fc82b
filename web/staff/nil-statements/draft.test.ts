import { expect, test } from 'vitest';
import { bodyOf, checkDraft, draftLike, emptyDraft, type NilStatementShown } from './draft.ts';

const typed = {
  ...emptyDraft,
  from: '2024-06-01',
  to: '2024-06-30',
  subject: 'pelanggaran netralitas ASN',
  source: 'Inspektorat',
  place: 'Lahat',
  dated: '2024-07-01',
  signer: { ...emptyDraft.signer, name: 'Hadi', office: 'Inspektur', nip: '19800101 200501 1 001' },
};

test('everything that is missing or does not fit is told at its field', () => {
  const ids = (changes: object) => checkDraft({ ...typed, ...changes }).map(({ id }) => id);
  expect(ids(emptyDraft)).toEqual([
    'from',
    'to',
    'subject',
    'source',
    'place',
    'dated',
    'signer-office',
    'signer-name',
  ]);
  expect(ids({})).toEqual([]);
  expect(ids({ from: '2024-07-01' })).toEqual(['to']);
  expect(ids({ dated: '2024-06-29' })).toEqual(['dated']);
  expect(ids({ dated: '2024-06-30' })).toEqual([]);
  expect(ids({ signer: { ...typed.signer, nip: '1980' } })).toEqual(['signer-nip']);
});

test('what is left empty is not sent, and a NIP as its digits', () => {
  const body = bodyOf(typed);
  expect(body.signer).toEqual({ name: 'Hadi', office: 'Inspektur', acting: 'DEFINITIVE', nip: '198001012005011001' });
  expect(Object.keys(body).sort()).toEqual(['dated', 'from', 'place', 'signer', 'source', 'subject', 'to']);
});

test('what is usually said again is taken over: no period, no day, no number, and no NIP', () => {
  const last = {
    ...bodyOf({ ...typed, number: '700/1', note: 'Catatan' }),
    signer: { name: 'Hadi', office: 'Inspektur', acting: 'PLT', rank: 'Pembina', nipMasked: '1980••••••••••••••' },
  } as NilStatementShown;
  expect(draftLike(emptyDraft, last)).toEqual({
    ...emptyDraft,
    subject: 'pelanggaran netralitas ASN',
    source: 'Inspektorat',
    place: 'Lahat',
    signer: { ...emptyDraft.signer, name: 'Hadi', office: 'Inspektur', acting: 'PLT', rank: 'Pembina' },
  });
});
