import { describe, expect, test } from 'vitest';
import { aMaterial, present, represented } from '../../test/seals/a-material.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { identityOf } from './record.ts';
import { recordsOf, type SealMaterial } from './records.ts';
import { makeHasSuccessor } from './successor-rules.ts';

const material = aMaterial();
const sealed = recordsOf(material);

/** The kinds of what was sealed, is gone from this material, and was followed by nothing. */
const missed = (now: SealMaterial): string[] => {
  const records = recordsOf(now);
  const standing = new Set(records.map(identityOf));
  const hasSuccessor = makeHasSuccessor(records);
  const gone = sealed.filter((record) => !standing.has(identityOf(record)));
  return gone.flatMap((record) => (hasSuccessor(record) ? [] : [record.kind]));
};
const withInvitation = (changed: Invitation): SealMaterial => ({
  ...material,
  invitations: material.invitations.map((one) => (one.id === changed.id ? changed : one)),
});
const later = '2024-06-28T01:00:00.000Z';

describe('what a record may give way to', () => {
  test('a delegation to its end, and an old end to newer ones', () => {
    const { delegation, takenBack, ...rest } = represented;
    if (!delegation || !takenBack) throw new Error('there is no delegation');
    const ended = { version: delegation.version, at: later };
    expect(missed(withInvitation({ ...rest, takenBack: ended, takenBackBefore: [takenBack] }))).toEqual([]);
    const newer = [7, 6, 5].map((version) => ({ version, at: later }));
    expect(missed(withInvitation({ ...rest, takenBack: { version: 8, at: later }, takenBackBefore: newer }))).toEqual(
      [],
    );
  });

  test('a group that is counted no more, a conflict that is decided, a reading that ends, is void, or has another witness', () => {
    const { headCounts, conflicts, readings } = material;
    const taken = headCounts.map((one) => ({ ...one, undone: { at: later, by: 'x', reason: 'y' } }));
    const decided = conflicts.map((one) => ({ ...one, decision: 'KEEP' as const, decidedAt: later }));
    const witness = { name: 'Saksi Lain', office: 'Ketua Bawaslu' };
    const other = readings.map((one) => ({ ...one, witnesses: [...one.witnesses, witness] }));
    const voided = readings.map((one) => ({ ...one, voidedAt: one.voidedAt ?? later }));
    expect(missed({ ...material, headCounts: taken, conflicts: decided, readings: other })).toEqual([]);
    expect(missed({ ...material, readings: voided })).toEqual([]);
  });
});

describe('what nothing follows', () => {
  const { takenBack, delegation } = represented;
  const { checkIn } = present;
  if (!takenBack || !delegation || !checkIn) throw new Error('the material has changed');
  const { delegation: _, ...notNamed } = represented;
  const { takenBack: __, ...notTakenBack } = represented;
  const { signedSymbolic: ___, ...notSigned } = present;
  const { corrected: ____, ...plain } = checkIn;
  const changes: [string, SealMaterial, string[]][] = [
    ['a delegation without its end', withInvitation(notNamed), ['delegation']],
    ['the end of one', withInvitation(notTakenBack), ['delegation']],
    ['a signature', withInvitation(notSigned), ['signature']],
    [
      'another who came, without a correction',
      withInvitation({ ...present, checkIn: { ...plain, who: 'delegate' } }),
      ['check-in'],
    ],
    [
      'a reading of another time',
      {
        ...material,
        readings: material.readings.map((one) => (one.id === 'batal' ? { ...one, startedAt: later } : one)),
      },
      ['reading'],
    ],
    [
      'groups, refusals, conflicts',
      { ...material, headCounts: [], denials: [], conflicts: [] },
      ['denial', 'head-count', 'conflict'],
    ],
  ];
  test.each(changes)('%s', (_name, now, kinds) => {
    expect([...new Set(missed(now))]).toEqual(kinds);
  });
});
