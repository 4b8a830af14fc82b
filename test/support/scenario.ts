/** A session set up through the API: a regency, its units, guests, invitations; each step a call that a person makes. */
import { makeToken } from '../../functions/invitations/invitation-token.ts';
import { as, type Reply, type TestApi } from './api.ts';

export interface UnitPlan {
  name: string;
  class?: string;
  acting?: 'PLT' | 'PLH' | 'PJ' | 'PJS';
  district?: string;
  vacant?: boolean;
  /** The same number at two units: one person heads both. Each its own unless told. */
  nip?: string;
}

export interface Scenario {
  session: string;
  base: string;
  /** The invitation's id of a unit or a guest, by name. */
  id: (name: string) => string;
  token: (name: string, version?: number) => string;
  move: (move: string) => Promise<Reply>;
  scan: (name: string, changes?: Record<string, unknown>) => Promise<Reply>;
  sign: (name: string, changes?: Record<string, unknown>) => Promise<Reply>;
  signByLink: (name: string, who: 'holder' | 'delegate', changes?: Record<string, unknown>) => Promise<Reply>;
  /** Plans a reading; by the operator, as its moves are. */
  plan: (reading: string, changes?: Record<string, unknown>) => Promise<Reply>;
  moveReading: (reading: string, move: string) => Promise<Reply>;
  coverage: () => Promise<Reply['body']>;
  hash: string;
}

export interface ScenarioPlan {
  regency?: string;
  units: readonly UnitPlan[];
  guests?: readonly string[];
  pledge?: boolean;
  /** The regency's zone: WIB unless told. */
  zone?: string;
  /** What of the session's plan is another than usual. */
  plan?: Record<string, unknown>;
  /** How far it is taken: published unless told. */
  until?: 'draft' | 'published' | 'open';
}

let numbers = 0;
const unique = (what: string): string => {
  numbers += 1;
  return `${what}-${String(numbers).padStart(6, '0')}`;
};

const numbered = new Map<string, number>();
/** Of a name always the same, of two names never: two units with one number would be one person's. */
const nipOf = (name: string, nip?: string): string => {
  if (nip !== undefined) return nip;
  const number = numbered.get(name) ?? numbered.size + 1;
  numbered.set(name, number);
  return `198001012005011${String(number).padStart(3, '0')}`;
};

export const pledgeVariables = {
  instance: 'Pemerintah Kabupaten Lahat',
  election: 'Pemilu dan Pemilihan',
  year: '2024',
};

export const sessionBody = (changes: Record<string, unknown> = {}) => ({
  kind: 'RAKOR',
  title: 'Rapat koordinasi netralitas ASN',
  organizer: 'Inspektorat',
  venue: { name: 'Hotel Santika', region: '16.04' },
  startsAt: '2024-06-27T08:00:00+07:00',
  endsAt: '2024-06-27T12:00:00+07:00',
  legalBases: ['uu-20-2023'],
  classes: ['OPD', 'SD'],
  pledge: {
    text: 'ikrar-netralitas-2024',
    version: 1,
    variables: pledgeVariables,
    classes: ['OPD', 'SD'],
    // Most scenarios are about something else than the reading aloud.
    readFirst: false,
  },
  ...changes,
});

/** The regency with these settings, whatever an earlier test left there. */
export const putSettings = async (api: TestApi, code: string, settings: object): Promise<Reply> => {
  const [organizer, path] = [as('organizer', code), `/api/regencies/${code}`];
  const { body } = await api.call(organizer, 'GET', path);
  return api.call(organizer, 'PUT', path, { ...settings, ...(body.version && { version: body.version }) });
};

export const registerRegency = (api: TestApi, code: string, zone = 'WIB'): Promise<Reply> =>
  putSettings(api, code, { name: `Daerah ${code}`, zone, letterhead: { lines: ['PEMERINTAH KABUPATEN'] } });

const expectDone = (reply: Reply): Reply => {
  if (reply.status >= 300) throw new Error(`a scenario's step answered ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
};

/** Of the unit that was added, or of an earlier scenario's with that name, which has another holder by now. */
const idOfUnit = (reply: Reply): string =>
  reply.body.code === 'UNIT_EXISTS' ? reply.body.unit : expectDone(reply).body.id;

export const startScenario = async (api: TestApi, plan: ScenarioPlan): Promise<Scenario> => {
  const code = plan.regency ?? '16.04';
  const organizer = as('organizer', code);
  const post = (path: string, body?: unknown, key?: string) =>
    api.call(organizer, 'POST', path, body, key ? { 'idempotency-key': key } : {});
  expectDone(await registerRegency(api, code, plan.zone));
  const ids = new Map<string, string>();
  for (const { name, class: unitClass = 'OPD', acting = 'DEFINITIVE', district, vacant, nip } of plan.units) {
    const holder = vacant ? null : { name: `Kepala ${name}`, acting, nip: nipOf(name, nip) };
    const unit = { class: unitClass, name, office: `Kepala ${name}`, holder, ...(district && { district }) };
    ids.set(name, idOfUnit(await post(`/api/regencies/${code}/units`, unit)));
  }
  const body = sessionBody({ ...(plan.pledge === false && { pledge: null }), ...plan.plan });
  const created = expectDone(await post(`/api/regencies/${code}/sessions`, body, unique('session')));
  const session: string = created.body.id;
  const base = `/api/sessions/${session}`;
  if (ids.size) expectDone(await post(`${base}/invitations`, { units: [...ids.values()] }, unique('invite')));
  const guests = (plan.guests ?? []).map((office) => ({ office }));
  if (guests.length) {
    const invited = expectDone(await post(`${base}/invitations`, { guests }, unique('guests')));
    for (const [index, { office }] of guests.entries()) ids.set(office, invited.body.guests[index]);
  }
  const move = (name: string) => post(`${base}/moves/${name}`);
  const until = plan.until ?? 'published';
  if (until !== 'draft') expectDone(await move('publish'));
  if (until === 'open') expectDone(await move('open'));

  const id = (name: string): string => {
    const found = ids.get(name);
    if (!found) throw new Error(`nobody was invited as ${name}`);
    return found;
  };
  const token = (name: string, version = 1) => makeToken(api.keys, { session, invitation: id(name), version });
  const hash: string = created.body.pledge?.hash ?? '';
  return {
    session,
    base,
    id,
    token,
    hash,
    move,
    scan: (name, changes = {}) => {
      const now = api.clock.now.toISOString();
      const scan = { nonce: unique('nonce'), scannedAt: now, sentAt: now, door: 'Pintu A', ...changes };
      const targeted = ['token', 'invitation', 'guest', 'group'].some((target) => target in changes);
      const target = targeted ? {} : { token: token(name) };
      return api.call(as('operator', code), 'POST', `${base}/check-ins`, { ...target, ...scan });
    },
    sign: (name, changes = {}) =>
      api.call(as('operator', code), 'POST', `${base}/invitations/${id(name)}/signatures`, {
        nonce: unique('nonce'),
        hash,
        who: 'holder',
        ...changes,
      }),
    signByLink: (name, who, changes = {}) =>
      api.call(null, 'POST', `/api/c/${token(name)}/signatures`, { nonce: unique('nonce'), hash, who, ...changes }),
    plan: (reading, changes = {}) =>
      api.call(as('operator', code), 'PUT', `${base}/readings/${reading}`, {
        reader: { name: 'Budi Santoso', office: 'Sekretaris Daerah' },
        ...changes,
      }),
    moveReading: (reading, name) => api.call(as('operator', code), 'POST', `${base}/readings/${reading}/moves/${name}`),
    coverage: async () => {
      await api.recompute(session);
      return expectDone(await api.call(as('regent', code), 'GET', `${base}/coverage`)).body;
    },
  };
};
