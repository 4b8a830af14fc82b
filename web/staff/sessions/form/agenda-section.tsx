/** The programme: items that can be added, moved and removed, each with its speakers. */
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-preact';
import { Button, Field, TextField } from '../../../shared/ui/index.ts';
import { type AgendaDraft, emptyItem, emptySpeaker, type SpeakerDraft } from './draft.ts';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

const plus = <Plus class="icon" aria-hidden="true" />;

interface SpeakerProps {
  id: string;
  speaker: SpeakerDraft;
  position: number;
  errorOf: SectionProps['errorOf'];
  onChange: (speaker: SpeakerDraft) => void;
  onRemove: () => void;
}

const SpeakerFields = ({ id, speaker, position, errorOf, onChange, onRemove }: SpeakerProps) => (
  <fieldset class="stack-tight speaker">
    <legend>{t('speaker', { n: position })}</legend>
    <div class="columns">
      <TextField
        id={`${id}-name`}
        label={t('openerName')}
        optional
        value={speaker.name}
        onInput={(name) => onChange({ ...speaker, name })}
      />
      <TextField
        id={`${id}-office`}
        label={t('office')}
        error={errorOf(`${id}-office`)}
        value={speaker.office}
        onInput={(office) => onChange({ ...speaker, office })}
      />
      <TextField
        id={`${id}-institution`}
        label={t('institution')}
        error={errorOf(`${id}-institution`)}
        value={speaker.institution}
        onInput={(institution) => onChange({ ...speaker, institution })}
      />
    </div>
    <Button look="quiet" icon={<Trash2 class="icon" aria-hidden="true" />} onClick={onRemove}>
      {t('removeSpeaker', { n: position })}
    </Button>
  </fieldset>
);

interface ItemProps {
  item: AgendaDraft;
  index: number;
  count: number;
  zone: SectionProps['zone'];
  errorOf: SectionProps['errorOf'];
  onChange: (item: AgendaDraft) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
}

const replaceAt = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((old, index) => (index === at ? value : old));

const ItemFields = ({ item, index, count, zone, errorOf, onChange, onRemove, onMove }: ItemProps) => {
  const id = `agenda-${index}`;
  const n = index + 1;
  return (
    <fieldset class="stack group">
      <legend>{t('item', { n })}</legend>
      <div class="row row-end">
        <Field id={`${id}-startsAt`} label={t('itemTime', { zone })} optional error={errorOf(`${id}-startsAt`)}>
          {(control) => (
            <input
              {...control}
              type="time"
              value={item.time}
              onInput={(event) => onChange({ ...item, time: event.currentTarget.value })}
            />
          )}
        </Field>
        <div class="grow item-title">
          <TextField
            id={`${id}-title`}
            label={t('itemTitle')}
            error={errorOf(`${id}-title`)}
            value={item.title}
            onInput={(title) => onChange({ ...item, title })}
          />
        </div>
      </div>
      {item.speakers.map((speaker, at) => (
        <SpeakerFields
          key={speaker.key}
          id={`${id}-speakers-${at}`}
          speaker={speaker}
          position={at + 1}
          errorOf={errorOf}
          onChange={(changed) => onChange({ ...item, speakers: replaceAt(item.speakers, at, changed) })}
          onRemove={() => onChange({ ...item, speakers: item.speakers.filter((other) => other !== speaker) })}
        />
      ))}
      <div class="row">
        <Button
          look="quiet"
          icon={plus}
          onClick={() => onChange({ ...item, speakers: [...item.speakers, emptySpeaker()] })}
        >
          {t('addSpeaker')}
        </Button>
        <Button look="quiet" disabled={index === 0} onClick={() => onMove(-1)} aria-label={t('up', { n })}>
          <ArrowUp class="icon" aria-hidden="true" />
        </Button>
        <Button look="quiet" disabled={index === count - 1} onClick={() => onMove(1)} aria-label={t('down', { n })}>
          <ArrowDown class="icon" aria-hidden="true" />
        </Button>
        <Button look="quiet" onClick={onRemove} aria-label={t('removeItem', { n })}>
          <Trash2 class="icon" aria-hidden="true" />
        </Button>
      </div>
    </fieldset>
  );
};

const moved = (agenda: readonly AgendaDraft[], from: number, by: -1 | 1): AgendaDraft[] => {
  const item = agenda[from];
  if (!item) return [...agenda];
  const rest = agenda.filter((_, index) => index !== from);
  return [...rest.slice(0, from + by), item, ...rest.slice(from + by)];
};

export const AgendaSection = ({ draft, set, errorOf, zone }: SectionProps) => {
  const { agenda } = draft;
  return (
    <section class="stack" aria-labelledby="bagian-acara">
      <h2 id="bagian-acara">{t('programme')}</h2>
      <p class="soft">{t('programmeHint')}</p>
      {agenda.map((item, index) => (
        <ItemFields
          key={item.key}
          item={item}
          index={index}
          count={agenda.length}
          zone={zone}
          errorOf={errorOf}
          onChange={(changed) => set({ agenda: replaceAt(agenda, index, changed) })}
          onRemove={() => set({ agenda: agenda.filter((other) => other !== item) })}
          onMove={(by) => set({ agenda: moved(agenda, index, by) })}
        />
      ))}
      <Button look="second" icon={plus} onClick={() => set({ agenda: [...agenda, emptyItem()] })}>
        {t('addItem')}
      </Button>
    </section>
  );
};
