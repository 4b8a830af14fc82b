import type { UnitPresence } from '../../../functions/coverage/coverage-schema.ts';
import type { Tone } from '../../shared/ui/index.ts';

export const presenceTone: Record<UnitPresence, Tone> = {
  IN_PERSON: 'good',
  ACTING: 'good',
  DELEGATED: 'info',
  ONLINE: 'info',
  MISSING: 'warn',
};
