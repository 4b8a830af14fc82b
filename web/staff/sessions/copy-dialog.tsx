/** A session held again on another day: its plan and its roster rules, nothing that belonged to the old day. */
import { CopyPlus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Phase } from '../../../functions/sessions/arrangement-schema.ts';
import { type Answer, api } from '../../shared/api.ts';
import { instantFromLocal, number } from '../../shared/format.ts';
import { Button, ButtonLink, Dialog, Notice, ProblemNotice, SelectField, TextField } from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import { makeWishKeys } from '../../shared/wish-keys.ts';
import { phaseName } from '../../shared/words.ts';
import { t } from './texts.ts';
import type { SessionShown } from './use-session.ts';

type Copied = Answer<'POST /api/sessions/:session/copies'>;

/** Inviting a whole regency again takes the server a while. */
const timeoutMs = 60_000;

/** Of the whole page and not of a dialog: whoever closes one after a timeout and opens it again wishes the same. */
const keys = makeWishKeys();

const useCopy = (session: SessionShown) => {
  const [startsAt, setStart] = useState('');
  const [title, setTitle] = useState(session.title);
  const [phase, setPhase] = useState('');
  const [missing, setMissing] = useState(false);
  const [copied, setCopied] = useState<Copied>();
  const send = useAction(async () => {
    const params = { session: session.id };
    const body = {
      startsAt: instantFromLocal(session.zone, startsAt),
      ...(title.trim() ? { title } : {}),
      ...(phase ? { phase: phase as Phase } : {}),
    };
    const wish = { ...params, ...body };
    const idempotencyKey = keys.of(wish);
    setCopied(await api('POST /api/sessions/:session/copies', { params, body, idempotencyKey, timeoutMs }));
    keys.answered(wish);
  });
  const submit = (): void => {
    setMissing(startsAt === '');
    if (startsAt !== '') void send.run();
  };
  return { startsAt, setStart, title, setTitle, phase, setPhase, missing, copied, send, submit };
};

/** What the organiser has to do about the draft, as the old session could not give it. */
const Left = ({ copied }: { copied: Copied }) => {
  const laws = useLoad('laws', (signal) => api('GET /api/legal-bases', { query: { limit: 200 }, signal }));
  const titleOf = (id: string): string => laws.data?.items.find((law) => law.id === id)?.title ?? id;
  return (
    <>
      {copied.rules === 0 && <p>{t('copiedWithoutRules')}</p>}
      {copied.droppedLegalBases.length > 0 && (
        <>
          <p>{t('copiedDropped')}</p>
          <ul>
            {copied.droppedLegalBases.map((id) => (
              <li key={id}>{titleOf(id)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const needsMore = ({ rules, droppedLegalBases }: Copied): boolean => rules === 0 || droppedLegalBases.length > 0;

const Done = ({ copied }: { copied: Copied }) => (
  <Notice tone={needsMore(copied) ? 'warn' : 'good'} title={t('copied', { n: number(copied.invited) })} live>
    {needsMore(copied) && <Left copied={copied} />}
    {copied.gone > 0 && <p>{t('copiedGone', { n: number(copied.gone) })}</p>}
    <ButtonLink href={`/staf/kegiatan/${copied.session.id}`}>{t('toCopy')}</ButtonLink>
  </Notice>
);

const CopyDialog = ({ session, onClose }: { session: SessionShown; onClose: () => void }) => {
  const copy = useCopy(session);
  return (
    <Dialog
      open
      title={t('copy')}
      onClose={onClose}
      {...(copy.copied ? { closeLabel: t('closeDialog') } : {})}
      actions={
        !copy.copied && (
          <Button busy={copy.send.busy} onClick={copy.submit}>
            {t('copySend')}
          </Button>
        )
      }
    >
      {copy.copied ? (
        <Done copied={copy.copied} />
      ) : (
        <>
          <p>{t('copyText')}</p>
          {copy.send.problem && <ProblemNotice problem={copy.send.problem} />}
          <TextField
            id="salin-mulai"
            type="datetime-local"
            label={t('copyStart', { zone: session.zone })}
            error={copy.missing ? t('needCopyStart') : undefined}
            value={copy.startsAt}
            onInput={copy.setStart}
          />
          <TextField
            id="salin-nama"
            label={t('copyTitle')}
            maxLength={160}
            value={copy.title}
            onInput={copy.setTitle}
          />
          <SelectField
            id="salin-tahap"
            label={t('copyPhase')}
            empty={t('samePhase')}
            options={phaseName.codes.map((code) => ({ value: code, label: phaseName(code) }))}
            value={copy.phase}
            onChange={copy.setPhase}
          />
        </>
      )}
    </Dialog>
  );
};

export const CopyButton = ({ session }: { session: SessionShown }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="second" icon={<CopyPlus class="icon" aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('copy')}
      </Button>
      {open && <CopyDialog session={session} onClose={() => setOpen(false)} />}
    </>
  );
};
