import { describe, expect, it } from 'vitest';
import { nextWave } from './arrangement-draft.ts';
import { checkDraft } from './check.ts';
import { bodyOf, draftOf, emptyDraft, emptyItem, type SessionDraft } from './draft.ts';

const regency = { code: '63.03', name: 'Kabupaten Banjar' };
const filled = (): SessionDraft => ({
  ...emptyDraft(regency),
  title: 'Sosialisasi',
  organizer: 'BKPSDM',
  startsAt: '2024-11-07T08:00',
  endsAt: '2024-11-07T12:00',
  venue: { name: 'Aula', address: '', region: '63.03.01', map: '', capacity: '' },
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
      waves: [],
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
      readFirst: true,
    };
    expect(bodyOf(draft, 'WITA', ['instance']).pledge).toEqual({
      text: 'ikrar',
      version: 2,
      variables: { instance: 'A' },
      classes: ['OPD'],
      readFirst: true,
    });
  });
});

describe('the waves and the letter of a draft', () => {
  const wave = { key: 'a', id: 'w1', label: 'Pagi', from: '08:00', to: '10:00', day: '', nights: 0, capacity: '120' };

  it('are sent in the zone of the regency, and only what was said', () => {
    const body = bodyOf({ ...filled(), waves: [wave], letter: { ...filled().letter, number: '800/1' } }, 'WITA', []);
    expect(body.waves).toEqual([
      {
        id: 'w1',
        label: 'Pagi',
        startsAt: '2024-11-07T08:00:00+08:00',
        endsAt: '2024-11-07T10:00:00+08:00',
        capacity: 120,
      },
    ]);
    expect(body.letter).toEqual({ number: '800/1' });
    expect(bodyOf(filled(), 'WITA', [])).not.toHaveProperty('letter');
  });

  it('come back as they were sent, the lines of the copies too', () => {
    const letter = {
      number: '800/1',
      opening: 'Bersama ini',
      copies: ['Bupati Banjar', 'Sekda'],
      signer: { office: 'Sekretaris Daerah', acting: 'PLH' as const, name: 'Ahmad Fauzan' },
    };
    const instants = { startsAt: '2024-11-07T00:00:00.000Z', endsAt: '2024-11-07T02:00:00.000Z' };
    const shown = {
      ...(bodyOf(filled(), 'WITA', []) as object),
      zone: 'WITA',
      ...instants,
      agenda: [],
      legalBases: [],
      pledge: null,
      letter,
      waves: [{ id: 'w1', label: 'Pagi', ...instants, capacity: 120 }],
    };
    const again = bodyOf({ ...draftOf(shown as never), endsAt: '2024-11-07T12:00' }, 'WITA', []);
    expect(again.letter).toEqual(letter);
    expect(again.waves?.[0]).toMatchObject({ id: 'w1', label: 'Pagi', capacity: 120 });
  });

  it('keep their day and the nights over which they last; those of the first day move with it', () => {
    const at = (day: string, hour: string) => `2024-11-${day}T${hour}:00:00.000Z`;
    const shown = {
      ...(bodyOf(filled(), 'WITA', []) as object),
      zone: 'WITA',
      startsAt: at('07', '00'),
      endsAt: at('09', '04'),
      agenda: [],
      legalBases: [],
      pledge: null,
      waves: [
        { id: 'w1', label: 'Pagi', startsAt: at('07', '00'), endsAt: at('07', '02') },
        { id: 'w2', label: 'Hari kedua', startsAt: at('08', '00'), endsAt: at('08', '02') },
        { id: 'w3', label: 'Semalam', startsAt: at('08', '12'), endsAt: at('09', '00') },
      ],
    };
    const draft = draftOf(shown as never);
    const timesOf = (change: Partial<SessionDraft>) =>
      bodyOf({ ...draft, ...change }, 'WITA', []).waves?.map(({ startsAt, endsAt }) => [
        String(startsAt).slice(8, 13),
        String(endsAt).slice(8, 13),
      ]);
    const later = [
      ['08T08', '08T10'],
      ['08T20', '09T08'],
    ];
    expect(timesOf({})).toEqual([['07T08', '07T10'], ...later]);
    expect(timesOf({ startsAt: '2024-11-06T08:00' })).toEqual([['06T08', '06T10'], ...later]);
    expect(checkDraft(draft, [])).toEqual([]);
    expect(checkDraft({ ...draft, endsAt: '2024-11-08T22:00' }, []).map(({ id }) => id)).toEqual(['waves-2-endsAt']);
    // On a session of one day there is no other day to be on.
    expect(timesOf({ endsAt: '2024-11-07T23:00' })?.[1]).toEqual(['07T08', '07T10']);
  });

  it('never give a new wave the name of another, nor of one that was removed', () => {
    const names = Array.from({ length: 50 }, () => nextWave('Siang').id);
    expect(new Set(names).size).toBe(50);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]{8}$/);
  });
});

describe('what is missing in a draft', () => {
  const missing = (change: Partial<SessionDraft>, variables: string[] = []) =>
    checkDraft({ ...filled(), ...change }, variables).map(({ id }) => id);

  it('is nothing when all is filled in', () => {
    expect(missing({})).toEqual([]);
  });
  it('is named by the id of its field', () => {
    expect(
      missing({ title: ' ', classes: [], venue: { name: '', address: '', region: '63.03', map: '', capacity: '' } }),
    ).toEqual(['title', 'venue-name', 'classes']);
  });
  it('is an end before the start', () => {
    expect(missing({ endsAt: '2024-11-07T07:00' })).toEqual(['endsAt']);
  });
  it('is a wave without times, outside the session, or too long by its number', () => {
    const wave = { key: 'a', id: 'w1', label: 'Pagi', from: '08:00', to: '10:00', day: '', nights: 0, capacity: '' };
    expect(missing({ waves: [wave] })).toEqual([]);
    expect(missing({ waves: [{ ...wave, from: '', label: '' }] })).toEqual(['waves-0-label', 'waves-0-startsAt']);
    expect(missing({ waves: [{ ...wave, to: '13:00' }] })).toEqual(['waves-0-endsAt']);
    expect(missing({ waves: [{ ...wave, from: '10:30' }] })).toEqual(['waves-0-endsAt']);
    expect(missing({ waves: [{ ...wave, capacity: 'banyak' }] })).toEqual(['waves-0-capacity']);
  });
  it('is a map that is no https address, and a signer without an office', () => {
    const venue = { ...filled().venue, map: 'javascript:alert(1)' };
    expect(missing({ venue })).toEqual(['venue-map']);
    const letter = filled().letter;
    expect(missing({ letter: { ...letter, signer: { ...letter.signer, name: 'Ani' } } })).toEqual([
      'letter-signer-office',
    ]);
  });
  it('is a blank of the pledge', () => {
    expect(missing({ pledgeText: 'ikrar@1', pledgeClasses: ['OPD'], variables: {} }, ['year'])).toEqual([
      'pledge-variables-year',
    ]);
  });
});
