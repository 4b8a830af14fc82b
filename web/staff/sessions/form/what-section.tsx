import type { ActingStatus } from '../../../../functions/platform/base-schema.ts';
import { Choices, SelectField, TextField } from '../../../shared/ui/index.ts';
import { actingName, kindName, phaseName } from '../../../shared/words.ts';
import type { SessionDraft } from './draft.ts';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

const actingOptions = () => actingName.codes.map((code) => ({ value: code, label: actingName(code) }));

const OpenerFields = ({ draft, set, errorOf }: SectionProps) => {
  const { opener } = draft;
  const change = (part: Partial<SessionDraft['opener']>): void => set({ opener: { ...opener, ...part } });
  return (
    <fieldset class="stack group">
      <legend>{t('opener')}</legend>
      <TextField
        id="opener-name"
        label={t('openerName')}
        optional
        value={opener.name}
        onInput={(name) => change({ name })}
      />
      <TextField
        id="opener-office"
        label={t('office')}
        optional
        error={errorOf('opener-office')}
        value={opener.office}
        onInput={(office) => change({ office })}
      />
      <SelectField
        id="opener-acting"
        label={t('acting')}
        short
        options={actingOptions()}
        value={opener.acting}
        onChange={(acting) => change({ acting: acting as ActingStatus })}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={opener.isDelegate}
          onChange={(event) => change({ isDelegate: event.currentTarget.checked })}
        />
        <span>{t('isDelegate')}</span>
      </label>
      {opener.isDelegate && (
        <>
          <TextField
            id="opener-delegateOf-office"
            label={t('delegateOffice')}
            error={errorOf('opener-delegateOf-office')}
            value={opener.delegateOffice}
            onInput={(delegateOffice) => change({ delegateOffice })}
          />
          <SelectField
            id="opener-delegateOf-acting"
            label={t('delegateActing')}
            short
            options={actingOptions()}
            value={opener.delegateActing}
            onChange={(acting) => change({ delegateActing: acting as ActingStatus })}
          />
        </>
      )}
    </fieldset>
  );
};

export const WhatSection = (props: SectionProps) => {
  const { draft, set, errorOf } = props;
  return (
    <section class="stack" aria-labelledby="bagian-apa">
      <h2 id="bagian-apa">{t('what')}</h2>
      <Choices
        id="kind"
        label={t('kind')}
        single
        choices={kindName.codes.map((code) => ({ value: code, label: kindName(code) }))}
        chosen={[draft.kind]}
        onChange={([kind]) => set({ kind: kind as SessionDraft['kind'] })}
      />
      <TextField
        id="title"
        label={t('title')}
        hint={t('titleHint')}
        error={errorOf('title')}
        maxLength={160}
        value={draft.title}
        onInput={(title) => set({ title })}
      />
      <TextField
        id="occasion"
        label={t('occasion')}
        hint={t('occasionHint')}
        optional
        error={errorOf('occasion')}
        maxLength={160}
        value={draft.occasion}
        onInput={(occasion) => set({ occasion })}
      />
      <SelectField
        id="phase"
        label={t('phase')}
        hint={t('phaseHint')}
        optional
        short
        empty={t('noPhase')}
        options={phaseName.codes.map((code) => ({ value: code, label: phaseName(code) }))}
        value={draft.phase}
        onChange={(phase) => set({ phase: phase as SessionDraft['phase'] })}
      />
      <TextField
        id="organizer"
        label={t('organizer')}
        hint={t('organizerHint')}
        error={errorOf('organizer')}
        maxLength={120}
        value={draft.organizer}
        onInput={(organizer) => set({ organizer })}
      />
      <OpenerFields {...props} />
    </section>
  );
};
