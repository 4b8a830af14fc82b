/**
 * Who represents more than one office: the same person holds several (as the register said when they were invited), or the same
 * delegate was named for several. Recorded and shown, never refused.
 */
import { matchKey } from '../../../../functions/roster/person-name.ts';
import type { InvitationShown } from '../invitation.ts';

export interface SeveralOffices {
  /** The first invitation's id, which names the group. */
  key: string;
  name: string;
  as: 'HOLDER' | 'DELEGATE';
  invitations: InvitationShown[];
}

const ofHolders = (invitations: readonly InvitationShown[]): SeveralOffices[] => {
  const byId = new Map(invitations.map((each) => [each.id, each]));
  const seen = new Set<string>();
  return invitations.flatMap((first) => {
    if (seen.has(first.id) || !first.holder) return [];
    const group = [first, ...(first.alsoHolds ?? []).flatMap((id) => byId.get(id) ?? [])];
    for (const { id } of group) seen.add(id);
    return group.length > 1 ? [{ key: first.id, name: first.holder.name, as: 'HOLDER', invitations: group }] : [];
  });
};

/** Told by the name alone: it is a hint to look, and says so. */
const ofDelegates = (invitations: readonly InvitationShown[]): SeveralOffices[] => {
  const groups = new Map<string, InvitationShown[]>();
  for (const invitation of invitations) {
    const name = invitation.delegation?.delegate.name;
    if (name === undefined) continue;
    const key = matchKey(name);
    groups.set(key, [...(groups.get(key) ?? []), invitation]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const name = first?.delegation?.delegate.name;
    if (!first || name === undefined || group.length < 2) return [];
    return [{ key: first.id, name, as: 'DELEGATE', invitations: group }];
  });
};

export const severalOffices = (invitations: readonly InvitationShown[]): SeveralOffices[] => {
  const standing = invitations.filter(({ revoked }) => !revoked);
  return [...ofHolders(standing), ...ofDelegates(standing)];
};
