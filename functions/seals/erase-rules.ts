/** What is left of an invitation, and of the conflicts about it, once its personal data are erased. Which office, what happened and when stay. */
import type { Conflict } from '../conflicts/conflict-schema.ts';
import type { Delegate } from '../invitations/answer-schema.ts';
import type { CheckIn, Invitation, Signature, UndoneCheckIn } from '../invitations/invitation-schema.ts';

/** Where a name has to stand: of a holder, whose acting status the coverage goes by; of a guest the institution and the office too. */
export const erasedText = '(dihapus)';

const lessDelegate = ({ acting }: Delegate): Delegate => (acting === undefined ? {} : { acting });

const lessCheckIn = ({ delegate, reason: _, phone: __, ...checkIn }: CheckIn): CheckIn => ({
  ...checkIn,
  ...(delegate && { delegate: lessDelegate(delegate) }),
});

const lessUndone = ({ checkIn, ...undone }: UndoneCheckIn): UndoneCheckIn => ({
  ...undone,
  checkIn: lessCheckIn(checkIn),
  // What the product itself says of a record by video that gave way is nobody's word.
  reason: undone.replacedBy === undefined ? '' : undone.reason,
});

const lessSignature = ({ signer, drawn: _, ...signature }: Signature): Signature => ({
  ...signature,
  ...(signer && { signer: lessDelegate(signer) }),
});

/** The attributes that hold something personal, as they are left; undefined where one goes altogether. */
export const blanked = (invitation: Invitation) => {
  const { kind, name, office, holder, checkIn, undone, delegation, answer } = invitation;
  const { signedHolder, signedDelegate, signedSymbolic, signedWitness } = invitation;
  return {
    holder: holder && { name: erasedText, acting: holder.acting },
    name: kind === 'guest' ? erasedText : name,
    office: kind === 'guest' ? erasedText : office,
    checkIn: checkIn && lessCheckIn(checkIn),
    undone: undone?.map(lessUndone),
    signedHolder: signedHolder && lessSignature(signedHolder),
    signedDelegate: signedDelegate && lessSignature(signedDelegate),
    signedSymbolic: signedSymbolic && lessSignature(signedSymbolic),
    signedWitness: signedWitness && lessSignature(signedWitness),
    delegation: delegation && {
      at: delegation.at,
      version: delegation.version,
      holderVersion: delegation.holderVersion,
      delegate: lessDelegate(delegation.delegate),
    },
    answer: answer && { kind: answer.kind, at: answer.at },
    help: undefined,
    bound: undefined,
    alsoHolds: undefined,
  } satisfies Partial<Record<keyof Invitation, unknown>>;
};
export type Blanked = ReturnType<typeof blanked>;

/** The nonces of every scan of it, under which photos of letters lie. */
export const scansOf = ({ checkIn, undone = [] }: Invitation): string[] => [
  ...(checkIn ? [checkIn.nonce] : []),
  ...undone.map((one) => one.checkIn.nonce),
];

export const blankedConflict = ({ recorded, other }: Conflict) => ({
  recorded: recorded && lessCheckIn(recorded),
  other: lessCheckIn(other),
});
