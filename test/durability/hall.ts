/** A hall of 2,000 heads of schools, invited through the product's HTTP API, and its doors. */
import { type Call, listAll } from '../demo/api-client.ts';
import { importRoster } from '../support/import-roster.ts';

export interface Invited {
  id: string;
  link: string;
  checkIn?: { scannedAt: string };
}

export interface Hall {
  session: string;
  invited: Invited[];
}

const csv = (count: number): Uint8Array => {
  const rows = Array.from({ length: count }, (_, index) => {
    const school = `SD Negeri ${index + 1} Lahat`;
    return `${index + 1};Sahabadi ${index + 1};Kepala ${school};${school};Lahat`;
  });
  return Buffer.from(['NO;NAMA;JABATAN;UNIT KERJA;KECAMATAN', ...rows].join('\n'));
};

/** Registers Lahat, imports the schools, invites them all and opens the session. */
export const openHall = async (organizer: Call, count: number): Promise<Hall> => {
  await organizer('PUT', '/api/regencies/16.04', {
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
  });
  await importRoster(organizer, '16.04', csv(count));
  const key = { 'idempotency-key': 'a-full-hall' };
  const hours = (number: number) => new Date(Date.now() + number * 3_600_000).toISOString();
  const session = await organizer(
    'POST',
    '/api/regencies/16.04/sessions',
    {
      kind: 'APEL',
      title: 'Apel netralitas ASN',
      organizer: 'Inspektorat',
      classes: ['SD'],
      venue: { name: 'Lapangan', region: '16.04' },
      startsAt: hours(1),
      endsAt: hours(4),
    },
    key,
  );
  const base = `/api/sessions/${session.body.id}`;
  await organizer('POST', `${base}/invitations`, { classes: ['SD'] }, key);
  await organizer('POST', `${base}/moves/publish`);
  await organizer('POST', `${base}/moves/open`);
  return { session: session.body.id, invited: await invitedIn(organizer, session.body.id) };
};

export const invitedIn = (organizer: Call, session: string): Promise<Invited[]> =>
  listAll<Invited>(organizer, `/api/sessions/${session}/invitations`);

/** One scan of one code; whatever is repeated of it carries the same nonce and times. */
export interface Scan {
  invitation: string;
  body: { token: string; nonce: string; scannedAt: string; sentAt: string; door: string };
}

export const scansOf = ({ invited }: Hall): Scan[] =>
  invited.map(({ id, link }, index) => {
    // Each scan a millisecond apart, so that the time kept tells which scan is stored.
    const at = new Date(Date.now() - 60_000 + index).toISOString();
    const token = link.slice(link.lastIndexOf('/') + 1);
    return {
      invitation: id,
      body: { token, nonce: `scan-number-${index}`, scannedAt: at, sentAt: at, door: `Pintu ${index % 16}` },
    };
  });

/** `accepted`, `replayed`, `already`, a problem's code, or `none` when no answer came. */
export type Answer = string;

export const sendScan = async (origin: string, accessToken: string, session: string, scan: Scan): Promise<Answer> => {
  try {
    const response = await fetch(`${origin}/api/sessions/${session}/check-ins`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(scan.body),
    });
    const body = (await response.json()) as { result?: string; code?: string };
    return body.result ?? body.code ?? String(response.status);
  } catch {
    return 'none';
  }
};
