/** The regency's own wording of a message, with what it becomes beside it; all its other settings are sent back as they are. */
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { number } from '../../../shared/format.ts';
import { Button, Notice, ProblemNotice, TextArea, WhenLoaded } from '../../../shared/ui/index.ts';
import { type Loaded, useAction, useLoad } from '../../../shared/use-load.ts';
import type { RegencyShown } from '../../frame/staff.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { t } from './texts.ts';
import type { Purpose } from './use-messages.ts';
import { blankNames, longestWording, previewOf, unknownBlanks, usualFor } from './wording.ts';

const fieldOf = { INVITE: 'invite', REMIND: 'remind' } as const;

/** What is sent: the settings as they are now, with this one wording; without it the usual one holds again. */
const withWording = (
  { code: _, messages, ...settings }: RegencyShown,
  purpose: Purpose,
  wording: string | undefined,
) => {
  const { [fieldOf[purpose]]: __, ...others } = messages ?? {};
  return { ...settings, messages: { ...others, ...(wording !== undefined && { [fieldOf[purpose]]: wording }) } };
};

const readRegency = (regency: string, signal?: AbortSignal): Promise<RegencyShown> =>
  api('GET /api/regencies/:regency', { params: { regency }, ...(signal && { signal }) });

const Advice = ({ wording }: { wording: string }) => {
  const unknown = unknownBlanks(wording);
  return (
    <>
      {!wording.includes('{tautan}') && <p class="small soft">{t('linkAdded', { tautan: '{tautan}' })}</p>}
      {unknown.length > 0 && (
        <Notice tone="warn">
          <p>{t('wordingUnknown', { names: unknown.join(' ') })}</p>
        </Notice>
      )}
    </>
  );
};

const faultOf = (wording: string): string | undefined => {
  if (!wording.trim()) return t('wordingEmpty');
  return wording.length > longestWording ? t('wordingLong', { n: number(wording.length) }) : undefined;
};

interface Props {
  session: SessionShown;
  purpose: Purpose;
  /** Whom the example addresses. */
  addressee: string;
  /** The messages are to be read anew. */
  onSaved: () => void;
}

const Form = ({ session, purpose, addressee, onSaved, regency }: Props & { regency: RegencyShown }) => {
  const usual = usualFor(purpose, session);
  const own = regency.messages?.[fieldOf[purpose]];
  const [wording, setWording] = useState(own ?? usual);
  const [saved, setSaved] = useState(false);
  const save = useAction(async (text: string | undefined) => {
    // Read right before: somebody else may have changed the letterhead meanwhile.
    const current = await readRegency(regency.code);
    const body = withWording(current, purpose, text);
    await api('PUT /api/regencies/:regency', { params: { regency: regency.code }, body });
    setWording(text ?? usual);
    setSaved(true);
    onSaved();
  });
  const fault = faultOf(wording);
  const edit = (text: string): void => {
    setSaved(false);
    setWording(text);
  };
  return (
    <div class="columns">
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!fault) void save.run(wording.trim() === usual ? undefined : wording.trim());
        }}
      >
        <TextArea
          id="kata-pesan"
          label={t('wordingField', { purpose: t(purpose).toLowerCase() })}
          error={fault}
          rows={14}
          value={wording}
          onInput={edit}
        />
        <Advice wording={wording} />
        {save.problem && <ProblemNotice problem={save.problem} />}
        {saved && <Notice tone="good" title={t('wordingSaved')} live />}
        <div class="row actions">
          <Button type="submit" busy={save.busy} disabled={fault !== undefined}>
            {t('wordingSave')}
          </Button>
          {(own !== undefined || wording !== usual) && (
            <Button look="second" busy={save.busy} onClick={() => void save.run(undefined)}>
              {t('wordingUsual')}
            </Button>
          )}
        </div>
      </form>
      <section class="stack-tight" aria-labelledby="contoh-pesan">
        <h3 id="contoh-pesan">{t('preview')}</h3>
        <p class="preview">{previewOf(wording, session, addressee, `${location.origin}/c/…`)}</p>
      </section>
    </div>
  );
};

const Loading = (props: Props) => {
  const loaded: Loaded<RegencyShown> = useLoad(props.session.regency, (signal) =>
    readRegency(props.session.regency, signal),
  );
  return (
    <WhenLoaded loaded={loaded}>
      {(regency) => (
        <Form
          key={props.purpose}
          {...props}
          regency={regency}
          onSaved={() => {
            loaded.reload();
            props.onSaved();
          }}
        />
      )}
    </WhenLoaded>
  );
};

export const WordingEditor = (props: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('wording')}</summary>
      {open && (
        <div class="stack group">
          <p>
            {t('wordingText')} <code>{blankNames.map((name) => `{${name}}`).join(' ')}</code>
          </p>
          <Loading {...props} />
        </div>
      )}
    </details>
  );
};
