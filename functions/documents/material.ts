/** What every paper is made from. */
import type { Links } from '../invitations/links.ts';
import type { Regency } from '../regencies/regency-schema.ts';
import type { Session } from '../sessions/session-schema.ts';
import type { Recipients } from './recipients.ts';

export interface Material {
  regency: Pick<Regency, 'name' | 'labels' | 'letterhead'>;
  session: Session;
  recipients: Recipients;
  links: Pick<Links, 'holder' | 'holderCode' | 'doorCode'>;
  /** When the paper is made. */
  at: Date;
}
