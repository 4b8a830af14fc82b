/**
 * What inviting a whole regency costs: one call for all classes, then every invitation's link and the QR of it; and the cards of a
 * standard roster as one PDF. Through the API's own app; the engine runs in memory in this process, so its time is in the seconds.
 */
import QRCode from 'qrcode';
import { codeOf } from '../../functions/invitations/code-address.ts';
import { tokenInScan } from '../../functions/invitations/invitation-token.ts';
import { tableName } from '../../functions/local/server.ts';
import { makeSessionId } from '../../functions/platform/ids.ts';
import { regencyKey, sessionKey, unitKey } from '../../functions/platform/keys.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import { type TestApi, testOrigin } from '../support/api.ts';
import { aSession, lahat } from '../support/fixtures.ts';
import { round, textTable, timed } from './figures.ts';
import { over } from './over-api.ts';
import { fill, makeUnits } from './people.ts';

export interface InviteSettings {
  invitations: number;
  cards: number;
}
export const fullInvite: InviteSettings = { invitations: 11_000, cards: 470 };

export interface InviteReport {
  invitations: number;
  /** Inviting, every token, and every QR. */
  seconds: number;
  cards: number;
  pdfSeconds: number;
  pdfBytes: number;
}

const organizer = { role: 'organizer', region: lahat } as const;

const done = <T extends { status: number; body: unknown }>(reply: T): T => {
  if (reply.status >= 300) throw new Error(`answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply;
};

/** Beyond the real roster the people are repeated; without their numbers they are not one person with dozens of offices. */
const unitsFor = async (count: number): Promise<Unit[]> => {
  const seen = new Set<string>();
  return (await makeUnits(count)).map((unit) => {
    if (unit.holder === null) return unit;
    const { nip, phone: _, ...holder } = unit.holder;
    const isRepeated = nip !== undefined && seen.has(nip);
    if (nip !== undefined) seen.add(nip);
    return isRepeated ? { ...unit, holder } : unit;
  });
};

/** A regency with so many units and a session that has invited nobody. */
const prepare = async (api: TestApi, size: number) => {
  const units = await unitsFor(size);
  const id = makeSessionId(lahat, `invite-${size}`);
  const classes = [...new Set(units.map((unit) => unit.class))];
  const session = aSession({ id, state: 'PUBLISHED', classes, pledge: null });
  const regency = {
    code: lahat,
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    labels: { district: 'Kecamatan', village: 'Desa' },
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
  };
  await fill(api.engine.client, tableName, [
    { ...regencyKey(lahat), ...regency },
    { ...sessionKey(id), ...session },
    ...units.map((unit) => ({ ...unitKey(lahat, unit.id), ...unit })),
  ]);
  const base = `/api/sessions/${id}`;
  const invite = async (): Promise<void> => {
    const key = { 'idempotency-key': 'invite-everybody' };
    const { body } = done(await api.call(organizer, 'POST', `${base}/invitations`, { classes }, key));
    if (body.invited !== size) throw new Error(`${body.invited} of ${size} were invited`);
  };
  return { base, invite };
};

/** The QR of each invitation, from its link; different ones, and as many as there are invitations. */
const makeCodes = async (api: TestApi, base: string, size: number): Promise<void> => {
  const tokens = new Set<string>();
  let cursor = '';
  do {
    const page = done(await api.call(organizer, 'GET', `${base}/invitations?limit=200${cursor}`)).body;
    for (const { link } of page.items) {
      const token = tokenInScan(link);
      QRCode.create(codeOf(testOrigin, token), { errorCorrectionLevel: 'M' });
      tokens.add(token);
    }
    cursor = page.next ? `&cursor=${page.next}` : '';
  } while (cursor);
  if (tokens.size !== size) throw new Error(`${tokens.size} codes for ${size} invitations`);
};

export const benchInvite = async ({ invitations, cards }: InviteSettings): Promise<InviteReport> => {
  const milliseconds = await over(async (api) => {
    const { base, invite } = await prepare(api, invitations);
    return timed(async () => {
      await invite();
      await makeCodes(api, base, invitations);
    });
  });
  const pdf = await over(async (api) => {
    const { base, invite } = await prepare(api, cards);
    await invite();
    const start = performance.now();
    const reply = done(await api.call(organizer, 'GET', `${base}/documents/cards.pdf`));
    return { seconds: (performance.now() - start) / 1000, bytes: reply.bytes.length };
  });
  return {
    invitations,
    seconds: round(milliseconds / 1000),
    cards,
    pdfSeconds: round(pdf.seconds),
    pdfBytes: pdf.bytes,
  };
};

export const inviteTable = ({ invitations, seconds, cards, pdfSeconds, pdfBytes }: InviteReport): string =>
  textTable([
    ['', 'seconds', 'kB'],
    [`${invitations} invitations with token and QR`, seconds, '-'],
    [`${cards} cards as PDF`, pdfSeconds, Math.round(pdfBytes / 1000)],
  ]);
