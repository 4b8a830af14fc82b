/** Values that tests start from; each function gives a whole valid one, with what the test is about replaced. */
import type { CheckIn, Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeSessionId, makeUnitId } from '../../functions/platform/ids.ts';
import type { Regency } from '../../functions/regencies/regency-schema.ts';
import { regions } from '../../functions/regions/regions.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';

export const lahat = '16.04';
export const sessionId = makeSessionId(lahat, 'fixture-session');
export const pledgeHash = 'a'.repeat(64);

/** Under its name in the list of regions. */
export const aRegency = (code = lahat, changes: Partial<Regency> = {}): Regency => ({
  code,
  name: regions.nameOf(code) ?? code,
  zone: 'WIB',
  labels: { district: 'Kecamatan', village: 'Desa' },
  letterhead: { lines: ['PEMERINTAH'] },
  version: 1,
  ...changes,
});

export const aUnit = (name: string, changes: Partial<Unit> = {}): Unit => ({
  id: makeUnitId(lahat, name),
  naturalKey: name,
  version: 1,
  class: 'OPD',
  name,
  office: `Kepala ${name}`,
  holder: { name: 'Sahabadi', titlesBefore: 'Drs.', acting: 'DEFINITIVE', nip: '198001012005011001' },
  ...changes,
});

export const aSession = (changes: Partial<Session> = {}): Session => ({
  id: sessionId,
  regency: lahat,
  state: 'DRAFT',
  kind: 'RAKOR',
  title: 'Rapat koordinasi netralitas ASN',
  organizer: 'Inspektorat',
  venue: { name: 'Hotel Santika', region: '16.04.05', regionName: 'Lahat' },
  zone: 'WIB',
  startsAt: '2024-06-27T01:00:00.000Z',
  endsAt: '2024-06-27T05:00:00.000Z',
  agenda: [],
  legalBases: [],
  waves: [],
  classes: ['OPD'],
  pledge: {
    text: 'ikrar-netralitas-2024',
    version: 1,
    variables: {},
    classes: ['OPD', 'SD'],
    title: 'Ikrar',
    hash: pledgeHash,
  },
  frozen: null,
  openedAt: null,
  closedAt: null,
  version: 1,
  ...changes,
});

export const anInvitation = (name: string, changes: Partial<Invitation> = {}): Invitation => {
  const { id, office, holder } = aUnit(name);
  return {
    id,
    session: sessionId,
    kind: 'unit',
    class: 'OPD',
    name,
    office,
    holder,
    tokenVersion: 1,
    invitedAt: '2024-06-20T02:00:00.000Z',
    ...changes,
  };
};

export const aCheckIn = (changes: Partial<CheckIn> = {}): CheckIn => ({
  at: '2024-06-27T00:50:00.000Z',
  scannedAt: '2024-06-27T00:50:00.000Z',
  receivedAt: '2024-06-27T00:50:00.100Z',
  door: 'Pintu A',
  mode: 'IN_PERSON',
  who: 'holder',
  nonce: 'nonce-0001',
  ...changes,
});
