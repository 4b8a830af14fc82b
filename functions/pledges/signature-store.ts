/** Signatures in the table: each lies on its invitation, its drawn strokes apart. */
import { Invitation, type Signature, type SignatureKind } from '../invitations/invitation-schema.ts';
import { drawingKey, invitationKey } from '../platform/keys.ts';
import type { Table } from '../platform/table.ts';
import { type Refusal, refusalOf, signatureOf, type Terms } from './signing-rules.ts';

type SigningOutcome =
  | { result: 'signed' | 'replayed' | 'already'; invitation: Invitation }
  | { result: 'refused'; refusal: Refusal };

export interface SignatureStore {
  /**
   * Signs, at most once for each kind of signature. One request where it is signed, replayed or there already; two where it is refused,
   * the second of which finds out why.
   */
  sign(
    target: { session: string; invitation: string },
    kind: SignatureKind,
    signature: Signature,
    terms: Terms,
  ): Promise<SigningOutcome>;
  /** Keeps drawn strokes under a signature's kind and nonce; the strokes that stand there, which are the first ones. */
  putDrawing(of: DrawingOf, drawn: string): Promise<string>;
  drawing(of: DrawingOf): Promise<string | undefined>;
}

/** Whose strokes: a nonce that one table uses for two kinds is of two signatures. */
export interface DrawingOf {
  session: string;
  invitation: string;
  kind: SignatureKind;
  nonce: string;
}

const stands = 'attribute_exists(pk) AND attribute_not_exists(revokedAt)';

/** The ways to be among the signers, each a whole condition. */
const whoseItIs = ({ classes, guests }: Terms, values: Record<string, unknown>): string[] => {
  if (classes === undefined) return [''];
  const names = classes.map((_, index) => `:class${index}`);
  for (const [index, name] of names.entries()) values[name] = classes[index];
  const units = ` AND #class IN (${names.join(', ')})`;
  values[':kind'] = guests ? 'guest' : 'unit';
  return guests ? [units, ' AND kind = :kind'] : [`${units} AND kind = :kind`];
};

/**
 * What must be so of the invitation, as whole conditions with OR between them and no brackets: the embedded engine reads brackets
 * three times slower, see the check-in's. By a link it is good for the code that opens the door, or for the holder's own while a
 * delegate is named.
 */
const conditionOf = (terms: Terms) => {
  const values: Record<string, unknown> = {};
  const signers = whoseItIs(terms, values);
  const { version, inPerson } = terms;
  if (version !== undefined) values[':version'] = version;
  if (inPerson) values[':delegate'] = 'delegate';
  const versions =
    version === undefined ? [''] : [' AND tokenVersion = :version', ' AND delegation.holderVersion = :version'];
  const there = inPerson ? ' AND NOT checkIn.who = :delegate' : '';
  const ways = signers.flatMap((signer) => versions.map((by) => `${stands}${signer}${by}${there}`));
  return { condition: ways.join(' OR '), values, names: terms.classes && { '#class': 'class' } };
};

const attributeOf = {
  holder: 'signedHolder',
  delegate: 'signedDelegate',
  symbolic: 'signedSymbolic',
  witness: 'signedWitness',
} as const satisfies Record<SignatureKind, keyof Invitation>;

export const makeSignatureStore = (table: Table): SignatureStore => {
  const keyOf = ({ session, invitation, kind, nonce }: DrawingOf) => drawingKey(session, invitation, kind, nonce);
  const drawing: SignatureStore['drawing'] = async (of) => {
    const item = await table.get(keyOf(of), { consistent: true });
    // Without the strokes: they were erased.
    return item?.drawn === undefined ? undefined : String(item.drawn);
  };

  return {
    sign: async ({ session, invitation }, kind, signature, terms) => {
      const key = invitationKey(session, invitation);
      const attribute = attributeOf[kind];
      const { condition, values, names } = conditionOf(terms);
      // if_not_exists keeps the first of two tables that write at the same instant, and ALL_OLD tells each which one it was.
      const old = await table.update(key, {
        expression: `SET ${attribute} = if_not_exists(${attribute}, :signature)`,
        condition,
        ...(names && { names }),
        values: { ...values, ':signature': signature },
        returns: 'ALL_OLD',
      });
      const item = old ?? (await table.get(key, { consistent: true }));
      if (!item) return { result: 'refused', refusal: 'INVITATION_UNKNOWN' };
      const before = Invitation.parse(item);
      const first = signatureOf(before, kind);
      if (first?.nonce === signature.nonce) return { result: 'replayed', invitation: before };
      if (old)
        return first
          ? { result: 'already', invitation: before }
          : { result: 'signed', invitation: { ...before, [attribute]: signature } };
      const refusal = refusalOf(before, terms);
      return first && refusal === 'PLEDGE_HEAD_ABSENT'
        ? { result: 'already', invitation: before }
        : { result: 'refused', refusal };
    },

    putDrawing: async (of, drawn) => {
      const written = await table.put({ ...keyOf(of), drawn }, { expression: 'attribute_not_exists(pk)' });
      return written ? drawn : ((await drawing(of)) ?? drawn);
    },
    drawing,
  };
};
