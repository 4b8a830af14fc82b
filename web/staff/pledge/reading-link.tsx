/** The reader's own screen: its code to scan, its link to send, and a way to open it here. */
import { MonitorPlay } from 'lucide-preact';
import { Dialog } from '../../shared/ui/index.ts';
import { CopyButton } from '../invitations/copy-text.tsx';
import { Qr } from '../invitations/qr.tsx';
import { t } from './reading-texts.ts';

interface Props {
  link: string;
  reader: string;
  onClose: () => void;
}

export const ReadingLink = ({ link, reader, onClose }: Props) => (
  <Dialog open toBeRead title={t('screenTitle', { name: reader })} onClose={onClose} closeLabel={t('close')}>
    <p>{t('screenText')}</p>
    <Qr link={link} label={t('qrAlt')} />
    <code class="link-text">{link}</code>
    <div class="row">
      <CopyButton text={link} label={t('copy')} done={t('copied')} />
      {/* In a tab of its own, without this console's sign-in. */}
      <a class="button second" href={link} target="_blank" rel="noopener noreferrer">
        <MonitorPlay class="icon" aria-hidden="true" />
        <span>{t('openHere')}</span>
      </a>
    </div>
    <p class="small soft">{t('screenOnce')}</p>
  </Dialog>
);
