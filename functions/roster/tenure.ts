/**
 * Who holds an office, and who held it before: pure. The present holder and the past stand in one item, so that a change of
 * holder and its history are one write.
 */
import type { Holder } from './holder-schema.ts';
import type { HolderChange, Tenure, Unit } from './unit-schema.ts';

/** The part of a unit that says who holds its office over time. */
type Office = Pick<Unit, 'holder' | 'past' | 'registeredOn' | 'retiredOn'>;

type Correction = Extract<HolderChange, { change: 'CORRECT' }>['holder'];

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);

/** The first day on which another holder may come, or the office fall vacant: not before whoever came or left last. */
export const earliestChange = ({ holder, past }: Office): string | undefined => {
  const left = past?.at(-1)?.to;
  const came = holder?.from;
  return left === undefined ? came : later(left, came);
};

/** A holder as the past keeps one: nobody is reached there any more. */
const tenureOf = ({ phone: _phone, email: _email, ...holder }: Holder, to: string): Tenure => ({
  holder,
  ...(holder.from !== undefined && { from: holder.from }),
  // A change that is dated before the holder came leaves a tenure without days, never one that runs backwards.
  to: later(to, holder.from),
});

/**
 * The office with another holder, or with none (null: vacant), from `from` on; `today` where nobody said since when. The one
 * before goes into the past. A vacant office that stays vacant is unchanged.
 */
export const replaceHolder = <T extends Office>(
  unit: T,
  holder: Holder | null,
  { from, today }: { from?: string | undefined; today: string },
): T => {
  const start = from ?? holder?.from ?? today;
  const past = unit.holder === null ? unit.past : [...(unit.past ?? []), tenureOf(unit.holder, start)];
  return { ...unit, holder: holder && { ...holder, from: start }, ...(past && { past }) };
};

/**
 * The day on which the present holder came was another, `is` in place of `was`: whoever left for them left then. Without a first
 * day they had counted as there since the one before left, or since the register had the unit; no vacancy is made of that.
 */
const cameOn = (unit: Office, was: string | undefined, is: string): Pick<Office, 'past' | 'registeredOn'> => {
  const { past = [], registeredOn } = unit;
  const last = past.at(-1);
  // Nobody holds an office that the one before has not left.
  if (last)
    return was === undefined || last.to === was || is < last.to
      ? { past: past.with(-1, { ...last, to: later(is, last.from) }) }
      : {};
  return was === undefined && registeredOn !== undefined ? { registeredOn: later(registeredOn, is) } : {};
};

/**
 * The office with what is known of its present holder put right: what the correction leaves out stays, null takes it away.
 * Undefined when the office is vacant.
 */
export const correctHolder = <T extends Office>(unit: T, correction: Correction): T | undefined => {
  if (unit.holder === null) return undefined;
  const both = { ...unit.holder, ...correction };
  const known = Object.entries(both).filter(([, value]) => value !== null && value !== undefined);
  const holder = Object.fromEntries(known) as Holder;
  const moved = holder.from !== undefined && holder.from !== unit.holder.from;
  return { ...unit, holder, ...(moved && cameOn(unit, unit.holder.from, holder.from as string)) };
};

/** Who held an office on a day. Not known: before the register reaches back, or a day that is still to come. */
export interface HeldOn {
  known: boolean;
  holder: Tenure['holder'] | Holder | null;
}

const unknown: HeldOn = { known: false, holder: null };
const vacant: HeldOn = { known: true, holder: null };

interface Span {
  holder: NonNullable<HeldOn['holder']>;
  /** Undefined where neither the register nor whoever left before them says since when. */
  from: string | undefined;
  /** Undefined of the present holder. */
  to: string | undefined;
}

/** Everybody who is known to have held the office, oldest first. */
const spansOf = ({ past = [], holder, registeredOn }: Office): Span[] => {
  const after = (index: number): string | undefined => past[index - 1]?.to ?? registeredOn;
  const gone = past.map((tenure, index) => ({ ...tenure, from: tenure.from ?? after(index) }));
  return holder ? [...gone, { holder, from: holder.from ?? after(past.length), to: undefined }] : gone;
};

/** Whether a unit is no longer there on a day: merged or closed. */
export const isRetired = ({ retiredOn }: Pick<Unit, 'retiredOn'>, day: string): boolean =>
  retiredOn !== undefined && retiredOn <= day;

/**
 * Who held the office on `day`. Somebody whose first day nobody wrote down held it at least since the register had the unit, or
 * since the one before left. Between two holders, and since the unit is no longer there, it was vacant.
 */
export const holderOn = (unit: Office, day: string, today: string): HeldOn => {
  if (day > today) return unknown;
  // A unit that was merged or closed has no office left to hold, whoever is still written down for it.
  if (isRetired(unit, day)) return vacant;
  if (day === today) return { known: true, holder: unit.holder };
  const span = spansOf(unit).findLast(({ from }) => from === undefined || from <= day);
  if (!span) return unit.registeredOn !== undefined && unit.registeredOn <= day ? vacant : unknown;
  if (span.to !== undefined && span.to <= day) return vacant;
  return span.from === undefined ? unknown : { known: true, holder: span.holder };
};

/** An acting appointment whose last day has passed: shown, and listed among what the register lacks; never refused. */
export const isExpired = (holder: Pick<Holder, 'acting' | 'until'> | null, day: string): boolean =>
  holder !== null && holder.acting !== 'DEFINITIVE' && holder.until !== undefined && holder.until < day;
