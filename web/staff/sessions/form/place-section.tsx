import { TextField } from '../../../shared/ui/index.ts';
import { useRegency } from '../../frame/staff.ts';
import type { SectionProps } from './form-context.ts';
import { RegionPicker } from './region-picker.tsx';
import { t } from './texts.ts';

export const PlaceSection = ({ draft, set, errorOf, zone }: SectionProps) => {
  const regency = useRegency();
  const { venue } = draft;
  /** The end follows the start's day until it has one of its own. */
  const start = (startsAt: string): void =>
    set({
      startsAt,
      endsAt:
        draft.endsAt ||
        (startsAt ? `${startsAt.slice(0, 10)}T${startsAt.slice(11, 13) < '12' ? '12:00' : '17:00'}` : ''),
    });
  return (
    <section class="stack" aria-labelledby="bagian-tempat">
      <h2 id="bagian-tempat">{t('whenWhere')}</h2>
      <div class="columns">
        <TextField
          id="startsAt"
          type="datetime-local"
          label={t('start', { zone })}
          hint={t('zoneHint', { regency: regency.name, zone })}
          error={errorOf('startsAt')}
          value={draft.startsAt}
          onInput={start}
        />
        <TextField
          id="endsAt"
          type="datetime-local"
          label={t('end', { zone })}
          hint={t('zoneHint', { regency: regency.name, zone })}
          error={errorOf('endsAt')}
          value={draft.endsAt}
          onInput={(endsAt) => set({ endsAt })}
        />
      </div>
      <TextField
        id="venue-name"
        label={t('venue')}
        hint={t('venueHint')}
        error={errorOf('venue-name')}
        value={venue.name}
        onInput={(name) => set({ venue: { ...venue, name } })}
      />
      <TextField
        id="venue-address"
        label={t('address')}
        optional
        value={venue.address}
        onInput={(address) => set({ venue: { ...venue, address } })}
      />
      <RegionPicker
        value={venue.region}
        error={errorOf('venue-region')}
        onChange={(region) => set({ venue: { ...venue, region } })}
      />
      <TextField
        id="venue-map"
        label={t('map')}
        hint={t('mapHint')}
        optional
        error={errorOf('venue-map')}
        value={venue.map}
        onInput={(map) => set({ venue: { ...venue, map } })}
      />
      <TextField
        id="venue-capacity"
        type="number"
        label={t('capacity')}
        hint={t('capacityHint')}
        optional
        short
        error={errorOf('venue-capacity')}
        value={venue.capacity}
        onInput={(capacity) => set({ venue: { ...venue, capacity } })}
      />
    </section>
  );
};
