import type { Arrival, Delegate, Who } from './model.ts';
import { peopleOf } from './people.ts';
import { type Random, randomOf } from './random.ts';
import type { StaffedUnit } from './roster.ts';
import { type Clock, secondsOf } from './time.ts';

export interface ArrivalPlan {
  clock: Clock;
  /** When the meeting begins; nine of ten come in the twenty minutes before. */
  start: string;
  doors: readonly string[];
  /** Shares of the invited units: represented at all; of those, by a delegate, and by an acting head sent for the day. */
  represented: number;
  delegated: number;
  actingSent: number;
  /** Units whose holder comes, units that stay away, units whose delegate is there before the holder. */
  inPerson: readonly string[];
  away: readonly string[];
  delegateFirst: readonly string[];
  /** [holder of, acting head of]: come through one door within seconds. */
  doubles: readonly (readonly [string, string])[];
  /** Guests who come, and for whom somebody else does. */
  guests: readonly { ref: string; delegate?: Delegate }[];
}

/** An arrival with its second of the day, until all are sorted. */
interface Scan extends Omit<Arrival, 'at'> {
  second: number;
}

const DELEGATE_OFFICES = {
  OPD: ['Sekretaris', 'Kepala Bidang', 'Kasubbag Umum dan Kepegawaian'],
  KECAMATAN: ['Sekretaris Kecamatan', 'Kasi Pemerintahan'],
  KELURAHAN: ['Sekretaris Lurah', 'Kasi Pemerintahan Kelurahan'],
  PUSKESMAS: ['Kasubbag Tata Usaha', 'Bidan Koordinator'],
  SD: ['Guru', 'Guru Senior'],
  SMP: ['Wakil Kepala Sekolah', 'Guru'],
  SMA: ['Wakil Kepala Sekolah'],
  TK: ['Guru'],
  DESA: ['Sekretaris Desa'],
  BUMD: ['Manajer Umum'],
} as const;

export function arrivalsOf(code: string, units: readonly StaffedUnit[], plan: ArrivalPlan): Arrival[] {
  const random = randomOf(code, 'arrivals');
  const comers = chooseComers(units, plan, random);
  const scans = [
    ...comers.map((unit) => firstScan(unit, plan, random)),
    ...plan.guests.map(({ ref, delegate }): Scan => {
      const who: Who = delegate ? 'delegate' : 'holder';
      const known = delegate && Object.keys(delegate).length > 0 ? { delegate } : {};
      return { second: arrivalSecond(plan.start, random), door: random.pick(plan.doors), guest: ref, who, ...known };
    }),
  ];
  pairDoubles(scans, plan);
  const all = [...scans, ...holdersAfterDelegates(scans, plan, random), ...repeats(scans, random)];
  return all
    .sort((a, b) => a.second - b.second)
    .map(({ second, ...scan }) => ({ at: plan.clock.after('00:00', second), ...scan }));
}

function chooseComers(units: readonly StaffedUnit[], plan: ArrivalPlan, random: Random): StaffedUnit[] {
  const certain = new Set([...plan.inPerson, ...plan.delegateFirst, ...plan.doubles.flat()]);
  const open = units.filter(({ unit }) => !certain.has(unit) && !plan.away.includes(unit));
  const wanted = Math.round(units.length * plan.represented) - certain.size;
  const drawn = new Set(random.shuffle(open).slice(0, wanted));
  return units.filter((unit) => certain.has(unit.unit) || drawn.has(unit));
}

function firstScan(unit: StaffedUnit, plan: ArrivalPlan, random: Random): Scan {
  const who = whoComes(unit, plan, random);
  const scan: Scan = { second: arrivalSecond(plan.start, random), door: random.pick(plan.doors), unit: unit.unit, who };
  if (who !== 'delegate') return scan;
  const delegate = delegateOf(unit, random);
  return Object.keys(delegate).length > 0 ? { ...scan, delegate } : scan;
}

function whoComes(unit: StaffedUnit, plan: ArrivalPlan, random: Random): Who {
  if (plan.delegateFirst.includes(unit.unit)) return 'delegate';
  const certain = plan.inPerson.includes(unit.unit) || plan.doubles.flat().includes(unit.unit);
  // An acting head is scanned as "acting" by most operators and as the holder by some: the roster knows better.
  if (certain) return unit.status === 'acting' ? 'acting' : 'holder';
  const drawn = random.next();
  if (unit.status === 'vacant' || drawn < plan.delegated) return 'delegate';
  if (unit.status === 'acting') return random.chance(0.75) ? 'acting' : 'holder';
  return drawn < plan.delegated + plan.actingSent ? 'acting' : 'holder';
}

/** What the door learns of a delegate differs: everything, no letter, no office, no name, nothing at all. */
function delegateOf(unit: StaffedUnit, random: Random): Delegate {
  const person = peopleOf({ random, capitals: 0, localNames: ['Saputra', 'Lestari'] })(unit.class);
  const all = {
    name: person.name,
    office: random.pick(DELEGATE_OFFICES[unit.class]),
    letter: `094/${random.int(11, 980)}/ST/${random.pick(['I', 'II', 'III'])}`,
  };
  const drawn = random.next();
  if (drawn < 0.4) return all;
  if (drawn < 0.65) return { name: all.name, office: all.office };
  if (drawn < 0.8) return { name: all.name };
  if (drawn < 0.93) return { office: all.office };
  return {};
}

/** 90 % inside the last twenty minutes, most of them around eight minutes before; some early, some late. */
function arrivalSecond(start: string, random: Random): number {
  const drawn = random.next();
  const beginning = secondsOf(start);
  if (drawn < 0.04) return beginning - random.int(20 * 60 + 1, 45 * 60);
  if (drawn > 0.97) return beginning + random.int(30, 35 * 60);
  const bell = (random.next() + random.next()) / 2;
  return beginning - 1 - Math.floor(bell * (20 * 60 - 1));
}

function pairDoubles(scans: Scan[], plan: ArrivalPlan): void {
  for (const [holder, acting] of plan.doubles) {
    const first = scans.find(({ unit }) => unit === holder);
    const second = scans.find(({ unit }) => unit === acting);
    if (!first || !second) throw new Error(`${holder} and ${acting} must both come`);
    second.second = first.second + 6;
    second.door = first.door;
  }
}

/** The delegate was counted; the holder who comes after all changes nothing. */
function holdersAfterDelegates(scans: readonly Scan[], plan: ArrivalPlan, random: Random): Scan[] {
  return scans
    .filter(({ unit }) => unit !== undefined && plan.delegateFirst.includes(unit))
    .map(
      ({ unit, second }): Scan => ({
        second: second + random.int(400, 1500),
        door: random.pick(plan.doors),
        ...(unit === undefined ? {} : { unit }),
        who: 'holder',
      }),
    );
}

/** The same code again, at the same or another door: must not count twice. */
function repeats(scans: readonly Scan[], random: Random): Scan[] {
  const chosen = random.shuffle(scans).slice(0, Math.max(3, Math.round(scans.length * 0.02)));
  return chosen.map((scan) => ({
    ...scan,
    second: scan.second + random.int(8, 240),
    door: random.chance(0.6) ? scan.door : random.pick(scans).door,
  }));
}
