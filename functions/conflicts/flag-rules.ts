/**
 * Signs of "titip absen", computed from what is recorded whenever the organiser looks. Each has an innocent explanation (a driver
 * who holds the phones of three heads), so none of them refuses anybody.
 */
import type { Denial } from '../check-in/check-in-schema.ts';
import type { CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import type { Conflict, Flag } from './conflict-schema.ts';

/** Nobody leaves one door's queue and reaches the front of another's sooner than this. */
export const walkMs = 60_000;
/** Finding a name and asking who came takes a practised operator more than six seconds; five in half a minute is faster. */
export const burstCount = 5;
export const burstMs = 30_000;

export interface Recorded {
  invitations: readonly Invitation[];
  denials: readonly Denial[];
  conflicts: readonly Conflict[];
}

/** A moment at which a code or a name was at a door. */
interface Sighting {
  invitation: string;
  at: string;
  door: string;
  /** What tells two doors of one name apart, and one door of two names not. */
  place: string;
}

type Source = Pick<CheckIn, 'at' | 'door' | 'doorId' | 'evidence'>;
const placeOf = ({ door, doorId }: Pick<Source, 'door' | 'doorId'>): string => doorId ?? door;
/** The venue's own code is opened on the way in; the same person at a door a moment later is no wonder. */
const atDoor = ({ evidence }: Pick<Source, 'evidence'>): boolean =>
  evidence === 'CODE' || evidence === 'NAME' || evidence === 'SAME_PERSON';

/** Every check-in that happened, also those undone and those that stand against the record; each scan once. */
const allCheckIns = ({ invitations, conflicts }: Pick<Recorded, 'invitations' | 'conflicts'>) => {
  const found = new Map<string, { invitation: string; checkIn: CheckIn }>();
  const add = (invitation: string, checkIn: CheckIn | undefined) => {
    if (checkIn?.mode === 'IN_PERSON') found.set(checkIn.nonce, { invitation, checkIn });
  };
  for (const { id, checkIn, undone = [] } of invitations) {
    for (const one of undone) add(id, one.checkIn);
    add(id, checkIn);
  }
  for (const { invitation, recorded, other } of conflicts) {
    add(invitation, recorded);
    add(invitation, other);
  }
  return [...found.values()];
};

const byTime = (a: { at: string }, b: { at: string }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
const gap = (a: { at: string }, b: { at: string }): number => Date.parse(b.at) - Date.parse(a.at);
const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

type Raw = Omit<Flag, 'invitations'> & { invitations: string[] };

const flagOf = (kind: Flag['kind'], id: string, sightings: readonly Omit<Sighting, 'place'>[]): Raw => {
  const sorted = [...sightings].sort(byTime);
  return {
    id,
    kind,
    from: sorted[0]?.at ?? '',
    until: sorted.at(-1)?.at ?? '',
    doors: distinct(sorted.map(({ door }) => door)),
    invitations: distinct(sorted.map(({ invitation }) => invitation)),
  };
};

const samePhone = (recorded: Recorded): Raw[] => {
  const byPhone = groupBy(
    allCheckIns(recorded).filter(({ checkIn }) => checkIn.phone !== undefined),
    ({ checkIn }) => checkIn.phone ?? '',
  );
  return [...byPhone].flatMap(([phone, group]) =>
    distinct(group.map(({ invitation }) => invitation)).length < 2
      ? []
      : [
          flagOf(
            'SAME_PHONE',
            `SAME_PHONE.${phone}`,
            group.map(({ invitation, checkIn: { at, door } }) => ({ invitation, at, door })),
          ),
        ],
  );
};

const sightingsOf = (recorded: Recorded): Sighting[] => {
  const checkIns = allCheckIns(recorded).map(({ invitation, checkIn }) => ({ invitation, source: checkIn as Source }));
  const denials = recorded.denials.flatMap((source) =>
    // The head's code and the delegate's are two: both may be at the doors at once.
    source.invitation === undefined || source.reason === 'DELEGATED'
      ? []
      : [{ invitation: source.invitation, source: source as Source }],
  );
  return [...checkIns, ...denials]
    .filter(({ source }) => atDoor(source))
    .map(({ invitation, source }) => ({ invitation, at: source.at, door: source.door, place: placeOf(source) }));
};

/** Neighbours in time at different doors suffice: between any two such sightings lies a pair of neighbours that is closer. */
const twoPlaces = (recorded: Recorded): Raw[] =>
  [...groupBy(sightingsOf(recorded), ({ invitation }) => invitation)].flatMap(([invitation, group]) => {
    const sorted = [...group].sort(byTime);
    const suspicious = sorted.flatMap((sighting, index) => {
      const before = sorted[index - 1];
      return before && before.place !== sighting.place && gap(before, sighting) <= walkMs ? [before, sighting] : [];
    });
    return suspicious.length ? [flagOf('TWO_PLACES', `TWO_PLACES.${invitation}`, suspicious)] : [];
  });

/** Runs of sightings in which every one belongs to some five within half a minute. */
const bursts = (sorted: readonly Sighting[]): Sighting[][] => {
  const runs: Sighting[][] = [];
  let end = -1;
  for (let start = 0; start + burstCount <= sorted.length; start += 1) {
    let last = start;
    while (last + 1 < sorted.length && gap(sorted[start] as Sighting, sorted[last + 1] as Sighting) <= burstMs)
      last += 1;
    if (last - start + 1 < burstCount) continue;
    const run = runs.at(-1);
    if (run && start <= end) run.push(...sorted.slice(end + 1, last + 1));
    else runs.push(sorted.slice(start, last + 1));
    end = Math.max(end, last);
  }
  return runs;
};

const fastDoors = (recorded: Recorded): Raw[] => {
  const byName = allCheckIns(recorded)
    .filter(({ checkIn }) => checkIn.evidence === 'NAME')
    .map(({ invitation, checkIn }) => ({
      invitation,
      at: checkIn.at,
      door: checkIn.door,
      place: checkIn.doorId ?? checkIn.operator ?? checkIn.door,
    }));
  return [...groupBy(byName, ({ place }) => place)].flatMap(([place, group]) =>
    bursts([...group].sort(byTime)).map((run) => flagOf('BURST', `BURST.${place}.${run[0]?.at}`, run)),
  );
};

/** Every flag, oldest first. The same records give the same flags. */
export const findFlags = (recorded: Recorded): Flag[] => {
  const known = new Map(recorded.invitations.map(({ id, name, office }) => [id, { id, name, office }]));
  return [...samePhone(recorded), ...twoPlaces(recorded), ...fastDoors(recorded)]
    .map((flag) => ({ ...flag, invitations: flag.invitations.flatMap((id) => known.get(id) ?? []) }))
    .sort((a, b) => (flagOrder(a) < flagOrder(b) ? -1 : 1));
};

export const flagOrder = ({ from, id }: Pick<Flag, 'from' | 'id'>): string => `${from}#${id}`;
