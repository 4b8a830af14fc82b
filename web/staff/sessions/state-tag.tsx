import type { Session } from '../../../functions/sessions/session-schema.ts';
import { type StatusIcon, StatusTag, type Tone } from '../../shared/ui/index.ts';
import { stateName } from '../../shared/words.ts';

const looks: Record<Session['state'], [Tone, StatusIcon]> = {
  DRAFT: ['plain', 'draft'],
  PUBLISHED: ['info', 'info'],
  OPEN: ['good', 'live'],
  CLOSED: ['plain', 'check'],
  CANCELLED: ['bad', 'ban'],
};

export const StateTag = ({ state }: { state: Session['state'] }) => {
  const [tone, icon] = looks[state];
  return <StatusTag tone={tone} icon={icon} word={stateName(state)} />;
};
