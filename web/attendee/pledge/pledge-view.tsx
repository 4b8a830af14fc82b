/** The pledge on a page of its own: the text first, the signature under it. */
import { useState } from 'preact/hooks';
import { type Signer, signerFields } from '../../shared/signer.ts';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { isSignable, isUnread, type OwnView, owesSignature, type PledgeSeen } from '../attendee-view.ts';
import { t } from '../texts.ts';
import { PledgeTag, Signatures } from './pledge-panel.tsx';
import { SignForm } from './sign-form.tsx';
import { Signed, type SignedAnswer } from './signed.tsx';

const PledgeText = ({ pledge }: { pledge: PledgeSeen }) => (
  <article class="pledge-text stack" lang="id">
    <p>{pledge.opening}</p>
    <ol>
      {pledge.points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ol>
    <p>{pledge.closing}</p>
  </article>
);

/** A delegate's own page knows who was named; the holder's, whom the door noted. */
const knownSigner = ({ role, invitation }: OwnView): Parameters<typeof signerFields>[0] =>
  role === 'DELEGATE' ? { checkIn: { who: 'delegate', delegate: invitation.delegation?.delegate } } : invitation;

interface PledgeViewProps {
  view: OwnView;
  pledge: PledgeSeen;
  token: string;
  reload: () => void;
}

export const PledgeView = ({ view, pledge, token, reload }: PledgeViewProps) => {
  const [answer, setAnswer] = useState<SignedAnswer>();
  const [typed, setTyped] = useState<Partial<Signer>>({});
  const { session, invitation } = view;
  const { status } = invitation.pledge;
  const open = isSignable(session);
  const owed = owesSignature(view);
  const unread = open && owed && isUnread(view);
  return (
    <>
      <PageHeader title={pledge.title} up={{ href: '#undangan', label: t('back') }} />
      <div class="stack-wide">
        {answer ? (
          <Signed answer={answer} zone={session.zone} />
        ) : (
          <div class="stack-tight">
            <PledgeTag status={status} />
            <Signatures view={view} />
          </div>
        )}
        <PledgeText pledge={pledge} />
        {!open && owed && session.state === 'PUBLISHED' && <Notice tone="info" title={t('pledgeNotOpen')} />}
        {unread && !answer && (
          <Notice tone="info" title={t('pledgeNotRead')} live>
            <p>{t('pledgeNotReadText')}</p>
          </Notice>
        )}
        {open && owed && !unread && !answer && (
          // Another text is another signature: what was ticked belongs to the text it was ticked for.
          <SignForm
            key={pledge.hash}
            view={view}
            hash={pledge.hash}
            token={token}
            signer={signerFields(knownSigner(view), typed)}
            onType={(part) => setTyped((before) => ({ ...before, ...part }))}
            onSigned={(signed) => {
              setAnswer(signed);
              reload();
              scrollTo(0, 0);
            }}
            onReload={reload}
          />
        )}
        <p class="small soft">
          {t('fingerprint')} (SHA-256): <code>{pledge.hash}</code>
        </p>
      </div>
    </>
  );
};
