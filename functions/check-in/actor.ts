import type { Evidence } from '../invitations/invitation-schema.ts';
import type { Role } from '../platform/caller.ts';

/** Who brings a scan or a change. It decides what may be asked for, and stands in the record. */
export type Actor =
  | {
      kind: 'door';
      id: string;
      name: string;
      /** What is made after this moment is refused. */
      cutOffAt?: string;
      /** By a file that the door signed: it may have lain for as long as it liked. */
      file?: true;
    }
  | { kind: 'staff'; subject: string; role: Role }
  | { kind: 'attendee'; phone: string; evidence: Extract<Evidence, 'VENUE_SCREEN' | 'VENUE_PRINT'> };
