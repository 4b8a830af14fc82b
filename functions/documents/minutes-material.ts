/** What the minutes are made from, and the pen that they are written with. */
import type { Invitation } from '../invitations/invitation-schema.ts';
import type { PledgeTextInput, Reading } from '../pledges/pledge-schema.ts';
import type { SignedHead } from '../seals/seal-schema.ts';
import type { Session, SessionPledge } from '../sessions/session-schema.ts';
import type { Flow } from './flow.ts';
import type { Listed } from './minutes-rules.ts';
import type { Pdf } from './pdf.ts';
import type { RegencyOnPaper } from './regency-on-paper.ts';

export interface MinutesMaterial {
  regency: RegencyOnPaper;
  session: Session & { pledge: SessionPledge };
  /** With its variables filled in. */
  text: Pick<PledgeTextInput, 'form' | 'title' | 'opening' | 'points' | 'closing'>;
  readings: readonly Reading[];
  /** Everybody's, whoever was asked, came or signed. */
  invitations: readonly Invitation[];
  frozen: ReadonlySet<string> | null;
  /** The first one first; none while it is not sealed. */
  heads: readonly SignedHead[];
  /** Records that stand and are under none of them. */
  unsealed: number;
  /** Sealed records that are in the system no more. */
  missing: number;
  /** Of the public check, as its QR holds it. */
  check: string;
  /** The signatures that this part prints. */
  listed: readonly Listed[];
  /** The strokes of one of them, where they were drawn. */
  drawing: (of: Listed) => string | undefined;
  part: number;
  parts: number;
  /** Of all parts. */
  signatures: number;
  at: Date;
}

export interface Writing {
  pdf: Pdf;
  flow: Flow;
  material: MinutesMaterial;
  /** The title of the next section, under the next letter; it stays with as much as `height` of what follows. */
  heading: (title: string, height?: number) => void;
}
