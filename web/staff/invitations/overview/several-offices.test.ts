import { describe, expect, it } from 'vitest';
import type { InvitationShown } from '../invitation.ts';
import { severalOffices } from './several-offices.ts';

const invitation = (id: string, extra: object): InvitationShown =>
  ({
    id,
    office: `Kepala ${id}`,
    holder: { name: 'Rini Astuti', acting: 'DEFINITIVE' },
    revoked: false,
    ...extra,
  }) as never;

const groups = (list: InvitationShown[]) =>
  severalOffices(list).map(({ name, as, invitations }) => [name, as, invitations.map(({ id }) => id)]);

describe('who represents more than one office', () => {
  it('is a holder of several, once, of those that are invited', () => {
    const list = [
      invitation('a', { alsoHolds: ['b', 'not-invited'] }),
      invitation('b', { alsoHolds: ['a', 'not-invited'] }),
      invitation('c', {}),
    ];
    expect(groups(list)).toEqual([['Rini Astuti', 'HOLDER', ['a', 'b']]]);
  });

  it('is a delegate named for several, however the name is written', () => {
    const named = (name: string) => ({ delegation: { delegate: { name }, at: '' } });
    const list = [
      invitation('a', named('Drs. H. BUDI SANTOSO')),
      invitation('b', named('Budi Santoso, M.Si.')),
      invitation('c', named('Budi Hartono')),
      invitation('d', { delegation: { delegate: {}, at: '' } }),
    ];
    expect(groups(list)).toEqual([['Drs. H. BUDI SANTOSO', 'DELEGATE', ['a', 'b']]]);
  });

  it('is nobody who was revoked, and nobody who merely bears the same name', () => {
    expect(groups([invitation('a', {}), invitation('b', {})])).toEqual([]);
    expect(
      groups([invitation('a', { alsoHolds: ['b'] }), invitation('b', { alsoHolds: ['a'], revoked: true })]),
    ).toEqual([]);
  });
});
