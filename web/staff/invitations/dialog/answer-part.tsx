/** What the office answered, who comes in its place, and noting an answer that came by telephone. */
import { useRef, useState } from 'preact/hooks';
import type { Zone } from '../../../../functions/platform/base-schema.ts';
import { shortDateIn, timeIn } from '../../../shared/format.ts';
import { Button, Notice } from '../../../shared/ui/index.ts';
import { delegateLine } from '../../../shared/words.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import { CopyButton } from '../copy-text.tsx';
import type { InvitationShown } from '../invitation.ts';
import { AnswerTag } from '../list/status.tsx';
import { NoteAnswer } from './note-answer.tsx';
import { t } from './texts.ts';

const momentOf = (zone: Zone, instant: string): string => `${shortDateIn(zone, instant)}, ${timeIn(zone, instant)}`;

const Given = ({ invitation, zone }: { invitation: InvitationShown; zone: Zone }) => {
  const { answer, remindedAt } = invitation;
  return (
    <p>
      <AnswerTag answer={answer} />
      {answer && (
        <span class="small soft block">
          {t(answer.operator === undefined ? 'answeredByLink' : 'answeredByStaff', { when: momentOf(zone, answer.at) })}
        </span>
      )}
      {answer?.reason && <span class="block">{t('reasonIs', { reason: answer.reason })}</span>}
      {!answer && remindedAt && (
        <span class="small soft block">{t('remindedAt', { when: momentOf(zone, remindedAt) })}</span>
      )}
    </p>
  );
};

/** The delegate, and their own link to be sent on. */
const Delegate = ({ delegation }: { delegation: NonNullable<InvitationShown['delegation']> }) => {
  const { delegate, link } = delegation;
  const who = delegateLine(delegate);
  return (
    <div class="stack-tight">
      <p>
        <span class="strong block">{t('delegateTitle')}</span>
        {who || <span class="soft">{t('delegateUnknown')}</span>}
        {delegate.letter && <span class="small soft block">{t('delegateLetter', { letter: delegate.letter })}</span>}
      </p>
      {link && (
        <>
          <p>
            <span class="strong block">{t('delegateLink')}</span>
            <code class="link-text">{link}</code>
            <span class="small soft block">{t('delegateLinkHint')}</span>
          </p>
          <div class="row actions">
            <CopyButton text={link} label={t('copyDelegateLink')} done={t('delegateLinkCopied')} />
          </div>
        </>
      )}
    </div>
  );
};

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  /** Whether an answer may still be noted by whoever looks. */
  mayNote: boolean;
  onChanged: (invitation: InvitationShown) => void;
  onReload: () => void;
}

export const AnswerPart = ({ session, invitation, mayNote, onChanged, onReload }: Props) => {
  const [noting, setNoting] = useState(false);
  const [noted, setNoted] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form goes away with what had the focus.
  const close = (): void => {
    setNoting(false);
    heading.current?.focus();
  };
  return (
    <section class="stack-tight" aria-labelledby="jawaban-undangan">
      <h3 id="jawaban-undangan" ref={heading} tabIndex={-1}>
        {t('answerTitle')}
      </h3>
      <Given invitation={invitation} zone={session.zone} />
      {invitation.delegation && <Delegate delegation={invitation.delegation} />}
      {noted && invitation.answer && <Notice tone="good" title={t('noted')} live />}
      {noting && (
        <NoteAnswer
          session={session.id}
          invitation={invitation}
          onNoted={(changed) => {
            close();
            setNoted(true);
            onChanged(changed);
          }}
          onReload={() => {
            close();
            onReload();
          }}
          onBack={close}
        />
      )}
      {mayNote && !noting && (
        <Button
          look="second"
          onClick={() => {
            setNoted(false);
            setNoting(true);
          }}
        >
          {t(invitation.answer ? 'noteAgain' : 'note')}
        </Button>
      )}
    </section>
  );
};
