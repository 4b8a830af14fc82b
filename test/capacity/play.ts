/** The actions that the capacity model counts, each made in its place of one session, and what it consumed. */
import { makeRecomputeTotals } from '../../functions/coverage/recompute-totals.ts';
import { makeMailSender } from '../../functions/messages/mail-sender.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import type { ActionName } from '../../infra/capacity/measured-units.ts';
import { as } from '../support/api.ts';
import { contact, pairedDoor, scanAt, type TestDoor } from '../support/doors.ts';
import { lahat } from '../support/fixtures.ts';
import { bytesOf } from './item-bytes.ts';
import { type Consumed, done, type Stage, startStage } from './stage.ts';

export type Played = Record<ActionName, Consumed>;

/** Of an action that is repeated only for a steadier time. */
const often = Array.from({ length: 20 });
const once = [undefined];

/** Of a roster in the order of its units: who answers the invitation, comes, and signs by the link. */
export const shareOf = (units: readonly Unit[], share: number): readonly Unit[] =>
  units.slice(0, Math.round(units.length * share));

/** As the telephone of an attendee names itself. */
const phoneOf = ({ id }: Unit) => ({ 'hadir-phone': `telepon-${id.padStart(20, '0')}` });

const openLink =
  ({ api, token }: Stage) =>
  async (unit: Unit) =>
    done(await api.call(null, 'GET', `/api/c/${token(unit)}`, undefined, phoneOf(unit)));

/** Invited, and written to. */
const invite = async (stage: Stage) => {
  const { api, base, units, meter, call, nonce } = stage;
  const asked = { units: units.map(({ id }) => id) };
  const inviteAll = await meter(once, () => call('POST', `${base}/invitations`, asked, 'capacity-invite'));
  await call('POST', `${base}/moves/publish`);
  const mailOwed = await meter(once, () => call('POST', `${base}/mail`, { purpose: 'INVITE' }));
  const sender = makeMailSender({ ...api.deps, send: async () => 'SENT', newAttempt: nonce });
  const mailed = units.filter(({ holder }) => holder);
  const mailSent = await meter(shareOf(mailed, 0.5), ({ id }) =>
    sender.handle({ session: stage.session, invitation: id, purpose: 'INVITE', occasion: 'v1' }),
  );
  return { inviteAll, mailOwed, mailSent };
};

/** Until the evening before: some open their link and answer. */
const answerAll = async (stage: Stage, answering: readonly Unit[]) => {
  const { api, meter, token } = stage;
  await meter(answering, openLink(stage));
  const qr = await meter(answering, async (unit) => done(await api.call(null, 'GET', `/api/c/${token(unit)}/qr.svg`)));
  const answer = await meter(answering, async (unit) =>
    done(await api.call(null, 'POST', `/api/c/${token(unit)}/answer`, { kind: 'ATTENDING' }, phoneOf(unit))),
  );
  return { qr, answer };
};

/** The whole list, or what is new since a moment, page by page as a door asks. */
const readList = async ({ api, base }: Stage, door: TestDoor, since?: string) => {
  let cursor: string | undefined;
  let bytes = 0;
  do {
    const asked = { limit: '500', ...(cursor && { cursor }), ...(since && { since }) };
    const page = done(await api.call(door.as, 'GET', `${base}/door-list?${new URLSearchParams(asked)}`));
    cursor = page.body.next ?? undefined;
    bytes += page.bytes.length;
  } while (cursor);
  return { bytes: { length: bytes } };
};

/** The minutes at the door. Of those who come a few are scanned one by one, the others in batches. */
const atTheDoor = async (stage: Stage, coming: readonly Unit[]) => {
  const { api, base, session, meter, call, later, token, nonce } = stage;
  api.clock.now = new Date('2024-06-27T00:30:00Z');
  const open = await meter(once, () => call('POST', `${base}/moves/open`));
  const door = await pairedDoor(api, session);
  const view = await meter(coming, openLink(stage));
  await contact(api, door);
  const doorContact = await meter(often, async () => done(await contact(api, door)));
  await readList(stage, door);
  const doorList = await meter(often, () => readList(stage, door));
  const doorDelta = await meter(often, () => readList(stage, door, new Date(api.clock.now.getTime()).toISOString()));
  const [cold, ...others] = coming;
  const single = shareOf(others, 0.3);
  const scan = async (unit: Unit) => done(await scanAt(api, door, token(unit), { nonce: nonce() }));
  // Past what a process remembers of a door and of a session.
  later(60);
  const coldScan = await meter([cold as Unit], scan);
  const checkIn = await meter(single, scan);
  const batchOf = async (units: readonly Unit[]) => {
    const sentAt = api.clock.now.toISOString();
    const entries = units.map((unit) => ({
      kind: 'scan',
      token: token(unit),
      nonce: nonce(),
      scannedAt: sentAt,
      shown: 'ADMITTED',
    }));
    return done(await api.call(door.as, 'POST', `${base}/check-in-batches`, { sentAt, entries }));
  };
  const rest = others.slice(single.length);
  const batches = Array.from({ length: Math.ceil(rest.length / 10) }, (_, at) => rest.slice(at * 10, at * 10 + 10));
  const ofBatches = await meter(batches, batchOf);
  const perScan = (value: number): number => (value * batches.length) / rest.length;
  const checkInOfTen: Consumed = {
    requests: perScan(ofBatches.requests),
    read: perScan(ofBatches.read),
    write: perScan(ofBatches.write),
    cpuMs: perScan(ofBatches.cpuMs),
    bytes: perScan(ofBatches.bytes),
  };
  const coldDoor: Consumed = { ...coldScan, write: coldScan.write - 1, requests: coldScan.requests - 1 };
  return { open, view, doorContact, doorList, doorDelta, coldDoor, checkIn, checkInOfTen };
};

/** What the stream does, and whoever looks meanwhile. */
const whileItRuns = async (stage: Stage) => {
  const { api, base, session, meter, call } = stage;
  const recompute = await meter(often, () => api.recompute(session));
  const remake = makeRecomputeTotals({ ...api.deps.stores, now: api.deps.now });
  await remake([lahat]);
  const totals = await meter(often, () => remake([lahat]));
  const look = await meter(often, () => call('GET', `${base}/live`));
  const regencyCoverage = await meter(often, () => call('GET', `/api/regencies/${lahat}/coverage`));
  const invitationsPage = await meter(often, () => call('GET', `${base}/invitations?limit=100`));
  return { recompute, totals, look, regencyCoverage, invitationsPage };
};

/** Read aloud, then signed: one half at the table, the other by link. */
const signAll = async ({ api, base, meter, later, token, nonce, hash, pledging }: Stage, present: Set<Unit>) => {
  const operator = as('operator');
  const reader = { name: 'Budi Santoso', office: 'Sekretaris Daerah' };
  done(await api.call(operator, 'PUT', `${base}/readings/utama`, { reader }));
  done(await api.call(operator, 'POST', `${base}/readings/utama/moves/start`));
  later(120);
  done(await api.call(operator, 'POST', `${base}/readings/utama/moves/end`));
  later(60);
  const sign = async ({ id }: Unit) =>
    done(
      await api.call(operator, 'POST', `${base}/invitations/${id}/signatures`, { nonce: nonce(), hash, who: 'holder' }),
    );
  const [cold, ...others] = pledging.filter((unit) => present.has(unit));
  const coldSign = await meter([cold as Unit], sign);
  const half = shareOf(others, 0.5);
  const signAtTable = await meter(half, sign);
  const signByLink = await meter(others.slice(half.length), async (unit) =>
    done(
      await api.call(
        null,
        'POST',
        `/api/c/${token(unit)}/signatures`,
        { nonce: nonce(), hash, who: 'holder' },
        phoneOf(unit),
      ),
    ),
  );
  const coldTable: Consumed = { ...coldSign, write: coldSign.write - 1, requests: coldSign.requests - 1 };
  return { signed: others.length + 1, coldTable, signAtTable, signByLink };
};

export interface PlayPlan {
  invited: number;
  answering: number;
  coming: number;
}

/** Shares of the invited, as the model takes them. `bytes`: of all invitations, after each step. */
export const play = async ({ invited, answering, coming }: PlayPlan) => {
  const stage = await startStage(invited);
  try {
    const { units, meter, call, base, client, session } = stage;
    const invitationBytes = (): Promise<number> => bytesOf(client, `S#${session}`, 'I#');
    const present = shareOf(units, coming);
    const asked = await invite(stage);
    const bytes = { asked: await invitationBytes(), answered: 0, came: 0, signed: 0 };
    const answers = await answerAll(stage, shareOf(units, answering));
    bytes.answered = await invitationBytes();
    const doors = await atTheDoor(stage, present);
    bytes.came = await invitationBytes();
    const running = await whileItRuns(stage);
    const { signed, ...signing } = await signAll(stage, new Set(present));
    bytes.signed = await invitationBytes();
    const close = await meter(once, () => call('POST', `${base}/moves/close`));
    const played: Played = { ...asked, ...answers, ...doors, ...running, ...signing, close };
    return { played, came: present.length, signed, bytes };
  } finally {
    await stage.stop();
  }
};
