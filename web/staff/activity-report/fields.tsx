/** What the organiser writes: four texts with what is left of their length, and who signs. */
import type { ActingStatus } from '../../../functions/platform/base-schema.ts';
import { number } from '../../shared/format.ts';
import { Button, SelectField, TextArea, TextField } from '../../shared/ui/index.ts';
import { actingName } from '../../shared/words.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import {
  type Draft,
  lacksOffice,
  longest,
  type ReportShown,
  type SignerDraft,
  type TextFieldName,
  textFields,
} from './draft.ts';
import { t } from './texts.ts';

interface TextProps {
  name: TextFieldName;
  value: string;
  /** What stands in the version that was loaded beside the words of this page. */
  theirs: string | undefined;
  onInput: (value: string) => void;
}

const remaining = (name: TextFieldName, value: string): string => {
  const left = longest[name] - value.trim().length;
  return left < 0 ? t('over', { n: number(-left) }) : t('left', { n: number(left) });
};

export const isTooLong = (name: TextFieldName, value: string): boolean => value.trim().length > longest[name];

const Theirs = ({ name, value, theirs = '', onInput }: TextProps) => (
  <div class="notice info">
    <div class="grow body">
      <p class="strong">{t('theirs')}</p>
      <p class="report-text">{theirs || t('theirsEmpty')}</p>
      {theirs !== value && (
        <Button look="second" onClick={() => onInput(theirs)}>
          {t('takeTheirs', { field: t(name) })}
        </Button>
      )}
    </div>
  </div>
);

const Text = (props: TextProps) => {
  const { name, value, theirs, onInput } = props;
  const tooLong = isTooLong(name, value);
  return (
    <div class="stack-tight">
      <TextArea
        id={name}
        label={t(name)}
        hint={t(`${name}Hint`)}
        optional
        rows={name === 'closing' ? 3 : 6}
        error={tooLong ? t('tooLong', { field: t(name) }) : undefined}
        value={value}
        onInput={onInput}
      />
      <p class="small soft report-left">{remaining(name, value)}</p>
      {theirs !== undefined && theirs.trim() !== value.trim() && <Theirs {...props} />}
    </div>
  );
};

interface SignerProps {
  session: SessionShown;
  signer: SignerDraft;
  onChange: (signer: SignerDraft) => void;
}

const Signer = ({ session, signer, onChange }: SignerProps) => {
  const text = (field: Exclude<keyof SignerDraft, 'acting'>, error?: string) => (
    <TextField
      id={`signer-${field}`}
      label={t(field)}
      optional
      error={error}
      maxLength={field === 'office' ? 120 : field === 'name' ? 100 : field === 'titlesBefore' ? 40 : 60}
      value={signer[field]}
      onInput={(value) => onChange({ ...signer, [field]: value })}
    />
  );
  const office = session.letter?.signer?.office;
  return (
    <fieldset class="stack group">
      <legend>{t('signer')}</legend>
      <p class="hint">
        {t('signerHint')} {office !== undefined && t('signerLetter', { office })}
        {office === undefined && signer.office.trim() === '' && t('signerNone')}
      </p>
      {text('office', lacksOffice(signer) ? t('officeMissing') : undefined)}
      <SelectField
        id="signer-acting"
        label={t('acting')}
        short
        options={actingName.codes.map((code) => ({ value: code, label: actingName(code) }))}
        value={signer.acting}
        onChange={(acting) => onChange({ ...signer, acting: acting as ActingStatus })}
      />
      {text('name')}
      <div class="columns">
        {text('titlesBefore')}
        {text('titlesAfter')}
      </div>
      {text('rank')}
    </fieldset>
  );
};

interface Props {
  session: SessionShown;
  draft: Draft;
  /** Given while somebody else's version is compared. */
  latest: ReportShown | undefined;
  set: (change: Partial<Draft>) => void;
}

export const Fields = ({ session, draft, latest, set }: Props) => (
  <section class="stack" aria-labelledby="ditulis">
    <h2 id="ditulis">{t('written')}</h2>
    {textFields.map((name) => (
      <Text
        key={name}
        name={name}
        value={draft[name]}
        theirs={latest && (latest[name] ?? '')}
        onInput={(value) => set({ [name]: value })}
      />
    ))}
    <Signer session={session} signer={draft.signer} onChange={(signer) => set({ signer })} />
  </section>
);
