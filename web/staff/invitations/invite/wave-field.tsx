import { clockIn } from '../../../shared/format.ts';
import { SelectField } from '../../../shared/ui/index.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { t } from './texts.ts';

/** `Pagi, 08.00 WIB` */
export const waveWords = ({ zone }: Pick<SessionShown, 'zone'>, { label, startsAt }: SessionShown['waves'][number]) =>
  `${label}, ${clockIn(zone, startsAt)}`;

interface Props {
  id: string;
  session: SessionShown;
  value: string;
  onChange: (wave: string) => void;
  hint?: string | undefined;
}

/** One of the session's waves, or none yet; nothing where the session has no waves. */
export const WaveField = ({ id, session, value, onChange, hint }: Props) =>
  session.waves.length ? (
    <SelectField
      id={id}
      short
      label={t('wave')}
      hint={hint}
      empty={t('noWave')}
      value={value}
      onChange={onChange}
      options={session.waves.map((wave) => ({ value: wave.id, label: waveWords(session, wave) }))}
    />
  ) : null;
