import type { Arrival, DayEvents, Party, Signature, UnitClass } from './model.ts';
import { randomOf } from './random.ts';
import type { StaffedUnit } from './roster.ts';
import type { Clock } from './time.ts';

export type SigningPlan =
  | { kind: 'none' }
  /** A few sign for all; witnesses are units or guests. */
  | { kind: 'symbolic'; at: string; signers: readonly string[]; witnesses: readonly string[] }
  /** One after the other, in the order of protocol: guests first, then the units as the roster lists them. */
  | ({ kind: 'protocol'; guests: readonly string[]; witnesses: readonly string[] } & Individual)
  /** Everybody on his own phone, within some minutes. */
  | ({ kind: 'phones'; minutes: number } & Individual);

interface Individual {
  from: string;
  /** Share of the heads present who leave without signing. */
  unsigned: number;
  /** How many delegates sign: for themselves, not for the unit. */
  delegates: number;
  /** How many heads sign in the days after. */
  late: number;
}

type Signed = Pick<DayEvents, 'order' | 'signatures' | 'late'>;

export function signingOf(
  code: string,
  plan: SigningPlan,
  {
    clock,
    due,
    units,
    arrivals,
  }: { clock: Clock; due: readonly UnitClass[]; units: readonly StaffedUnit[]; arrivals: readonly Arrival[] },
): Signed {
  if (plan.kind === 'none') return { order: [], signatures: [], late: [] };
  if (plan.kind === 'symbolic') return { order: [], signatures: symbolic(plan, units, clock), late: [] };

  const random = randomOf(code, 'signing');
  const first = firstArrivals(arrivals);
  const eligible = units.filter((unit) => due.includes(unit.class));
  const arrivedAs = (who: string): StaffedUnit[] => eligible.filter(({ unit }) => first.get(unit)?.who === who);

  // Who came as head signs as head; an acting head sent only for the day has not been seen to sign.
  const heads = eligible.filter((unit) => {
    const who = first.get(unit.unit)?.who;
    return who === 'holder' || (who === 'acting' && unit.status === 'acting');
  });
  const signers = new Set(heads.filter(() => !random.chance(plan.unsigned)).map(({ unit }) => unit));
  const delegated = arrivedAs('delegate');
  const delegates = new Set(
    random
      .shuffle(delegated)
      .slice(0, plan.delegates)
      .map(({ unit }) => unit),
  );

  const present = eligible.filter(({ unit }) => signers.has(unit) || delegates.has(unit));
  const sign = (unit: string, seconds: number): Signature => ({
    at: clock.after(plan.from, seconds),
    unit,
    who: delegates.has(unit) ? 'delegate' : 'holder',
    symbolic: false,
    role: 'SIGNER',
  });

  const signatures: Signature[] = [];
  if (plan.kind === 'protocol') {
    let seconds = 0;
    const guest = (ref: string, role: Signature['role']): Signature => {
      seconds += random.int(15, 30);
      return { at: clock.after(plan.from, seconds), guest: ref, who: 'holder', symbolic: false, role };
    };
    signatures.push(...plan.guests.map((ref) => guest(ref, 'SIGNER')));
    for (const { unit } of present) {
      seconds += random.int(9, 22);
      signatures.push(sign(unit, seconds));
    }
    signatures.push(...plan.witnesses.map((ref) => guest(ref, 'WITNESS')));
  } else {
    signatures.push(...present.map(({ unit }) => sign(unit, random.int(20, plan.minutes * 60))));
    signatures.sort((a, b) => a.at.localeCompare(b.at));
  }
  // On phones everybody signs when they are ready; only a table has an order.
  const order = plan.kind === 'protocol' ? signatures.map(partyOf) : [];
  return { order, signatures, late: lateOnes(code, plan, eligible, { signers, delegates, clock }) };
}

/** Through the link, in the days after: first of all the heads whose delegate had signed, then others who owe it. */
function lateOnes(
  code: string,
  plan: Individual,
  eligible: readonly StaffedUnit[],
  { signers, delegates, clock }: { signers: Set<string>; delegates: Set<string>; clock: Clock },
): DayEvents['late'] {
  const random = randomOf(code, 'late');
  const owing = eligible.filter(({ unit, status }) => status === 'definitive' && !signers.has(unit));
  const afterDelegate = owing.filter(({ unit }) => delegates.has(unit));
  const others = random.shuffle(owing.filter(({ unit }) => !delegates.has(unit)));
  const chosen = [...afterDelegate.slice(0, Math.ceil(plan.late / 3)), ...others].slice(0, plan.late);
  return chosen
    .map(({ unit }) => ({
      at: clock.later(random.int(1, 6), random.int(8 * 3600, 16 * 3600)),
      unit,
      who: 'holder' as const,
    }))
    .sort((a, b) => a.at.localeCompare(b.at));
}

function symbolic(plan: SigningPlan & { kind: 'symbolic' }, units: readonly StaffedUnit[], clock: Clock): Signature[] {
  const isUnit = (name: string): boolean => units.some(({ unit }) => unit === name);
  const party = (name: string): { unit: string } | { guest: string } =>
    isUnit(name) ? { unit: name } : { guest: name };
  const mark = (name: string, index: number, role: Signature['role']): Signature => ({
    at: clock.after(plan.at, index * 45),
    ...party(name),
    who: 'holder',
    symbolic: role === 'SIGNER',
    role,
  });
  return [
    ...plan.signers.map((name, index) => mark(name, index, 'SIGNER')),
    ...plan.witnesses.map((name, index) => mark(name, plan.signers.length + index, 'WITNESS')),
  ];
}

function partyOf({ unit, guest }: Signature): Party {
  if (unit !== undefined) return { unit };
  if (guest !== undefined) return { guest };
  throw new Error('a signature is of a unit or of a guest');
}

function firstArrivals(arrivals: readonly Arrival[]): Map<string, Arrival> {
  const first = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    if (arrival.unit !== undefined && !first.has(arrival.unit)) first.set(arrival.unit, arrival);
  }
  return first;
}
