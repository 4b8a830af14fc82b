/** Whom a request means, and what an invitation says of a unit or a guest. */
import { regions } from '../regions/regions.ts';
import { HolderSnapshot } from '../roster/holder-schema.ts';
import { isRetired } from '../roster/tenure.ts';
import { type UnitClassCode, unitClassOf } from '../roster/unit-class.ts';
import type { Unit } from '../roster/unit-schema.ts';
import type { GuestGroup } from './answer-schema.ts';
import type { Invitation } from './invitation-schema.ts';
import type { GuestInput, InviteRequest } from './invite-schema.ts';

/** The units of a regency, and by a unit's id the other units whose offices the same person holds. */
export interface Register {
  units: readonly Unit[];
  alsoHolds: ReadonlyMap<string, readonly string[]>;
}

type Asked = Pick<InviteRequest, 'classes' | 'districts' | 'units'>;

export interface UnitsAsked {
  /** Those to invite, each once. */
  units: Unit[];
  /** Named one by one, and not in the register. */
  unknown: string[];
  /** Named one by one, and no longer there on the day. */
  retired: string[];
}

/** A class (of a district, where both are given) is whatever of it stands on `day`; who is named one by one is answered for. */
export const unitsAsked = (
  { classes = [], districts = [], units: ids = [] }: Asked,
  register: readonly Unit[],
  day: string,
): UnitsAsked => {
  const named = new Set(ids);
  const meant = (unit: Unit): boolean =>
    classes.length + districts.length > 0 &&
    (classes.length === 0 || classes.includes(unit.class)) &&
    (districts.length === 0 || (unit.district !== undefined && districts.includes(unit.district)));
  const known = new Map(register.map((unit) => [unit.id, unit]));
  return {
    units: register.filter((unit) => (meant(unit) || named.has(unit.id)) && !isRetired(unit, day)),
    unknown: [...named].filter((id) => !known.has(id)),
    retired: [...named].filter((id) => {
      const unit = known.get(id);
      return unit !== undefined && isRetired(unit, day);
    }),
  };
};

/** The first of the districts that is no district of the regency (or of the province that is the tenant). */
export const strangeDistrict = (districts: readonly string[], regency: string): number =>
  districts.findIndex(
    (code) => code.split('.').length !== 3 || !code.startsWith(`${regency}.`) || regions.nameOf(code) === undefined,
  );

/** What an invitation says of its unit and who heads it: the title held on the day; ways to reach the person stay in the register. */
export type Naming = Pick<Invitation, 'name' | 'office' | 'district' | 'districtName' | 'holder' | 'alsoHolds'>;

/** Whether the unit is counted and owes a pledge (rule 4). Settled when the roster is frozen. */
export type Classing = Pick<Invitation, 'kind' | 'guestGroup' | 'class'>;

/** What an invitation takes from the register; its classing only as long as nothing is frozen. */
export type FromRegister = Naming & Partial<Classing>;

export const namingOf = (unit: Unit, alsoHolds: Register['alsoHolds']): Naming => ({
  name: unit.name,
  office: unit.office,
  district: unit.district,
  districtName: unit.district === undefined ? undefined : regions.nameOf(unit.district),
  holder: unit.holder && HolderSnapshot.parse(unit.holder),
  alsoHolds: alsoHolds.get(unit.id)?.slice(0, 20),
});

const groupOf: Partial<Record<UnitClassCode, GuestGroup>> = { VERTICAL: 'VERTICAL', GUEST_BODY: 'FORKOPIMDA' };

/** A class that is not under the regency is invited as a guest, which owes no pledge and is never counted (rule 4). */
export const classingOf = ({ class: unitClass }: Pick<Unit, 'class'>): Classing => ({
  class: unitClass,
  kind: unitClassOf(unitClass).counted ? 'unit' : 'guest',
  guestGroup: unitClassOf(unitClass).counted ? undefined : (groupOf[unitClass] ?? 'OTHER'),
});

interface Occasion {
  session: string;
  invitedAt: string;
  wave?: string | undefined;
}

export const invitationOfUnit = (
  { session, invitedAt, wave }: Occasion,
  unit: Unit,
  alsoHolds: Register['alsoHolds'],
): Invitation => ({
  id: unit.id,
  session,
  ...classingOf(unit),
  ...namingOf(unit, alsoHolds),
  tokenVersion: 1,
  invitedAt,
  wave,
});

export const invitationOfGuest = (
  { session, invitedAt, wave }: Occasion,
  guest: GuestInput,
  id: string,
): Invitation => ({
  id,
  session,
  kind: 'guest',
  name: guest.institution ?? guest.office,
  office: guest.office,
  guestGroup: guest.group ?? 'OTHER',
  holder: guest.name === undefined ? null : { name: guest.name, acting: 'DEFINITIVE' },
  tokenVersion: 1,
  invitedAt,
  wave,
});

/** Whether anything that an invitation says of its unit differs from what the register says. */
export const differs = (invitation: Invitation, fresh: Partial<FromRegister>): boolean =>
  (Object.keys(fresh) as (keyof FromRegister)[]).some((name) => {
    const [is, was] = [fresh[name] ?? null, invitation[name] ?? null];
    return canonical(is) !== canonical(was);
  });

/** The same text for the same value, in whatever order its fields were stored. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Whether what an invitation says of its office is settled: somebody came under it, or signed. */
export const isSettled = (invitation: Invitation): boolean =>
  [
    invitation.checkIn,
    invitation.signedHolder,
    invitation.signedDelegate,
    invitation.signedSymbolic,
    invitation.signedWitness,
  ].some((event) => event !== undefined);
