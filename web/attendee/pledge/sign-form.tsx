/** Who signs, that they have read the text, one button. What was chosen stays when sending fails. */
import { useRef, useState } from 'preact/hooks';
import { type ApiProblem, type ApiProblemCode, problemSentence } from '../../shared/api-problem.ts';
import { pledgeWords } from '../../shared/pledge-words.ts';
import type { Signer } from '../../shared/signer.ts';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorSummary, type FormError } from '../../shared/ui/error-summary.tsx';
import { Choices } from '../../shared/ui/field.tsx';
import { later } from '../../shared/ui/later.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { SignerFields } from '../../shared/ui/signer-fields.tsx';
import { Loading } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-load.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { type OwnView, officeOf } from '../attendee-view.ts';
import { t } from '../texts.ts';
import type { SignedAnswer } from './signed.tsx';
import { sendSignature } from './signing.ts';

type Who = SignedAnswer['who'];

// Most sign without; whoever draws waits for two kilobytes.
const SignaturePad = later(
  async () => (await import('../../shared/ui/signature-pad.tsx')).SignaturePad,
  () => <Loading lines={2} />,
);

interface SignFormProps {
  view: OwnView;
  hash: string;
  token: string;
  /** Kept by the page: a changed text starts this form afresh, but nothing typed is lost. */
  signer: Signer;
  onType: (typed: Partial<Signer>) => void;
  onSigned: (answer: SignedAnswer) => void;
  onReload: () => void;
}

/** A delegate's link signs for the delegate alone; the holder's for the holder, and for a delegate who has no link of their own. */
const choicesFor = ({ invitation, role }: OwnView) => {
  const office = officeOf(invitation);
  const { holder, pledge, delegation } = invitation;
  const asHolder = {
    value: 'holder' as const,
    label: t('signAsHolder', { office }),
    hint: holder ? nameWithTitles(holder) : undefined,
  };
  const asDelegate = {
    value: 'delegate' as const,
    label: t('signAsDelegate', { office }),
    hint: t('signDelegateHint', { later: pledgeWords('headLater', { office }) }),
  };
  if (role === 'DELEGATE') return [asDelegate];
  return pledge.delegateSignedAt || delegation ? [asHolder] : [asHolder, asDelegate];
};

/** Sending again is of no use: what this page shows is no longer so. */
const outdated: readonly ApiProblemCode[] = [
  'PLEDGE_TEXT_DIFFERS',
  'PLEDGE_NOT_READ',
  'INVITATION_REVOKED',
  'LINK_BOUND',
];

const Failed = ({ problem, onReload }: { problem: ApiProblem; onReload: () => void }) => (
  <Notice tone="bad" title={common('problemTitle')} live>
    <p>{problemSentence(problem.code)}</p>
    {outdated.includes(problem.code) ? (
      <Button look="second" onClick={onReload}>
        {t('reloadText')}
      </Button>
    ) : (
      <p>{t('notLost')}</p>
    )}
  </Notice>
);

export const SignForm = ({ view, hash, token, signer, onType, onSigned, onReload }: SignFormProps) => {
  const { invitation } = view;
  const choices = choicesFor(view);
  const [who, setWho] = useState<Who | undefined>(choices.length === 1 ? choices[0]?.value : undefined);
  const [read, setRead] = useState(false);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [drawing, setDrawing] = useState(false);
  const drawn = useRef('');
  const sending = useAction(async (by: Who) =>
    onSigned(await sendSignature(token, invitation.id, hash, by, signer, drawn.current)),
  );

  const submit = (event: Event): void => {
    event.preventDefault();
    const missing: FormError[] = [];
    if (!who) missing.push({ id: 'sebagai', text: t('chooseWho') });
    if (!read) missing.push({ id: 'membaca', text: t('tickRead') });
    setErrors(missing);
    if (who && !missing.length) void sending.run(who);
  };
  const fault = (id: string) => errors.find((error) => error.id === id)?.text;

  return (
    <form class="panel stack no-print" noValidate onSubmit={submit} aria-labelledby="tanda-tangan">
      <h2 id="tanda-tangan">{t('sign')}</h2>
      <ErrorSummary errors={errors} />
      <Choices
        id="sebagai"
        label={t('signAs')}
        single
        error={fault('sebagai')}
        choices={choices}
        chosen={who ? [who] : []}
        onChange={([chosen]) => setWho(chosen === 'delegate' ? 'delegate' : 'holder')}
      />
      {who === 'delegate' && (
        <div class="stack-tight signer">
          <SignerFields signer={signer} onType={onType} />
          <p class="small soft">{t('signerRecorded')}</p>
        </div>
      )}
      <Choices
        id="membaca"
        label={t('statement')}
        error={fault('membaca')}
        choices={[{ value: 'read', label: pledgeWords('consent') }]}
        chosen={read ? ['read'] : []}
        onChange={(chosen) => setRead(chosen.length > 0)}
      />
      {drawing ? (
        <SignaturePad
          onDrawn={(path) => {
            drawn.current = path;
          }}
        />
      ) : (
        <div>
          <Button look="second" onClick={() => setDrawing(true)}>
            {t('draw')}
          </Button>
          <p class="small soft">{t('drawHint')}</p>
        </div>
      )}
      {sending.problem && <Failed problem={sending.problem} onReload={onReload} />}
      <Button type="submit" busy={sending.busy} wide>
        {sending.busy ? t('signing') : t('signButton')}
      </Button>
      <p class="small soft">{t('electronic')}</p>
    </form>
  );
};
