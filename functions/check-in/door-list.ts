/** What a door is told of an invitation, so that it can decide and name people without a signal. */
import { createHash } from 'node:crypto';
import { lastVersionOf } from '../invitations/answer-rules.ts';
import type { CheckIn, Invitation } from '../invitations/invitation-schema.ts';
import { everyToken } from '../invitations/invitation-token.ts';
import type { TokenKeys } from '../platform/signed-code.ts';
import type { Wave } from '../sessions/arrangement-schema.ts';
import type { DoorListEntry } from './door-list-schema.ts';

/** 96 bits: a list of 11,000 entries meets a random code with probability 1e-25, and it is a third of the whole hash. */
const hashBytes = 12;

/** As a door computes it from the 39 characters that it has read. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token.toUpperCase()).digest().subarray(0, hashBytes).toString('base64url');

const present = ({ at, door, mode, who, delegate }: CheckIn): DoorListEntry['present'] => ({
  at,
  door,
  mode,
  who,
  delegateName: delegate?.name,
});

/**
 * The entry of an invitation: hashes of its codes, the words on the verdict's screen, whether it is in; no number, no phone. `waves`
 * are those of its session.
 */
export const doorListEntry = (
  keys: TokenKeys,
  invitation: Invitation,
  waves: readonly Pick<Wave, 'id' | 'label'>[] = [],
): DoorListEntry => {
  const { id, session, kind, holder, tokenVersion, checkIn, delegation } = invitation;
  const hashesOf = (version: number) => everyToken(keys, { session, invitation: id, version }).map(tokenHash);
  return {
    id,
    hashes: hashesOf(tokenVersion),
    version: tokenVersion,
    ...(lastVersionOf(invitation) > tokenVersion && { lastVersion: lastVersionOf(invitation) }),
    kind,
    name: holder?.name ?? null,
    titlesBefore: holder?.titlesBefore,
    titlesAfter: holder?.titlesAfter,
    acting: holder?.acting ?? 'DEFINITIVE',
    office: invitation.office,
    unit: invitation.name,
    class: invitation.class,
    districtName: invitation.districtName,
    seat: invitation.seat,
    wave: waves.find((wave) => wave.id === invitation.wave)?.label,
    alsoHolds: invitation.alsoHolds,
    ...(delegation && { delegated: { ...delegation.delegate, holderHashes: hashesOf(delegation.holderVersion) } }),
    walkIn: invitation.walkIn,
    revoked: invitation.revokedAt !== undefined,
    present: checkIn ? present(checkIn) : null,
  };
};
