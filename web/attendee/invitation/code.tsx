/** The QR for the door: large, sharp, on white; and what to do when it cannot be read. */
import { Download, Maximize2, RefreshCw } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { keepAwake } from '../../shared/wake-lock.ts';
import { type OwnView, officeOf } from '../attendee-view.ts';
import { t } from '../texts.ts';

const address = (token: string, kind: 'svg' | 'png'): string => `/api/c/${encodeURIComponent(token)}/qr.${kind}`;

const Picture = ({ token, office }: { token: string; office: string }) => {
  const [turn, setTurn] = useState(0);
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <Notice tone="warn" title={t('codeFailed')} live>
        <Button
          look="second"
          icon={<RefreshCw class="icon" aria-hidden="true" />}
          onClick={() => {
            setFailed(false);
            setTurn(turn + 1);
          }}
        >
          {t('codeAgain')}
        </Button>
      </Notice>
    );
  }
  return (
    <img
      key={turn}
      class="qr"
      src={address(token, 'svg')}
      width="330"
      height="330"
      alt={t('codeAlt', { office })}
      onError={() => setFailed(true)}
    />
  );
};

const Enlarged = ({ token, office, onClose }: { token: string; office: string; onClose: () => void }) => {
  useEffect(() => keepAwake(), []);
  return (
    <div class="enlarged">
      <Dialog title={office} open onClose={onClose} closeLabel={common('close')}>
        <Picture token={token} office={office} />
        <p>{t('codeShow')}</p>
      </Dialog>
    </div>
  );
};

const Shown = ({ token, office }: { token: string; office: string }) => {
  const [large, setLarge] = useState(false);
  return (
    <div class="code">
      <Picture token={token} office={office} />
      <div class="stack-tight">
        <p class="large strong">{t('codeShow')}</p>
        <p class="no-print">{t('codeBright')}</p>
        <p class="small soft">{t('codeInstead')}</p>
        <p class="small soft no-print">{t('codePersonal')}</p>
        <div class="row actions no-print">
          <Button icon={<Maximize2 class="icon" aria-hidden="true" />} onClick={() => setLarge(true)}>
            {t('codeEnlarge')}
          </Button>
          <a class="button second" href={address(token, 'png')} download={`undangan-${office}.png`}>
            <Download class="icon" aria-hidden="true" />
            <span>{t('codeSave')}</span>
          </a>
        </div>
      </div>
      {large && <Enlarged token={token} office={office} onClose={() => setLarge(false)} />}
    </div>
  );
};

/** Once inside, the code steps back: it is kept at hand, closed. */
export const Code = ({ view: { invitation }, token }: { view: OwnView; token: string }) => {
  const office = officeOf(invitation);
  if (invitation.checkIn) {
    return (
      <details class="fold">
        <summary>{t('showAgain')}</summary>
        <Shown token={token} office={office} />
      </details>
    );
  }
  return (
    <section aria-labelledby="kode">
      <h2 id="kode" class="no-print">
        {t('code')}
      </h2>
      <Shown token={token} office={office} />
    </section>
  );
};
