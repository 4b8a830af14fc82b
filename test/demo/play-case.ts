/** Plays one case through the product's HTTP API, with the product's clock set to each moment of it. */
import { importRoster } from '../support/import-roster.ts';
import { type Call, listAll } from './api-client.ts';
import type { Arrival, Case, Party, Signature } from './read-case.ts';

export interface Stage {
  /** As the regency's organiser. */
  organizer: Call;
  /** As the operator at the doors. */
  operator: Call;
  /** As whoever holds a link. */
  anybody: Call;
  /** Sets the product's clock. */
  setTime: (instant: string) => void;
  progress: (text: string) => void;
}

interface Invited {
  id: string;
  kind: 'unit' | 'guest';
  name: string;
  link: string;
}

const days = 86_400_000;
const before = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) - milliseconds).toISOString();
const plain = (name: string): string => name.toUpperCase().replace(/\s+/g, ' ').trim();
const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

/** Registers the regency, imports its roster, drafts and publishes the session, invites units and guests. */
const prepare = async ({ organizer, setTime, progress }: Stage, { code, plan, roster }: Case) => {
  setTime(before(plan.session.startsAt, 14 * days));
  const { code: _, ...settings } = plan.regency;
  await organizer('PUT', `/api/regencies/${code}`, settings);
  const { counts } = await importRoster(organizer, code, roster);
  progress(`${plan.regency.name}: ${counts.rows} rows read, ${counts.new} units new, ${counts.error} rows refused`);
  const key = { 'idempotency-key': `case-of-${code.replace('.', '-')}` };
  const session = await organizer('POST', `/api/regencies/${code}/sessions`, plan.session, key);
  const base = `/api/sessions/${session.body.id}`;
  await organizer('POST', `${base}/invitations`, { classes: plan.session.classes }, key);
  const guests = plan.guests.map(({ ref: _ref, ...guest }) => guest);
  const invitedGuests = guests.length ? await organizer('POST', `${base}/invitations`, { guests }, key) : undefined;
  await organizer('POST', `${base}/moves/publish`);
  const invited = await listAll<Invited>(organizer, `${base}/invitations`);
  const units = new Map(invited.filter((item) => item.kind === 'unit').map((item) => [plain(item.name), item]));
  const byId = new Map(invited.map((item) => [item.id, item]));
  const guestIds: string[] = invitedGuests?.body.guests ?? [];
  const find = ({ unit, guest }: Party): Invited => {
    const found = unit
      ? units.get(plain(unit))
      : byId.get(guestIds[plan.guests.findIndex(({ ref }) => ref === guest)] ?? '');
    if (!found) throw new Error(`${code}: nobody was invited as ${unit ?? guest}`);
    return found;
  };
  return { session: session.body.id as string, base, find };
};

type Prepared = Awaited<ReturnType<typeof prepare>>;

const arrive = async (stage: Stage, { base, find }: Prepared, arrival: Arrival, index: number) => {
  stage.setTime(arrival.at);
  const scannedAt = new Date(arrival.at).toISOString();
  return stage.operator('POST', `${base}/check-ins`, {
    token: tokenOf(find(arrival).link),
    nonce: `demo-arrival-${index}`,
    scannedAt,
    sentAt: scannedAt,
    door: arrival.door,
    who: arrival.who,
    delegate: arrival.delegate,
  });
};

const sign = async (stage: Stage, { base, find }: Prepared, signature: Signature, index: number, hash: string) => {
  stage.setTime(signature.at);
  const { who, symbolic, role } = signature;
  await stage.operator('POST', `${base}/invitations/${find(signature).id}/signatures`, {
    nonce: `demo-signature-${index}`,
    hash,
    who,
    symbolic,
    role,
  });
};

/** Planned while the session is open; its moments are pressed when they come. */
const read = async (stage: Stage, { base }: Prepared, { reading }: Case['events']): Promise<void> => {
  if (!reading) return;
  const { at, until, reader, witnesses } = reading;
  const path = `${base}/readings/1`;
  await stage.operator('PUT', path, { reader, witnesses });
  stage.setTime(at);
  await stage.operator('POST', `${path}/moves/start`);
  stage.setTime(until);
  const { present } = (await stage.operator('POST', `${path}/moves/end`)).body;
  stage.progress(`  the pledge was read; ${present} were present`);
};

/** Places people in the queue; those of them who came are then called in that order. */
const arrange = async ({ organizer, operator }: Stage, { base, find }: Prepared, { order }: Case['events']) => {
  if (order.length === 0) return;
  const placed = order.map((party) => find(party).id);
  await organizer('PUT', `${base}/signing-order`, { version: 0, order: placed });
  const queue = await listAll<{ invitation: string }>(operator, `${base}/signing-queue?waiting=yes`);
  const called = queue.map(({ invitation }) => invitation).filter((id) => placed.includes(id));
  if (called.join() !== placed.join())
    throw new Error('the queue does not call people in the order that they were placed in');
};

const hold = async (stage: Stage, prepared: Prepared, { plan, events }: Case): Promise<void> => {
  const { base, find } = prepared;
  const first = events.arrivals[0]?.at ?? plan.session.startsAt;
  stage.setTime(before(first, 5 * 60_000));
  await stage.organizer('POST', `${base}/moves/open`);
  const results = new Map<string, number>();
  for (const [index, arrival] of events.arrivals.entries()) {
    const { body } = await arrive(stage, prepared, arrival, index);
    results.set(body.result, (results.get(body.result) ?? 0) + 1);
  }
  stage.progress(`  arrivals: ${[...results].map(([result, count]) => `${count} ${result}`).join(', ')}`);
  const hash = plan.session.pledge ? (await stage.organizer('GET', `${base}/pledge`)).body.hash : '';
  await read(stage, prepared, events);
  await arrange(stage, prepared, events);
  for (const [index, signature] of events.signatures.entries()) await sign(stage, prepared, signature, index, hash);
  stage.setTime(plan.session.endsAt);
  await stage.organizer('POST', `${base}/moves/close`);
  // Days later, by the same link: a head who had sent a delegate signs (susulan).
  for (const [index, late] of events.late.entries()) {
    stage.setTime(late.at);
    const nonce = `demo-late-${index}-xx`;
    await stage.anybody('POST', `/api/c/${tokenOf(find(late).link)}/signatures`, { nonce, hash, who: late.who });
  }
  stage.progress(`  signatures: ${events.signatures.length} on the day, ${events.late.length} later`);
  // Whatever the closing did not seal yet, an addendum does.
  await stage.organizer('POST', `${base}/seal`);
};

/** Plays the case from the roster to the closing, the late signatures and their seal; answers the session's id. */
export const playCase = async (stage: Stage, input: Case): Promise<string> => {
  const prepared = await prepare(stage, input);
  await hold(stage, prepared, input);
  return prepared.session;
};
