/**
 * What the public check of a code answers: a session's seal, or what one person did there, each record with its leaf and its path to the last
 * root. Of persons it names the code's own alone, and opens no other commitment; operators, phones and numbers are in none of it.
 */
import type * as z from 'zod';
import type { Cell } from '../coverage/cell-rules.ts';
import type { Deps } from '../deps.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { Problem } from '../platform/problem.ts';
import { readingHeardBy } from '../pledges/presence-at-reading-rules.ts';
import type { Session } from '../sessions/session-schema.ts';
import { type CheckCodeContent, makeCheckCode, readCheckCode } from './check-code.ts';
import { type Claim, personKinds, personOf, type Role } from './check-rules.ts';
import { erasedText } from './erase-rules.ts';
import { makeSealedLeaves, type SealedLeaves } from './find-leaves.ts';
import { recordsOfInvitation } from './records-of-people.ts';
import type { StoredHead } from './seal-rules.ts';
import type { CheckView, Proof } from './seal-schema.ts';

type View = z.input<typeof CheckView>;
type SessionFacts = Extract<View, { about: 'SESSION' }>['session'];
type ShownHead = View['heads'][number];
type ShownProof = z.input<typeof Proof>;

/** So many heads are shown whole to a person too: of a few each root can be compared with a paper. */
const headsShown = 8;

/** What the table knows of whose code it is, the best first. */
const nameOf = (invitation: Invitation, role: Role): string | undefined => {
  const { holder, checkIn, signedDelegate, delegation, erasedAt } = invitation;
  if (role === 'HOLDER') return erasedAt === undefined ? holder?.name : undefined;
  const came = checkIn?.who === 'delegate' ? checkIn.delegate?.name : undefined;
  return signedDelegate?.signer?.name ?? came ?? delegation?.delegate.name;
};

const tableFacts = (session: Session, regencyName: string): SessionFacts => ({
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
});

const shownHead = ({ head, publicKey, signature, consistency }: StoredHead): ShownHead => ({
  head,
  publicKey,
  signature,
  consistency,
});

/** The first head, the one that first covers everything up to the leaf, and the last, each continuing the one before it here. */
const headsFor = (heads: readonly StoredHead[], leaves: SealedLeaves, last: number): Promise<ShownHead[]> => {
  const covering = heads.find(({ head }) => head.size > last);
  const kept = heads.filter(
    (head) => heads.length <= headsShown || head === heads[0] || head === covering || head === heads.at(-1),
  );
  return Promise.all(
    kept.map(async (stored, index) => {
      const before = kept[index - 1];
      if (!before || before.head.number === stored.head.number - 1) return shownHead(stored);
      return { ...shownHead(stored), consistency: await leaves.growth(before.head.size, stored.head.size) };
    }),
  );
};

/** The session as its last leaf says it, with what proves that; as the table has it while nothing is sealed. */
const sessionOf = async (
  leaves: SealedLeaves,
  table: SessionFacts,
): Promise<{ facts: SessionFacts; claims: Claim[] }> => {
  const found = (await leaves.of('session')).at(-1);
  if (!found) return { facts: table, claims: [] };
  const { regency, title, organizer, venue, zone, startsAt, endsAt, closedAt, pledge } = found.leaf;
  const sealed = { regency, title, organizer, venue, zone, startsAt, endsAt, closedAt };
  return {
    facts: { ...table, ...sealed, pledge: pledge ? { title: table.pledge?.title ?? '', hash: pledge.hash } : null },
    claims: [{ what: 'SESSION', at: closedAt, found, opened: [] }],
  };
};

const proofsOf = (leaves: SealedLeaves, claims: readonly Claim[]): Promise<ShownProof[]> =>
  Promise.all(
    claims.map(async ({ what, at, found, opened }): Promise<ShownProof> => {
      const shown = { what, ...(at !== undefined && { at }) };
      if (!found) return { ...shown, leaf: null };
      const { text, index } = found;
      const openings = found.openings.filter(({ field }) => opened.includes(field));
      return { ...shown, leaf: text, index, path: await leaves.path(index), openings };
    }),
  );

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

  /** What the table says of an invitation, the office both as one of the frozen roster and as added: the tree knows which it was. */
  const tableOf = async ({ id: session, openedAt, closedAt }: Session, id: string) => {
    const [invitation, readings] = await Promise.all([
      stores.invitations.get(session, id, { consistent: true }),
      stores.pledges.readings(session),
    ]);
    if (!invitation) throw new Problem('CHECK_CODE_INVALID');
    const recordsIf = (frozen: readonly string[]) =>
      recordsOfInvitation(invitation, { frozen: new Set(frozen), openedAt: openedAt ?? '', closedAt, readings });
    const { checkIn } = invitation;
    return {
      invitation,
      records: [...recordsIf([id]), ...recordsIf([]).filter(({ kind }) => kind === 'office')],
      standing: checkIn?.nonce,
      heardAt: checkIn && readingHeardBy(checkIn, readings, { closedAt })?.startedAt,
    };
  };

  const personView = async (
    session: Session,
    { facts, claims: ofSession }: Awaited<ReturnType<typeof sessionOf>>,
    { heads, leaves, code }: { heads: readonly StoredHead[]; leaves: SealedLeaves; code: CheckCodeContent },
  ) => {
    const role = code.role as Role;
    const id = code.invitation ?? '';
    const [{ invitation, ...table }, readings, ...own] = await Promise.all([
      tableOf(session, id),
      leaves.of('reading'),
      ...personKinds.map((kind) => leaves.of(kind, id)),
    ]);
    const { claims, shown, standing, differs } = personOf(
      { role, leaves: [...own.flat(), ...readings], ...table },
      erasedText,
    );
    const proofs = await proofsOf(leaves, [...ofSession, ...claims]);
    return {
      about: 'PERSON',
      session: facts,
      heads: await headsFor(heads, leaves, Math.max(0, ...proofs.map(({ index = 0 }) => index))),
      role,
      office: shown?.office ?? invitation.office,
      unit: shown?.unit ?? invitation.name,
      person: shown ? shown.person : (nameOf(invitation, role) ?? null),
      standing,
      differs,
      sessionCheck: makeCheckCode(tokenKeys, { session: session.id, role: 'SESSION' }),
      proofs,
    } satisfies View;
  };

  /** Throws CHECK_CODE_INVALID alike for what is forged and for what is not there: a forger learns nothing. */
  return async (text: string): Promise<View> => {
    const code = readCheckCode(tokenKeys, text);
    const session = code && (await stores.sessions.get(code.session, { consistent: true }));
    if (!session) throw new Problem('CHECK_CODE_INVALID');
    const [regency, heads] = await Promise.all([stores.regencies.get(session.regency), stores.seals.heads(session.id)]);
    const leaves = makeSealedLeaves(stores.seals, session.id, heads);
    const sealed = await sessionOf(leaves, tableFacts(session, regency?.name ?? ''));
    if (code.role !== 'SESSION') return personView(session, sealed, { heads, leaves, code });
    return {
      about: 'SESSION',
      session: sealed.facts,
      heads: heads.map(shownHead),
      figures: session.frozen ? await figuresOf(session.id) : null,
      proofs: await proofsOf(leaves, sealed.claims),
    };
  };
};
