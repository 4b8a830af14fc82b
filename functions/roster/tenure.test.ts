import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Holder } from './holder-schema.ts';
import { correctHolder, earliestChange, holderOn, isExpired, isRetired, replaceHolder } from './tenure.ts';
import { Tenure, type Unit } from './unit-schema.ts';

const ani: Holder = {
  name: 'Ani Lestari',
  nip: '197405052004121994',
  acting: 'DEFINITIVE',
  phone: '+6281234567890',
  email: 'ani@example.go.id',
  from: '2020-01-06',
};
const budi: Holder = { name: 'Budi Santoso', acting: 'PLT', letter: '800/12/BKPSDM/2024', until: '2024-12-31' };
const today = '2024-06-27';

type Office = Pick<Unit, 'holder' | 'past' | 'registeredOn' | 'retiredOn'>;
const office = (more: Partial<Office> = {}): Office => ({ holder: ani, registeredOn: '2022-03-01', ...more });
const nameOn = (unit: Office, day: string): string | null | undefined => {
  const { known, holder } = holderOn(unit, day, today);
  return known ? (holder?.name ?? null) : undefined;
};

describe('an office of a unit that is no longer there', () => {
  it('is held until that day and by nobody since, today included', () => {
    const closed = office({ retiredOn: '2024-02-01' });
    expect(nameOn(closed, '2024-01-31')).toBe('Ani Lestari');
    expect(nameOn(closed, '2024-02-01')).toBeNull();
    expect(nameOn(closed, today)).toBeNull();
  });
});

describe('replaceHolder', () => {
  it('puts the one before into the past, without ways to reach them', () => {
    const after = replaceHolder(office(), budi, { from: '2024-05-01', today });
    const { phone: _phone, email: _email, ...known } = ani;
    expect(after.holder).toEqual({ ...budi, from: '2024-05-01' });
    expect(after.past).toEqual([{ holder: known, from: '2020-01-06', to: '2024-05-01' }]);
    expect(Tenure.parse(after.past?.[0])).toEqual(after.past?.[0]);
  });

  it('counts from today where nobody said since when, from the new holder’s own first day where it is known', () => {
    expect(replaceHolder(office(), budi, { today }).holder?.from).toBe(today);
    const since = replaceHolder(office(), { ...budi, from: '2024-06-03' }, { today });
    expect([since.holder?.from, since.past?.[0]?.to]).toEqual(['2024-06-03', '2024-06-03']);
  });

  it('leaves an office vacant, and fills it again', () => {
    const empty = replaceHolder(office(), null, { from: '2024-02-01', today });
    expect(empty.holder).toBeNull();
    const filled = replaceHolder(empty, budi, { from: '2024-04-01', today });
    expect(filled.past).toHaveLength(1);
    expect(nameOn(filled, '2024-01-31')).toBe('Ani Lestari');
    expect(nameOn(filled, '2024-02-01')).toBeNull();
    expect(nameOn(filled, '2024-03-31')).toBeNull();
    expect(nameOn(filled, '2024-04-01')).toBe('Budi Santoso');
  });

  it('keeps no empty past: a vacancy that stays one is unchanged', () => {
    expect(replaceHolder(office({ holder: null }), null, { today })).toEqual(office({ holder: null }));
  });

  it('never makes a tenure that runs backwards', () => {
    const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2024-06-27'), noInvalidDate: true });
    const text = day.map((date) => date.toISOString().slice(0, 10));
    const step = fc.record({ vacant: fc.boolean(), from: fc.option(text, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), text, (steps, asked) => {
        const end = steps.reduce(
          (unit, { vacant, from }, index) =>
            replaceHolder(unit, vacant ? null : { ...budi, name: `Budi ${index}` }, { from, today }),
          office({ registeredOn: '2014-01-01' }),
        );
        for (const { from, to } of end.past ?? []) expect((from ?? '') <= to).toBe(true);
        // Whatever was done, the register always says somebody or nobody.
        expect(holderOn(end, asked, today).known).toBe(true);
        expect(holderOn(end, today, today).holder).toEqual(end.holder);
      }),
    );
  });
});

describe('correctHolder', () => {
  it('keeps what is left out and takes away what is null', () => {
    expect(correctHolder(office(), { rank: 'Pembina', phone: null, acting: 'PJ' })?.holder).toEqual({
      name: 'Ani Lestari',
      nip: '197405052004121994',
      acting: 'PJ',
      email: 'ani@example.go.id',
      from: '2020-01-06',
      rank: 'Pembina',
    });
  });

  it('says nothing of a vacant office', () => {
    expect(correctHolder(office({ holder: null }), { name: 'X' })).toBeUndefined();
  });

  it('moves the day on which the one before left with it', () => {
    const replaced = replaceHolder(office(), budi, { from: '2024-05-01', today });
    const corrected = correctHolder(replaced, { from: '2024-05-20' });
    expect(corrected?.past?.[0]?.to).toBe('2024-05-20');
    expect(nameOn(corrected as Office, '2024-05-10')).toBe('Ani Lestari');
    const apart = correctHolder({ ...replaced, past: [{ holder: ani, to: '2024-03-01' }] }, { from: '2024-05-20' });
    expect(apart?.past?.[0]?.to).toBe('2024-03-01');
    const early = correctHolder({ ...replaced, past: [{ holder: ani, to: '2024-03-01' }] }, { from: '2024-02-20' });
    expect(early?.past?.[0]?.to).toBe('2024-02-20');
  });

  it('makes no vacancy of a first day that nobody had written down', () => {
    const { from: _, ...noFrom } = ani;
    const alone = correctHolder(office({ holder: noFrom }), { from: '2023-01-02' }) as Office;
    expect([nameOn(alone, '2023-01-01'), nameOn(alone, '2023-01-02')]).toEqual([undefined, 'Ani Lestari']);
    const after = office({ holder: budi, past: [{ holder: ani, to: '2024-03-01' }] });
    expect(nameOn(correctHolder(after, { from: '2024-05-01' }) as Office, '2024-04-30')).toBe('Ani Lestari');
  });
});

describe('earliestChange', () => {
  const past = [{ holder: ani, to: '2024-03-01' }];
  const { from: _, ...noFrom } = ani;

  it.each<[string, Office, string | undefined]>([
    ['nobody knows since when', { holder: noFrom }, undefined],
    ['the present holder came', { holder: ani }, '2020-01-06'],
    ['the last one left', { holder: null, past }, '2024-03-01'],
    ['the last one left, and the present one came some day after', { holder: noFrom, past }, '2024-03-01'],
    ['the present one came after the last had left', { holder: { ...budi, from: '2024-05-01' }, past }, '2024-05-01'],
  ])('is the day on which %s', (_day, unit, expected) => {
    expect(earliestChange(unit)).toBe(expected);
  });
});

describe('holderOn', () => {
  const replaced = replaceHolder(office(), budi, { from: '2024-05-01', today });

  it.each([
    ['2020-01-06', 'Ani Lestari'],
    ['2024-04-30', 'Ani Lestari'],
    ['2024-05-01', 'Budi Santoso'],
    [today, 'Budi Santoso'],
    ['2020-01-05', undefined],
    ['2024-06-28', undefined],
  ])('on %s it was %s', (day, name) => {
    expect(nameOn(replaced, day)).toBe(name);
  });

  it('takes somebody without a first day for the holder since the register had the unit', () => {
    const { from: _, ...noFrom } = ani;
    const unit = office({ holder: noFrom });
    expect(nameOn(unit, '2022-03-01')).toBe('Ani Lestari');
    expect(nameOn(unit, '2022-02-28')).toBeUndefined();
    const { registeredOn: _registered, ...old } = unit;
    expect(nameOn(old, '2024-06-26')).toBeUndefined();
    expect(nameOn(old, today)).toBe('Ani Lestari');
  });

  it('knows that an office was vacant since the register had it', () => {
    const unit = office({ holder: null });
    expect(nameOn(unit, '2023-01-01')).toBeNull();
    expect(nameOn(unit, '2022-02-28')).toBeUndefined();
    expect(nameOn({ holder: null }, today)).toBeNull();
  });
});

describe('an acting appointment', () => {
  it('is expired from the day after its last day on, and only where it is acting', () => {
    expect(isExpired(budi, '2024-12-31')).toBe(false);
    expect(isExpired(budi, '2025-01-01')).toBe(true);
    expect(isExpired({ ...budi, acting: 'DEFINITIVE' }, '2025-01-01')).toBe(false);
    expect(isExpired({ acting: 'PLT' }, '2025-01-01')).toBe(false);
    expect(isExpired(null, '2025-01-01')).toBe(false);
  });
});

describe('a unit that is closed', () => {
  it('is retired from that day on', () => {
    expect(isRetired({ retiredOn: today }, today)).toBe(true);
    expect(isRetired({ retiredOn: '2024-06-28' }, today)).toBe(false);
    expect(isRetired({}, today)).toBe(false);
  });
});
