/** What every section of the form is given. */
import type { Zone } from '../../../../functions/platform/base-schema.ts';
import type { SessionDraft } from './draft.ts';

export interface SectionProps {
  draft: SessionDraft;
  set: (change: Partial<SessionDraft>) => void;
  errorOf: (id: string) => string | undefined;
  zone: Zone;
}
