/** Recording one signature at the table or from paper. */
import { useState } from 'preact/hooks';
import { type Answer, api, newKey } from '../../shared/api.ts';
import { type Signer, signerFields, signerPart } from '../../shared/signer.ts';
import { Button, Choices, Dialog, Notice, ProblemNotice, SignerFields } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { addressee, type InvitationShown } from '../invitations/invitation.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';

type Who = 'holder' | 'delegate';
type As = 'signer' | 'symbolic' | 'witness';
type Method = 'TABLET' | 'PAPER';
type Result = Answer<'POST /api/sessions/:session/invitations/:invitation/signatures'>['result'];

interface Props {
  session: SessionShown;
  invitation: InvitationShown;
  hash: string;
  onClose: () => void;
  onSigned: () => void;
}

export const SignDialog = ({ session, invitation, hash, onClose, onSigned }: Props) => {
  // Who checked in is most likely who signs.
  const [who, setWho] = useState<Who>(invitation.checkIn?.who === 'delegate' ? 'delegate' : 'holder');
  const [as, setAs] = useState<As>(invitation.pledge.status === 'NOT_DUE' ? 'witness' : 'signer');
  const [method, setMethod] = useState<Method>('TABLET');
  const [typed, setTyped] = useState<Partial<Signer>>({});
  const signer = signerFields(invitation, typed);
  const [result, setResult] = useState<Result>();
  const [nonce] = useState(newKey);
  const sign = useAction(async () => {
    const role: 'WITNESS' | 'SIGNER' = as === 'witness' ? 'WITNESS' : 'SIGNER';
    const body = { nonce, hash, who, role, symbolic: as === 'symbolic', method, ...signerPart(who, signer) };
    const answer = await api('POST /api/sessions/:session/invitations/:invitation/signatures', {
      params: { session: session.id, invitation: invitation.id },
      body,
    });
    setResult(answer.result);
    onSigned();
  });
  if (result) {
    return (
      <Dialog open title={addressee(invitation)} onClose={onClose} closeLabel={t('next')}>
        <Notice
          tone={result === 'already' ? 'warn' : 'good'}
          title={result === 'already' ? t('already') : t('signed')}
          live
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={addressee(invitation)}
      onClose={onClose}
      actions={
        <Button busy={sign.busy} onClick={() => void sign.run()}>
          {t('save')}
        </Button>
      }
    >
      <Choices
        id="sebagai"
        label={t('as')}
        single
        chosen={[as]}
        onChange={([value]) => setAs(value as As)}
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
        onChange={([value]) => setWho(value as Who)}
        choices={[
          { value: 'holder', label: t('holder') },
          { value: 'delegate', label: t('delegate'), hint: t('delegateHint') },
        ]}
      />
      {who === 'delegate' && (
        <SignerFields signer={signer} onType={(part) => setTyped((before) => ({ ...before, ...part }))} />
      )}
      <Choices
        id="cara"
        label={t('method')}
        single
        chosen={[method]}
        onChange={([value]) => setMethod(value as Method)}
        choices={[
          { value: 'TABLET', label: t('TABLET') },
          { value: 'PAPER', label: t('PAPER') },
        ]}
      />
      <p class="small soft">{t('consent')}</p>
      {sign.problem && <ProblemNotice problem={sign.problem} />}
    </Dialog>
  );
};
