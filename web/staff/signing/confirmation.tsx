/** What was recorded, calmly, with the receipt to take along; then the next turn by itself. */
import { CircleCheck, CirclePause } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../shared/api.ts';
import { timeIn } from '../../shared/format.ts';
import { pledgeWords } from '../../shared/pledge-words.ts';
import { Button } from '../../shared/ui/index.ts';
import { signatureName } from '../../shared/words.ts';
import { Qr } from '../invitations/qr.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';
import { type As, calledName, calledOffice, kindOf, type Turn, type Who } from './turn.ts';

export interface Recorded {
  turn: Turn;
  as: As;
  who: Who;
  answer: Answer<'POST /api/sessions/:session/invitations/:invitation/signatures'>;
}

/** Long enough to read it and to take a phone out; whoever needs longer holds the screen. */
const seconds = 12;

const useCountdown = (onEnd: () => void) => {
  const [left, setLeft] = useState<number | undefined>(seconds);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (left === undefined) return;
    if (left === 0) return end.current();
    // The operator is busy with something else in front of it: the signer's code stays until they are done.
    const busy = (): boolean => document.querySelector('dialog[open]') !== null;
    const timer = setInterval(() => !busy() && setLeft(left - 1), 1000);
    return () => clearInterval(timer);
  }, [left]);
  return { left, hold: () => setLeft(undefined) };
};

/** When the signature that stands was made: of an earlier one, its own time. */
const momentOf = ({ as, who, answer }: Recorded): string | undefined => {
  const { signedAt, delegateSignedAt, symbolicAt, witnessedAt } = answer.invitation.pledge;
  return { holder: signedAt, delegate: delegateSignedAt, symbolic: symbolicAt, witness: witnessedAt }[kindOf(as, who)];
};

export const Confirmation = ({
  session,
  recorded,
  onNext,
}: {
  session: SessionShown;
  recorded: Recorded;
  onNext: () => void;
}) => {
  const { turn, as, who, answer } = recorded;
  const { left, hold } = useCountdown(onNext);
  const kind = kindOf(as, who);
  const already = answer.result === 'already';
  const at = momentOf(recorded);
  const owed = kind === 'delegate' && answer.invitation.pledge.status === 'NOT_YET';
  return (
    <section class="signed">
      <div class="stack" role="status">
        <CircleCheck class="icon signed-mark" aria-hidden="true" />
        <h1>{already ? t('doneAlready') : t('done')}</h1>
        <p class="strong">
          {calledName(turn)}
          {calledOffice(turn) && <span class="regular block">{calledOffice(turn)}</span>}
        </p>
        <p>
          {signatureName(kind)}
          {at && ` · ${timeIn(session.zone, at)}`}
        </p>
        {already && <p>{t('doneAlreadyText')}</p>}
        {owed && <p>{pledgeWords('headLater', { office: turn.office })}</p>}
      </div>
      <figure class="signed-receipt">
        <Qr link={answer.receipt} label={t('receiptAlt')} exact />
        <figcaption class="small">
          <span class="strong block">{t('receipt')}</span>
          <span class="soft block">{t('receiptHint')}</span>
        </figcaption>
      </figure>
      <div class="row actions">
        <Button onClick={onNext}>{left === undefined ? t('next') : t('nextIn', { n: left })}</Button>
        {left === undefined ? (
          <span class="soft" role="status">
            {t('held')}
          </span>
        ) : (
          <Button look="second" icon={<CirclePause class="icon" aria-hidden="true" />} onClick={hold}>
            {t('hold')}
          </Button>
        )}
      </div>
    </section>
  );
};
