import { describe, expect, it } from 'vitest';
import { checkDraft } from './check.ts';
import { bodyOf, draftOf, emptyDraft, emptyItem, type SessionDraft } from './draft.ts';

const regency = { code: '63.03', name: 'Kabupaten Banjar' };
const filled = (): SessionDraft => ({
  ...emptyDraft(regency),
  title: 'Sosialisasi',
  organizer: 'BKPSDM',
  startsAt: '2024-11-07T08:00',
  endsAt: '2024-11-07T12:00',
  venue: { name: 'Aula', address: '', region: '63.03.01' },
  agenda: [{ ...emptyItem(), title: 'Pembukaan', time: '08:15' }],
  classes: ['OPD'],
});

describe('the draft of a session', () => {
  it('is sent with its local times in the zone of the regency, and without empty texts', () => {
    const body = bodyOf(filled(), 'WITA', []);
    expect(body.startsAt).toBe('2024-11-07T08:00:00+08:00');
    expect(body.agenda?.[0]?.startsAt).toBe('2024-11-07T08:15:00+08:00');
    expect(body).not.toHaveProperty('occasion');
    expect(body).not.toHaveProperty('opener');
    expect(body.pledge).toBeNull();
  });

  it('comes back from the API as it was typed', () => {
    const { key: _, ...item } = draftOf({
      ...(bodyOf(filled(), 'WITA', []) as object),
      zone: 'WITA',
      startsAt: '2024-11-07T00:00:00.000Z',
      endsAt: '2024-11-07T04:00:00.000Z',
      agenda: [{ title: 'Pembukaan', startsAt: '2024-11-07T00:15:00.000Z', speakers: [] }],
      legalBases: [],
      pledge: null,
    } as never).agenda[0] as SessionDraft['agenda'][number];
    expect(item).toEqual({ title: 'Pembukaan', time: '08:15', otherDay: '', speakers: [] });
  });

  it('keeps the blanks of the chosen pledge text only', () => {
    const draft = {
      ...filled(),
      pledgeText: 'ikrar@2',
      variables: { instance: 'A', other: 'B' },
      pledgeClasses: ['OPD' as const],
    };
    expect(bodyOf(draft, 'WITA', ['instance']).pledge).toEqual({
      text: 'ikrar',
      version: 2,
      variables: { instance: 'A' },
      classes: ['OPD'],
    });
  });
});

describe('what is missing in a draft', () => {
  const missing = (change: Partial<SessionDraft>, variables: string[] = []) =>
    checkDraft({ ...filled(), ...change }, variables).map(({ id }) => id);

  it('is nothing when all is filled in', () => {
    expect(missing({})).toEqual([]);
  });
  it('is named by the id of its field', () => {
    expect(missing({ title: ' ', classes: [], venue: { name: '', address: '', region: '63.03' } })).toEqual([
      'title',
      'venue-name',
      'classes',
    ]);
  });
  it('is an end before the start', () => {
    expect(missing({ endsAt: '2024-11-07T07:00' })).toEqual(['endsAt']);
  });
  it('is a blank of the pledge', () => {
    expect(missing({ pledgeText: 'ikrar@1', pledgeClasses: ['OPD'], variables: {} }, ['year'])).toEqual([
      'pledge-variables-year',
    ]);
  });
});
