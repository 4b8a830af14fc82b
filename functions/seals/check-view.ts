/**
 * What the public check of a code answers: a session's seal, or what one person did there, each record with its leaf and its path to the last
 * root. Of persons it names the code's own alone, and opens no other commitment; operators, phones and numbers are in none of it.
 */
import type * as z from 'zod';
import type { Cell } from '../coverage/coverage-record.ts';
import type { Deps } from '../deps.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import type { Reading } from '../pledges/pledge-schema.ts';
import { readingHeardBy } from '../pledges/presence-at-reading-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import { type CheckCodeContent, readCheckCode } from './check-code.ts';
import { plainText } from './commitment.ts';
import { makeFindLeaf } from './find-leaves.ts';
import type { SealRecord } from './records.ts';
import { recordsOfInvitation } from './records-of-people.ts';
import type { StoredHead } from './seal-rules.ts';
import type { CheckView, Proof } from './seal-schema.ts';

type View = z.input<typeof CheckView>;
type Facts = Omit<Extract<View, { about: 'SESSION' }>, 'about' | 'figures'>;
type Role = 'HOLDER' | 'DELEGATE';
type What = z.input<typeof Proof>['what'];

/** A record to be proved: what it is called, when it was, which record it is (or may be), what of it is opened. */
interface Claim {
  what: What;
  at?: string | undefined;
  candidates: readonly SealRecord[];
  opened: readonly string[];
}

const asSignature: Record<string, { what: What; role: Role }> = {
  holder: { what: 'SIGNATURE', role: 'HOLDER' },
  symbolic: { what: 'SYMBOLIC', role: 'HOLDER' },
  witness: { what: 'WITNESS', role: 'HOLDER' },
  delegate: { what: 'SIGNATURE', role: 'DELEGATE' },
};

/** The institution and office of a guest are shown to whoever has the code, so they can be checked too. */
const openedOfOffice: Record<Role, readonly string[]> = {
  HOLDER: ['holder.name', 'guest.name', 'guest.office'],
  DELEGATE: ['guest.name', 'guest.office'],
};

/** What of an invitation is this role's to prove. The office comes first; what stands for the person follows. */
const claimsOf = (
  invitation: Invitation,
  role: Role,
  { openedAt, readings }: { openedAt: string; readings: readonly Reading[] },
): Claim[] => {
  const { id, checkIn } = invitation;
  const recordsIf = (frozen: readonly string[]) =>
    recordsOfInvitation(invitation, { frozen: new Set(frozen), openedAt, readings });
  const records = recordsIf([id]);
  const opened = role === 'DELEGATE' ? ['delegate.name', 'signer.name'] : [];
  const came = checkIn !== undefined && (checkIn.who === 'delegate') === (role === 'DELEGATE');

  const claimOf = (record: SealRecord): Claim[] => {
    const { nonce, as = '', at } = record.plain as Record<string, string | undefined>;
    const candidates = [record];
    if (record.kind === 'check-in' && came && nonce === checkIn.nonce)
      return [{ what: 'ATTENDANCE', at, candidates, opened }];
    if (record.kind === 'heard' && came)
      return [{ what: 'HEARD', at: readingHeardBy(checkIn, readings)?.startedAt, candidates, opened }];
    const signed = record.kind === 'signature' ? asSignature[as] : undefined;
    return signed?.role === role ? [{ what: signed.what, at, candidates, opened }] : [];
  };
  // Whether it was in the frozen roster would take reading the whole of it; the tree knows one of the two.
  const offices = [...records, ...recordsIf([])].filter(({ kind }) => kind === 'office');
  return [{ what: 'OFFICE', candidates: offices, opened: openedOfOffice[role] }, ...records.flatMap(claimOf)];
};

/** What is known of whose code it is, the best first. */
const namesOf = (invitation: Invitation, role: Role): string[] => {
  const { holder, checkIn, signedDelegate, delegation, erasedAt } = invitation;
  const came = checkIn?.who === 'delegate' ? checkIn.delegate?.name : undefined;
  const names =
    role === 'HOLDER'
      ? [erasedAt === undefined ? holder?.name : undefined]
      : [came, signedDelegate?.signer?.name, delegation?.delegate.name];
  return names.filter((name) => name !== undefined);
};

/** Once anything is sealed, a name that a seal opens, or none: whoever checks would call any other one false. */
const personOf = (names: readonly string[], proofs: readonly z.input<typeof Proof>[]): string | null => {
  const opened = proofs.flatMap(({ openings = [] }) => openings.map(({ value }) => value));
  const isSealed = proofs.some(({ leaf }) => leaf !== null);
  return names.find((name) => !isSealed || opened.includes(plainText(name))) ?? null;
};

const factsOf = (session: Session, regencyName: string, heads: readonly StoredHead[]): Facts => ({
  session: {
    id: session.id,
    regency: session.regency,
    regencyName,
    title: session.title,
    organizer: session.organizer,
    venue: session.venue.name,
    zone: session.zone,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    state: session.state,
    closedAt: session.closedAt,
    pledge: session.pledge && { title: session.pledge.title, hash: session.pledge.hash },
  },
  heads: heads.map(({ head, publicKey, signature, consistency }) => ({ head, publicKey, signature, consistency })),
});

export const makeCheckView = ({ stores, tokenKeys }: Pick<Deps, 'stores' | 'tokenKeys'>) => {
  const figuresOf = async (session: string) => {
    const record = await stores.coverage.get(session);
    if (!record) return null;
    const { cells } = record;
    const sum = (of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
    return {
      units: sum(({ expected }) => expected),
      represented: sum(({ inPerson, acting, delegated }) => inPerson + acting + delegated),
      signed: sum(({ signed }) => signed),
    };
  };

  const proofsOf = (session: Session, heads: readonly StoredHead[], claims: readonly Claim[]) => {
    const findLeaf = makeFindLeaf(stores.seals, session.id, heads);
    return Promise.all(
      claims.map(async ({ what, at, candidates, opened }): Promise<z.input<typeof Proof>> => {
        const shown = { what, ...(at !== undefined && { at }) };
        for (const candidate of candidates) {
          const leaf = await findLeaf(candidate);
          if (!leaf) continue;
          const { text, index, path } = leaf;
          const openings = leaf.openings.filter(({ field }) => opened.includes(field));
          return { ...shown, leaf: text, index, path, openings };
        }
        return { ...shown, leaf: null };
      }),
    );
  };

  const personView = async (session: Session, facts: Facts, heads: readonly StoredHead[], code: CheckCodeContent) => {
    const role = code.role as Role;
    const [invitation, readings] = await Promise.all([
      stores.invitations.get(session.id, code.invitation ?? '', { consistent: true }),
      stores.pledges.readings(session.id),
    ]);
    if (!invitation) throw new Problem('CHECK_CODE_INVALID');
    const claims = claimsOf(invitation, role, { openedAt: session.openedAt ?? '', readings });
    const stands = claims.some(({ what }) => what !== 'OFFICE');
    const proofs = await proofsOf(session, heads, claims);
    return {
      about: 'PERSON',
      ...facts,
      role,
      office: invitation.office,
      unit: invitation.name,
      person: personOf(namesOf(invitation, role), proofs),
      standing: stands ? 'VALID' : 'WITHDRAWN',
      proofs,
    } satisfies View;
  };

  /** Throws CHECK_CODE_INVALID alike for what is forged and for what is not there: a forger learns nothing. */
  return async (text: string): Promise<View> => {
    const code = readCheckCode(tokenKeys, text);
    const session = code && (await stores.sessions.get(code.session, { consistent: true }));
    if (!session) throw new Problem('CHECK_CODE_INVALID');
    const [regency, heads] = await Promise.all([stores.regencies.get(session.regency), stores.seals.heads(session.id)]);
    const facts = factsOf(session, regency?.name ?? '', heads);
    if (code.role !== 'SESSION') return personView(session, facts, heads, code);
    return { about: 'SESSION', ...facts, figures: session.frozen ? await figuresOf(session.id) : null };
  };
};
