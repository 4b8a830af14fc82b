/**
 * One person in several offices. The same NIP is the same person; so is the same name with the same phone, unless their NIPs
 * differ. A name alone never is: there are many Sitis.
 */
import { matchKey } from './person-name.ts';
import type { Unit } from './unit-schema.ts';

type Office = Pick<Unit, 'id' | 'holder'>;

interface Traits {
  nip: string | undefined;
  /** Name and phone together; undefined without a phone that others have too. */
  named: string | undefined;
}

/** Phones of more than one office. Names are compared for these only: taking titles off 22,000 names takes a second. */
const sharedPhones = (units: readonly Office[]): ReadonlySet<string> => {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { holder } of units) {
    if (holder?.phone === undefined) continue;
    if (seen.has(holder.phone)) shared.add(holder.phone);
    seen.add(holder.phone);
  }
  return shared;
};

const traitsOf = ({ nip, name, phone }: NonNullable<Unit['holder']>, shared: ReadonlySet<string>): Traits => ({
  nip,
  named: phone !== undefined && shared.has(phone) ? `${matchKey(name)}#${phone}` : undefined,
});

/** The NIPs that bear a name and phone: one says who they are, two say that they tell nothing. */
const nipsByName = (traits: readonly Traits[]): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { nip, named } of traits)
    if (nip !== undefined && named !== undefined) found.set(named, (found.get(named) ?? new Set()).add(nip));
  return found;
};

/** Units whose offices one person holds, each group at least two; in the order given. */
export const samePerson = <T extends Office>(units: readonly T[]): T[][] => {
  const shared = sharedPhones(units);
  const held = units.flatMap((unit) => (unit.holder ? [{ unit, ...traitsOf(unit.holder, shared) }] : []));
  const nips = nipsByName(held);
  const personOf = ({ nip, named }: Traits): string | undefined => {
    if (nip !== undefined) return nip;
    const known = [...(nips.get(named ?? '') ?? [])];
    return known.length === 1 ? known[0] : named;
  };
  const groups = new Map<string, T[]>();
  for (const office of held) {
    const person = personOf(office);
    if (person === undefined) continue;
    const group = groups.get(person);
    if (group) group.push(office.unit);
    else groups.set(person, [office.unit]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};

/** Others named beside a unit. More is no person but a number that was filled down a column, and of 10,000 such each would list all. */
export const mostOthers = 20;

/** By a unit's id the ids of other units whose offices the same person holds, {@link mostOthers} at most. Units with none are left out. */
export const alsoHolds = (units: readonly Office[]): Map<string, string[]> =>
  new Map(
    samePerson(units).flatMap((group) => {
      // One more than that, for those who are among them.
      const some = group.slice(0, mostOthers + 1).map(({ id }) => id);
      return group.map(({ id }) => [id, some.filter((other) => other !== id).slice(0, mostOthers)] as const);
    }),
  );
