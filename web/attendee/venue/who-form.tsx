/** Whose invitation it is, who came, one tap. What was chosen and typed stays when sending fails. */
import { useState } from 'preact/hooks';
import { type ApiProblemCode, problemSentence } from '../../shared/api-problem.ts';
import type { TypedDelegate } from '../../shared/delegate.ts';
import { timeIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DelegateFields } from '../../shared/ui/delegate-fields.tsx';
import { Choices } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useAction } from '../../shared/use-load.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { type OwnView, officeOf } from '../attendee-view.ts';
import { RequestId } from './request-id.tsx';
import { sendCheckIn, type VenueAnswer, type Who } from './send-check-in.ts';
import { t } from './texts.ts';
import type { Visit } from './visit.ts';

interface WhoFormProps {
  view: OwnView;
  token: string;
  visit: Visit;
  /** On the venue's own page nothing else says whose invitation it is. */
  named?: boolean;
  onAnswer: (answer: VenueAnswer) => void;
  /** What this form shows is no longer so. */
  onReload: () => void;
}

const outdated: readonly ApiProblemCode[] = ['LINK_BOUND', 'INVITATION_REVOKED', 'TOKEN_INVALID'];

/** Whoever holds the office comes as it is held: an acting head is reported apart (rule 2). */
const choicesFor = ({ invitation, role }: OwnView) => {
  const { holder } = invitation;
  const office = officeOf(invitation);
  const asDelegate = { value: 'delegate' as const, label: t('delegated'), hint: t('delegatedHint', { office }) };
  // Whoever has a delegate's link is nobody else.
  if (role === 'DELEGATE') return [asDelegate];
  const acting = holder !== null && holder.acting !== 'DEFINITIVE';
  const self: { value: Who; label: string; hint: string | undefined } = {
    value: acting ? 'acting' : 'holder',
    label: acting ? t('selfActing', { office }) : t('self'),
    hint: holder ? nameWithTitles(holder) : undefined,
  };
  return [self, asDelegate];
};

export const WhoForm = ({ view, token, visit, named = false, onAnswer, onReload }: WhoFormProps) => {
  const { invitation } = view;
  const choices = choicesFor(view);
  const [who, setWho] = useState<Who>(choices[0]?.value ?? 'holder');
  const [delegate, setDelegate] = useState<TypedDelegate>({
    ...(view.role === 'DELEGATE' && invitation.delegation?.delegate),
  });
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
        {named && view.role === 'HOLDER' && invitation.holder && <p>{nameWithTitles(invitation.holder)}</p>}
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
        <DelegateFields id="wakil" class="stack-tight signer" delegate={delegate} onChange={setDelegate} />
      )}
      {problem && (
        <Notice tone={ended ? 'warn' : 'bad'} title={ended ? t('endedTitle') : common('problemTitle')} live>
          <p>{ended ? t('endedText') : problemSentence(problem.code)}</p>
          {!ended && <RequestId problem={problem} />}
          {outdated.includes(problem.code) ? (
            <Button look="second" onClick={onReload}>
              {common('reload')}
            </Button>
          ) : (
            !ended && <p>{t('notLost')}</p>
          )}
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
