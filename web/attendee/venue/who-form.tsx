/** Whose invitation it is, who came, one tap. What was chosen and typed stays when sending fails. */
import { useState } from 'preact/hooks';
import { problemSentence } from '../../shared/api-problem.ts';
import { timeIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choices, TextField } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useAction } from '../../shared/use-load.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { type Invitation, officeOf } from '../attendee-view.ts';
import { type Delegate, sendCheckIn, type VenueAnswer, type Who } from './send-check-in.ts';
import { t } from './texts.ts';
import type { Visit } from './visit.ts';

interface WhoFormProps {
  invitation: Invitation;
  token: string;
  visit: Visit;
  /** On the venue's own page nothing else says whose invitation it is. */
  named?: boolean;
  onAnswer: (answer: VenueAnswer) => void;
}

/** Whoever holds the office comes as it is held: an acting head is reported apart (rule 2). */
const choicesFor = (invitation: Invitation) => {
  const { holder } = invitation;
  const office = officeOf(invitation);
  const acting = holder !== null && holder.acting !== 'DEFINITIVE';
  const self: { value: Who; label: string; hint: string | undefined } = {
    value: acting ? 'acting' : 'holder',
    label: acting ? t('selfActing', { office }) : t('self'),
    hint: holder ? nameWithTitles(holder) : undefined,
  };
  return [self, { value: 'delegate' as const, label: t('delegated'), hint: t('delegatedHint', { office }) }];
};

const DelegateFields = ({ delegate, onType }: { delegate: Delegate; onType: (part: Partial<Delegate>) => void }) => (
  <div class="stack-tight signer">
    <TextField
      id="wakil-nama"
      label={t('delegateName')}
      optional
      maxLength={80}
      value={delegate.name}
      onInput={(name) => onType({ name })}
    />
    <TextField
      id="wakil-jabatan"
      label={t('delegateOffice')}
      optional
      maxLength={100}
      value={delegate.office}
      onInput={(office) => onType({ office })}
    />
    <TextField
      id="wakil-surat"
      label={t('delegateLetter')}
      optional
      maxLength={60}
      value={delegate.letter}
      onInput={(letter) => onType({ letter })}
    />
  </div>
);

export const WhoForm = ({ invitation, token, visit, named = false, onAnswer }: WhoFormProps) => {
  const choices = choicesFor(invitation);
  const [who, setWho] = useState<Who>(choices[0]?.value ?? 'holder');
  const [delegate, setDelegate] = useState<Delegate>({ name: '', office: '', letter: '' });
  const sending = useAction(async () =>
    onAnswer(await sendCheckIn({ token, invitation: invitation.id, visit }, who, delegate)),
  );
  const { problem } = sending;
  const ended = problem?.code === 'VENUE_PASS_STALE';
  const { evidence, passUntil, session } = visit.opened;
  return (
    <form
      class="panel stack no-print"
      noValidate
      aria-labelledby="catat-hadir"
      onSubmit={(event) => {
        event.preventDefault();
        void sending.run();
      }}
    >
      <div class="stack-tight">
        <h2 id="catat-hadir">{named ? officeOf(invitation) : t('cardTitle')}</h2>
        {named && invitation.holder && <p>{nameWithTitles(invitation.holder)}</p>}
      </div>
      <Choices
        id="siapa-hadir"
        label={t('who')}
        single
        choices={choices}
        chosen={[who]}
        onChange={([chosen]) => setWho(choices.find(({ value }) => value === chosen)?.value ?? who)}
      />
      {who === 'delegate' && (
        <DelegateFields delegate={delegate} onType={(part) => setDelegate((before) => ({ ...before, ...part }))} />
      )}
      {problem && (
        <Notice tone={ended ? 'warn' : 'bad'} title={ended ? t('endedTitle') : common('problemTitle')} live>
          <p>{ended ? t('endedText') : problemSentence(problem.code)}</p>
          {!ended && <p>{t('notLost')}</p>}
        </Notice>
      )}
      {!ended && (
        <>
          <Button type="submit" busy={sending.busy} wide>
            {sending.busy ? t('sending') : t('send')}
          </Button>
          <p class="small soft">
            {t('openUntil', { time: timeIn(session.zone, passUntil) })}
            {evidence === 'VENUE_PRINT' && ` ${t('print')}`}
          </p>
        </>
      )}
    </form>
  );
};
