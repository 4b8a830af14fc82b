/** What every paper is made from. */
import type { Links } from '../invitations/links.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Recipients } from './recipients.ts';
import type { RegencyOnPaper } from './regency-on-paper.ts';

export interface Material {
  regency: RegencyOnPaper;
  session: Session;
  recipients: Recipients;
  links: Pick<Links, 'holder' | 'holderCode' | 'doorCode'>;
  /** When the paper is made. */
  at: Date;
}
