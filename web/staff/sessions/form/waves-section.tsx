/** Waves (morning, afternoon) for a hall that does not hold everybody at once. */
import { Plus, Trash2 } from 'lucide-preact';
import { dateIn, instantFromLocal } from '../../../shared/format.ts';
import { Button, Field, TextField } from '../../../shared/ui/index.ts';
import { lastsDays, nextWave, type WaveDraft, waveDays } from './arrangement-draft.ts';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

interface WaveProps {
  wave: WaveDraft;
  index: number;
  draft: SectionProps['draft'];
  zone: SectionProps['zone'];
  errorOf: SectionProps['errorOf'];
  onChange: (change: Partial<WaveDraft>) => void;
  onRemove: () => void;
}

const WaveFields = ({ wave, index, draft, zone, errorOf, onChange, onRemove }: WaveProps) => {
  const id = `waves-${index}`;
  const { first, last } = waveDays(wave, draft);
  const sessionDay = draft.startsAt.slice(0, 10);
  const time = (field: 'from' | 'to', name: 'startsAt' | 'endsAt', label: string) => (
    <Field
      id={`${id}-${name}`}
      label={label}
      hint={
        field === 'to' && first !== last
          ? t('waveEndsOn', { day: dateIn(zone, instantFromLocal(zone, `${last}T00:00`)) })
          : undefined
      }
      error={errorOf(`${id}-${name}`)}
    >
      {(control) => (
        <input
          {...control}
          type="time"
          value={wave[field]}
          onInput={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset class="stack group">
      <legend>{t('wave', { n: index + 1 })}</legend>
      <TextField
        id={`${id}-label`}
        label={t('waveLabel')}
        hint={t('waveLabelHint')}
        error={errorOf(`${id}-label`)}
        maxLength={40}
        value={wave.label}
        onInput={(label) => onChange({ label })}
      />
      {lastsDays(draft) && (
        <TextField
          id={`${id}-day`}
          type="date"
          label={t('waveDay')}
          short
          value={first}
          onInput={(day) => onChange({ day: day === sessionDay ? '' : day })}
        />
      )}
      <div class="row row-end">
        {time('from', 'startsAt', t('start', { zone }))}
        {time('to', 'endsAt', t('end', { zone }))}
        <TextField
          id={`${id}-capacity`}
          type="number"
          label={t('waveCapacity')}
          optional
          short
          error={errorOf(`${id}-capacity`)}
          value={wave.capacity}
          onInput={(capacity) => onChange({ capacity })}
        />
      </div>
      <div class="row">
        <Button look="quiet" icon={<Trash2 class="icon" aria-hidden="true" />} onClick={onRemove}>
          {t('removeWave', { n: index + 1 })}
        </Button>
      </div>
    </fieldset>
  );
};

export const WavesSection = ({ draft, set, errorOf, zone }: SectionProps) => {
  const { waves } = draft;
  const usual = [t('morning'), t('afternoon')];
  return (
    <section class="stack" aria-labelledby="bagian-gelombang">
      <h2 id="bagian-gelombang">{t('waves')}</h2>
      <p class="soft">{t('wavesHint')}</p>
      {waves.map((wave, index) => (
        <WaveFields
          key={wave.key}
          wave={wave}
          index={index}
          draft={draft}
          zone={zone}
          errorOf={errorOf}
          onChange={(change) => set({ waves: waves.map((other) => (other === wave ? { ...wave, ...change } : other)) })}
          onRemove={() => set({ waves: waves.filter((other) => other !== wave) })}
        />
      ))}
      {waves.length < 6 && (
        <Button
          look="second"
          icon={<Plus class="icon" aria-hidden="true" />}
          onClick={() => set({ waves: [...waves, nextWave(usual[waves.length] ?? '')] })}
        >
          {t('addWave')}
        </Button>
      )}
    </section>
  );
};
