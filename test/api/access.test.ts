/**
 * Every route as every role, as a door, as nobody, with bad tokens and credentials, and from another regency or session. The table
 * is the list of routes itself.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretHash } from '../../functions/doors/verify-door.ts';
import { endpoints } from '../../functions/endpoints.ts';
import { Role } from '../../functions/platform/caller.ts';
import type { Endpoint } from '../../functions/platform/endpoint.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { asDoor, startTestApi, type TestApi } from '../support/api.ts';
import { makeDevice } from '../support/doors.ts';

/**
 * Who may call what, written by hand and not read from the definitions: a route that opens itself to another role fails here.
 * O organizer, P operator, R regent, V province, N nation, A auditor, D a paired door.
 */
const mayCall: Record<keyof typeof endpoints, string> = {
  getHealth: 'public',
  getReadiness: 'public',
  getSignInSettings: 'public',
  listRegions: 'public',
  listLegalBases: 'public',
  listRegencies: 'OPRVA',
  getRegency: 'OPRVA',
  putRegency: 'O',
  listUnits: 'OPRA',
  getUnit: 'OPRA',
  createUnit: 'O',
  editUnit: 'O',
  changeHolder: 'O',
  getUnitHistory: 'OPRA',
  registerGaps: 'OPRA',
  planImport: 'O',
  listImports: 'OA',
  getImport: 'OA',
  listImportRows: 'OA',
  listVanished: 'OA',
  writeImportPart: 'O',
  takeBackImportPart: 'O',
  annotateRoster: 'O',
  getImportMemory: 'O',
  putImportMemory: 'O',
  listSessions: 'OPRA',
  createSession: 'O',
  getSession: 'OPRA',
  editSession: 'O',
  moveSession: 'O',
  copySession: 'O',
  invite: 'O',
  listInvitations: 'OPRA',
  getInvitation: 'OPRA',
  revokeInvitation: 'O',
  reissueInvitation: 'O',
  setSeat: 'O',
  setWave: 'O',
  arrangeWaves: 'O',
  refreshInvitations: 'O',
  invitationQrSvg: 'O',
  invitationQrPng: 'O',
  listMessages: 'O',
  messagesCsv: 'O',
  remind: 'O',
  queueMail: 'O',
  getMailSettings: 'O',
  listMail: 'O',
  lettersPdf: 'O',
  commonLetterPdf: 'O',
  annexPdf: 'O',
  cardsPdf: 'O',
  badgesPdf: 'O',
  minutesPdf: 'ORA',
  certificatePdf: 'attendee',
  getAttendeeView: 'attendee',
  attendeeQrSvg: 'attendee',
  attendeeQrPng: 'attendee',
  attendeeCalendar: 'attendee',
  answerInvitation: 'attendee',
  releaseOwnLink: 'attendee',
  askForHelp: 'attendee',
  noteAnswer: 'OP',
  releaseLink: 'OP',
  signByLink: 'attendee',
  checkIn: 'OPD',
  checkInBatch: 'OPD',
  undoCheckIn: 'OPD',
  correctCheckIn: 'OPD',
  listDenials: 'OA',
  createDoor: 'OP',
  listDoors: 'OPA',
  pairingQr: 'OP',
  cutOffDoor: 'O',
  pairDoor: 'public',
  contactDoor: 'D',
  getDoorList: 'D',
  uploadDoorFile: 'O',
  putLetter: 'OPD',
  getLetter: 'OA',
  listVenueCodes: 'OPD',
  getVenuePrint: 'O',
  openVenue: 'public',
  venueCheckIn: 'attendee',
  listConflicts: 'OPA',
  decideConflict: 'O',
  listFlags: 'OA',
  listPledgeTexts: 'OPRA',
  putPledgeText: 'O',
  getSessionPledge: 'OPRA',
  putReading: 'OP',
  moveReading: 'OP',
  getReaderView: 'public',
  moveOwnReading: 'public',
  getSigningQueue: 'OP',
  getSigningOrder: 'OP',
  putSigningOrder: 'OP',
  getDrawing: 'OPA',
  listReadings: 'OPRA',
  recordSignature: 'OP',
  listSignatures: 'OPRA',
  getSeal: 'OPRA',
  sealSession: 'O',
  sealBundle: 'ORA',
  eraseInvitation: 'O',
  checkCode: 'public',
  listSealKeys: 'public',
  getSessionCoverage: 'OPRA',
  listSessionUnits: 'OPRA',
  getLive: 'OPRA',
  getRegencyCoverage: 'OPRVA',
  getCoverageChanges: 'OPRA',
  listRegencyUnits: 'OPRVA',
  getUnitCoverage: 'OPRVA',
  getProvinceCoverage: 'VN',
  getNationCoverage: 'N',
  makeUpSession: 'O',
  createFollowUps: 'O',
  listFollowUps: 'OPRA',
  moveFollowUp: 'O',
  listFollowUpReminders: 'O',
  createNilStatement: 'O',
  listNilStatements: 'OPRA',
  moveNilStatement: 'O',
  getActivityReport: 'ORA',
  putActivityReport: 'O',
  putReportPhoto: 'O',
  getReportPhoto: 'ORA',
  removeReportPhoto: 'O',
  putEmblem: 'O',
  getEmblem: 'OPRA',
  removeEmblem: 'O',
  attendancePdf: 'O',
  attendanceXlsx: 'O',
  attendanceCsv: 'O',
  recapPdf: 'ORA',
  recapXlsx: 'ORA',
  recapCsv: 'ORA',
  annexRecapPdf: 'O',
  certificatesPdf: 'O',
  activityReportPdf: 'ORA',
  sessionCoveragePdf: 'ORA',
  sessionDataZip: 'OA',
  regencyCoveragePdf: 'ORVA',
  nilStatementPdf: 'ORA',
};
const letters = {
  organizer: 'O',
  operator: 'P',
  regent: 'R',
  province: 'V',
  nation: 'N',
  auditor: 'A',
  door: 'D',
} as const;

const own = '16.04';
const other = '16.05';
const entries = Object.entries(endpoints) as [keyof typeof endpoints, Endpoint][];
/** Where an account of the role stands that may see `own`. */
const regionOf = (role: Role): string => ({ province: '16', nation: '00' })[role as string] ?? own;
const staffOnly = entries.filter(([name]) => !['public', 'attendee'].includes(mayCall[name]));

const ofOneRegency = staffOnly.filter(([, { path }]) => /:(regency|session|province)/.test(path));
const ofDoors = staffOnly.filter(([name]) => mayCall[name].includes('D'));

const sessionOf = (regency: string): string => makeSessionId(regency, 'some-session');

let api: TestApi;
/** What devices say who they are, by what is the matter with them. */
let credentials: Record<'good' | 'forged' | 'waiting' | 'cutOff' | 'unknown' | 'otherSession' | 'otherRegency', string>;

const door = async (
  session: string,
  id: string,
  state: 'paired' | 'waiting' | 'cutOff' = 'paired',
): Promise<string> => {
  const { doors } = api.engine.stores;
  const { secret, publicKey } = await makeDevice();
  const now = api.clock.now.toISOString();
  await doors.create({ id, session, name: 'Pintu', createdAt: now, pairingExpiresAt: '2024-12-31T00:00:00.000Z' });
  const device = { secretHash: secretHash(secret), publicKey: publicKey as never };
  if (state !== 'waiting') await doors.pair(session, id, device, now);
  if (state === 'cutOff') await doors.cutOff(session, id, now);
  return `${session}.${id}.${secret}`;
};

beforeAll(async () => {
  api = await startTestApi();
  const session = sessionOf(own);
  const good = await door(session, 'aaaaaaaa');
  credentials = {
    good,
    forged: `${session}.aaaaaaaa.${'A'.repeat(43)}`,
    waiting: await door(session, 'bbbbbbbb', 'waiting'),
    cutOff: await door(session, 'cccccccc', 'cutOff'),
    unknown: good.replace('aaaaaaaa', 'dddddddd'),
    otherSession: await door(makeSessionId(own, 'another-session'), 'aaaaaaaa'),
    otherRegency: await door(sessionOf(other), 'aaaaaaaa'),
  };
});
afterAll(() => api.stop());

const pathFor = ({ path }: Endpoint, regency: string): string =>
  path
    .replace(':regency', regency)
    .replace(':province', regency.slice(0, 2))
    .replace(':followUp', 'aaaaaaaa')
    .replace(':statement', 'aaaaaaaa')
    .replace(':photo', 'photo-0001')
    .replace(':session', sessionOf(regency))
    .replace(':invitation', 'aaaaaaaa')
    .replace(':unit', 'aaaaaaaa')
    .replace(':import', 'aaaaaaaa')
    .replace(':part', '0')
    .replace(':move', path.includes('/readings/') ? 'start' : 'publish')
    .replace(':text', 'ikrar')
    .replace(':version', '1')
    .replace(':reading', '1')
    .replace(':kind', 'holder')
    .replace(':region', '16')
    .replace(':token', 'A'.repeat(39))
    .replace(':door', 'eeeeeeee')
    .replace(':nonce', 'nonce-0001')
    .replace(':conflict', 'nonce-0001')
    .replace(':code', 'A'.repeat(39));

const ask = (definition: Endpoint, regency: string, as: Parameters<TestApi['call']>[0]) =>
  api.call(
    as,
    definition.method,
    pathFor(definition, regency),
    definition.method === 'GET' ? undefined : {},
    definition.idempotencyKey ? { 'idempotency-key': 'access-test' } : {},
  );

/** Past the guard: the input is empty or names nothing, so the answer is about the input, never about the caller. */
const refusals = ['NOT_SIGNED_IN', 'SIGN_IN_EXPIRED', 'NOT_ALLOWED', 'OTHER_REGENCY'];
const doorRefusals = [...refusals, 'DOOR_CREDENTIAL_INVALID', 'DOOR_CUT_OFF', 'DOOR_OTHER_SESSION'];

describe('access', () => {
  test('the table names every route', () => {
    expect(Object.keys(mayCall).sort()).toEqual(Object.keys(endpoints).sort());
  });

  describe.each(staffOnly)('%s', (name, definition) => {
    test.each(Role.options)('as %s', async (role) => {
      const { status, body } = await ask(definition, own, { role, region: regionOf(role) });
      if (mayCall[name].includes(letters[role])) {
        expect(refusals).not.toContain(body?.code);
        expect(status).not.toBe(500);
      } else {
        expect({ status, code: body.code }).toEqual({ status: 403, code: 'NOT_ALLOWED' });
      }
    });

    test('as nobody', async () => {
      const { status, body } = await ask(definition, own, null);
      // Only a device can be asked to pair; a person is asked to sign in.
      const code = mayCall[name] === 'D' ? 'DOOR_CREDENTIAL_INVALID' : 'NOT_SIGNED_IN';
      expect({ status, code: body.code }).toEqual({ status: 401, code });
    });

    test('as a door of the session', async () => {
      const { status, body } = await ask(definition, own, asDoor(credentials.good));
      if (mayCall[name].includes('D')) {
        expect(doorRefusals).not.toContain(body?.code);
        expect(status).not.toBe(500);
      } else {
        expect({ status, code: body.code }).toEqual({ status: 403, code: 'NOT_ALLOWED' });
      }
    });

    test('with a token that was forged, is expired, is for another client or from another issuer', async () => {
      const role = Role.options.find((candidate) => mayCall[name].includes(letters[candidate])) ?? 'organizer';
      const { staff } = api;
      const past = Math.floor(api.clock.now.getTime() / 1000) - 60;
      const tokens = {
        forged: await staff.forged(role, own),
        expired: await staff.token(role, own, {}, past),
        otherClient: await staff.token(role, own, { client_id: 'another' }),
        otherIssuer: await staff.token(role, own, { iss: 'http://elsewhere.test' }),
        noRole: await staff.token(role, own, { role: 'superuser' }),
        noRegion: await staff.token(role, own, { region: '*' }),
        nationOfRegency: await staff.token('nation', own),
        organizerOfNation: await staff.token('organizer', '00'),
        unsigned: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"role":"organizer"}').toString('base64url')}.x`,
      };
      for (const [kind, token] of Object.entries(tokens)) {
        const { status, body } = await ask(definition, own, { token });
        const code = kind === 'expired' ? 'SIGN_IN_EXPIRED' : 'NOT_SIGNED_IN';
        expect({ kind, status, code: body.code }).toEqual({ kind, status: 401, code });
      }
    });
  });

  describe.each(ofOneRegency)('%s', (name, definition) => {
    test('from another regency', async () => {
      // Nobody at the national level is of another region.
      const roles = Role.options.filter((candidate) => candidate !== 'nation');
      for (const role of roles.filter((candidate) => mayCall[name].includes(letters[candidate]))) {
        const region = role === 'province' ? '17' : other;
        const { status, body } = await ask(definition, own, { role, region });
        expect({ role, status, code: body.code }).toEqual({ role, status: 403, code: 'OTHER_REGENCY' });
      }
    });
  });

  describe.each(ofDoors)('%s', (_, definition) => {
    test.each([
      ['forged', 401, 'DOOR_CREDENTIAL_INVALID'],
      ['waiting', 401, 'DOOR_CREDENTIAL_INVALID'],
      ['unknown', 401, 'DOOR_CREDENTIAL_INVALID'],
      ['cutOff', 403, 'DOOR_CUT_OFF'],
      ['otherSession', 403, 'DOOR_OTHER_SESSION'],
      ['otherRegency', 403, 'DOOR_OTHER_SESSION'],
    ] as const)('by a credential that is %s', async (kind, status, code) => {
      const reply = await ask(definition, own, asDoor(credentials[kind]));
      expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
    });

    test('by something else called a credential', async () => {
      const [session = '', id = '', secret = ''] = credentials.good.split('.');
      for (const text of ['', secret, `${session}.${secret}`, `${id}.${session}.${secret}`, `${credentials.good}.x`]) {
        const reply = await ask(definition, own, asDoor(text));
        expect({ text, code: reply.body.code }).toEqual({ text, code: 'DOOR_CREDENTIAL_INVALID' });
      }
    });
  });

  test('a province’s supervisor reaches its regencies, its organiser only the province itself', async () => {
    const asProvince = await ask(endpoints.getRegencyCoverage, own, { role: 'province', region: '16' });
    expect(asProvince.status).toBe(200);
    const asOrganizer = await ask(endpoints.getRegencyCoverage, own, { role: 'organizer', region: '16' });
    expect(asOrganizer.body.code).toBe('OTHER_REGENCY');
  });

  test('routes without an account need no token, and a forged link opens nothing', async () => {
    for (const [name, definition] of entries.filter(([key]) => mayCall[key] === 'public')) {
      const { status, body } = await ask(definition, own, null);
      // A write is asked for without its input; a code in the path is a capability, and this one is nobody's.
      const forged = { getReaderView: 'READING_UNKNOWN', checkCode: 'CHECK_CODE_INVALID' }[name as string];
      const asked = forged ? { status: 404, code: forged } : { status: 200, code: undefined };
      expect({ name, status, code: body.code }).toEqual({
        name,
        ...(definition.method === 'GET' ? asked : { status: 422, code: 'INPUT_INVALID' }),
      });
    }
    for (const [name, definition] of entries.filter(([key]) => mayCall[key] === 'attendee')) {
      // What any of these routes takes, so that only the link itself can be refused.
      const body = {
        ...{ nonce: 'nonce-0001', hash: 'a'.repeat(64), who: 'holder', pass: 'x', phone: 'x'.repeat(16) },
        kind: 'ATTENDING',
      };
      const reply = await api.call(
        null,
        definition.method,
        pathFor(definition, own),
        definition.method === 'GET' ? undefined : body,
      );
      expect({ name, code: reply.body.code }).toEqual({ name, code: 'TOKEN_INVALID' });
    }
  });

  test('the document says of every route who may call it', async () => {
    const { body } = await api.call(null, 'GET', '/api/openapi.json');
    for (const [name, definition] of entries) {
      const path = definition.path.replace(/:(\w+)/g, '{$1}');
      const access = body.paths[path][definition.method.toLowerCase()]['x-access'];
      const said = Array.isArray(access)
        ? access
            .map((role: Role | 'door') => letters[role])
            .sort()
            .join('')
        : access;
      const wanted = /^[A-Z]+$/.test(mayCall[name]) ? [...mayCall[name]].sort().join('') : mayCall[name];
      expect({ name, said }).toEqual({ name, said: wanted });
    }
  });
});
