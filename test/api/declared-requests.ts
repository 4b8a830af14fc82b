/** Requests to every route: bodies that its schema takes, bodies that none takes, and places that are not there. */
import { endpoints } from '../../functions/endpoints.ts';
import type { Endpoint } from '../../functions/platform/endpoint.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { type As, as } from '../support/api.ts';
import { widePhoto } from '../support/photos.ts';
import { sessionBody } from '../support/scenario.ts';

export type Name = keyof typeof endpoints;
export type Places = Record<string, string>;

export const own = '16.04';
export const names = Object.keys(endpoints) as Name[];
export const definitionOf = (name: Name): Endpoint => endpoints[name];

export const placesOf = (regency: string, session = makeSessionId(regency, 'no such session')): Places => ({
  regency,
  session,
  invitation: 'aaaaaaaa',
  unit: 'aaaaaaaa',
  import: 'aaaaaaaa',
  part: '0',
  move: 'open',
  text: 'no-such-text',
  version: '1',
  reading: 'r-1',
  kind: 'holder',
  region: '99',
  province: '99',
  token: 'A'.repeat(39),
  door: 'aaaaaaaa',
  nonce: 'nonce-0001',
  conflict: 'nonce-0001',
  code: 'A'.repeat(39),
  followUp: 'aaaaaaaa',
  statement: 'aaaaaaaa',
  photo: 'photo-0001',
});

const settings = { name: 'Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } };
const unit = { class: 'OPD', name: 'Dinas A', office: 'Kepala Dinas A', holder: null };
const instant = '2024-06-27T08:00:00+07:00';
const longAgo = '2024-06-01T08:00:00+07:00';
export const signature = { nonce: 'nonce-0001', hash: 'a'.repeat(64), who: 'holder' };
export const scan = { nonce: 'nonce-0001', scannedAt: instant, sentAt: instant, door: 'Pintu A' };
export const pledge = { text: 'no-such-text', version: 1, variables: {}, classes: ['OPD'] };
const plans = [
  sessionBody(),
  sessionBody({ pledge }),
  sessionBody({ pledge: { ...pledge, text: 'ikrar-netralitas-2024' } }),
  sessionBody({ pledge: { ...pledge, text: 'ikrar-netralitas-2024', classes: ['BUMD'] } }),
  sessionBody({ legalBases: ['no-such-law'] }),
  sessionBody({ legalBases: ['uu-20-2023'], startsAt: '2001-06-27T08:00:00+07:00' }),
  sessionBody({ venue: { name: 'Aula', region: '99' } }),
];
export const file = (text: string): Uint8Array => new TextEncoder().encode(text);
export const roster = file('NAMA,JABATAN,UNIT KERJA\nBudi,Camat Lahat,Kecamatan Lahat\n');
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
export const contact = { sentAt: instant, unsent: 0, appVersion: '2.0.0' };
export const pass = { pass: 'A'.repeat(52), phone: 'p'.repeat(16), nonce: 'nonce-0001' };
export const followUp = { kind: 'OUTREACH', phase: 'BEFORE', text: 'Sosialisasi', due: '2024-07-01' };
export const nilStatement = {
  from: '2024-06-01',
  to: '2024-06-10',
  subject: 'pelanggaran netralitas ASN',
  source: 'Inspektorat',
  place: 'Lahat',
  dated: '2024-06-11',
  signer: { office: 'Inspektur', name: 'Hadi' },
};
/** Bodies that a schema takes, most of which name things that are not there. */
const bodies: Partial<Record<Name, readonly unknown[]>> = {
  putRegency: [settings, { ...settings, name: 'Kabupaten', version: 9 }],
  createUnit: [unit, { ...unit, office: 'Kepala' }, { ...unit, district: '99.99.99' }],
  editUnit: [
    { ...unit, version: 9 },
    { ...unit, version: 1, village: '99.99.99.9999' },
  ],
  changeHolder: [
    { version: 9, to: { change: 'REPLACE', holder: null } },
    { version: 1, to: { change: 'REPLACE', holder: null } },
    { version: 2, to: { change: 'CORRECT', holder: { name: 'Budi' } } },
  ],
  planImport: [file('%PDF-1.7'), file('1,2,3\n4,5,6\n'), file('PK\u0003\u0004broken')],
  annotateRoster: [file('%PDF-1.7'), file('1,2,3\n4,5,6\n'), roster],
  putImportMemory: [
    { mappings: [], districts: {} },
    { mappings: [], districts: { Antah: '99.99.99' } },
  ],
  createSession: plans,
  editSession: plans.map((plan) => ({ ...plan, version: 9 })),
  invite: [
    { units: ['aaaaaaaa'] },
    { guests: [{ office: 'Kapolres' }] },
    { classes: ['OPD'] },
    { districts: ['99.99.99'] },
    { classes: ['OPD'], wave: 'pagi' },
  ],
  setWave: [{ wave: 'pagi' }, { wave: null }],
  arrangeWaves: [{ by: 'CLASS' }],
  copySession: [{ startsAt: instant }, { startsAt: '2001-06-27T08:00:00+07:00' }],
  makeUpSession: [{ startsAt: instant }, { startsAt: instant, venue: { name: 'Aula', region: '99' } }],
  createFollowUps: [
    { ...followUp, classes: ['OPD'] },
    { ...followUp, units: ['aaaaaaaa'] },
    { ...followUp, districts: ['99.99.99'] },
    { ...followUp, classes: ['SMA'] },
    { ...followUp, classes: ['OPD'], session: makeSessionId('17.01', 'of another regency') },
  ],
  moveFollowUp: [{ move: 'reopen', version: 1 }],
  createNilStatement: [nilStatement, { ...nilStatement, place: 'Pagar Alam' }],
  moveNilStatement: [{ move: 'withdraw', version: 9, reason: 'Salah' }],
  putActivityReport: [
    { version: 0, photos: [] },
    { version: 9, photos: [] },
    { version: 1, photos: [{ id: 'photo-none' }] },
  ],
  putReportPhoto: [widePhoto, file('%PDF-1.7')],
  remind: [{}],
  queueMail: [{}],
  reissueInvitation: [{ version: 1 }, { version: 9 }],
  checkIn: [
    { ...scan, invitation: 'aaaaaaaa' },
    { ...scan, token: 'A'.repeat(39) },
  ],
  checkInBatch: [{ sentAt: instant, entries: [{ kind: 'scan', ...scan, invitation: 'aaaaaaaa' }, {}] }],
  undoCheckIn: [{ of: 'nonce-0001', reason: 'Salah pindai' }],
  correctCheckIn: [{ of: 'nonce-0001', who: 'delegate' }],
  setSeat: [{ seat: 'A 1' }, { seat: null }],
  createDoor: [{ name: 'Pintu A' }, { name: 'Pintu B' }],
  contactDoor: [contact],
  putLetter: [jpeg, file('%PDF-1.7')],
  uploadDoorFile: [file('no file of a door')],
  decideConflict: [{ decision: 'KEEP' }],
  eraseInvitation: [{ reason: 'Atas permintaan' }],
  openVenue: [{ phone: 'p'.repeat(16) }],
  venueCheckIn: [pass],
  putPledgeText: [{ form: 'IKRAR', title: 'Ikrar', opening: 'Kami', points: ['Satu'], closing: 'Selesai' }],
  putReading: [
    { reader: { name: 'Budi', office: 'Camat' }, startedAt: longAgo },
    { reader: { name: 'Wati', office: 'Camat' }, startedAt: longAgo },
  ],
  recordSignature: [signature, { ...signature, method: 'PAPER' }],
  putSigningOrder: [
    { version: 0, order: [] },
    { version: 9, order: [] },
    { version: 0, order: ['aaaaaaaa'] },
  ],
  signByLink: [signature],
  answerInvitation: [{ kind: 'ATTENDING' }, { kind: 'DELEGATED', delegate: { name: 'Siti' } }],
  noteAnswer: [{ kind: 'ATTENDING' }, { kind: 'DELEGATED', delegate: { name: 'Siti' } }],
  askForHelp: [{ note: 'Ganti ponsel' }],
};
export const bodiesOf = (name: Name): readonly unknown[] => bodies[name] ?? [undefined];
export const wrongBodies = [undefined, {}, [], file('{'), Uint8Array.of(0xff, 0xfe), new Uint8Array(5 * 1024 * 1024)];

/** The first role that may call it; undefined where only doors may. */
export const callerOf = (name: Name, region = own): As | null | undefined => {
  const { access } = definitionOf(name);
  if (typeof access === 'string') return null;
  const role = access.find((who) => who !== 'door');
  return role && as(role, role === 'nation' ? '00' : region);
};
