/** One whole session over the deployed endpoints, from the register to the closing. */
import { makeCall } from '../demo/api-client.ts';
import { makeDevice } from '../support/doors.ts';
import { importRoster } from '../support/import-roster.ts';
import { type Hall, same, tokenOf, until } from './hall.ts';

export const regency = '16.04';
const units = ['Inspektorat', 'Dinas Kesehatan', 'Dinas Pendidikan', 'Kecamatan Lahat', 'Dinas Sosial'];
const roster = [
  'No;Nama Pejabat;NIP;Jabatan;Instansi;Kecamatan;Email',
  '1;Drs. Sahabadi, M.Si.;198001012005011001;Inspektur;Inspektorat;;sahabadi@hadir-rehearsal.example',
  '2;dr. Rini Astuti;198503122010012004;Kepala Dinas Kesehatan;Dinas Kesehatan;;rini@hadir-rehearsal.example',
  '3;Bambang Sutejo, S.Pd.;;Kepala Dinas Pendidikan;Dinas Pendidikan;;',
  '4;Yusuf Efendi, S.IP.;;Camat Lahat;Kecamatan Lahat;Lahat;',
  '5;Wulandari, S.Sos.;;Kepala Dinas Sosial;Dinas Sosial;;',
].join('\n');

const key = { 'idempotency-key': 'rehearsed-session' };
const classes = ['OPD', 'KECAMATAN'];
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

const plan = () => ({
  kind: 'RAKOR',
  title: 'Rapat koordinasi netralitas ASN',
  organizer: 'Inspektorat',
  venue: { name: 'Oproom Pemda', region: '16.04.10' },
  startsAt: inHours(1),
  endsAt: inHours(4),
  legalBases: ['uu-20-2023'],
  classes,
  pledge: {
    text: 'ikrar-netralitas-2024',
    version: 1,
    variables: { instance: 'Pemerintah Kabupaten Lahat', election: 'Pemilihan', year: '2026' },
    classes,
  },
});

/** From nothing to a session that is open. */
export const prepareSession = async (hall: Omit<Hall, 'base' | 'tokens'>): Promise<Hall> => {
  const { transcript, organizer, productOrigin } = hall;
  const settings = { name: 'Kabupaten Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] } };
  await transcript.step('the regency is registered', () => organizer('PUT', `/api/regencies/${regency}`, settings));
  await transcript.step(
    'a roster is imported',
    async () => {
      const imported = await importRoster(organizer, regency, new TextEncoder().encode(roster), { file: 'daftar.csv' });
      same('units of the roster', [imported.state, imported.counts.new], ['APPLIED', units.length]);
      return imported;
    },
    ({ counts }) => `${counts.new} units`,
  );
  const tokens = new Map<string, string>();
  const base = await transcript.step(
    'a session is drafted, its offices are invited, it is published and opened',
    async () => {
      const { body } = await organizer('POST', `/api/regencies/${regency}/sessions`, plan(), key);
      const path = `/api/sessions/${body.id}`;
      await organizer('POST', `${path}/invitations`, { classes }, key);
      await organizer('POST', `${path}/moves/publish`);
      const opened = await organizer('POST', `${path}/moves/open`);
      same('the opened session', [opened.body.state, opened.body.frozen.units], ['OPEN', units.length]);
      const { items } = (await organizer('GET', `${path}/invitations?limit=200`)).body;
      for (const { name, link } of items) {
        if (!link.startsWith(`${productOrigin}/c/`)) throw new Error(`a link does not lead to ${productOrigin}`);
        tokens.set(name, link.slice(`${productOrigin}/c/`.length));
      }
      return path;
    },
  );
  return { ...hall, base, tokens };
};

/** What somebody does who was sent a link. */
const openLink = async (hall: Hall): Promise<void> => {
  const { anybody, origin } = hall;
  const path = `/api/c/${tokenOf(hall, 'Inspektorat')}`;
  same('the invitation by its link', (await anybody('GET', path)).body.invitation.name, 'Inspektorat');
  await anybody('POST', `${path}/answer`, { kind: 'ATTENDING' }, { 'hadir-phone': 'rehearsal-phone-000001' });
  const picture = await fetch(`${origin}${path}/qr.svg`, { headers: { 'hadir-phone': 'rehearsal-phone-000001' } });
  same('the QR', picture.headers.get('content-type'), 'image/svg+xml');
  if (!/^<svg/.test(await picture.text())) throw new Error('the QR is no picture');
};

interface Door {
  /** As the paired device. */
  call: ReturnType<typeof makeCall>;
  headers: Record<string, string>;
}

const pairDoor = async ({ organizer, anybody, origin, base }: Hall): Promise<Door> => {
  const created = (await organizer('POST', `${base}/doors`, { name: 'Pintu A' }, key)).body;
  const { secret, publicKey } = await makeDevice();
  const paired = await anybody('POST', '/api/doors/pair', { code: created.pairing.link, secret, publicKey });
  same('the paired door', paired.body.door.name, 'Pintu A');
  const headers = { authorization: `Door ${base.split('/').at(-1)}.${created.id}.${secret}` };
  const call = makeCall(origin);
  return { headers, call: (method, path, body) => call(method, path, body, headers) };
};

const scanOf = (token: string, nonce: string, more: object = {}) => {
  const at = new Date().toISOString();
  return { token, nonce, scannedAt: at, sentAt: at, ...more };
};

/** Accepted, replayed, already, refused; then what a door kept while it had no signal. */
const scan = async (hall: Hall, door: Door): Promise<string> => {
  const { base } = hall;
  const send = async (token: string, nonce: string) => {
    const { status, body } = await door.call('POST', `${base}/check-ins`, scanOf(token, nonce));
    return [status, body.result];
  };
  const token = tokenOf(hall, 'Inspektorat');
  same('a first scan', await send(token, 'rehearsal-0001'), [201, 'accepted']);
  same('the same scan again', await send(token, 'rehearsal-0001'), [200, 'replayed']);
  same('another scan of the same code', await send(token, 'rehearsal-0002'), [409, 'already']);
  const forged = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
  same('a forged code', await send(forged, 'rehearsal-0003'), [422, 'refused']);
  const delegate = { who: 'delegate', delegate: { name: 'Sri Hartati', office: 'Sekretaris' } };
  const entries = [
    { kind: 'scan', ...scanOf(tokenOf(hall, 'Dinas Kesehatan'), 'rehearsal-0004') },
    { kind: 'scan', ...scanOf(tokenOf(hall, 'Dinas Pendidikan'), 'rehearsal-0005', delegate) },
    { kind: 'scan', ...scanOf(tokenOf(hall, 'Kecamatan Lahat'), 'rehearsal-0006', { who: 'acting' }) },
    { kind: 'scan', ...scanOf(token, 'rehearsal-0007') },
  ];
  const batch = await door.call('POST', `${base}/check-in-batches`, { sentAt: new Date().toISOString(), entries });
  const results = batch.body.answers.map(({ result }: { result: string }) => result);
  same('a batch', results, ['accepted', 'accepted', 'accepted', 'already']);
  return `accepted, replayed, already, refused; a batch of ${entries.length}: ${results.join(', ')}`;
};

const readAndSign = async (hall: Hall): Promise<string> => {
  const { organizer, operator, anybody, base } = hall;
  const reader = { name: 'Drs. Sahabadi, M.Si.', office: 'Inspektur' };
  await operator('PUT', `${base}/readings/1`, { reader });
  const started = await operator('POST', `${base}/readings/1/moves/start`);
  same('present at the reading', started.body.present, 4);
  const { hash } = (await organizer('GET', `${base}/pledge`)).body;
  const phone = { 'hadir-phone': 'rehearsal-phone-000001' };
  const own = `/api/c/${tokenOf(hall, 'Inspektorat')}/signatures`;
  const signed = await anybody('POST', own, { nonce: 'rehearsal-sign-1', hash, who: 'holder' }, phone);
  same('a signature by the link', [signed.status, signed.body.result], [201, 'signed']);
  const { items } = (await organizer('GET', `${base}/invitations?limit=200`)).body;
  const health = items.find(({ name }: { name: string }) => name === 'Dinas Kesehatan');
  const atTable = { nonce: 'rehearsal-sign-2', hash, who: 'holder', symbolic: false, role: 'SIGNER' };
  const second = await operator('POST', `${base}/invitations/${health?.id}/signatures`, atTable);
  same('a signature at the table', second.status, 201);
  await operator('POST', `${base}/readings/1/moves/end`);
  return 'one by the link, one at the table';
};

export const expected = {
  units: { expected: 5, inPerson: 2, acting: 1, delegated: 1, online: 0, missing: 1 },
  people: { checkedIn: 4, guests: 0 },
  pledge: { due: 5, signed: 2, notYet: 3 },
};

/** The figures that are stored, as much of them as this rehearsal knows. */
export const figures = async ({ organizer, base }: Pick<Hall, 'organizer' | 'base'>) => {
  const { units: counted, people, pledge } = (await organizer('GET', `${base}/coverage`)).body;
  const { expected: all, inPerson, acting, delegated, online, missing } = counted;
  const { checkedIn, guests } = people;
  const { due, signed, notYet } = pledge;
  return {
    units: { expected: all, inPerson, acting, delegated, online, missing },
    people: { checkedIn, guests },
    pledge: { due, signed, notYet },
  };
};

/** The day itself, until the figures of the stream are there. */
export const holdSession = async (hall: Hall): Promise<void> => {
  const { transcript } = hall;
  await transcript.step('an attendee opens the link, answers, and has the QR', () => openLink(hall));
  const door = await transcript.step('a door is paired with a device of its own', () => pairDoor(hall));
  await transcript.step(
    'the door has its list',
    async () => {
      const { items } = (await door.call('GET', `${hall.base}/door-list`)).body;
      same('codes in the list', items.length, units.length);
    },
    () => `${units.length} codes`,
  );
  await transcript.step('people are checked in', () => scan(hall, door), String);
  await transcript.step('the pledge is read and signed', () => readAndSign(hall), String);
  await transcript.step('the table’s stream wakes the projector, which stores the figures', () =>
    until('the figures', 60, async () => {
      const found = JSON.stringify(await figures(hall).catch(() => undefined));
      return found === JSON.stringify(expected) || undefined;
    }),
  );
  await transcript.step('the session is closed with final figures', async () => {
    const closed = await hall.organizer('POST', `${hall.base}/moves/close`);
    same('the state', closed.body.state, 'CLOSED');
    same('the final figures', await figures(hall), expected);
  });
};
