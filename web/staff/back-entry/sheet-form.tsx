/** The sheet while it is typed: how they took part, what it rests on, when, and who. */
import { Trash2 } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { clockIn, number } from '../../shared/format.ts';
import { language } from '../../shared/language.ts';
import { Button, Choices, ErrorSummary, Notice, TextField } from '../../shared/ui/index.ts';
import type { InvitationShown } from '../invitations/invitation.ts';
import { officeOf } from '../invitations/invitation.ts';
import { likelyWho, nobodyKnown, WhoCame } from '../invitations/who-came.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Draft, type Fault, faultsOf, type Mode, type Row, withRow } from './draft.ts';
import { PeopleSearch } from './people-search.tsx';
import { t } from './texts.ts';

interface RowProps {
  row: Row;
  invitation: InvitationShown | undefined;
  onChange: (row: Row) => void;
  onRemove: () => void;
}

const RowFields = ({ row, invitation, onChange, onRemove }: RowProps) => {
  const office = invitation ? officeOf(invitation) : row.id;
  return (
    <li class="entry stack-tight">
      <div class="row between">
        <span class="grow">
          <span class="strong block">{office}</span>
          {invitation?.holder && <span class="small soft block">{invitation.holder.name}</span>}
        </span>
        <Button
          look="quiet"
          icon={<Trash2 class="icon" aria-hidden="true" />}
          aria-label={t('removeOf', { office })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </div>
      <WhoCame
        id={`baris-${row.id}`}
        label={t('whoOf', { office })}
        labelHidden
        coming={row}
        onChange={(coming) => onChange({ ...row, ...coming })}
      />
    </li>
  );
};

const Discard = ({ onSure }: { onSure: () => void }) => {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button look="quiet" onClick={() => setAsked(true)}>
        {t('discard')}
      </Button>
    );
  }
  return (
    <Notice tone="warn" title={t('discardSure')} live>
      <div class="row">
        <Button
          look="danger"
          onClick={() => {
            setAsked(false);
            onSure();
          }}
        >
          {t('discardYes')}
        </Button>
        <Button look="second" onClick={() => setAsked(false)}>
          {t('discardNo')}
        </Button>
      </div>
    </Notice>
  );
};

const faultWords = (fault: Fault, { zone, openedAt, closedAt }: SessionShown): string =>
  fault === 'timeOutside'
    ? t('timeOutside', {
        from: openedAt ? clockIn(zone, openedAt) : '',
        until: closedAt ? clockIn(zone, closedAt) : '',
      })
    : t(fault);

const isMode = (value: string | undefined): value is Mode => value === 'BACK_ENTERED' || value === 'ONLINE';
const modes: readonly Mode[] = ['BACK_ENTERED', 'ONLINE'];

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  draft: Draft;
  onChange: (draft: Draft) => void;
  onReview: () => void;
  onDiscard: () => void;
}

export const SheetForm = ({ session, invitations, draft, onChange, onReview, onDiscard }: Props) => {
  const [tried, setTried] = useState<ReturnType<typeof faultsOf>>([]);
  const byId = new Map(invitations.map((each) => [each.id, each]));
  const now = (): string => new Date().toISOString();
  const faults = () => faultsOf(draft, session, now());
  const told = (found: typeof tried) =>
    found.map(({ field, fault }) => ({ id: field, text: faultWords(fault, session) }));
  // What was told is taken back as soon as it is mended.
  const standing = tried.length ? told(faults()) : [];
  const mended = tried.length > 0 && standing.length === 0;
  useEffect(() => {
    if (mended) setTried([]);
  }, [mended]);
  // One and the same until the next try, since the summary takes the focus when it changes.
  const summary = useMemo(() => told(tried), [tried, language.value]);
  const errorOf = (id: string) => standing.find((error) => error.id === id)?.text;
  const review = (): void => {
    const found = faults();
    setTried(found);
    if (!found.length) onReview();
  };
  return (
    <div class="stack-wide">
      <div class="stack form">
        <ErrorSummary errors={summary} />
        <Choices
          id="cara"
          label={t('where')}
          single
          choices={modes.map((value) => ({ value, label: t(value), hint: t(`${value}_hint`) }))}
          chosen={[draft.mode]}
          onChange={([mode]) => isMode(mode) && onChange({ ...draft, mode })}
        />
        <TextField
          id="alasan"
          label={t('reason')}
          hint={t(`reasonHint_${draft.mode}`)}
          error={errorOf('alasan')}
          maxLength={200}
          value={draft.reason}
          onInput={(reason) => onChange({ ...draft, reason })}
        />
        <TextField
          id="waktu"
          type="datetime-local"
          short
          label={t('time', { zone: session.zone })}
          hint={t('timeHint')}
          error={errorOf('waktu')}
          value={draft.time}
          onInput={(time) => onChange({ ...draft, time })}
        />
      </div>
      <section class="stack" aria-labelledby="lembar">
        <h2 id="lembar">{draft.rows.length ? t('rowCount', { n: number(draft.rows.length) }) : t('rows')}</h2>
        <PeopleSearch
          invitations={invitations}
          taken={new Set(draft.rows.map(({ id }) => id))}
          error={errorOf('cari-undangan')}
          onAdd={(found) => onChange(withRow(draft, found.id, { who: likelyWho(found), delegate: nobodyKnown }))}
        />
        {draft.rows.length ? (
          <ul class="entries">
            {draft.rows.map((row) => (
              <RowFields
                key={row.nonce}
                row={row}
                invitation={byId.get(row.id)}
                onChange={(changed) =>
                  onChange({ ...draft, rows: draft.rows.map((old) => (old.nonce === row.nonce ? changed : old)) })
                }
                onRemove={() => onChange({ ...draft, rows: draft.rows.filter(({ nonce }) => nonce !== row.nonce) })}
              />
            ))}
          </ul>
        ) : (
          <p class="soft">{t('noRows')}</p>
        )}
        <div class="row actions">
          <Button onClick={review}>{t('review')}</Button>
          {draft.rows.length > 0 && <Discard onSure={onDiscard} />}
        </div>
      </section>
    </div>
  );
};
