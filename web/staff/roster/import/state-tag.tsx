import type { ImportState } from '../../../../functions/imports/import-schema.ts';
import { type StatusIcon, StatusTag, type Tone } from '../../../shared/ui/index.ts';
import { stateName } from './texts.ts';

const looks: Record<ImportState, [Tone, StatusIcon]> = {
  UNSURE: ['warn', 'alert'],
  PLANNED: ['plain', 'draft'],
  APPLYING: ['warn', 'clock'],
  APPLIED: ['good', 'check'],
  UNDOING: ['warn', 'clock'],
  UNDONE: ['plain', 'ban'],
};

export const ImportStateTag = ({ state }: { state: ImportState }) => {
  const [tone, icon] = looks[state];
  return <StatusTag tone={tone} icon={icon} word={stateName(state)} />;
};
