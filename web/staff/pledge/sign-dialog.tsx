/** Recording one signature from the console: as what, by whom, and on which sheet if on paper. */
import { useState } from 'preact/hooks';
import { type Answer, api, newKey } from '../../shared/api.ts';
import { pledgeWords } from '../../shared/pledge-words.ts';
import { type Signer, signerFields } from '../../shared/signer.ts';
import { Button, Choices, Dialog, Notice, ProblemNotice, SignerFields, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { methodName } from '../../shared/words.ts';
import { addressee, type InvitationShown, officeOf } from '../invitations/invitation.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type As, bodyOf, likelyWho, turnOf, type Who } from '../signing/turn.ts';
import { t } from './signing-texts.ts';

type Method = 'TABLET' | 'PAPER';
type Recorded = Answer<'POST /api/sessions/:session/invitations/:invitation/signatures'>;

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  hash: string;
  onClose: () => void;
  onSigned: () => void;
}

const Done = ({ title, answer, onClose }: { title: string; answer: Recorded; onClose: () => void }) => {
  const already = answer.result === 'already';
  return (
    <Dialog open title={title} onClose={onClose} closeLabel={t('next')}>
      <Notice tone={already ? 'warn' : 'good'} title={already ? t('already') : t('signed')} live>
        {already && <p>{t('alreadyText')}</p>}
        <a class="tap" href={answer.receipt} target="_blank" rel="noreferrer">
          {t('receipt')}
        </a>
      </Notice>
    </Dialog>
  );
};

interface SheetProps {
  method: Method;
  sheet: string;
  missing: boolean;
  onMethod: (method: Method) => void;
  onSheet: (sheet: string) => void;
}

const HowSigned = ({ method, sheet, missing, onMethod, onSheet }: SheetProps) => (
  <>
    <Choices
      id="cara"
      label={t('method')}
      single
      chosen={[method]}
      onChange={([value]) => onMethod(value === 'PAPER' ? 'PAPER' : 'TABLET')}
      choices={(['TABLET', 'PAPER'] as const).map((value) => ({ value, label: methodName(value) }))}
    />
    {method === 'PAPER' && (
      <TextField
        id="nomor-lembar"
        label={t('sheet')}
        hint={t('sheetHint')}
        error={missing ? t('needSheet') : undefined}
        short
        maxLength={20}
        value={sheet}
        onInput={onSheet}
      />
    )}
  </>
);

const WhoAndAs = ({
  as,
  who,
  office,
  onAs,
  onWho,
}: {
  as: As;
  who: Who;
  office: string;
  onAs: (as: As) => void;
  onWho: (who: Who) => void;
}) => (
  <>
    <Choices
      id="sebagai"
      label={t('as')}
      single
      chosen={[as]}
      onChange={([value]) => onAs(value as As)}
      choices={[
        { value: 'signer', label: t('signer') },
        { value: 'symbolic', label: t('symbolic'), hint: t('symbolicHint') },
        { value: 'witness', label: t('witnessRole') },
      ]}
    />
    <Choices
      id="siapa"
      label={t('who')}
      single
      chosen={[who]}
      onChange={([value]) => onWho(value as Who)}
      choices={[
        { value: 'holder', label: t('holder') },
        {
          value: 'delegate',
          label: t('delegate'),
          hint: t('delegateHint', { later: pledgeWords('headLater', { office }) }),
        },
      ]}
    />
  </>
);

export const SignDialog = ({ session, invitation, hash, onClose, onSigned }: Props) => {
  const [who, setWho] = useState<Who>(likelyWho(turnOf(invitation)));
  const [as, setAs] = useState<As>(invitation.pledge.status === 'NOT_DUE' ? 'witness' : 'signer');
  const [method, setMethod] = useState<Method>('TABLET');
  const [sheet, setSheet] = useState('');
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState<Partial<Signer>>({});
  const signer = signerFields(invitation, typed);
  const [answer, setAnswer] = useState<Recorded>();
  const [nonce] = useState(newKey);
  const missing = method === 'PAPER' && !sheet.trim();
  const sign = useAction(async () => {
    const paper = method === 'PAPER' ? { paper: { sheet: sheet.trim() } } : {};
    const recorded = await api('POST /api/sessions/:session/invitations/:invitation/signatures', {
      params: { session: session.id, invitation: invitation.id },
      body: bodyOf({ as, who, hash, nonce, signer, ...paper }),
    });
    setAnswer(recorded);
    onSigned();
  });
  const save = (): void => {
    setTried(true);
    if (missing) document.getElementById('nomor-lembar')?.focus();
    else void sign.run();
  };
  if (answer) return <Done title={addressee(invitation)} answer={answer} onClose={onClose} />;
  return (
    <Dialog
      open
      title={addressee(invitation)}
      onClose={onClose}
      actions={
        <Button busy={sign.busy} onClick={save}>
          {t('save')}
        </Button>
      }
    >
      <WhoAndAs as={as} who={who} office={officeOf(invitation)} onAs={setAs} onWho={setWho} />
      {who === 'delegate' && (
        <SignerFields signer={signer} onType={(part) => setTyped((before) => ({ ...before, ...part }))} />
      )}
      <HowSigned method={method} sheet={sheet} missing={tried && missing} onMethod={setMethod} onSheet={setSheet} />
      <p class="small soft">{t(method === 'PAPER' ? 'consentPaper' : 'consent')}</p>
      {sign.problem && <ProblemNotice problem={sign.problem} />}
    </Dialog>
  );
};
