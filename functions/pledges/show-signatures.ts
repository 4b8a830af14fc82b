/** The signatures of an invitation as they are listed. */
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { SignatureShown } from './pledge-schema.ts';
import { signerOf } from './signature-block-rules.ts';
import { signatureKinds, signatureOf } from './signing-rules.ts';

export const showSignatures = (invitation: Invitation): SignatureShown[] =>
  signatureKinds.flatMap((kind) => {
    const signature = signatureOf(invitation, kind);
    if (!signature) return [];
    const { at, recordedAt, method, hash, operator, sheet, drawn } = signature;
    return [
      {
        invitation: invitation.id,
        name: invitation.name,
        office: invitation.office,
        kind,
        at,
        recordedAt,
        method,
        hash,
        operator,
        sheet,
        ...(drawn !== undefined && { drawn: true }),
        person: signerOf(invitation, kind, signature),
      },
    ];
  });
