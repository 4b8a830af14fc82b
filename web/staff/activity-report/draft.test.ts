import { describe, expect, it } from 'vitest';
import {
  ActivityReportInput,
  mostPhotos as apiMost,
  photoMaxBytes,
} from '../../../functions/activity-reports/activity-report-schema.ts';
import {
  type Draft,
  differs,
  draftOf,
  inputOf,
  lacksOffice,
  longest,
  longestCaption,
  mostPhotos,
  moved,
  onto,
  photoLimits,
  type ReportShown,
  textFields,
} from './draft.ts';

const report = (changes: Partial<ReportShown> = {}): ReportShown => ({
  session: 'abcdefghij',
  version: 3,
  changedAt: '2024-06-28T01:00:00.000Z',
  purpose: 'Menyamakan pemahaman.',
  photos: [{ id: 'photo-0001', caption: 'Pembukaan' }],
  stored: ['photo-0001', 'photo-0002'],
  ...changes,
});
const draft = (changes: Partial<Draft> = {}): Draft => ({ ...draftOf(report()), ...changes });
const parsed = (value: object) => ActivityReportInput.safeParse(value).success;

describe('a report while it is written', () => {
  it('stays within what the API takes', () => {
    for (const name of textFields) {
      expect(parsed({ [name]: 'a'.repeat(longest[name]) })).toBe(true);
      expect(parsed({ [name]: 'a'.repeat(longest[name] + 1) })).toBe(false);
    }
    expect(parsed({ photos: [{ id: 'photo-0001', caption: 'a'.repeat(longestCaption) }] })).toBe(true);
    expect(parsed({ photos: [{ id: 'photo-0001', caption: 'a'.repeat(longestCaption + 1) }] })).toBe(false);
    expect([mostPhotos, photoLimits.maxBytes]).toEqual([apiMost, photoMaxBytes]);
  });

  it('is sent without what is empty', () => {
    expect(inputOf(draft({ purpose: ' ', results: ' Ikrar dibacakan. ' }))).toEqual({
      version: 3,
      results: 'Ikrar dibacakan.',
      photos: [{ id: 'photo-0001', caption: 'Pembukaan' }, { id: 'photo-0002' }],
    });
    const signer = {
      office: 'Inspektur',
      acting: 'PLT',
      name: 'Sukirman',
      titlesBefore: '',
      titlesAfter: '',
      rank: '',
    } as const;
    expect(inputOf(draft({ signer })).signer).toEqual({ office: 'Inspektur', acting: 'PLT', name: 'Sukirman' });
    expect(lacksOffice({ ...signer, office: ' ' })).toBe(true);
    expect(lacksOffice(signer)).toBe(false);
  });

  it('shows photos that were uploaded and never named, and counts them as unsaved', () => {
    expect(draftOf(report()).photos.map(({ id }) => id)).toEqual(['photo-0001', 'photo-0002']);
    expect(differs(draft(), report())).toBe(true);
    const named = report({ photos: [{ id: 'photo-0001', caption: 'Pembukaan' }, { id: 'photo-0002' }] });
    expect(differs(draftOf(named), named)).toBe(false);
    expect(differs({ ...draftOf(named), version: 9 }, named)).toBe(false);
  });

  it('keeps its words and its order on top of another version', () => {
    const mine = draft({
      purpose: 'Kata saya',
      photos: [
        { id: 'photo-0002', caption: 'Saya' },
        { id: 'photo-0001', caption: '' },
      ],
    });
    const latest = report({
      version: 5,
      purpose: 'Kata lain',
      stored: ['photo-0002', 'photo-0003'],
      photos: [{ id: 'photo-0003' }],
    });
    expect(onto(mine, latest)).toMatchObject({
      version: 5,
      purpose: 'Kata saya',
      photos: [
        { id: 'photo-0002', caption: 'Saya' },
        { id: 'photo-0003', caption: '' },
      ],
    });
  });

  it('moves a photo by one place', () => {
    const photos = ['a', 'b', 'c'].map((id) => ({ id, caption: '' }));
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');
    expect([ids(moved(photos, 1, -1)), ids(moved(photos, 1, 1))]).toEqual(['bac', 'acb']);
  });
});
