/** Plays an event log against the product through its HTTP API, with the engine's clock set to each delivery. */
import { as } from '../support/api.ts';
import { tokenIn } from '../support/links.ts';
import { ask, iso, listOf } from './ask.ts';
import type { AtDoor, Delivery } from './deliveries.ts';
import type { Happening } from './event-log.ts';
import { type Known, type Played, post } from './prepare.ts';

const minute = 60_000;

const invitationOf = (played: Played, of: string): Known => {
  const known = played.invitations.get(of);
  if (!known) throw new Error(`${played.log.key}: nobody was invited as ${of}`);
  return known;
};

const doorOf = ({ doors, log }: Played, name: string) => {
  const paired = doors.get(name);
  const fastBy = log.doors.find((door) => door.name === name)?.fastBy ?? 0;
  if (!paired) throw new Error(`there is no ${name}`);
  return { paired, fastBy };
};

/** What a scan is about is in the log before it. */
const scanOf = ({ log }: Played, id: string): Happening | undefined =>
  log.happenings.find((one) => 'id' in one && one.id === id);

/** An entry of a batch as the door writes it, by its own clock. */
const entryOf = (played: Played, one: AtDoor): Record<string, unknown> => {
  const time = iso(one.at + doorOf(played, one.door).fastBy);
  const scan = { kind: 'scan', nonce: one.id, scannedAt: time, shown: 'ADMITTED' };
  if (one.what === 'walkedIn') return { ...scan, guest: { office: one.office } };
  if (one.what === 'counted') return { ...scan, group: { count: one.people } };
  if (one.what === 'scanned') {
    const { id: invitation, token } = invitationOf(played, one.of);
    return { ...scan, who: one.who, ...(one.byName ? { invitation } : { token }) };
  }
  const change = { nonce: one.id, of: one.of, madeAt: time };
  const about = scanOf(played, one.of);
  if (about?.what !== 'scanned') return { kind: 'uncount', reason: 'Salah pindai', ...change };
  const target = { invitation: invitationOf(played, about.of).id, ...change };
  return one.what === 'undone'
    ? { kind: 'undo', reason: 'Salah pindai', ...target }
    : { kind: 'correction', who: one.who, ...target };
};

const sendBatch = async (played: Played, door: string, entries: readonly AtDoor[], at: number): Promise<void> => {
  const { paired, fastBy } = doorOf(played, door);
  const body = { sentAt: iso(at + fastBy), entries: entries.map((one) => entryOf(played, one)) };
  const path = `${played.base}/check-in-batches`;
  const reply = await ask(played.api, paired.as, 'POST', path, body);
  for (const answer of reply.body.answers)
    if (answer.result === 'invalid') throw new Error(`a batch was answered ${JSON.stringify(answer)}`);
};

/** A door with a signal: one call for each. */
const callAtDoor = async (played: Played, one: AtDoor): Promise<void> => {
  const { paired, fastBy } = doorOf(played, one.door);
  const { kind, shown: _, ...entry } = entryOf(played, one);
  const sentAt = iso(one.at + fastBy);
  const about = 'of' in one ? scanOf(played, one.of) : undefined;
  if (kind === 'scan') {
    const path = `${played.base}/check-ins`;
    await ask(played.api, paired.as, 'POST', path, { ...entry, sentAt, clockOffsetMs: -fastBy });
    return;
  }
  if (kind === 'uncount' || about?.what !== 'scanned') return sendBatch(played, one.door, [one], one.at);
  const { invitation, ...change } = entry;
  const at = `${played.base}/invitations/${invitation}`;
  const [method, path] = kind === 'undo' ? (['POST', `${at}/undo`] as const) : (['PUT', `${at}/attendance`] as const);
  await ask(played.api, paired.as, method, path, { ...change, sentAt });
};

const enter = async (played: Played, one: Extract<Happening, { what: 'byVideo' | 'onPaper' }>): Promise<void> => {
  const onPaper = one.what === 'onPaper';
  const body = {
    invitation: invitationOf(played, one.of).id,
    nonce: one.id,
    scannedAt: iso(onPaper ? one.cameAt : one.at),
    sentAt: iso(one.at),
    mode: onPaper ? 'BACK_ENTERED' : 'ONLINE',
    reason: onPaper ? 'Daftar hadir kertas' : 'Ikut lewat video',
    ...(onPaper && { who: one.who }),
  };
  const path = `${played.base}/check-ins`;
  await ask(played.api, as('operator', played.code), 'POST', path, body);
};

const sign = async (played: Played, one: Extract<Happening, { what: 'signed' }>): Promise<void> => {
  const { api, code, base, hash } = played;
  const { id, token } = invitationOf(played, one.of);
  const common = { nonce: one.id, hash, who: one.by };
  const atTable = { ...common, method: one.how, ...(one.how === 'PAPER' && { sheet: '1' }) };
  const kind = { ...(one.as === 'SYMBOLIC' && { symbolic: true }), ...(one.as === 'WITNESS' && { role: 'WITNESS' }) };
  if (one.how === 'LINK') await ask(api, null, 'POST', `/api/c/${token}/signatures`, common);
  else await ask(api, as('operator', code), 'POST', `${base}/invitations/${id}/signatures`, { ...atTable, ...kind });
};

const tell = async (played: Played, one: Happening): Promise<void> => {
  if ('door' in one) return callAtDoor(played, one);
  if (one.what === 'byVideo' || one.what === 'onPaper') return enter(played, one);
  if (one.what === 'signed') return sign(played, one);
  if (one.what === 'revoked') {
    await post(played, `${played.base}/invitations/${invitationOf(played, one.of).id}/revoke`);
    return;
  }
  const id = played.unitIds.get(one.of) ?? '';
  await post(played, `${played.base}/invitations`, { units: [id] }, `${played.log.key}-late-${id}`);
  const { body } = await played.api.call(as('organizer', played.code), 'GET', `${played.base}/invitations/${id}`);
  played.invitations.set(one.of, { id, token: tokenIn(body.link) });
};

/** As the stream's Lambda does: again, where it failed. */
const recompute = async ({ api, session }: Played): Promise<void> => {
  for (let time = 1; ; time += 1) {
    try {
      return void (await api.recompute(session));
    } catch (error) {
      if (!(error instanceof Error && error.name === 'EngineUnavailable') || time === 20) throw error;
    }
  }
};

const deliver = async (played: Played, delivery: Delivery): Promise<void> => {
  played.api.clock.now = new Date(delivery.at);
  if (delivery.kind === 'recount') return recompute(played);
  if (delivery.kind === 'batch') {
    if (delivery.fate !== 'LOST') await sendBatch(played, delivery.door, delivery.entries, delivery.at);
    return;
  }
  for (let time = 0; time < delivery.times; time += 1) await tell(played, delivery.happening);
};

/** As proposed, one of each invitation at a time: a proposal is about the record that stands now. */
export const settleAll = async (played: Played): Promise<void> => {
  const { api, code, base, log } = played;
  const left = new Set(log.unsettled.map((name) => invitationOf(played, name).id));
  for (;;) {
    const conflicts = await listOf(api, 'organizer', code, `${base}/conflicts`);
    const open = conflicts.filter(({ decision, invitation }) => decision === undefined && !left.has(invitation.id));
    if (open.length === 0) return;
    const first = new Map(open.map((conflict) => [conflict.invitation.id, conflict]));
    for (const { id, proposal } of first.values())
      await post(played, `${base}/conflicts/${id}/decision`, { decision: proposal.decision });
  }
};

/** From opening to closing, what comes after it, and the settling of what doors disagree about. */
export const hold = async (played: Played, deliveries: readonly Delivery[]): Promise<void> => {
  const { api, log, base } = played;
  const before = deliveries.filter(({ at }) => at <= log.closedAt);
  const after = deliveries.filter(({ at }) => at > log.closedAt);
  api.clock.now = new Date(log.openedAt);
  await post(played, `${base}/moves/open`);
  for (const delivery of before) await deliver(played, delivery);
  api.clock.now = new Date(log.closedAt);
  await post(played, `${base}/moves/close?unsent=follow`);
  for (const delivery of after) await deliver(played, delivery);
  api.clock.now = new Date(log.closedAt + 150 * minute);
  await settleAll(played);
  await recompute(played);
};
