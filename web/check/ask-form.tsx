/** A code to be checked: pasted, typed, or read by the camera. */
import { ScanQrCode } from 'lucide-preact';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { common } from '../shared/texts.ts';
import { Button } from '../shared/ui/button.tsx';
import { TextField } from '../shared/ui/field.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import { codeInText } from './code.ts';
import { t } from './texts.ts';

interface ScanProps {
  onCode: (code: string) => void;
}

/** Camera and decoder come only to those who ask for them. */
const Scan = ({ onCode }: ScanProps) => {
  const [part, setPart] = useState<{ is: ComponentType<ScanProps> }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import('./scan-part.tsx').then(
      ({ ScanPart }) => setPart({ is: ScanPart }),
      () => setFailed(true),
    );
  }, []);
  if (part) return <part.is onCode={onCode} />;
  if (!failed) return <p role="status">{common('loading')}</p>;
  return (
    <Notice tone="warn" live>
      <p>{t('scanFailed')}</p>
    </Notice>
  );
};

/** Without leaving the page: where the network is gone there would be no page that says so. */
const open = (code: string): void => {
  history.pushState(null, '', `/v/${code}`);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
};

const PasteForm = () => {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const code = codeInText(text);
  const send = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (code) open(code);
    else document.getElementById('kode')?.focus();
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <TextField
        id="kode"
        label={t('code')}
        hint={t('codeHint')}
        error={tried && !code ? t('codeMissing') : undefined}
        value={text}
        onInput={(value) => {
          setText(value);
          setTried(false);
        }}
      />
      <div class="row actions">
        <Button type="submit">{t('check')}</Button>
      </div>
    </form>
  );
};

export const AskForm = () => {
  const [scanning, setScanning] = useState(false);
  return (
    <div class="stack">
      <PasteForm />
      <div class="row actions">
        <Button
          look="second"
          icon={<ScanQrCode class="icon" aria-hidden="true" />}
          onClick={() => setScanning((before) => !before)}
        >
          {scanning ? t('stopScan') : t('scan')}
        </Button>
      </div>
      {scanning && <Scan onCode={open} />}
    </div>
  );
};
