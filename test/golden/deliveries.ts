/**
 * How what happened reaches the engine: doors with a signal call at once, others send what they kept from time to time or after the closing,
 * in whatever order; some requests never arrive and are sent again, some arrive and their answer does not, and so come twice.
 */
import { type Random, randomOf } from '../cases/generate/random.ts';
import type { FirstArrivals, Happening, SessionOfLog } from './event-log.ts';

export type AtDoor = Extract<Happening, { door: string }>;

export type Delivery =
  /** A call of now, made this many times with the same nonce. */
  | { kind: 'call'; at: number; happening: Happening; times: number }
  | { kind: 'batch'; at: number; door: string; entries: AtDoor[]; fate: Fate }
  /** Somebody counts in between: figures are computed anew, never counted up. */
  | { kind: 'recount'; at: number };

/** LOST: it never arrives. UNANSWERED: it arrives and nobody knows, so that it is sent again. */
type Fate = 'ARRIVES' | 'LOST' | 'UNANSWERED';

const minute = 60_000;
const fates: readonly Fate[] = ['ARRIVES', 'ARRIVES', 'ARRIVES', 'LOST', 'UNANSWERED'];

const isAtDoor = (happening: Happening): happening is AtDoor => 'door' in happening;
const subjectOf = (one: AtDoor): string => ('of' in one && one.what === 'scanned' ? one.of : one.id);

/** In any order, but that what is about one scan follows it. */
const shuffled = (entries: readonly AtDoor[], random: Random): AtDoor[] => {
  const chains = new Map<string, AtDoor[]>();
  const chainOf = new Map<string, string>();
  for (const entry of entries) {
    const isChange = entry.what === 'undone' || entry.what === 'corrected';
    const chain = isChange ? (chainOf.get(entry.of) ?? entry.of) : subjectOf(entry);
    chainOf.set(entry.id, chain);
    chains.set(chain, [...(chains.get(chain) ?? []), entry]);
  }
  return random.shuffle([...chains.values()]).flat();
};

interface Sending {
  door: string;
  random: Random;
  moment: () => number;
}

/** What one door sends at one moment, in one or more batches; and what it still holds then. */
const sendOnce = (unsent: readonly AtDoor[], at: number, last: boolean, { door, random, moment }: Sending) => {
  const sent: Delivery[] = [];
  const rest = shuffled(unsent, random);
  while (rest.length > 0) {
    const entries = rest.splice(0, random.int(1, 200));
    const fate = last ? 'ARRIVES' : random.pick(fates);
    sent.push({ kind: 'batch', at: at + moment(), door, entries, fate });
    // A network that is slow, or repeats what was answered already.
    if (random.chance(0.1)) sent.push({ kind: 'batch', at: at + 30_000 + moment(), door, entries, fate: 'UNANSWERED' });
    // Without an answer nothing more is sent: what comes after may be about it.
    if (fate !== 'ARRIVES') return { sent, left: [...entries, ...rest].sort((a, b) => a.at - b.at) };
  }
  return { sent, left: [] };
};

/** What one door sends at these moments, until everything has arrived and been answered. */
const sendings = (kept: readonly AtDoor[], moments: readonly number[], sending: Sending): Delivery[] => {
  const deliveries: Delivery[] = [];
  let unsent: AtDoor[] = [];
  let taken = 0;
  for (const [index, planned] of moments.entries()) {
    const last = index === moments.length - 1;
    const until = last ? kept.length : kept.filter(({ at }) => at < planned).length;
    const { sent, left } = sendOnce([...unsent, ...kept.slice(taken, until)], planned, last, sending);
    deliveries.push(...sent);
    unsent = left;
    taken = Math.max(taken, until);
  }
  return deliveries;
};

const momentsOf = (signal: string, session: SessionOfLog, random: Random): number[] => {
  const { openedAt, closedAt } = session;
  const after = [closedAt + random.int(2, 50) * minute, closedAt + 60 * minute, closedAt + 120 * minute];
  if (signal === 'AFTERWARDS') return after;
  const between = Array.from({ length: 6 }, () => random.int(openedAt + 5 * minute, closedAt - 5 * minute));
  return [...between.sort((a, b) => a - b), closedAt - 2 * minute, ...after];
};

/** Every delivery in order of time. The same seed gives the same. */
export const planDeliveries = (session: SessionOfLog, seed: string): Delivery[] => {
  const random = randomOf('deliveries', session.key, seed);
  let used = 0;
  const moment = () => {
    used += 7;
    return used;
  };
  const signals = new Map(session.doors.map(({ name, signal }) => [name, signal]));
  const deliveries: Delivery[] = [];
  for (const happening of session.happenings) {
    const keeps = isAtDoor(happening) && signals.get(happening.door) !== 'ALWAYS';
    if (!keeps) deliveries.push({ kind: 'call', at: happening.at, happening, times: random.chance(0.12) ? 2 : 1 });
  }
  for (const { name, signal } of session.doors) {
    if (signal === 'ALWAYS') continue;
    const kept = session.happenings.filter(isAtDoor).filter(({ door }) => door === name);
    deliveries.push(...sendings(kept, momentsOf(signal, session, random), { door: name, random, moment }));
  }
  for (let time = 0; time < 3; time += 1)
    deliveries.push({ kind: 'recount', at: random.int(session.openedAt + minute, session.closedAt) });
  return deliveries.sort((a, b) => a.at - b.at);
};

export const firstArrivals = (deliveries: readonly Delivery[]): FirstArrivals => {
  const first: FirstArrivals = {};
  for (const delivery of deliveries) {
    if (delivery.kind !== 'batch' || delivery.fate === 'LOST') continue;
    for (const { id } of delivery.entries) first[id] ??= delivery.at;
  }
  return first;
};
