/** Where the pledge stands, in the same words everywhere, and the way to it. */
import { dateTimeIn } from '../../shared/format.ts';
import { pledgeWords } from '../../shared/pledge-words.ts';
import { ButtonLink } from '../../shared/ui/button.tsx';
import { StatusTag, type Tone } from '../../shared/ui/status-tag.tsx';
import { pledgeName } from '../../shared/words.ts';
import { isSignable, isUnread, type OwnView, officeOf, owesSignature } from '../attendee-view.ts';
import { t } from '../texts.ts';

type Status = OwnView['invitation']['pledge']['status'];
const tones: Record<Status, Tone> = { SIGNED: 'good', NOT_YET: 'warn', NOT_DUE: 'plain' };

export const PledgeTag = ({ status }: { status: Status }) => (
  <StatusTag tone={tones[status]} word={pledgeName(status)} />
);

/** The signatures that are recorded, each for what it is (rules 3 and 4), and being there when it was read, which is none. */
export const Signatures = ({ view: { invitation, session, reading } }: { view: OwnView }) => {
  const { status, signedAt, delegateSignedAt, symbolicAt, witnessedAt } = invitation.pledge;
  const at = (instant: string) => ({ at: dateTimeIn(session.zone, instant) });
  return (
    <>
      {signedAt && <p>{t('pledgeSignedAt', at(signedAt))}</p>}
      {delegateSignedAt && <p>{t('pledgeDelegateAt', at(delegateSignedAt))}</p>}
      {delegateSignedAt && status === 'NOT_YET' && <p>{pledgeWords('headLater', { office: officeOf(invitation) })}</p>}
      {symbolicAt && <p>{t('pledgeSymbolic', at(symbolicAt))}</p>}
      {witnessedAt && <p>{t('pledgeWitness', at(witnessedAt))}</p>}
      {reading?.heardAt && <p class="soft">{t('pledgeHeard', at(reading.heardAt))}</p>}
    </>
  );
};

const timing = (view: OwnView): string => {
  const { state } = view.session;
  if (!owesSignature(view)) return '';
  if (state === 'PUBLISHED') return t('pledgeNotOpen');
  if (isSignable(view.session) && isUnread(view)) return t('pledgeNotRead');
  return state === 'CANCELLED' ? '' : t('pledgeNow');
};

export const PledgePanel = ({ view }: { view: OwnView }) => {
  const { invitation, session, pledge } = view;
  const { status, symbolicAt, witnessedAt } = invitation.pledge;
  // Guests and sessions without a pledge: no word about it, unless they took part in it.
  if (status === 'NOT_DUE' && !symbolicAt && !witnessedAt) return null;
  const sign = owesSignature(view) && isSignable(session) && !isUnread(view);
  return (
    <section class="panel stack-tight no-print" aria-labelledby="ikrar-judul">
      <div class="row between">
        <h2 id="ikrar-judul">{t('pledge')}</h2>
        <PledgeTag status={status} />
      </div>
      <Signatures view={view} />
      <p>{timing(view)}</p>
      {pledge && (
        <div class="row actions">
          <ButtonLink href="#ikrar" look={sign ? 'first' : 'second'}>
            {sign ? t('pledgeRead') : t('pledgeReadOnly')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
};
