import { describe, expect, it } from 'vitest';
import { eligibleClasses } from '../../../functions/pledges/eligibility-rules.ts';
import type { Eligibility } from '../../../functions/pledges/pledge-schema.ts';
import { unitClasses } from '../../../functions/roster/unit-class.ts';
import { notCivilServants, whyNotFor } from './eligible.ts';

const all = unitClasses.map(({ code }) => code);

describe('whom a text is for', () => {
  it('is as the API decides it', () => {
    const some: (Eligibility | undefined)[] = [
      undefined,
      { classes: all, staff: 'ASN' },
      { classes: all, staff: 'ASN_AND_NON_ASN' },
      { classes: ['OPD', 'DESA', 'VERTICAL'], staff: 'ASN' },
      { classes: ['OPD', 'DESA', 'VERTICAL'], staff: 'ASN_AND_NON_ASN' },
    ];
    for (const eligibility of some) {
      const text = eligibility ? { eligibility } : {};
      expect(all.filter((code) => whyNotFor(text, code) === undefined)).toEqual(eligibleClasses(text));
    }
  });

  it('knows the classes that count and whose heads are no civil servants', () => {
    const codes = unitClasses.filter(({ counted, civilServant }) => counted && !civilServant).map(({ code }) => code);
    expect([...notCivilServants]).toEqual(codes);
  });

  it('says why a class is left out', () => {
    const text = { eligibility: { classes: ['OPD', 'DESA'], staff: 'ASN' } } as const;
    const given = { eligibility: { ...text.eligibility, classes: [...text.eligibility.classes] } };
    expect((['OPD', 'DESA', 'SD', 'VERTICAL'] as const).map((code) => whyNotFor(given, code))).toEqual([
      undefined,
      'not-asn',
      'not-named',
      'guest',
    ]);
  });
});
