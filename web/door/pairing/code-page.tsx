/** Not paired, and no code yet: what it takes, the camera for the organiser's code, a field for its address. */
import { ScanQrCode } from 'lucide-preact';
import { useCallback, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { PageHeader } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { pairingCodeIn } from '../core/pairing.ts';
import { CameraPanel } from '../scanner/camera-panel.tsx';
import { useBurstScanner } from '../scanner/use-burst-scanner.ts';
import { t } from './texts.ts';

type Wrong = 'notACode' | 'invitationCode';

const wrongOf = (text: string): Wrong => (/\/c\/[a-z2-7]{39}/i.test(text) ? 'invitationCode' : 'notACode');

/** What was read or pasted: on to the question, or what is wrong with it. */
const useCode = (onCode: (code: string) => void) => {
  const [wrong, setWrong] = useState<Wrong>();
  const read = useCallback(
    (text: string): boolean => {
      const code = wrongOf(text) === 'invitationCode' ? undefined : pairingCodeIn(text);
      if (code) onCode(code);
      else setWrong(wrongOf(text));
      return true;
    },
    [onCode],
  );
  return { wrong, read };
};

const AddressForm = ({ onText }: { onText: (text: string) => void }) => {
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    setMissing(!typed.trim());
    if (typed.trim()) onText(typed.trim());
  };
  return (
    <form class="stack-tight" noValidate onSubmit={submit}>
      <TextField
        id="alamat"
        label={t('paste')}
        hint={t('pasteHint')}
        error={missing ? t('addressMissing') : undefined}
        value={typed}
        onInput={setTyped}
        maxLength={400}
      />
      <Button type="submit" look="second" wide>
        {t('useAddress')}
      </Button>
    </form>
  );
};

export const CodePage = ({ onCode }: { onCode: (code: string) => void }) => {
  const [scanning, setScanning] = useState(false);
  const { wrong, read } = useCode(onCode);
  useBurstScanner(read);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div class="stack">
        {wrong && (
          <Notice tone="warn" live>
            <p>{t(wrong)}</p>
          </Notice>
        )}
        <div>
          <h2>{t('howTitle')}</h2>
          <p>{t('how')}</p>
        </div>
        {scanning ? (
          <CameraPanel aim={t('aim')} otherwise={t('otherwise')} onText={read} />
        ) : (
          <Button
            wide
            icon={<ScanQrCode class="icon" aria-hidden="true" />}
            onClick={() => {
              setScanning(true);
            }}
          >
            {t('scan')}
          </Button>
        )}
        <AddressForm onText={read} />
      </div>
    </>
  );
};
