/** One person's turn: for whom, the text, the consent, the drawing. What was drawn and chosen stays when sending fails. */
import { PenLine, SkipForward } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, newKey } from '../../shared/api.ts';
import type { ApiProblem, ApiProblemCode } from '../../shared/api-problem.ts';
import { pledgeWords } from '../../shared/pledge-words.ts';
import { type Signer, signerFields } from '../../shared/signer.ts';
import { Button, ButtonLink, Choices, Notice, ProblemNotice, SignerFields, StatusTag } from '../../shared/ui/index.ts';
import { SignaturePad } from '../../shared/ui/signature-pad.tsx';
import { useAction } from '../../shared/use-load.ts';
import { signatureName } from '../../shared/words.ts';
import type { PledgeTextShown } from '../pledge/pledge-text.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import type { Recorded } from './confirmation.tsx';
import { TextToSign } from './text-to-sign.tsx';
import { t } from './texts.ts';
import { type As, bodyOf, calledName, calledOffice, likelyWho, type Turn, type Who } from './turn.ts';

/** After these nobody knows whether it was recorded, and the way there may be mended. */
const unsent: readonly ApiProblemCode[] = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ANSWER_UNREADABLE',
  'ENGINE_UNAVAILABLE',
  'INTERNAL',
];

const Failed = ({ session, problem, onReload }: { session: string; problem: ApiProblem; onReload: () => void }) => {
  if (unsent.includes(problem.code)) {
    return (
      <Notice tone="warn" title={t('unsentTitle')} live>
        <p>{t('unsentText')}</p>
      </Notice>
    );
  }
  if (problem.code === 'PLEDGE_NOT_READ') return <NotRead session={session} />;
  const reload = problem.code === 'PLEDGE_TEXT_DIFFERS' ? onReload : undefined;
  return <ProblemNotice problem={problem} retry={reload} retryLabel={t('reloadText')} />;
};

export const NotRead = ({ session }: { session: string }) => (
  <Notice tone="warn" title={t('notReadTitle')} live>
    <p>{t('notReadText')}</p>
    <ButtonLink look="second" href={`/staf/kegiatan/${session}/ikrar`}>
      {t('toReading')}
    </ButtonLink>
  </Notice>
);

const Called = ({ turn, as, who, first }: { turn: Turn; as: As; who: Who; first: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // Another person's turn starts at their name, for the eye and for a screen reader.
  useEffect(() => {
    if (first) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [first]);
  const office = calledOffice(turn);
  return (
    <div class="called">
      <h1 tabIndex={-1} ref={heading}>
        <span class="called-next">{t('nowSigning')}: </span>
        {calledName(turn)}
      </h1>
      {office && <p class="called-office">{office}</p>}
      {who === 'delegate' && <p>{t('for', { office: turn.office })}</p>}
      {!turn.office.includes(turn.name) && <p class="soft">{turn.name}</p>}
      {as !== 'signer' && <StatusTag tone="info" word={signatureName(as)} />}
    </div>
  );
};

interface WhoProps {
  turn: Turn;
  who: Who;
  signer: Signer;
  onWho: (who: Who) => void;
  onType: (typed: Partial<Signer>) => void;
}

/** The door's word stands unless it is corrected here; nobody is asked what is known. */
const WhoSigns = ({ turn, who, signer, onWho, onType }: WhoProps) => {
  const [asked, setAsked] = useState(turn.present === null);
  return (
    <div class="stack-tight">
      {turn.present === null && <p class="soft">{t('notPresent')}</p>}
      {asked ? (
        <Choices
          id="siapa"
          label={t('whoSigns')}
          single
          inline
          choices={[
            { value: 'holder', label: t('holder') },
            { value: 'delegate', label: t('delegate') },
          ]}
          chosen={[who]}
          onChange={([value]) => onWho(value === 'delegate' ? 'delegate' : 'holder')}
        />
      ) : (
        <Button look="quiet" onClick={() => setAsked(true)}>
          {t('otherWho')}
        </Button>
      )}
      {who === 'delegate' && (!turn.person?.name || turn.present !== 'delegate') && (
        <SignerFields signer={signer} onType={onType} />
      )}
    </div>
  );
};

interface Props {
  session: SessionShown;
  text: PledgeTextShown;
  turn: Turn;
  as: As;
  /** The page has just been opened: the browser's own focus stays. */
  first: boolean;
  onSigned: (recorded: Recorded) => void;
  onSkip: (() => void) | undefined;
  onReload: () => void;
}

/** A nonce for each wish: the same person signing as somebody else is another one, trying again is not. */
const useNonces = (): ((wish: string) => string) => {
  const nonces = useRef(new Map<string, string>());
  return (wish) => {
    const nonce = nonces.current.get(wish) ?? newKey();
    nonces.current.set(wish, nonce);
    return nonce;
  };
};

export const TurnForm = ({ session, text, turn, as, first, onSigned, onSkip, onReload }: Props) => {
  const [who, setWho] = useState<Who>(likelyWho(turn));
  const [typed, setTyped] = useState<Partial<Signer>>({});
  const [agreed, setAgreed] = useState(false);
  const [missed, setMissed] = useState(false);
  const drawn = useRef('');
  const nonceOf = useNonces();
  const known = turn.present === 'delegate' ? { checkIn: { who: 'delegate', delegate: turn.person ?? {} } } : {};
  const signer = signerFields(known, typed);
  const send = useAction(async () => {
    const nonce = nonceOf(`${as} ${who} ${text.hash}`);
    const answer = await api('POST /api/sessions/:session/invitations/:invitation/signatures', {
      params: { session: session.id, invitation: turn.invitation },
      body: bodyOf({ as, who, hash: text.hash, nonce, signer, drawn: drawn.current }),
    });
    onSigned({ turn, as, who, answer });
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setMissed(!agreed);
    if (agreed) void send.run();
    else document.getElementById('setuju')?.focus();
  };
  const waits = send.problem !== undefined && unsent.includes(send.problem.code);
  return (
    <form class="turn" noValidate onSubmit={submit}>
      <div class="stack">
        <Called turn={turn} as={as} who={who} first={first} />
        <WhoSigns
          turn={turn}
          who={who}
          signer={signer}
          onWho={setWho}
          onType={(part) => setTyped((before) => ({ ...before, ...part }))}
        />
        {who === 'delegate' && as === 'signer' && (
          <Notice tone="info">
            <p>{t('delegateWords', { later: pledgeWords('headLater', { office: turn.office }) })}</p>
          </Notice>
        )}
        <TextToSign text={text} />
      </div>
      <div class="stack">
        <Choices
          id="setuju"
          label={t('consentLabel')}
          error={missed && !agreed ? t('needConsent') : undefined}
          choices={[{ value: 'yes', label: pledgeWords('consent') }]}
          chosen={agreed ? ['yes'] : []}
          onChange={(chosen) => setAgreed(chosen.length > 0)}
        />
        <div>
          <p class="strong">{t('signature')}</p>
          <SignaturePad
            onDrawn={(path) => {
              drawn.current = path;
            }}
          />
        </div>
        {send.problem && <Failed session={session.id} problem={send.problem} onReload={onReload} />}
        <Button type="submit" wide busy={send.busy} icon={<PenLine class="icon" aria-hidden="true" />}>
          {send.busy ? t('signing') : waits ? t('sendAgain') : t('sign')}
        </Button>
        {onSkip && !waits && (
          <div>
            <Button
              look="second"
              wide
              disabled={send.busy}
              icon={<SkipForward class="icon" aria-hidden="true" />}
              onClick={onSkip}
            >
              {t('skip')}
            </Button>
            <p class="small soft">{t('skipHint')}</p>
          </div>
        )}
        <p class="small soft">{t('electronic')}</p>
      </div>
    </form>
  );
};
